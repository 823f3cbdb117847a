import * as z from 'zod';
import { findProgramme } from '../../core/programmes/programmes.ts';
import { requestId } from '../http/validate.ts';

const NOTE_LENGTH = 200;
const MOST_COMMUNES = 500;

const instant = z.iso.datetime().transform((text) => new Date(text));
const place = z.string().regex(/^\d{2,5}$/);

/** One line of officers to the producers. */
const note = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().max(NOTE_LENGTH));

const changeable = {
  opensAt: instant,
  closesAt: instant,
  /** Both empty: everywhere. */
  provinceCodes: z.array(place).max(MOST_COMMUNES).default([]),
  communeCodes: z.array(place).max(MOST_COMMUNES).default([]),
  note,
};
const programme = z.string().refine((id) => findProgramme(id) !== undefined);
/** The version that the officer saw. */
const version = z.int().min(1);

export const newBody = z.object({ requestId, programme, ...changeable });
export const changeBody = z.object({ requestId, version, ...changeable });
export const withdrawBody = z.object({ requestId });
/** With `id`: what a change of that window would mean. */
export const previewBody = z.object({ id: z.uuid().optional(), programme, ...changeable });
export type PreviewBody = z.infer<typeof previewBody>;
