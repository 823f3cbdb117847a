import { findQuestion, type Question } from './form.ts';
import type { FormStep } from './form-step.ts';
import type { Here } from './moves.ts';
import { listSumsByChoice } from './sum-by-choice.ts';
import { acceptWords } from './take-reading.ts';

/** Where a sum is asked that is that of a choice: of several options with a sum each, that of the one that was chosen. */
export function takeSumOfChoice(here: Here, asked: Question, text: string): FormStep | undefined {
  const { form, answers } = here;
  const choice = asked.wordedBy === undefined ? undefined : findQuestion(form, asked.wordedBy);
  const chosen = choice && answers[choice.id];
  if (asked.field.kind !== 'money' || choice === undefined || typeof chosen !== 'string') return undefined;
  const value = listSumsByChoice(here, choice, text).get(chosen);
  return value === undefined ? undefined : acceptWords(here, asked, { value, raw: text });
}
