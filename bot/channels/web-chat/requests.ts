import { z } from 'zod';
import { POSITION_PATTERN } from '../../../records/transcript-position.ts';
import { plainText } from '../plain-text.ts';
import { MAX_TEXT_LENGTH } from './limits.ts';

const words = z.string().transform(plainText);

export const messageId = z.uuid().transform((id) => id.toLowerCase());

const choiceKey = z
  .string()
  .min(1)
  .refine((key) => Buffer.byteLength(key) <= 64 && key.isWellFormed() && !key.includes('\u0000'));

export const newMessage = z.union([
  z.strictObject({ id: messageId, text: words.pipe(z.string().max(MAX_TEXT_LENGTH)) }),
  z.strictObject({ id: messageId, choice: choiceKey }),
]);

const position = z.string().regex(POSITION_PATTERN);

export const historyQuery = z.union([
  z.strictObject({ after: position }),
  z.strictObject({ before: position.optional() }),
]);

export const eventsQuery = z.object({ after: position.optional() });

export const seenMessages = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) });

export const fileId = z.uuid();

export const fileQuery = z.object({ size: z.literal('small').optional() });
