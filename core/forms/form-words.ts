import { holds } from './applicable-questions.ts';
import { sayCount } from './fields/count-field.ts';
import { sayMoney } from './fields/money-field.ts';
import { sayPercent } from './fields/percent-field.ts';
import { sayPhone } from './fields/phone-field.ts';
import { sayPlace } from './fields/place-field.ts';
import { sayTaxCode } from './fields/tax-code-field.ts';
import { sayWhen } from './fields/when-field.ts';
import { type FormDefinition, findQuestion, type Question } from './form.ts';
import type { GroupItem } from './group.ts';
import type { Saying } from './saying.ts';
import {
  type Answers,
  type AnswerValue,
  choicesValue,
  countValue,
  moneyValue,
  percentValue,
  photosValue,
  placeValue,
  skippedValue,
  whenValue,
} from './values.ts';

/**
 * The question itself, without its number: `<words>.<question>.ask`, or the words of an earlier choice where it says so. To who
 * fills it in for another it is `.askOfOwner`, where there is one.
 */
export function askWords(form: FormDefinition, question: Question, answers: Answers): Saying {
  const wordsOf = findWordsOfChoice(form, question, answers);
  const key = wordsOf === undefined ? wordKey(form, question, 'ask') : `${wordsOf}.${question.id}`;
  return ofOwner(form, answers, { key, values: numberOf(question) });
}

function ofOwner(
  { ofOwner: spoken }: FormDefinition,
  answers: Answers,
  { key, values }: Exclude<Saying, string>,
): Saying {
  if (spoken === undefined || !holds(spoken.askIf, answers)) return { key, values };
  const owner = answers[spoken.name];
  const whose: Saying =
    typeof owner === 'string' && owner !== ''
      ? { key: 'register:whose.named', values: { owner } }
      : { key: 'register:whose.unnamed' };
  return { key: `${key}OfOwner`, or: key, values: { ...values, whose } };
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
  const wordsOf = findOption(question, option)?.wordsOf;
  if (wordsOf !== undefined) return { key: `${wordsOf}.option` };
  return { key: wordKey(form, question, `option.${option}`) };
}

/** What the options of a menu's entry are called in the first list, and what is asked when the entry was picked. */
export function menuWords(form: FormDefinition, question: Question, entry: string): Saying {
  return { key: wordKey(form, question, `menu.${entry}`) };
}

export function menuAskWords(form: FormDefinition, question: Question, entry: string): Saying {
  return { key: wordKey(form, question, `menuAsk.${entry}`) };
}

/** An option told by what is hard, for who does not know what there is. */
export function guideWords(form: FormDefinition, question: Question, option: string): Saying {
  return { key: wordKey(form, question, `guide.${option}`) };
}

/** Asked after a bare yes to a choice among ways of it. */
export function whichWords(form: FormDefinition, question: Question): Saying {
  return { key: wordKey(form, question, 'which') };
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
  const percent = percentValue.safeParse(value);
  if (percent.success) return sayPercent(percent.data);
  const several = choicesValue.safeParse(value);
  if (several.success) return listWords(several.data.optionIds.map((option) => optionWords(form, question, option)));
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
  return { key: `${wordsOfForm(form)}.${groupId}.${part}`, values };
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
export function listWords(sayings: readonly Saying[]): Saying {
  return sayings.reduce<Saying>(
    (list, item) => (list === '' ? item : { key: 'register:list', values: { list, item } }),
    '',
  );
}

function wordKey(form: FormDefinition, { id, group, wordsOf: own }: Question, part: string): string {
  return `${own ?? wordsOfForm(form)}.${group === undefined ? id : `${group.id}.${group.part}`}.${part}`;
}

/** Where the words of a form are. */
export function wordsOfForm({ id, words }: FormDefinition): string {
  return words ?? `register:${id}`;
}

function numberOf({ group }: Question): { number: number } | undefined {
  return group === undefined ? undefined : { number: group.number };
}

function findWordsOfChoice(form: FormDefinition, { wordedBy }: Question, answers: Answers): string | undefined {
  const by = wordedBy === undefined ? undefined : findQuestion(form, wordedBy);
  const option = by === undefined ? undefined : answers[by.id];
  return by === undefined || typeof option !== 'string' ? undefined : findOption(by, option)?.wordsOf;
}

function findOption({ field }: Question, id: string) {
  const isChoice = field.kind === 'choice' || field.kind === 'choices';
  return isChoice ? field.options.find((option) => option.id === id) : undefined;
}
