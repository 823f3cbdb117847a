import { waitOf } from '../../bot/outbox/dossier-wait.ts';
import { atOfficeHour, SENDING_HOURS } from '../../core/schedule/sending-hours.ts';
import { whatIsDue } from '../../core/schedule/what-is-due.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import { findApplication } from '../../records/applications.ts';
import type { Tx } from '../../records/database.ts';
import { addDelivery } from '../../records/deliveries.ts';
import {
  findReach,
  keepDossierRound,
  listDealtWith,
  listWaitingDossiers,
  wasRemindedSince,
} from '../../records/dossier-reminders.ts';
import { offerChoices } from '../../records/offered-choices.ts';
import { takeLane } from '../../records/people.ts';
import { dossierMessage } from '../dossier-message.ts';
import type { Run } from '../job.ts';
import { mayRemind } from '../may-remind.ts';

/**
 * Holds the person's lane, so that no turn of theirs runs meanwhile; when a turn holds it, the next sweep looks again.
 * Everything is decided anew from what is in the database now.
 */
export async function tendDossierHandler({ applicationId }: { applicationId: string }, run: Run): Promise<void> {
  const [found] = await listWaitingDossiers(run.db, { id: applicationId, limit: 1 });
  if (found === undefined) return;
  await run.db.$transaction(async (tx) => {
    if ((await takeLane(tx, found.personId)) === undefined) return;
    const [waiting] = await listWaitingDossiers(tx, { id: applicationId, limit: 1 });
    if (waiting?.personId !== found.personId) return;
    await tend(tx, waiting, run);
  });
}

async function tend(tx: Tx, { id, personId }: { id: string; personId: string }, run: Run): Promise<void> {
  const { ids, now, log, plan } = run;
  const dossier = await findApplication(tx, { id, personId });
  const wait = dossier === undefined ? undefined : waitOf(dossier, { plan: plan(), now });
  if (dossier === undefined || wait === undefined) return;
  const { about, rounds, closesAt } = wait;
  const dealtWith = await listDealtWith(tx, { applicationId: id, about });
  const { due, missed } = whatIsDue(rounds, { closesAt, now, dealtWith });
  for (const { which, dueAt } of missed) {
    await keepDossierRound(tx, { applicationId: id, about, which, dueAt, outcome: 'missed', now });
    log.warn({ application: id, about, round: which }, 'a reminder of a dossier was missed');
  }
  const reach = due === undefined ? undefined : await findReach(tx, personId);
  if (due === undefined || reach === undefined || reach.contactId === null || !mayRemind(reach, now)) return;
  const today = officeDay(now);
  if (await wasRemindedSince(tx, { personId, since: atOfficeHour(today, 0) })) return;

  const { content, paragraphs } = dossierMessage(dossier, { wait, locale: reach.locale, now });
  const { contactId } = reach;
  await addDelivery(tx, {
    id: ids.next(),
    key: `reminder/dossier/${id}/${about}/${due.which}/${contactId}`,
    ...{ personId, contactId, kind: 'reminder', content, notBefore: now, now },
    // Tomorrow it may be there already: it is then asked anew.
    notAfter: atOfficeHour(today, SENDING_HOURS.lastHour),
  });
  await offerChoices(tx, { personId, contactId, paragraphs, choices: content.choices, now });
  await keepDossierRound(tx, { applicationId: id, about, which: due.which, dueAt: due.dueAt, outcome: 'told', now });
  log.info({ application: id, about, round: due.which }, 'a reminder of a dossier is in the ledger');
}
