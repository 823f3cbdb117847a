import * as z from 'zod';
import { CORRECTION_ASKED_BY } from '../../core/applications/correction.ts';
import { messageText } from '../http/validate.ts';

/** As long as what a person may answer. */
const ANSWER_LENGTH = 500;
const REASON_LENGTH = 300;
const MOST_OPTIONS = 40;

const text = messageText.pipe(z.string().max(ANSWER_LENGTH));
const given = z.union([
  z.object({ text, pick: z.int().min(0).max(MOST_OPTIONS).optional() }),
  z.object({ optionIds: z.array(z.string().max(100)).min(1).max(MOST_OPTIONS) }),
  /** The event of an earlier correction. */
  z.object({ undoes: z.uuid() }),
]);

/** A new answer that an officer enters for somebody, or an earlier one put back. */
export const correctionSchema = z.object({
  questionId: z.string().max(100),
  /** When the answer was given that the officer saw; null: there was none. */
  seen: z.iso.datetime().nullable(),
  given,
  askedBy: z.enum(CORRECTION_ASKED_BY),
  reason: messageText.pipe(z.string().max(REASON_LENGTH)),
});
export type AskedCorrection = z.infer<typeof correctionSchema>;

/** Before a reason is written what would be kept can be seen already. */
export const correctionDraftSchema = correctionSchema.extend({ reason: z.string().max(REASON_LENGTH) });
