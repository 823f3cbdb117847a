import { isOfficeHour } from '../../core/schedule/office-hours.ts';
import { officerPromise } from '../../core/schedule/officer-promise.ts';
import type { Tx } from '../../records/database.ts';
import { addDelivery } from '../../records/deliveries.ts';
import {
  type LateQuestion,
  lateNoticeKey,
  listLateQuestions,
  noteToldTogether,
  renewPromise,
} from '../../records/late-questions.ts';
import { takeLane } from '../../records/people.ts';
import { notify } from '../../records/signals.ts';
import type { Run } from '../job.ts';
import { lateMessage } from '../late-message.ts';

/** So often a broken promise is followed by a new one. After that nothing more is promised, and nothing more said. */
const MOST_NEW_PROMISES = 2;

/**
 * Holds the person's lane, so that no turn of theirs runs meanwhile, and the questions' rows, so that no officer answers
 * meanwhile. The key of a word is the broken promise: it is told of once, whoever else looks.
 */
export async function tellLateHandler({ personId }: { personId: string }, run: Run): Promise<void> {
  const { db, now, holidays } = run;
  if (!isOfficeHour(now, holidays())) return;
  await db.$transaction(async (tx) => {
    if ((await takeLane(tx, personId)) === undefined) return;
    const late = (await listLateQuestions(tx, { personId, now })).filter((question) => !mustWait(question, now));
    const promise = officerPromise({ askedAt: now, holidays: holidays() });
    const canRenew = ({ timesTold }: LateQuestion): boolean =>
      promise.kind === 'promised' && timesTold < MOST_NEW_PROMISES;
    await tell(tx, late.filter(canRenew), promise.kind === 'promised' ? promise.by : undefined, run);
    await tell(
      tx,
      late.filter((question) => !canRenew(question)),
      undefined,
      run,
    );
  });
}

/** One message for all of them: messages are rationed. Each has its row in the ledger; those told with another are skipped. */
async function tell(tx: Tx, late: readonly LateQuestion[], newTime: Date | undefined, run: Run): Promise<void> {
  const { now, ids, log } = run;
  const broken: LateQuestion[] = [];
  for (const question of late) {
    const { id, promisedAt: from } = question;
    if (await renewPromise(tx, { id, from, to: newTime })) broken.push(question);
  }
  const content = lateMessage(broken, newTime, now);
  for (const [index, { id: questionId, personId, contactId, promisedAt, timesTold }] of broken.entries()) {
    if (contactId === null) continue;
    const id = ids.next();
    const added = await addDelivery(tx, {
      id,
      key: lateNoticeKey({ id: questionId, promisedAt }),
      personId,
      contactId,
      kind: 'reminder',
      content,
      notBefore: now,
      // A new time that has passed as well is told to nobody.
      notAfter: newTime,
      now,
    });
    if (added !== undefined && index > 0) await noteToldTogether(tx, { id, now });
    log.warn({ question: questionId, timesTold: timesTold + 1 }, 'an officer did not answer by the promised time');
  }
  if (broken.length > 0) await notify(tx, 'console', 'handoff');
}

/** Nowhere to tell them; or their own message waits for its turn, or an officer is talking with them. */
function mustWait({ contactId, isUnanswered, officerUntil }: LateQuestion, now: Date): boolean {
  return contactId === null || isUnanswered || (officerUntil !== null && officerUntil > now);
}
