import { COURSE, ENROLLED, mayChooseCourse, readChosenCourse } from '../../../../core/courses/chosen-course.ts';
import { isOpenForEnrolment } from '../../../../core/courses/course.ts';
import { keepAnswers } from '../../../../records/application-answers.ts';
import type { Application } from '../../../../records/applications.ts';
import { findStanding } from '../../../../records/course-enrolments.ts';
import { type Course, findCourse, lockCourse } from '../../../../records/courses.ts';
import type { Turn } from '../../topic.ts';
import { summaryOf } from './told-course.ts';

type Holding = Pick<Application, 'id' | 'programme' | 'answers'>;

/** The requests that were sent and hold. */
export function findEnrolledDossiers(dossiers: readonly Application[]): Application[] {
  return dossiers.filter(({ status }) => ENROLLED.includes(status));
}

/** The request whose course may still give way to this one. */
export function findOther(sent: readonly Application[], courseId: string): Application | undefined {
  return sent.find((dossier) => {
    const chosen = chosenIdOf(dossier);
    return chosen !== undefined && chosen !== courseId && mayChooseCourse(dossier.status);
  });
}

export function chosenIdOf({ answers }: Pick<Application, 'answers'>): string | undefined {
  return readChosenCourse(answers[COURSE]?.value)?.courseId;
}

/**
 * Keeps a course with a dossier of its kind, and says so; or says why it could not be, since time passes between the choice
 * and this moment. Nothing when there is no such course, or it is of another kind.
 */
export async function noteCourse(
  turn: Turn,
  { id, programme }: Pick<Application, 'id' | 'programme'>,
  courseId: string,
): Promise<string[]> {
  const { tx, now, words } = turn;
  const course = await lockCourse(tx, courseId);
  if (course?.programme !== programme) return [];
  const { title } = course;
  if (isOpenForEnrolment(course, now)) {
    await keepChosen(turn, id, course);
    return [words.t('courses:chosen.now', { course: summaryOf(turn, course) })];
  }
  return [words.t(course.state === 'cancelled' ? 'courses:closed.cancelled' : 'courses:closed.over', { title })];
}

/** Keeps a course with a dossier: its id, and what it was called and when it was to be at this moment. */
export async function keepChosen(turn: Turn, applicationId: string, course: Course): Promise<void> {
  const { id: courseId, title, startsOn, endsOn } = course;
  const value = { courseId, title, startsOn, endsOn };
  const changes = [{ questionId: COURSE, value, raw: summaryOf(turn, course) }];
  await keepAnswers(turn.tx, { id: applicationId, changes, now: turn.now });
}

/** The course of a dossier as it is now, for its person; nothing without one, or when the dossier is for something else. */
export async function describeChosen(turn: Turn, dossier: Holding): Promise<string[]> {
  const course = await findOwn(turn, dossier, findCourse);
  if (course === undefined) return [];
  const { t } = turn.words;
  if (course.state === 'cancelled') return [t('courses:chosen.cancelled', { title: course.title })];
  return [t('courses:chosen.now', { course: summaryOf(turn, course) })];
}

/**
 * Whether there is a place, for a request that was sent. The course is held until the turn is written down: of two who
 * send at the same moment the second counts the first.
 */
export async function sayStanding(turn: Turn, dossier: Holding): Promise<string[]> {
  const { tx, now, words } = turn;
  const course = await findOwn(turn, dossier, lockCourse);
  if (course === undefined || course.state === 'cancelled') return [];
  if (course.closesAt <= now) return [words.t('courses:chosen.closed')];
  const standing = await findStanding(tx, { courseId: course.id, applicationId: dossier.id });
  if (standing === undefined) return [];
  return [
    standing.hasPlace ? words.t('courses:chosen.place') : words.t('courses:chosen.waits', { number: standing.waitsAt }),
  ];
}

async function findOwn({ tx }: Turn, dossier: Holding, find: typeof lockCourse): Promise<Course | undefined> {
  const id = chosenIdOf(dossier);
  const course = id === undefined ? undefined : await find(tx, id);
  return course?.programme === dossier.programme ? course : undefined;
}
