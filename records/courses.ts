import * as z from 'zod';
import { AppError } from '../core/app-error.ts';
import { COURSE } from '../core/courses/chosen-course.ts';
import { COURSE_PROGRAMMES, type CourseFields, type CourseState } from '../core/courses/course.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

const fieldsSchema = z.object({
  programme: z.enum(COURSE_PROGRAMMES),
  title: z.string(),
  teaches: z.string(),
  forWhom: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  hours: z.string(),
  address: z.string(),
  provinceCode: z.string(),
  communeCode: z
    .string()
    .nullish()
    .transform((code) => code ?? undefined),
  places: z.int(),
  closesAt: z.coerce.date(),
  fee: z.string(),
  note: z.string(),
});

const undoSchema = z.object({
  deed: z.enum(['published', 'changed', 'cancelled']),
  before: fieldsSchema,
  /** Messages about the version before were replaced: they are written anew when the deed is taken back. */
  wasTelling: z.boolean(),
});
/** A deed that can be taken back, and what stood before it. */
export type KeptUndo = z.infer<typeof undoSchema>;

export type Course = CourseFields & {
  id: string;
  state: CourseState;
  /** Why it was cancelled, in the office's words; empty when that was not said. */
  reason: string;
  /** Counts every change. */
  revision: number;
  /** Raised whenever those who chose it are told something. */
  version: number;
  undo: KeptUndo | undefined;
  /** Until when; undefined without an end. */
  undoUntil: Date | undefined;
  updatedAt: Date;
};

const stateSchema = z.enum(['draft', 'published', 'cancelled']);

function toCourse(row: Prisma.CourseGetPayload<object>): Course {
  const { id, reason, revision, version, undoUntil, updatedAt } = row;
  return {
    ...fieldsSchema.parse(row),
    ...{ id, reason, revision, version, updatedAt },
    state: stateSchema.parse(row.state),
    undo: undoSchema.safeParse(row.undo).data,
    undoUntil: undoUntil ?? undefined,
  };
}

function toRow({ communeCode = '', ...fields }: CourseFields) {
  return { ...fieldsSchema.parse(fields), communeCode: communeCode === '' ? null : communeCode };
}

export async function createCourse(
  tx: Tx,
  { id, createdById, now, ...fields }: CourseFields & { id: string; createdById?: string; now: Date },
): Promise<void> {
  await tx.course.create({ data: { ...toRow(fields), id, createdById, createdAt: now, updatedAt: now } });
  await notify(tx, 'console', 'course');
}

/** Undefined also for what is no id at all: ids come back in the keys of buttons. */
export async function findCourse(db: Db | Tx, id: string): Promise<Course | undefined> {
  if (!z.guid().safeParse(id).success) return undefined;
  const row = await db.course.findUnique({ where: { id } });
  return row === null ? undefined : toCourse(row);
}

const orderBy = [
  { startsOn: 'asc' },
  { createdAt: 'asc' },
  { id: 'asc' },
] satisfies Prisma.CourseOrderByWithRelationInput[];

/** All courses, in the order in which they begin. */
export async function listCourses(db: Db | Tx): Promise<Course[]> {
  return (await db.course.findMany({ orderBy })).map(toCourse);
}

/** Those that people may enrol in at this moment, in the order in which they begin. */
export async function listOpenCourses(db: Db | Tx, now: Date): Promise<Course[]> {
  const where = { state: 'published', closesAt: { gt: now } };
  return (await db.course.findMany({ where, orderBy })).map(toCourse);
}

/**
 * Takes the course for this transaction: somebody's choice and a change come one after the other, so that nobody who
 * chose it is left untold, and of two who send their requests at once one learns that the last place is gone.
 */
export async function lockCourse(tx: Tx, id: string): Promise<Course | undefined> {
  if (!z.guid().safeParse(id).success) return undefined;
  await tx.$executeRaw`SELECT 1 FROM "Course" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return await findCourse(tx, id);
}

/** As `lockCourse`, for an officer's deed. Throws `not-found`, and `course.changed-meanwhile` for another revision. */
export async function holdCourse(tx: Tx, { id, revision }: { id: string; revision: number }): Promise<Course> {
  const course = await lockCourse(tx, id);
  if (course === undefined) throw new AppError('not-found');
  if (course.revision !== revision) throw new AppError('course.changed-meanwhile');
  return course;
}

/** Writes what an officer made of a course that is held; only this deed can be taken back from now on, if it can. */
export async function saveCourse(
  tx: Tx,
  id: string,
  change: {
    fields?: CourseFields;
    state?: CourseState;
    reason?: string;
    /** Those who chose it are told: a new version. */
    isTold?: boolean;
    undo?: KeptUndo & { until: Date | undefined };
    now: Date;
  },
): Promise<Course> {
  const { fields, state, reason, isTold = false, now } = change;
  const { until, ...undo } = change.undo ?? { until: undefined };
  const row = await tx.course.update({
    where: { id },
    data: {
      ...(fields === undefined ? {} : toRow(fields)),
      ...{ state, reason, updatedAt: now },
      revision: { increment: 1 },
      version: { increment: isTold ? 1 : 0 },
      undo: change.undo === undefined ? Prisma.DbNull : JSON.parse(JSON.stringify(undo)),
      undoUntil: until ?? null,
    },
  });
  if (state !== undefined) await markChosen(tx, { id, isOff: state === 'cancelled' });
  await notify(tx, 'console', 'course');
  return toCourse(row);
}

/** Writes into each choice of a course whether it is held, so that a dossier tells by itself what is asked of it. */
async function markChosen(tx: Tx, { id, isOff }: { id: string; isOff: boolean }): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ApplicationAnswer" SET "value" = CASE WHEN ${isOff} THEN "value" || '{"isOff":true}'::jsonb ELSE "value" - 'isOff' END
    WHERE "questionId" = ${COURSE} AND "value" ->> 'courseId' = ${id}`;
}

export async function deleteCourse(tx: Tx, id: string): Promise<void> {
  await tx.course.delete({ where: { id } });
  await notify(tx, 'console', 'course');
}

/** A course as the audit keeps it. */
export function flattenCourse(fields: CourseFields): Record<string, string | number> {
  const { closesAt, communeCode, ...row } = fieldsSchema.parse(fields);
  return { ...row, closesAt: closesAt.toISOString(), communeCode: communeCode ?? '' };
}
