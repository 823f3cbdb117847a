import { applicableQuestions } from './applicable-questions.ts';
import { readField } from './fields/read-field.ts';
import { isRatherPhone } from './fields/tax-code-field.ts';
import type { Field, Question } from './form.ts';
import type { Here } from './moves.ts';
import { isPeopleAlone, isSumAlone, isTimeAlone } from './read-elsewhere.ts';
import { type AnswerValue, isSkipped } from './values.ts';

/**
 * A phone number, a sum, a time, a count where none is asked, and whose own question has another answer already: perhaps that
 * one is not right. Where several could be meant, the one that the request asks itself.
 */
export function findToldAnew(here: Here, text: string): { question: Question; value: AnswerValue } | undefined {
  const { form, answers, tools } = here;
  if (form.order === 'any') return undefined;
  const kinds = kindsOf(text);
  const told = applicableQuestions(form, answers).filter(
    ({ id, field }) => kinds.includes(field.kind) && answers[id] !== undefined && !isSkipped(answers[id]),
  );
  const own = told.filter(({ isAside }) => isAside !== true);
  const [question, another] = own.length === 0 ? told : own;
  if (question === undefined || another !== undefined) return undefined;
  const reading = readField(form, question, text, tools);
  const isRead = reading.kind === 'value' && !isSkipped(reading.value);
  return isRead ? { question, value: reading.value } : undefined;
}

function kindsOf(text: string): Field['kind'][] {
  if (isSumAlone(text)) return ['money'];
  if (isTimeAlone(text)) return ['when'];
  if (isPeopleAlone(text)) return ['count'];
  return isRatherPhone(text) || /\d[\d .+()-]{7,}/.test(text) ? ['phone'] : [];
}
