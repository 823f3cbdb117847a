import { officeDay } from '../time.ts';
import type { CourseFields } from './course.ts';

const MOST_YEARS_AHEAD = 2;

type Dates = Pick<CourseFields, 'startsOn' | 'endsOn' | 'closesAt'>;

/**
 * What is wrong with the dates of a course, as a code; undefined when nothing is. `before`: the dates of a published course
 * that is changed, since one whose enrolment is over may still be moved to another house.
 */
export function findCourseFault(dates: Dates, { now, before }: { now: Date; before?: Dates }): string | undefined {
  const { startsOn, endsOn, closesAt } = dates;
  const today = officeDay(now);
  if (endsOn < startsOn) return 'course.ends-before-start';
  if (officeDay(closesAt) > startsOn) return 'course.closes-after-start';
  if (startsOn < today && startsOn !== before?.startsOn) return 'course.starts-in-past';
  if (closesAt <= now && closesAt.getTime() !== before?.closesAt.getTime()) return 'course.closes-in-past';
  const furthest = Temporal.PlainDate.from(today).add({ years: MOST_YEARS_AHEAD }).toString();
  return endsOn > furthest ? 'course.too-far' : undefined;
}
