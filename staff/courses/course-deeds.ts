import { courseNewsContents } from '../../bot/outbox/course-words.ts';
import { announcementLeavesAt } from '../../core/announcements/state.ts';
import { AppError } from '../../core/app-error.ts';
import { type CourseFields, isOver, isSameForEnrolled } from '../../core/courses/course.ts';
import { findCourseFault } from '../../core/courses/course-fault.ts';
import { officeDay } from '../../core/time.ts';
import { countChosen, takeBackMessages, tellChosen } from '../../records/course-messages.ts';
import {
  type Course,
  createCourse,
  deleteCourse,
  findCourse,
  flattenCourse,
  holdCourse,
  saveCourse,
} from '../../records/courses.ts';
import type { Tx } from '../../records/database.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';
import type { CourseBody, Deed } from './schemas.ts';
import { nameCommune, withProvince } from './where.ts';

/** What the deeds need of the office. */
export type CourseDeps = Pick<StaffDeps, 'db' | 'clock' | 'listCommunes'>;

type Asked = { id: string; requestId: string; revision: number; officer: Officer };

/** A draft; nobody is told. The request's own id becomes that of the course. Throws the faults of `findCourseFault`. */
export async function enterCourse(
  deps: CourseDeps,
  { requestId: id, officer, fields: body }: { requestId: string; officer: Officer; fields: CourseBody },
): Promise<string> {
  const fields = await withProvince(deps, body);
  await writeOnce(deps, auditOf('created', { id, requestId: id, officer }, fields), async (tx, now) => {
    refuseFault(fields, now);
    await createCourse(tx, { id, ...fields, createdById: officer.id, now });
  });
  return id;
}

/**
 * Gives a course other dates, another place or other words. When that is another matter for those who chose it, each of
 * them is told once, a moment later, of what holds now. Throws `not-found`, the faults of `findCourseFault`,
 * `course.cancelled`, `course.over` and `course.changed-meanwhile`.
 */
export async function alterCourse(deps: CourseDeps, asked: Asked & { fields: CourseBody }): Promise<void> {
  const { officer } = asked;
  const fields = await withProvince(deps, asked.fields);
  await writeOnce(deps, auditOf('changed', asked, fields), async (tx, now) => {
    const course = await holdLiving(tx, asked, now);
    refuseFault(fields, now, course.state === 'draft' ? undefined : course);
    if (course.state === 'draft' || isSameForEnrolled(course, fields)) {
      // What was being told still holds.
      await saveCourse(tx, course.id, { fields, now });
      return;
    }
    await changeTold(deps, tx, { course, change: { fields }, deed: 'changed', officer, now });
  });
}

/** Throws `not-found`, `course.changed-meanwhile`, and what forbids the deed in this state. */
export async function doToCourse(
  deps: CourseDeps,
  { deed, reason, ...asked }: Asked & { deed: Deed; reason: string },
): Promise<void> {
  const { id, officer } = asked;
  // As it was before; what it is made of is held below.
  const before = await findCourse(deps.db, id);
  await writeOnce(deps, auditOf(PAST[deed], asked, before), async (tx, now) => {
    if (deed === 'undo') return await undo(deps, tx, { ...asked, now });
    const course = deed === 'delete' ? await holdCourse(tx, asked) : await holdLiving(tx, asked, now);
    if (deed === 'cancel') {
      if (course.state !== 'published') throw new AppError('course.not-published');
      await changeTold(deps, tx, { course, change: { state: 'cancelled', reason }, deed: 'cancelled', officer, now });
      return;
    }
    if (course.state !== 'draft') throw new AppError('course.not-draft');
    if (deed === 'delete') return await deleteCourse(tx, id);
    refuseFault(course, now);
    const undoing = { deed: 'published' as const, before: course, wasTelling: false, until: undefined };
    await saveCourse(tx, id, { state: 'published', undo: undoing, now });
  });
}

const PAST = { publish: 'published', cancel: 'cancelled', undo: 'undone', delete: 'deleted' } as const;

/** Writes the change and the messages about it; both can be taken back until these leave. */
async function changeTold(
  deps: CourseDeps,
  tx: Tx,
  options: {
    course: Course;
    change: Pick<Parameters<typeof saveCourse>[2], 'fields' | 'state' | 'reason'>;
    deed: 'changed' | 'cancelled';
    officer: Officer;
    now: Date;
  },
): Promise<void> {
  const { course, change, deed, officer, now } = options;
  const { id } = course;
  const until = announcementLeavesAt(now);
  const wasTelling = (await tx.delivery.count({ where: { courseId: id, status: 'waiting' } })) > 0;
  const undoing = { deed, before: course, wasTelling, until };
  const changed = await saveCourse(tx, id, { ...change, isTold: true, undo: undoing, now });
  await tell(deps, tx, { course: changed, officer, now, notBefore: until });
}

async function tell(
  deps: CourseDeps,
  tx: Tx,
  { course, officer, notBefore, now }: { course: Course; officer: Officer; notBefore: Date; now: Date },
): Promise<void> {
  const which = course.state === 'cancelled' ? 'cancelled' : 'changed';
  const told = { ...course, commune: await nameCommune(deps, course) };
  const contents = courseNewsContents(told, { which, now: notBefore });
  await tellChosen(tx, { course, contents, notBefore, officerId: officer.id, now });
}

/**
 * The last deed is as if it had not been: a publishing while nobody chose the course, another as long as nobody was told.
 * Throws `course.nothing-to-undo`, `course.chosen-already` and `course.told-already`.
 */
async function undo(deps: CourseDeps, tx: Tx, { officer, now, ...asked }: Asked & { now: Date }): Promise<void> {
  const course = await holdCourse(tx, asked);
  const { id, undo: kept, undoUntil } = course;
  if (kept === undefined) throw new AppError('course.nothing-to-undo');
  if (undoUntil !== undefined && undoUntil <= now) throw new AppError('course.told-already');
  if (kept.deed === 'published') {
    if ((await countChosen(tx, id)).people > 0) throw new AppError('course.chosen-already');
    await saveCourse(tx, id, { state: 'draft', now });
    return;
  }
  if (!(await takeBackMessages(tx, { id, version: course.version, now }))) throw new AppError('course.told-already');
  const back = { fields: kept.before, state: 'published', reason: '', isTold: true, now } as const;
  const restored = await saveCourse(tx, id, back);
  // An earlier change was about to be told when this one replaced it.
  if (kept.wasTelling) await tell(deps, tx, { course: restored, officer, now, notBefore: announcementLeavesAt(now) });
}

async function holdLiving(tx: Tx, asked: Asked, now: Date): Promise<Course> {
  const course = await holdCourse(tx, asked);
  if (course.state === 'cancelled') throw new AppError('course.cancelled');
  if (course.state === 'published' && isOver(course, officeDay(now))) throw new AppError('course.over');
  return course;
}

function refuseFault(fields: CourseFields, now: Date, before?: CourseFields): void {
  const fault = findCourseFault(fields, { now, before });
  if (fault !== undefined) throw new AppError(fault);
}

/** The whole course stands in the audit with each deed: its versions. */
function auditOf(
  deed: string,
  { id, requestId, officer: { id: actorId } }: Pick<Asked, 'id' | 'requestId' | 'officer'>,
  fields: CourseFields | undefined,
) {
  const data = fields === undefined ? {} : flattenCourse(fields);
  return { requestId, actorId, action: `course.${deed}`, subjectKind: 'Course', subjectId: id, data };
}
