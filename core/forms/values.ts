import * as z from 'zod';
import type { Field, FormDefinition, Question } from './form.ts';
import { findQuestion } from './form.ts';
import { migrateAnswers } from './form-migration.ts';

/** Whole đồng; a sum said exactly has `minVnd` equal to `maxVnd`. */
export const moneyValue = z
  .object({ minVnd: z.int().positive(), maxVnd: z.int().positive() })
  .refine(({ minVnd, maxVnd }) => minVnd <= maxVnd);
export type MoneyValue = z.infer<typeof moneyValue>;

export const placeValue = z.object({
  communeCode: z.string(),
  /** "Xã Thượng Minh" */
  commune: z.string(),
  provinceCode: z.string(),
  /** "Tỉnh Thái Nguyên" */
  province: z.string(),
  /** What the person called it, old names and all. */
  legacyAddressText: z.string(),
  /** Where in it, in the words that were said: "gần uỷ ban". */
  spot: z.string().optional(),
});
export type PlaceValue = z.infer<typeof placeValue>;

/** How many; a number said exactly has `minCount` equal to `maxCount`. */
export const countValue = z
  .object({ minCount: z.int().positive(), maxCount: z.int().positive() })
  .refine(({ minCount, maxCount }) => minCount <= maxCount);
export type CountValue = z.infer<typeof countValue>;

/** 1 to 100; a share said exactly has `minPercent` equal to `maxPercent`. */
export const percentValue = z
  .object({ minPercent: z.number().min(1).max(100), maxPercent: z.number().min(1).max(100) })
  .refine(({ minPercent, maxPercent }) => minPercent <= maxPercent);
export type PercentValue = z.infer<typeof percentValue>;

/** Ids of options, in the order of the question. */
export const choicesValue = z.object({ optionIds: z.array(z.string()).min(1) });
export type ChoicesValue = z.infer<typeof choicesValue>;

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/**
 * "2027-03"; a month by itself has `fromMonth` equal to `toMonth`. Where days were said, `fromDay` and `toDay` ("2027-03-15")
 * lie in these months; what was kept before days were read has none.
 */
export const whenValue = z
  .object({ fromMonth: month, toMonth: month, fromDay: z.iso.date().optional(), toDay: z.iso.date().optional() })
  .refine(({ fromMonth, toMonth }) => fromMonth <= toMonth)
  .refine(({ fromMonth, toMonth, fromDay, toDay }) => {
    if (fromDay === undefined || toDay === undefined) return fromDay === toDay;
    return fromDay <= toDay && fromDay.startsWith(fromMonth) && toDay.startsWith(toMonth);
  });
export type WhenValue = z.infer<typeof whenValue>;

/** Ids of stored files, in the order in which they came. */
export const photosValue = z.object({ fileIds: z.array(z.string()).min(1) });
export type PhotosValue = z.infer<typeof photosValue>;

/** As the tax office writes it: "0123456787", "0123456787-001", or the twelve digits of a personal id. */
const taxCodeValue = z.string().regex(/^(?:\d{10}|\d{10}-\d{3}|\d{12})$/);

/** An optional question that the person left open. */
export const skippedValue = z.object({ isSkipped: z.literal(true) });
export const SKIPPED: SkippedValue = { isSkipped: true };
export type SkippedValue = z.infer<typeof skippedValue>;

export function isSkipped(value: unknown): value is SkippedValue {
  return skippedValue.safeParse(value).success;
}

/** Choices, texts, names, phones and tax codes are strings; a choice is its option's id, a phone its digits from the 0 on. */
export type AnswerValue =
  | string
  | MoneyValue
  | PlaceValue
  | CountValue
  | PercentValue
  | ChoicesValue
  | WhenValue
  | PhotosValue
  | SkippedValue;

/** Any answer, whatever its question. */
export const answerValue: z.ZodType<AnswerValue> = z.union([
  z.string(),
  moneyValue,
  placeValue,
  countValue,
  percentValue,
  choicesValue,
  whenValue,
  photosValue,
  skippedValue,
]);

/** Answers by question id. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** The value, when it fits the question as it is asked today. */
export function findFittingValue(question: Question, value: unknown): AnswerValue | undefined {
  const parsed = schemaOfQuestion(question).safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The answer of the question that this one's is often the same as, where there is one that fits. */
export function findSameValue({ answers }: { answers: Answers }, question: Question): AnswerValue | undefined {
  const value = question.sameAs === undefined ? undefined : findFittingValue(question, answers[question.sameAs]);
  return value === SKIPPED ? undefined : value;
}

/** Making a schema costs more than a hundred uses of it, and the questions are the same for ever. */
const knownSchemas = new WeakMap<Question, z.ZodType<AnswerValue>>();

function schemaOfQuestion(question: Question): z.ZodType<AnswerValue> {
  const known = knownSchemas.get(question);
  if (known !== undefined) return known;
  const schema = z.union([schemaOf(question.field), ...(question.skip ? [skippedValue] : [])]);
  knownSchemas.set(question, schema);
  return schema;
}

/**
 * The kept answers that still fit: those of an earlier version are taken over by question id and by the form's migrations.
 * What does not fit any more, and what belongs to no question, is left out here and stays where it is kept.
 */
export function fittingAnswers(form: FormDefinition, kept: Readonly<Record<string, unknown>>): Answers {
  const wrapped = Object.fromEntries(Object.entries(kept).map(([id, value]) => [id, { value }]));
  const answers: Record<string, AnswerValue> = {};
  for (const [id, { value }] of Object.entries(migrateAnswers(form, wrapped))) {
    const question = findQuestion(form, id);
    const fitting = question === undefined ? undefined : findFittingValue(question, value);
    if (fitting !== undefined) answers[id] = fitting;
  }
  for (const [id, read] of Object.entries(form.facts ?? {})) {
    const fact = read(kept[id]);
    if (fact !== undefined) answers[id] = fact;
  }
  return answers;
}

function schemaOf(field: Field): z.ZodType<AnswerValue> {
  switch (field.kind) {
    case 'choice':
      return z.enum(field.options.map(({ id }) => id));
    case 'choices':
      return choicesAmong(field.options.map(({ id }) => id));
    case 'percent':
      return percentValue;
    case 'money':
      return moneyValue;
    case 'place':
      return placeValue;
    case 'count':
      return countValue;
    case 'when':
      return whenValue;
    case 'photos':
      return photosValue;
    case 'tax-code':
      return taxCodeValue;
    case 'text':
    case 'name':
    case 'phone':
      return z.string().min(1);
  }
}

/** Of several options those that still exist. */
function choicesAmong(known: readonly string[]): z.ZodType<ChoicesValue> {
  return choicesValue
    .transform(({ optionIds }) => ({ optionIds: optionIds.filter((id) => known.includes(id)) }))
    .pipe(choicesValue);
}
