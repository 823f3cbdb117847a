import { sayMoney } from './fields/money-field.ts';
import { sayPhone } from './fields/phone-field.ts';
import { sayPlace } from './fields/place-field.ts';
import type { FormDefinition, Question } from './form.ts';
import type { Saying } from './saying.ts';
import { type Answers, type AnswerValue, moneyValue, placeValue, skippedValue } from './values.ts';

/** The question itself, without its number: `register:<form>.<question>.ask`, worded by an earlier choice where it says so. */
export function askWords(form: FormDefinition, question: Question, answers: Answers): Saying {
  return { key: wordKey(form, question, 'ask'), values: contextOf(question, answers) };
}

/** What the question is called on the review card: "Số điện thoại". */
export function labelWords(form: FormDefinition, question: Question): Saying {
  return { key: wordKey(form, question, 'label') };
}

/** "400tr, hoặc 1 tỷ 2" */
export function exampleWords(form: FormDefinition, question: Question): Saying {
  return { key: wordKey(form, question, 'example') };
}

export function skipWords(form: FormDefinition, question: Question): Saying {
  return { key: wordKey(form, question, 'skip') };
}

export function optionWords(form: FormDefinition, question: Question, option: string): Saying {
  return { key: wordKey(form, question, `option.${option}`) };
}

/** An answer as a person reads it. */
export function answerWords(form: FormDefinition, question: Question, value: AnswerValue): Saying {
  if (skippedValue.safeParse(value).success) return skipWords(form, question);
  const money = moneyValue.safeParse(value);
  if (money.success) return sayMoney(money.data);
  const place = placeValue.safeParse(value);
  if (place.success) return sayPlace(place.data);
  if (typeof value !== 'string') return '';
  if (question.field.kind === 'choice') return optionWords(form, question, value);
  return question.field.kind === 'phone' ? sayPhone(value) : value;
}

function wordKey(form: FormDefinition, question: Question, part: string): string {
  return `register:${form.id}.${question.id}.${part}`;
}

function contextOf({ wordedBy }: Question, answers: Answers): { context: string } | undefined {
  const option = wordedBy === undefined ? undefined : answers[wordedBy];
  return typeof option === 'string' ? { context: option } : undefined;
}
