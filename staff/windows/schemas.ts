import * as z from 'zod';
import { findProgramme } from '../../core/programmes/programmes.ts';
import { programmesOfKind, WINDOW_KINDS } from '../../core/schedule/window-kinds.ts';
import { windowRule } from '../../core/schedule/window-rule.ts';
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
  /** The same for who reads English; empty: the other one. */
  noteEn: note.default(''),
  /** Without one: as the kind does, or as the window stands. */
  rule: windowRule.optional(),
};
const kind = z.enum(WINDOW_KINDS).default('application');
const programme = z.string().refine((id) => findProgramme(id) !== undefined);

/** Product selection is for products, enrolment for courses. */
function isOfKind(body: { kind: (typeof WINDOW_KINDS)[number]; programme: string }): boolean {
  return programmesOfKind(body.kind, [body.programme]).length > 0;
}

/** The version that the officer saw. */
const version = z.int().min(1);

export const newBody = z.object({ requestId, kind, programme, ...changeable }).refine(isOfKind);
export const changeBody = z.object({ requestId, version, ...changeable });
export const withdrawBody = z.object({ requestId });
/** With `id`: what a change of that window would mean. */
export const previewBody = z.object({ id: z.uuid().optional(), kind, programme, ...changeable }).refine(isOfKind);
export type PreviewBody = z.infer<typeof previewBody>;
