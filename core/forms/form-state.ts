import * as z from 'zod';
import { sayingSchema } from './saying.ts';
import { answerValue } from './values.ts';

/** Where the form stands when every question has its answer; in any order, the card. */
export const REVIEW = 'review';

const pendingSchema = z.object({
  /** Tells a button of this question back from those of an earlier one. */
  serial: z.number(),
  kind: z.enum(['confirm', 'choose']),
  about: sayingSchema,
  options: z.array(z.object({ value: answerValue, label: sayingSchema })),
  /** The person's words that led here. */
  raw: z.string(),
  /** Where the person stood before they were asked back about another item: there the form goes on. */
  from: z.string().optional().catch(undefined),
});

const schema = z.object({
  /** The question that is asked, or `review`; in any order also a group (`machines`) or an item of it (`machines.2`). */
  at: z.string(),
  /** How often in a row its answer was not understood. */
  misses: z.number().catch(0),
  /** Grows with every question back. */
  serial: z.number().catch(0),
  /** Came from the review card, and goes back to it. */
  isEditing: z.boolean().catch(false),
  pending: pendingSchema.optional().catch(undefined),
  /** Put off since the card was seen last: not asked again by themselves. */
  later: z.array(z.string()).optional().catch(undefined),
  /** The words that were kept last: said once more they are no answer to what is asked next. */
  last: z.string().optional().catch(undefined),
  /** Words that named a place before it was asked, and of which it is not clear which one they mean. */
  place: z.string().optional().catch(undefined),
});

/** Where a person stands in a form: small JSON. The answers live apart. */
export type FormState = z.infer<typeof schema>;
export type Pending = z.infer<typeof pendingSchema>;

/** Reads a stored state; undefined when it is none, so that the form is opened anew where its answers end. */
export function readFormState(stored: unknown): FormState | undefined {
  const parsed = schema.safeParse(stored);
  return parsed.success ? parsed.data : undefined;
}
