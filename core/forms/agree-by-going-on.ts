import { answerText } from './answer-text.ts';
import { type FormStep, findCurrent } from './form-step.ts';
import { isMenu } from './is-menu.ts';
import type { Here } from './moves.ts';
import { acceptWords, goOnFrom } from './take-reading.ts';

/**
 * "Anh/chị cần: Mua máy. Đúng không ạ?", and what was told instead answers something later: who goes on agrees. Undefined where
 * `told`, what was made of the words, is no such answer.
 */
export function agreeByGoingOn(here: Here, told: FormStep, text: string): FormStep | undefined {
  const { form, state, answers } = here;
  const { pending } = state;
  const question = findCurrent(form, state, answers);
  if (question === undefined || !isMenu(question) || pending?.kind !== 'confirm') return undefined;
  const [asked] = pending.options;
  const isStillAsked = told.state.pending?.serial === pending.serial;
  const isOfOthers = told.changes.length > 0 && told.changes.every(({ questionId }) => questionId !== question.id);
  if (asked === undefined || !isStillAsked || !isOfOthers) return undefined;
  const kept = acceptWords(here, question, { value: asked.value, raw: pending.raw });
  return goOnFrom(here, kept, (after) => answerText(after, text));
}
