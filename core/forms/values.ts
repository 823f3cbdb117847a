import * as z from 'zod';
import type { Field, FormDefinition, Question } from './form.ts';
import { findQuestion } from './form.ts';

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
});
export type PlaceValue = z.infer<typeof placeValue>;

/** An optional question that the person left open. */
export const skippedValue = z.object({ isSkipped: z.literal(true) });
export const SKIPPED: SkippedValue = { isSkipped: true };
export type SkippedValue = z.infer<typeof skippedValue>;

/** Choices, texts, names and phones are strings; a choice is its option's id, a phone its digits from the 0 on. */
export type AnswerValue = string | MoneyValue | PlaceValue | SkippedValue;

/** Answers by question id. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** The value, when it fits the question as it is asked today. */
export function findFittingValue(question: Question, value: unknown): AnswerValue | undefined {
  const parsed = z.union([schemaOf(question.field), ...(question.skip ? [skippedValue] : [])]).safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/**
 * The kept answers that still fit: those of an earlier version are taken over by question id. What does not fit any more,
 * and what belongs to no question, is left out here and stays where it is kept.
 */
export function fittingAnswers(form: FormDefinition, kept: Readonly<Record<string, unknown>>): Answers {
  const answers: Record<string, AnswerValue> = {};
  for (const [id, value] of Object.entries(kept)) {
    const question = findQuestion(form, id);
    const fitting = question === undefined ? undefined : findFittingValue(question, value);
    if (fitting !== undefined) answers[id] = fitting;
  }
  return answers;
}

function schemaOf(field: Field): z.ZodType<AnswerValue> {
  switch (field.kind) {
    case 'choice':
      return z.enum(field.options.map(({ id }) => id));
    case 'money':
      return moneyValue;
    case 'place':
      return placeValue;
    default:
      return z.string().min(1);
  }
}
