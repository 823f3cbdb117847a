import type { Condition, FormDefinition, Question } from './form.ts';
import type { FormState } from './form-state.ts';
import { GONE, isPartAsked } from './group.ts';
import { type Answers, choicesValue } from './values.ts';

/** The questions that apply to these answers, in order. */
export function applicableQuestions(form: FormDefinition, answers: Answers): Question[] {
  return askableQuestions(form, answers).filter(({ group }) => group?.part !== GONE);
}

/**
 * Also those that are asked only when somebody wishes it: whether an item is to be removed; and the aside of which it is just
 * asked back what was meant.
 */
export function askableQuestions(form: FormDefinition, answers: Answers, state?: FormState): Question[] {
  return form.questions.filter(({ id, askIf, group, isAside }) => {
    if (isAside && state?.at === id && state.pending !== undefined) return true;
    if (group !== undefined && !isPartAsked(group, answers)) return false;
    return askIf === undefined || holds(askIf, answers);
  });
}

/** Whether a condition is met by these answers. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('holds' in condition) return condition.holds(answers);
  const answer = answers[condition.questionId];
  if ('isAnswered' in condition) return (answer !== undefined) === condition.isAnswered;
  const several = choicesValue.safeParse(answer);
  if ('isChosen' in condition) return several.success && several.data.optionIds.length > 0;
  const options = several.success ? several.data.optionIds : typeof answer === 'string' ? [answer] : [];
  if ('isNoneOf' in condition) return !options.some((option) => condition.isNoneOf.includes(option));
  return options.some((option) => condition.isOneOf.includes(option));
}
