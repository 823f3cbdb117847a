import { AppError } from '../../core/app-error.ts';
import { findQuestion, settleQuestion } from '../../records/question-detail.ts';
import { notify } from '../../records/signals.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';

/**
 * Ends the wait of a question without a message: it was answered by telephone, or asks nothing.
 * Throws `not-found` and `question.already-settled`.
 */
export async function closeQuestion(
  deps: StaffDeps,
  { id, requestId, officer }: { id: string; requestId: string; officer: Officer },
): Promise<void> {
  const deed = {
    requestId,
    actorId: officer.id,
    action: 'question.closed',
    subjectKind: 'HumanHandoff',
    subjectId: id,
  };
  await writeOnce(deps, deed, async (tx, now) => {
    if (!(await settleQuestion(tx, { id, status: 'closed', answer: null, officerId: officer.id, now }))) {
      throw new AppError((await findQuestion(tx, id)) === undefined ? 'not-found' : 'question.already-settled');
    }
    await notify(tx, 'console', 'handoff');
  });
}
