import { AppError } from '../core/app-error.ts';
import {
  type CorrectedData,
  type CorrectionAskedBy,
  correctedData,
  findUndoable,
  mayCorrect,
} from '../core/applications/correction.ts';
import type { ActorKind } from '../core/applications/event.ts';
import { KEPT_OF_ESTABLISHMENT } from '../core/programmes/establishment.ts';
import { findProgrammeSettledBy } from '../core/programmes/programmes.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { actOnApplication } from './application-actions.ts';
import { type Deed, lockApplication, notAllowed } from './application-events.ts';
import type { Tx } from './database.ts';
import { refreshEstablishment } from './establishments.ts';

/** The answer that is put there, or the correction that is undone; both with the moment of the answer that was seen. */
export type Correction = { questionId: string; seenAnsweredAt: Date | null } & (
  | { value: Prisma.InputJsonValue }
  | { undoes: string }
);

/**
 * An officer puts an answer right. What it was and what it is stand in the event, so they go with the person's data when
 * that is deleted. Throws what `actOnApplication` throws, `application.not-allowed` for an answer that is not to be put
 * right now, `correction.changed` when the answer is no longer the one that was seen, and `correction.not-undoable`.
 */
export async function correctAnswer(
  tx: Tx,
  options: Deed & {
    actor: { kind: ActorKind; id?: string };
    correction: Correction;
    askedBy: CorrectionAskedBy;
    reason: string;
  },
): Promise<{ isRepeated: boolean }> {
  const { id, requestId, now, ids, actor, correction, askedBy, reason } = options;
  const { status, events, answers } = await lockApplication(tx, id);
  if (events.some((event) => event.requestId === requestId)) return { isRepeated: true };
  const { questionId, seenAnsweredAt } = correction;
  const kept = answers[questionId];
  if ((kept?.answeredAt.getTime() ?? null) !== (seenAnsweredAt?.getTime() ?? null)) {
    throw new AppError('correction.changed');
  }
  if (!mayCorrect({ status, questionId })) throw notAllowed('correct', status);
  const undone = 'undoes' in correction ? findUndoable({ events, answers }, correction.undoes) : undefined;
  if ('undoes' in correction && undone?.questionId !== questionId) throw new AppError('correction.not-undoable');

  // Two processes' clocks may differ: an answer is newer than all that happened before it.
  const answeredAt = after([now, ...events.map(({ at }) => at), ...(kept === undefined ? [] : [kept.answeredAt])], now);
  const next = 'undoes' in correction ? (undone?.before ?? null) : { value: correction.value, raw: null, answeredAt };
  const data = {
    ...{ questionId, askedBy, reason, before: kept ?? null, after: next },
    ...('undoes' in correction && { undoes: correction.undoes }),
  };
  const carried = correctedData.parse(JSON.parse(JSON.stringify(data)));
  const done = await actOnApplication(tx, { id, requestId, now, ids, actor, action: 'correct', data: carried });
  await putAnswer(tx, { id, questionId, answer: carried.after, now });
  return done;
}

/** With the establishment that is known by it, and the programme that it settles. */
async function putAnswer(
  tx: Tx,
  { id, questionId, answer, now }: { id: string; questionId: string; answer: CorrectedData['after']; now: Date },
): Promise<void> {
  const key = { applicationId: id, questionId };
  if (answer === null) {
    await tx.applicationAnswer.deleteMany({ where: key });
  } else {
    const put = { value: answer.value ?? '', raw: answer.raw, answeredAt: answer.answeredAt };
    await tx.applicationAnswer.upsert({
      where: { applicationId_questionId: key },
      create: { ...key, ...put },
      update: put,
    });
  }
  const settled = answer === null ? undefined : findProgrammeSettledBy([{ questionId, value: answer.value }]);
  const { establishmentId } = await tx.application.update({
    where: { id },
    data: { programme: settled?.id },
    select: { establishmentId: true },
  });
  if (establishmentId === null || !KEPT_OF_ESTABLISHMENT.includes(questionId)) return;
  await refreshEstablishment(tx, { id: establishmentId, now });
}

function after(times: readonly Date[], now: Date): Date {
  const latest = Math.max(...times.map((time) => time.getTime()));
  return latest > now.getTime() ? new Date(latest + 1) : now;
}
