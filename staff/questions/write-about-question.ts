import { AppError } from '../../core/app-error.ts';
import { findQuestion } from '../../records/question-detail.ts';
import { notify } from '../../records/signals.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { inFrame, moreFrame } from '../messages/frames.ts';
import { getAddressee, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';

/**
 * Adds to a question that was settled already, e.g. by the officer who came second. The answer on record stays.
 * Throws `not-found`, `person.erased` and `person.unreachable`.
 */
export async function writeAboutQuestion(
  deps: StaffDeps,
  { id, requestId, text, officer }: { id: string; requestId: string; text: string; officer: Officer },
): Promise<void> {
  const deed = {
    requestId,
    actorId: officer.id,
    action: 'question.written',
    subjectKind: 'HumanHandoff',
    subjectId: id,
  };
  await writeOnce(deps, deed, async (tx, now) => {
    const question = await findQuestion(tx, id);
    if (question === undefined) throw new AppError('not-found');
    const addressee = await getAddressee(tx, question.personId);
    const frame = moreFrame({ locale: addressee.locale, officerName: officer.name, question });
    await writeToPerson(tx, deps, { addressee, text: inFrame(frame, text), requestId, officerId: officer.id, now });
    await notify(tx, 'console', 'message');
  });
}
