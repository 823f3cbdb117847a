import type { FormDefinition, Question } from './form.ts';
import { GONE, isPartAsked } from './group.ts';
import type { Answers } from './values.ts';

/** The questions that apply to these answers, in order. */
export function applicableQuestions(form: FormDefinition, answers: Answers): Question[] {
  return askableQuestions(form, answers).filter(({ group }) => group?.part !== GONE);
}

/** Also those that are asked only when somebody wishes it: whether an item is to be removed. */
export function askableQuestions(form: FormDefinition, answers: Answers): Question[] {
  return form.questions.filter(({ askIf, group }) => {
    if (group !== undefined && !isPartAsked(group, answers)) return false;
    if (askIf === undefined) return true;
    const answer = answers[askIf.questionId];
    return typeof answer === 'string' && askIf.isOneOf.includes(answer);
  });
}
