import { findPlaceAskedBack } from '../../../../core/forms/place-asked-back.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Turn } from '../../topic.ts';
import type { FilledForm } from '../filled-form.ts';
import { currentState } from './form-turn.ts';
import { rereadDraft } from './with-draft.ts';

/** Who leaves a draft for another while its commune is asked back has gone on: it is not asked again. */
export async function settlePlace(turn: Turn, draft: FilledForm): Promise<FilledForm> {
  const { at, pending } = currentState(turn, draft);
  const agreed = findPlaceAskedBack(pending);
  if (agreed === undefined) return draft;
  const changes = [{ questionId: at, ...agreed }];
  await keepAnswers(turn.tx, { id: draft.application.id, changes, formVersion: draft.form.version, now: turn.now });
  return await rereadDraft(turn, draft);
}
