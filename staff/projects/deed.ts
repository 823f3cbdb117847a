import * as z from 'zod';
import {
  AMENDMENTS,
  advancePaidData,
  advanceReturnedData,
  amendmentGrantedData,
  approvedData,
  contractedData,
  inspectedData,
  type ProjectDeed,
  progressReportedData,
  proposedData,
  settledData,
} from '../../core/applications/project-data.ts';
import { messageText } from '../http/validate.ts';

/** As of decisions: the whole message still fits what every channel can carry. */
const WORDS_LENGTH = 600;
const NUMBER_LENGTH = 60;

const words = messageText.pipe(z.string().max(WORDS_LENGTH));
const message = words.optional();
/** The number of a paper, as it stands on it. */
const number = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(NUMBER_LENGTH));
const decision = z.object({ number, date: z.iso.date() }).optional();
const { by } = amendmentGrantedData.shape;

/** A step of a project as an officer records it, with what the person has to know. */
export const deedSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('propose'), data: proposedData.extend({ message }) }),
  z.object({ action: z.literal('approve'), data: approvedData.extend({ decision, message }) }),
  z.object({ action: z.literal('contract'), data: contractedData.extend({ number, message }) }),
  z.object({ action: z.literal('begin'), data: z.object({ message }) }),
  z.object({
    action: z.literal('report-progress'),
    // Photos are the producer's to send.
    data: progressReportedData.extend({ text: words, fileIds: z.tuple([]).default([]) }),
  }),
  z.object({ action: z.literal('pay-advance'), data: advancePaidData.extend({ message }) }),
  z.object({ action: z.literal('return-advance'), data: advanceReturnedData.extend({ reason: words }) }),
  z.object({
    action: z.literal('ask-amendment'),
    data: z.object({ amendment: z.enum(AMENDMENTS), text: words }),
  }),
  z.object({
    action: z.literal('grant-amendment'),
    data: amendmentGrantedData.omit({ amendment: true }).extend({ note: message }),
  }),
  z.object({ action: z.literal('refuse-amendment'), data: z.object({ by, note: words }) }),
  z.object({ action: z.literal('inspect'), data: inspectedData.extend({ note: message }) }),
  z.object({ action: z.literal('settle'), data: settledData.extend({ message }) }),
  z.object({ action: z.literal('close'), data: z.object({ message }) }),
  z.object({ action: z.literal('step-back'), data: z.object({ reason: words }) }),
]) satisfies z.ZodType<ProjectDeed>;
