import { AppError } from '../../core/app-error.ts';
import { isOpenForEnrolment, isOver } from '../../core/courses/course.ts';
import { findCourseFault } from '../../core/courses/course-fault.ts';
import { officeDay } from '../../core/time.ts';
import { type CourseCounts, countEnrolled, type Enrolled, listEnrolled } from '../../records/course-enrolments.ts';
import { type CourseDeed, listCourseDeeds } from '../../records/course-history.ts';
import { type CourseMessages, countChosen, countCourseMessages } from '../../records/course-messages.ts';
import { type Course, findCourse, listCourses } from '../../records/courses.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { nameCommune } from './where.ts';

/** Where a course stands in time: people may enrol, the enrolment is over, it is over, or it never was told. */
export type CourseStage = 'draft' | 'open' | 'closed' | 'over' | 'cancelled';

export type CourseItem = Omit<Course, 'undo' | 'undoUntil' | 'communeCode'> & {
  communeCode: string | null;
  /** The name of its commune. */
  commune: string | null;
  stage: CourseStage;
  counts: CourseCounts;
};

type Deps = Pick<StaffDeps, 'db' | 'clock' | 'listCommunes'>;

export async function describeCourses(deps: Deps): Promise<CourseItem[]> {
  const courses = await listCourses(deps.db);
  const countsOf = await countEnrolled(
    deps.db,
    courses.map(({ id }) => id),
  );
  return await Promise.all(courses.map((course) => describe(deps, course, countsOf(course.id))));
}

export type CoursePage = CourseItem & {
  enrolled: Enrolled[];
  /** Who chose it, in requests that are not sent yet too, and how many of them can be written to. */
  chosen: { people: number; reachable: number };
  messages: CourseMessages;
  /** The deed that can be taken back now, and until when; null when there is none. */
  undo: { deed: string; until: Date | null } | null;
  /** Why it cannot be published as it stands, as a code. */
  fault: string | null;
  /** What was done with it, the latest first. */
  history: CourseDeed[];
};

/** Throws `not-found`. */
export async function describeCourse(deps: Deps, id: string): Promise<CoursePage> {
  const { db, clock } = deps;
  const now = clock.now();
  const course = await findCourse(db, id);
  if (course === undefined) throw new AppError('not-found');
  const counts = (await countEnrolled(db, [id]))(id);
  const chosen = await countChosen(db, id);
  const { undo, undoUntil } = course;
  const isUndoable =
    undo !== undefined &&
    (undo.deed === 'published' ? chosen.people === 0 : undoUntil !== undefined && now < undoUntil);
  return {
    ...(await describe(deps, course, counts)),
    enrolled: await listEnrolled(db, id),
    chosen,
    messages: await countCourseMessages(db, id),
    undo: isUndoable ? { deed: undo.deed, until: undoUntil ?? null } : null,
    fault: course.state === 'draft' ? (findCourseFault(course, { now }) ?? null) : null,
    history: await listCourseDeeds(db, id),
  };
}

async function describe(deps: Deps, course: Course, counts: CourseCounts): Promise<CourseItem> {
  const { undo: _undo, undoUntil: _until, communeCode, ...told } = course;
  return {
    ...told,
    communeCode: communeCode ?? null,
    commune: (await nameCommune(deps, course)) ?? null,
    stage: stageOf(course, deps.clock.now()),
    counts,
  };
}

function stageOf(course: Course, now: Date): CourseStage {
  if (course.state !== 'published') return course.state;
  if (isOver(course, officeDay(now))) return 'over';
  return isOpenForEnrolment(course, now) ? 'open' : 'closed';
}
