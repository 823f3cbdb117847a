import { sayCount } from './fields/count-field.ts';
import { sayMoney } from './fields/money-field.ts';
import { sayPhone } from './fields/phone-field.ts';
import { sayPlace } from './fields/place-field.ts';
import { sayTaxCode } from './fields/tax-code-field.ts';
import { sayWhen } from './fields/when-field.ts';
import type { FormDefinition, Question } from './form.ts';
import type { GroupItem } from './group.ts';
import type { Saying } from './saying.ts';
import {
  type Answers,
  type AnswerValue,
  countValue,
  moneyValue,
  photosValue,
  placeValue,
  skippedValue,
  whenValue,
} from './values.ts';

/** The question itself, without its number: `register:<form>.<question>.ask`, worded by an earlier choice where it says so. */
export function askWords(form: FormDefinition, question: Question, answers: Answers): Saying {
  return { key: wordKey(form, question, 'ask'), values: { ...numberOf(question), ...contextOf(question, answers) } };
}

/** What the question is called on the review card: "Số điện thoại", "Máy 2, giá". */
export function labelWords(form: FormDefinition, question: Question): Saying {
  return { key: wordKey(form, question, 'label'), values: numberOf(question) };
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

/** An answer as a person reads it. Twelve digits of a tax code are a personal id: only the last four are told. */
export function answerWords(form: FormDefinition, question: Question, value: AnswerValue): Saying {
  if (skippedValue.safeParse(value).success) return skipWords(form, question);
  const money = moneyValue.safeParse(value);
  if (money.success) return sayMoney(money.data);
  const place = placeValue.safeParse(value);
  if (place.success) return sayPlace(place.data);
  const count = countValue.safeParse(value);
  if (count.success) return sayCount(count.data, (part) => wordKey(form, question, part));
  const when = whenValue.safeParse(value);
  if (when.success) return sayWhen(when.data);
  const photos = photosValue.safeParse(value);
  if (photos.success) return { key: 'register:photoCount', values: { number: photos.data.fileIds.length } };
  if (typeof value !== 'string') return '';
  if (question.field.kind === 'choice') return optionWords(form, question, value);
  if (question.field.kind === 'tax-code') return sayTaxCode(value);
  return question.field.kind === 'phone' ? sayPhone(value) : value;
}

/** Words of a group itself: `label`, `list`, `items`, `item`, `add`, `remove`, `none`. */
export function groupWords(
  form: FormDefinition,
  groupId: string,
  part: string,
  values?: Readonly<Record<string, Saying | number>>,
): Saying {
  return { key: `register:${form.id}.${groupId}.${part}`, values };
}

/** "Máy 2: Lò sấy · Máy mới · 400 triệu đồng" */
export function itemWords(form: FormDefinition, groupId: string, item: GroupItem, answers: Answers): Saying {
  const told = item.questions.flatMap((question) => {
    const value = answers[question.id];
    return value === undefined ? [] : [answerWords(form, question, value)];
  });
  return groupWords(form, groupId, 'item', { number: item.number, what: listWords(told) });
}

/** "một · hai · ba" */
function listWords(sayings: readonly Saying[]): Saying {
  return sayings.reduce<Saying>(
    (list, item) => (list === '' ? item : { key: 'register:list', values: { list, item } }),
    '',
  );
}

function wordKey(form: FormDefinition, { id, group, wordsOf }: Question, part: string): string {
  return `register:${wordsOf ?? form.id}.${group === undefined ? id : `${group.id}.${group.part}`}.${part}`;
}

function numberOf({ group }: Question): { number: number } | undefined {
  return group === undefined ? undefined : { number: group.number };
}

function contextOf({ wordedBy }: Question, answers: Answers): { context: string } | undefined {
  const option = wordedBy === undefined ? undefined : answers[wordedBy];
  return typeof option === 'string' ? { context: option } : undefined;
}
