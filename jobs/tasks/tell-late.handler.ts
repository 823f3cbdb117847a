import { isOfficeHour } from '../../core/schedule/office-hours.ts';
import { officerPromise } from '../../core/schedule/officer-promise.ts';
import { addDelivery } from '../../records/deliveries.ts';
import { findLateQuestion, type LateQuestion, lateNoticeKey, renewPromise } from '../../records/late-questions.ts';
import { takeLane } from '../../records/people.ts';
import { notify } from '../../records/signals.ts';
import type { Run } from '../job.ts';
import { lateMessage } from '../late-message.ts';

/** So often a broken promise is followed by a new one. After that nothing more is promised, and nothing more said. */
const MOST_NEW_PROMISES = 2;

/**
 * Holds the person's lane, so that no turn of theirs runs meanwhile, and the question's row, so that no officer answers
 * meanwhile. The key of the message is the broken promise: it is told of once, whoever else looks.
 */
export async function tellLateHandler({ questionId }: { questionId: string }, run: Run): Promise<void> {
  const { db, now, ids, log, holidays } = run;
  if (!isOfficeHour(now, holidays())) return;
  const found = await findLateQuestion(db, { id: questionId, now });
  if (found === undefined) return;
  await db.$transaction(async (tx) => {
    if ((await takeLane(tx, found.personId)) === undefined) return;
    const late = await findLateQuestion(tx, { id: questionId, now });
    // Its person was joined to another meanwhile, whose lane is not held here: the next sweep looks again.
    if (late === undefined || late.personId !== found.personId) return;
    const { personId, contactId, promisedAt, timesTold } = late;
    if (contactId === null || isInTalk(late, now)) return;

    const promise = officerPromise({ askedAt: now, holidays: holidays() });
    const newTime = promise.kind === 'promised' && timesTold < MOST_NEW_PROMISES ? promise.by : undefined;
    if (!(await renewPromise(tx, { id: questionId, from: promisedAt, to: newTime }))) return;
    await addDelivery(tx, {
      id: ids.next(),
      key: lateNoticeKey(late),
      personId,
      contactId,
      kind: 'reminder',
      content: lateMessage(late, newTime, now),
      notBefore: now,
      // A new time that has passed as well is told to nobody.
      notAfter: newTime,
      now,
    });
    await notify(tx, 'console', 'handoff');
    log.warn({ question: questionId, timesTold: timesTold + 1 }, 'an officer did not answer by the promised time');
  });
}

/** Their own message waits for its turn, or an officer is talking with them. */
function isInTalk({ isUnanswered, officerUntil }: LateQuestion, now: Date): boolean {
  return isUnanswered || (officerUntil !== null && officerUntil > now);
}
