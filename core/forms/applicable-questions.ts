import type { FormDefinition, Question } from './form.ts';
import type { Answers } from './values.ts';

/** The questions that apply to these answers, in order. */
export function applicableQuestions(form: FormDefinition, answers: Answers): Question[] {
  return form.questions.filter(({ askIf }) => {
    if (askIf === undefined) return true;
    const answer = answers[askIf.questionId];
    return typeof answer === 'string' && askIf.isOneOf.includes(answer);
  });
}
