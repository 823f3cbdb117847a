import { courseLine, courseLines, courseNews, type ToldCourse } from '../../bot/outbox/course-words.ts';
import { type ChannelPreview, previewMessage } from '../../bot/outbox/preview-message.ts';
import { announcementLeavesAt } from '../../core/announcements/state.ts';
import { AppError } from '../../core/app-error.ts';
import { countPlacesLeft, isSameForEnrolled } from '../../core/courses/course.ts';
import { findCourseFault } from '../../core/courses/course-fault.ts';
import { wordsFor } from '../../locales/words.ts';
import { countEnrolled } from '../../records/course-enrolments.ts';
import { countChosen } from '../../records/course-messages.ts';
import { type Course, findCourse } from '../../records/courses.ts';
import type { StaffDeps } from '../staff-deps.ts';
import type { CourseBody } from './schemas.ts';
import { nameCommune, withProvince } from './where.ts';

type Deps = Pick<StaffDeps, 'db' | 'clock' | 'listCommunes'>;

/** What those who chose a course would be told, to how many of them, and when. */
export type NewsPreview = { people: number; reachable: number; leavesAt: Date; previews: ChannelPreview[] };

export type CoursePreview = {
  /** What is wrong with the dates, as a code. */
  fault: string | null;
  /** Its line in the list that people see. */
  line: string;
  /** What somebody reads who looks at it, by channel. */
  previews: ChannelPreview[];
  /** Null when nobody needs to be told. */
  news: NewsPreview | null;
};

/** What a new or changed course would read like, and who would be told. Throws `not-found`. */
export async function previewCourse(
  deps: Deps,
  { id, fields: body }: { id?: string; fields: CourseBody },
): Promise<CoursePreview> {
  const { db, clock } = deps;
  const now = clock.now();
  const standing = id === undefined ? undefined : await findCourse(db, id);
  if (id !== undefined && standing === undefined) throw new AppError('not-found');
  const fields = await withProvince(deps, body);
  const told = { ...fields, commune: await nameCommune(deps, fields) };
  const counts = (await countEnrolled(db, id === undefined ? [] : [id]))(id ?? '');
  const words = wordsFor('vi');
  const { t } = words;
  const isFull = countPlacesLeft(fields, { taken: counts.people }) === 0;
  const choices = [
    { key: 'courses:choose', label: t(isFull ? 'courses:choice.takeWaiting' : 'courses:choice.take') },
    { key: 'courses:list', label: t('courses:choice.others') },
    { key: 'officer:start', label: t('conversation:menu.officer') },
  ];
  const text = courseLines(words, told, { counts, now }).join('\n');
  const before = standing?.state === 'published' ? standing : undefined;
  const isNews = before !== undefined && !isSameForEnrolled(before, fields);
  return {
    fault: findCourseFault(fields, { now, before }) ?? null,
    line: courseLine(words, told, counts),
    previews: previewMessage({ text, choices }),
    news: isNews ? await previewNews(deps, { ...before, ...told }, 'changed') : null,
  };
}

/** What those who chose a course would be told if it were cancelled now. Throws `not-found`. */
export async function previewCancelling(deps: Deps, id: string, reason: string): Promise<NewsPreview> {
  const course = await findCourse(deps.db, id);
  if (course === undefined) throw new AppError('not-found');
  return await previewNews(deps, { ...course, commune: await nameCommune(deps, course), reason }, 'cancelled');
}

async function previewNews(
  { db, clock }: Deps,
  course: ToldCourse & Pick<Course, 'id' | 'reason'>,
  which: 'changed' | 'cancelled',
): Promise<NewsPreview> {
  const leavesAt = announcementLeavesAt(clock.now());
  const content = courseNews(course, { which, locale: 'vi', now: leavesAt });
  return { ...(await countChosen(db, course.id)), leavesAt, previews: previewMessage(content) };
}
