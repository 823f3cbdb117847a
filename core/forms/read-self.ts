import { holds } from './applicable-questions.ts';
import { saysSelf } from './fields/says-self.ts';
import type { Filling } from './filling.ts';
import type { Question } from './form.ts';
import { type AnswerValue, findFittingValue, isSkipped } from './values.ts';

/** "Vẫn là em", where a name is asked that is often theirs who speaks: that is known from another question. */
export function readSelf(
  { answers }: Pick<Filling, 'answers'>,
  question: Question,
  text: string,
): AnswerValue | undefined {
  const { self } = question;
  if (self === undefined || !holds(self.askIf, answers)) return undefined;
  if (!saysSelf(text)) return undefined;
  const value = findFittingValue(question, answers[self.questionId]);
  return value === undefined || isSkipped(value) ? undefined : value;
}
