import { certificateContent } from '../../bot/outbox/certificate-words.ts';
import { certificateDue } from '../../core/schedule/certificate-reminders.ts';
import { atOfficeHour, SENDING_HOURS } from '../../core/schedule/sending-hours.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import {
  holdAsItIs,
  keepCertificateRound,
  listRemindedOf,
  type RemindedOf,
} from '../../records/certificate-reminders.ts';
import { findOwnCertificate } from '../../records/certificates.ts';
import type { Tx } from '../../records/database.ts';
import { addDelivery } from '../../records/deliveries.ts';
import { findReach, wasRemindedSince } from '../../records/dossier-reminders.ts';
import { offerChoices } from '../../records/offered-choices.ts';
import { findOpenSelection } from '../../records/open-selection.ts';
import { takeLane } from '../../records/people.ts';
import type { Run } from '../job.ts';
import { mayRemind } from '../may-remind.ts';

type Pair = { certificateId: string; personId: string };

/**
 * Holds the person's lane, so that no turn of theirs runs meanwhile, and the certificate, so that no officer corrects it;
 * when a turn holds the lane, the next sweep looks again. Everything is decided anew from what is in the database now.
 */
export async function tendCertificateHandler({ certificateId, personId }: Pair, run: Run): Promise<void> {
  await run.db.$transaction(async (tx) => {
    if ((await takeLane(tx, personId)) === undefined) return;
    await holdAsItIs(tx, certificateId);
    const [reminded] = await listRemindedOf(tx, { only: { certificateId, personId }, limit: 1 });
    if (reminded !== undefined) await tend(tx, reminded, run);
  });
}

async function tend(tx: Tx, reminded: RemindedOf, { ids, now, log }: Run): Promise<void> {
  const { certificateId: id, personId, version, since, dealtWith } = reminded;
  const { due, missed } = certificateDue(reminded, { now, dealtWith });
  for (const { which, dueAt } of missed) {
    // What was over before it was entered was never to be told.
    const outcome = dueAt <= since ? 'past' : 'missed';
    await keepCertificateRound(tx, { certificateId: id, personId, version, which, dueAt, outcome, now });
    if (outcome === 'missed') log.warn({ certificate: id, round: which }, 'a reminder of a certificate was missed');
  }
  const certificate = due === undefined ? undefined : await findOwnCertificate(tx, { id, personId });
  const reach = due === undefined ? undefined : await findReach(tx, personId);
  if (due === undefined || certificate === undefined || reach === undefined) return;
  const { contactId, locale } = reach;
  if (contactId === null || !mayRemind(reach, now)) return;
  const today = officeDay(now);
  if (await wasRemindedSince(tx, { personId, since: atOfficeHour(today, 0) })) return;

  const selection = await findOpenSelection(tx, { personId, now });
  const isChanged = due.which === 'changed';
  const content = certificateContent(certificate, { locale, isChanged, selection, now });
  await addDelivery(tx, {
    id: ids.next(),
    key: `reminder/certificate/${id}/v${version}/${due.which}/${contactId}`,
    ...{ personId, contactId, kind: 'reminder', content, notBefore: now, now },
    // Tomorrow it may be put right already: it is then asked anew.
    notAfter: atOfficeHour(today, SENDING_HOURS.lastHour),
  });
  const paragraphs = content.text.split('\n');
  await offerChoices(tx, { personId, contactId, paragraphs, choices: content.choices, now });
  const { which, dueAt } = due;
  await keepCertificateRound(tx, { certificateId: id, personId, version, which, dueAt, outcome: 'told', now });
  log.info({ certificate: id, round: which }, 'a reminder of a certificate is in the ledger');
}
