import { CERTIFICATE_LEADS } from '../schedule/certificate-reminders.ts';
import type { Lead } from '../schedule/window-leads.ts';

/** What a certificate said from one change to the next, the first first. */
export type Revision = { validUntil: string; leads: readonly Lead[]; keptAt: Date };
/** A round that was dealt with, of the version of its last day that held then. */
export type Dealt = { version: number; which: string; outcome: string; at: Date };

/**
 * What one person was told of a certificate, by its revisions. `toldDay`: the last day that they heard of last. `dealtWith`:
 * rounds of the last day that stands, also from when it stood before. `addedLeads`: named later than the certificate was.
 */
export function whatWasTold(
  revisions: readonly Revision[],
  dealt: readonly Dealt[],
): { toldDay: string | undefined; dealtWith: Set<string>; addedLeads: { lead: Lead; at: Date }[] } {
  // A new version begins wherever the last day changes.
  const days: string[] = [];
  for (const { validUntil } of revisions) if (days.at(-1) !== validUntil) days.push(validUntil);
  const dayOf = (version: number): string | undefined => days[version - 1];
  const told = dealt.filter(({ outcome }) => outcome === 'told').toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const last = told.at(-1);
  const isOfThisDay = ({ version, which }: Dealt): boolean =>
    which === 'changed' ? version === days.length : dayOf(version) === days.at(-1);
  return {
    toldDay: last === undefined ? undefined : dayOf(last.version),
    dealtWith: new Set(dealt.filter(isOfThisDay).map(({ which }) => which)),
    addedLeads: addedLater(revisions),
  };
}

function addedLater(revisions: readonly Revision[]): { lead: Lead; at: Date }[] {
  const named = new Set<Lead>();
  const added: { lead: Lead; at: Date }[] = [];
  for (const [index, { leads, keptAt }] of revisions.entries()) {
    for (const lead of leads.length === 0 ? CERTIFICATE_LEADS : leads) {
      if (index > 0 && !named.has(lead)) added.push({ lead, at: keptAt });
      named.add(lead);
    }
  }
  return added;
}
