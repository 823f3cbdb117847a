import * as z from 'zod';
import { calendarContent } from '../../core/schedule/calendar.ts';
import { requestId } from '../http/validate.ts';

/** The version of the calendar that the officer saw. */
const version = z.int().min(0);

export const enterBody = z.object({ requestId, version, content: calendarContent });
export const withdrawBody = z.object({ requestId, version });
/** What an entry would mean, or its withdrawal. */
export const previewBody = z.union([z.object({ content: calendarContent }), z.object({ withdraw: z.uuid() })]);
export type PreviewBody = z.infer<typeof previewBody>;
