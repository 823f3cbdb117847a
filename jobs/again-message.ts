import { certificateContent } from '../bot/outbox/certificate-words.ts';
import { waitOf } from '../bot/outbox/dossier-wait.ts';
import { windowContentFor } from '../bot/outbox/window-words.ts';
import { certificateEnds } from '../core/schedule/certificate-reminders.ts';
import { DRAFT_LIFE } from '../core/schedule/draft-life.ts';
import type { PlanCalendar } from '../core/schedule/plan-calendar.ts';
import { findApplication } from '../records/applications.ts';
import { findOwnCertificate } from '../records/certificates.ts';
import type { Tx } from '../records/database.ts';
import type { DeliveryContent } from '../records/deliveries.ts';
import { hasTakenConsentBack } from '../records/dossier-reminders.ts';
import { findDraft } from '../records/drafts-due.ts';
import { findOpenSelection } from '../records/open-selection.ts';
import type { AgainWish } from '../records/remind-again.ts';
import { findOwnDossier } from '../records/window-reminders.ts';
import { findWindow } from '../records/windows.ts';
import { dossierMessage } from './dossier-message.ts';
import { draftMessage } from './draft-message.ts';

const DAY_MS = 24 * 3_600_000;

export type AgainMessage = {
  content: DeliveryContent;
  /** What its key begins with. */
  key: string;
  window?: { id: string; version: number; closesAt: Date };
};

/** What is said of a thing that somebody wanted to hear of again, as it stands now; undefined when it is over. */
export async function againMessage(
  tx: Tx,
  { personId, subject: { kind, id } }: AgainWish,
  { locale, plan, now }: { locale: string; plan: PlanCalendar; now: Date },
): Promise<AgainMessage | undefined> {
  if (kind === 'window') {
    const window = await findWindow(tx, id);
    if (window === undefined || window.withdrawnAt !== undefined || window.closesAt <= now) return undefined;
    const own = await findOwnDossier(tx, { window, personId });
    const content = windowContentFor(window, { locale: locale === 'en' ? 'en' : 'vi', own, now });
    return { content, key: `reminder/window/${id}/v${window.version}`, window };
  }
  if (await hasTakenConsentBack(tx, personId)) return undefined;
  if (kind === 'certificate') {
    const certificate = await findOwnCertificate(tx, { id, personId });
    if (certificate === undefined || certificateEnds(certificate.validUntil) <= now) return undefined;
    const selection = await findOpenSelection(tx, { personId, now });
    const content = certificateContent(certificate, { locale, isChanged: false, selection, now });
    return { content, key: `reminder/certificate/${id}/v${certificate.version}` };
  }
  const draft = await findDraft(tx, id);
  if (draft !== undefined && draft.personId === personId) {
    const endsAt = new Date(draft.touchedAt.getTime() + DRAFT_LIFE.lifeDays * DAY_MS);
    return { content: draftMessage(draft, { which: 'first', endsAt }, now).content, key: `reminder/draft/${id}` };
  }
  // What was a draft may have become a dossier that waits for something.
  const dossier = await findApplication(tx, { id, personId });
  const wait = dossier === undefined ? undefined : waitOf(dossier, { plan, now });
  if (dossier === undefined || wait === undefined || wait.closesAt <= now) return undefined;
  return { content: dossierMessage(dossier, { wait, locale, now }).content, key: `reminder/dossier/${id}` };
}
