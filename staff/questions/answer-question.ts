import { AppError } from '../../core/app-error.ts';
import { findQuestion, settleQuestion } from '../../records/question-detail.ts';
import { notify } from '../../records/signals.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { answerFrame, inFrame } from '../messages/frames.ts';
import { getAddressee, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { type Keep, keepInAnswer } from './keep-answer.ts';

/**
 * Answers a question that waits; the person hears. Throws `not-found`, and `question.already-settled` when a colleague
 * was faster: nothing is sent then, and the second officer keeps their words. With `keep` the answer becomes an article in
 * the same transaction: when it may not, nothing is sent either, and it throws as `keepAsArticle`.
 */
export async function answerQuestion(
  deps: StaffDeps,
  options: { id: string; requestId: string; text: string; keep?: Keep; officer: Officer },
): Promise<void> {
  const { id, requestId, text, keep, officer } = options;
  const deed = {
    requestId,
    actorId: officer.id,
    action: 'question.answered',
    subjectKind: 'HumanHandoff',
    subjectId: id,
  };
  await writeOnce(deps, deed, async (tx, now) => {
    const isOurs = await settleQuestion(tx, { id, status: 'answered', answer: text, officerId: officer.id, now });
    const question = await findQuestion(tx, id);
    if (question === undefined) throw new AppError('not-found');
    if (!isOurs) throw new AppError('question.already-settled');

    const addressee = await getAddressee(tx, question.personId);
    const frame = answerFrame({ locale: addressee.locale, officerName: officer.name, question });
    await writeToPerson(tx, deps, { addressee, text: inFrame(frame, text), requestId, officerId: officer.id, now });
    if (keep !== undefined) await keepInAnswer(tx, deps, { id, keep, officer, now });
    await notify(tx, 'console', 'handoff');
  });
}
