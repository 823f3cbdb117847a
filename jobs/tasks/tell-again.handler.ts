import { atOfficeHour, SENDING_HOURS } from '../../core/schedule/sending-hours.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import { addDelivery } from '../../records/deliveries.ts';
import { findReach } from '../../records/dossier-reminders.ts';
import { offerChoices } from '../../records/offered-choices.ts';
import { takeLane } from '../../records/people.ts';
import { findAgain, settleAgain } from '../../records/remind-again.ts';
import { againMessage } from '../again-message.ts';
import type { Run } from '../job.ts';
import { mayRemind } from '../may-remind.ts';

/** Holds the person's lane; when a turn holds it, or the person is in a talk, the next sweep looks again. */
export async function tellAgainHandler({ id }: { id: string }, run: Run): Promise<void> {
  const { db, ids, now, log, plan } = run;
  const found = await findAgain(db, id);
  if (found === undefined || found.dueAt > now) return;
  await db.$transaction(async (tx) => {
    if ((await takeLane(tx, found.personId)) === undefined) return;
    const wish = await findAgain(tx, id);
    if (wish === undefined || wish.personId !== found.personId) return;
    const reach = await findReach(tx, wish.personId);
    const { locale = 'vi', contactId = null } = reach ?? {};
    const message = await againMessage(tx, wish, { locale, plan: plan(), now });
    if (message === undefined || reach === undefined || contactId === null) {
      await settleAgain(tx, { id, outcome: 'missed', now });
      log.warn({ again: id }, 'nothing was left to be reminded of again');
      return;
    }
    if (!mayRemind(reach, now)) return;
    const { content, key, window } = message;
    const { personId } = wish;
    await addDelivery(tx, {
      id: ids.next(),
      key: `${key}/again-${id}/${contactId}`,
      ...{ personId, contactId, kind: 'reminder', content, notBefore: now, now },
      notAfter: window?.closesAt ?? atOfficeHour(officeDay(now), SENDING_HOURS.lastHour),
      ...(window === undefined ? {} : { windowId: window.id, windowVersion: window.version }),
    });
    const paragraphs = content.text.split('\n');
    await offerChoices(tx, { personId, contactId, paragraphs, choices: content.choices, now });
    await settleAgain(tx, { id, outcome: 'told', now });
  });
}
