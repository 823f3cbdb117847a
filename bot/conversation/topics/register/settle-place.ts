import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { currentState } from './form-turn.ts';
import { rereadDraft } from './with-draft.ts';

/** Who leaves a draft while the new name of their old commune is asked back has named it surely: it is not asked again. */
export async function settlePlace(turn: Turn, draft: FilledForm): Promise<FilledForm> {
  const { at, pending } = currentState(turn, draft);
  const about = pending?.about;
  const isRenamed = typeof about === 'object' && about.key === 'register:confirm.placeRenamed';
  const [asked] = pending?.options ?? [];
  if (!isRenamed || asked === undefined) return draft;
  const changes = [{ questionId: at, value: asked.value, raw: pending?.raw }];
  await keepAnswers(turn.tx, { id: draft.application.id, changes, formVersion: draft.form.version, now: turn.now });
  return await rereadDraft(turn, draft);
}
