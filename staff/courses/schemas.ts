import * as z from 'zod';
import { COURSE_PROGRAMMES } from '../../core/courses/course.ts';
import { requestId } from '../http/validate.ts';

const MOST_PLACES = 2_000;

/** One line of the office: one form of Unicode, without stray blanks. */
const line = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(most));
const neededLine = (most: number) => line(most).pipe(z.string().min(1));

const code = z.string().regex(/^\d{2,5}$/);

const fields = z.object({
  programme: z.enum(COURSE_PROGRAMMES),
  title: neededLine(80),
  teaches: neededLine(300),
  forWhom: line(150),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  hours: line(100),
  address: neededLine(150),
  /** Of the centre's province. */
  communeCode: code.optional(),
  places: z.int().min(1).max(MOST_PLACES),
  closesAt: z.iso.datetime().transform((text) => new Date(text)),
  fee: line(100),
  note: line(200),
});

const reason = line(150);
/** The revision that the officer saw. */
const revision = z.int().min(1);

export const newBody = z.object({ requestId, fields });
export const changeBody = z.object({ requestId, revision, fields });
export const deedBody = z.object({
  requestId,
  revision,
  deed: z.enum(['publish', 'cancel', 'undo', 'delete']),
  /** Why it is cancelled, for those who chose it. */
  reason: reason.default(''),
});
export type Deed = z.infer<typeof deedBody>['deed'];
/** With `id`: what a change of that course would mean. */
export const previewBody = z.object({ id: z.uuid().optional(), fields });
export const cancelPreviewBody = z.object({ reason });
export type CourseBody = z.infer<typeof fields>;
