import type { FieldReading, FormTools } from './fields/field-reading.ts';
import { readField } from './fields/read-field.ts';
import type { FormDefinition, Question } from './form.ts';
import { answerWords } from './form-words.ts';
import type { Saying } from './saying.ts';
import { type AnswerValue, findFittingValue } from './values.ts';

/** A new answer as it is entered for somebody: words, of several readings the one that was picked, or options. */
export type GivenAnswer = { text: string; pick?: number } | { optionIds: readonly string[] };

/** What the question makes of it: the very reading that the person's own words would get. */
export type NewAnswer =
  | { kind: 'value'; value: AnswerValue; warning?: Saying }
  /** One of these is to be picked. */
  | { kind: 'choose'; options: { value: AnswerValue; label: Saying }[] }
  | { kind: 'unread'; problem: Saying };

/** Reads a new answer by the question's own field. Photos are their sender's alone. */
export function readNewAnswer(
  form: FormDefinition,
  question: Question,
  { given, tools }: { given: GivenAnswer; tools: FormTools },
): NewAnswer {
  if ('optionIds' in given) return readOptions(question, given.optionIds);
  const reading = readField(form, question, given.text, tools);
  if (reading.kind === 'value' || reading.kind === 'unread') return reading;
  const options = optionsOf(form, question, reading);
  const picked = given.pick === undefined ? undefined : options[given.pick];
  return picked === undefined ? { kind: 'choose', options } : { kind: 'value', value: picked.value };
}

function optionsOf(
  form: FormDefinition,
  question: Question,
  reading: Extract<FieldReading, { kind: 'confirm' | 'choose' }>,
): { value: AnswerValue; label: Saying }[] {
  if (reading.kind === 'choose') return reading.options;
  return [{ value: reading.value, label: answerWords(form, question, reading.value) }];
}

function readOptions({ field, ...question }: Question, optionIds: readonly string[]): NewAnswer {
  const offered = field.kind === 'choice' || field.kind === 'choices' ? field.options : [];
  const known = offered.filter(({ id, isKeptOnly }) => isKeptOnly !== true && optionIds.includes(id));
  const ids = known.map(({ id }) => id);
  const [only, another] = ids;
  const isOne = field.kind === 'choice' && only !== undefined && another === undefined;
  const value = findFittingValue({ ...question, field }, isOne ? only : { optionIds: ids });
  const isWhole = ids.length === optionIds.length && value !== undefined;
  return isWhole ? { kind: 'value', value } : { kind: 'unread', problem: { key: 'register:problem.choice' } };
}
