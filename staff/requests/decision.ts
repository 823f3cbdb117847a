import * as z from 'zod';
import { messageText } from '../http/validate.ts';

const MOST_ITEMS = 40;
const REMARK_LENGTH = 200;
/** Shorter than a message of its own, so that the whole still fits what every channel can carry. */
const WORDS_LENGTH = 600;

const line = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(most));
const words = messageText.pipe(z.string().max(WORDS_LENGTH));

/** What an officer decides about a dossier, with what the person has to know. */
export const decisionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('claim') }),
  z.object({ action: z.literal('release') }),
  z.object({
    action: z.literal('return'),
    items: z
      .array(z.object({ questionId: z.string().max(100), remark: line(REMARK_LENGTH) }))
      .min(1)
      .max(MOST_ITEMS)
      .refine((items) => new Set(items.map(({ questionId }) => questionId)).size === items.length),
    message: words.optional(),
  }),
  z.object({ action: z.literal('accept'), message: words.optional() }),
  z.object({ action: z.literal('decline'), reason: words }),
  z.object({ action: z.literal('reopen'), message: words.optional() }),
]);
export type Decision = z.infer<typeof decisionSchema>;
