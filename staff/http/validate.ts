import { zValidator } from '@hono/zod-validator';
import type { ValidationTargets } from 'hono';
import * as z from 'zod';
import { AppError } from '../../core/app-error.ts';

/** Parses one part of a request once, at the edge. What does not fit is refused without repeating it. */
export const validate = <Schema extends z.ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) =>
  zValidator(target, schema, (result) => {
    if (!result.success) throw new AppError('request.invalid');
  });

export const idParam = z.object({ id: z.uuid() });

/** Made by the client for one press of a button; sent again with every repeat of it. */
export const requestId = z.uuid();

/** Words of an officer to a person: one form of Unicode, without stray blanks, within what every channel can carry. */
const MESSAGE_LENGTH = 1500;
export const messageText = z
  .string()
  .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(1).max(MESSAGE_LENGTH));

export const paging = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
};

export const searchQuery = z
  .string()
  .max(100)
  .transform((text) => text.normalize('NFC').trim())
  .optional();
