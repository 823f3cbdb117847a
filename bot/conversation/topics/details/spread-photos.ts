import type { Question } from '../../../../core/forms/form.ts';
import { goOnAfter, openQuestions } from '../../../../core/forms/form-step.ts';
import { labelWords, listWords } from '../../../../core/forms/form-words.ts';
import type { Reply, Turn } from '../../topic.ts';
import { toolsOf } from '../form/form-tools.ts';
import { remarkOn } from '../photos/remark-on.ts';
import { currentState, keepDetails, showDetails } from './details-turn.ts';
import type { FilledDetails } from './fill-details.ts';
import { setState } from './state.ts';

/**
 * As many photos at once as sides of a product are still to be shown are those sides, in the order in which they came.
 * Undefined when they are more or fewer: then all of them are of the side that was asked.
 */
export async function spreadPhotos(
  turn: Turn,
  filled: FilledDetails,
  { question, fileIds }: { question: Question; fileIds: readonly string[] },
): Promise<Reply | undefined> {
  const sides = openQuestions(filled).filter(({ field }) => field.kind === 'photos' && field.of === 'product');
  const [first, another] = sides;
  const isOneEach = new Set(fileIds).size === sides.length && fileIds.length === sides.length;
  if (first?.id !== question.id || another === undefined || !isOneEach) return undefined;
  const changes = sides.map(({ id }, order) => ({
    questionId: id,
    value: { fileIds: fileIds.slice(order, order + 1) },
    raw: undefined,
  }));
  const kept = await keepDetails(turn, filled, changes);
  const { form, application, isAll } = kept;
  const last = sides.at(-1)?.id ?? question.id;
  const state = goOnAfter(kept, currentState(turn, filled), last);
  setState(turn, { step: 'form', applicationId: application.id, form: state, isAll, unsorted: [] });
  const list = toolsOf(turn).say(listWords(sides.map((side) => labelWords(form, side))));
  const remarks = await remarkOn(turn, fileIds, { purpose: 'product', among: fileIds });
  return showDetails(turn, kept, [turn.words.t('photos:spread', { number: fileIds.length, list }), ...remarks]);
}
