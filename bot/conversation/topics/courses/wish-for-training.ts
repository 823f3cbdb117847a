import type { CourseProgramme } from '../../../../core/courses/course.ts';
import { findOpenDraft } from '../../../../records/applications.ts';
import type { Reply, Turn } from '../../topic.ts';
import { hasConsent } from '../form/consent.ts';
import { beginNew, start } from '../register/begin.ts';
import { showForm } from '../register/form-turn.ts';
import { withDraft } from '../register/with-draft.ts';
import { sayTraining, settleTraining } from './settle-training.ts';

/** A request for training without a course: what, when and where are asked once it was sent. */
export async function wishForTraining(turn: Turn, programme: CourseProgramme): Promise<Reply | undefined> {
  const draft = await findOpenDraft(turn.tx, turn.person.id);
  if (draft !== undefined) {
    if (draft.answers.need !== undefined || !hasConsent(turn)) return await start(turn);
    await settleTraining(turn, draft.id, { programme });
    return await withDraft(turn, draft.id, async (filled) => showForm(turn, filled));
  }
  return await beginNew(turn, { said: { text: sayTraining(turn, programme), isWish: true, training: { programme } } });
}
