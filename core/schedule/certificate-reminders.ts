import { OFFICE_ZONE } from '../time.ts';
import { atOfficeHour } from './sending-hours.ts';
import { type Round, type RoundsNow, whatIsDue } from './what-is-due.ts';
import { type Lead, readLead, sortLeads } from './window-leads.ts';

/** When the people of an establishment are reminded that a certificate ends, unless an officer says otherwise of it. */
export const CERTIFICATE_LEADS: readonly Lead[] = ['90-days', '30-days', '7-days'];

/** All of one's certificates, as something that is not reminded of any more. */
export const CERTIFICATES = 'certificates';

/** Within so many days of its end a certificate is listed for officers. */
export const SOON_DAYS = 90;

/** `changed`: another last day than the one that the person was told. */
export type CertificateRound = 'changed' | Lead;

export type CertificateDates = {
  /** ISO day, as printed: it holds to the end of it. */
  validUntil: string;
  /** Empty: as usual. */
  leads: readonly Lead[];
  /** Since when this last day stands. */
  since: Date;
  /** The last day that the person was told of last; undefined: none. */
  toldDay?: string;
  /** Leads that were named only later, each since when. */
  addedLeads?: readonly { lead: Lead; at: Date }[];
};

/**
 * The rounds of reminders of a certificate for one person, in the order in which they leave. Who was told another last day
 * hears of the right one first, and then of what is yet to come. A lead that was named when its time was over is not told
 * late: nothing had promised it. A certificate that is entered late is told of at once, with the time that is left.
 */
export function certificateRounds({ validUntil, leads, since, toldDay, addedLeads = [] }: CertificateDates): {
  rounds: Round<CertificateRound>[];
  closesAt: Date;
} {
  const last = Temporal.PlainDate.from(validUntil);
  const closesAt = endOfDay(last);
  const isChanged = toldDay !== undefined && toldDay !== validUntil;
  const isNew = ({ which, dueAt }: Round<CertificateRound>): boolean =>
    !addedLeads.some(({ lead, at }) => lead === which && dueAt <= at);
  const before = sortLeads(leads.length === 0 ? CERTIFICATE_LEADS : leads)
    .map((lead) => roundOn(lead, last.subtract({ days: readLead(lead)?.count ?? 0 })))
    .filter(isNew)
    .filter(({ dueAt }) => !isChanged || dueAt > since);
  const changed: Round<CertificateRound>[] = isChanged ? [{ which: 'changed', dueAt: since, leavesAt: since }] : [];
  return { rounds: [...changed, ...before], closesAt };
}

/** What is to be done with them at `now`: `whatIsDue`; another last day comes first, since it takes back what was told. */
export function certificateDue(
  dates: CertificateDates,
  { now, dealtWith }: { now: Date; dealtWith: ReadonlySet<string> },
): RoundsNow<CertificateRound> {
  const { rounds, closesAt } = certificateRounds(dates);
  return whatIsDue(rounds, { closesAt, now, dealtWith, urgent: (which) => which === 'changed' });
}

/** The first instant at which a certificate with this last day holds no more. */
export function certificateEnds(validUntil: string): Date {
  return endOfDay(Temporal.PlainDate.from(validUntil));
}

/** In the morning, as all that a person is reminded of by a day. */
const HOUR = 8;

function roundOn(which: CertificateRound, day: Temporal.PlainDate): Round<CertificateRound> {
  const at = atOfficeHour(day, HOUR);
  return { which, dueAt: at, leavesAt: at };
}

function endOfDay(day: Temporal.PlainDate): Date {
  return new Date(day.add({ days: 1 }).toZonedDateTime({ timeZone: OFFICE_ZONE }).epochMilliseconds);
}
