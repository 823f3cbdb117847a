import type { Course } from '../../../../records/courses.ts';
import { sayPlace, sayShortDates, type ToldCourse } from '../../../outbox/course-words.ts';
import type { Turn } from '../../topic.ts';

export function toldCourse(
  { places }: Turn,
  { communeCode, ...course }: Course,
): ToldCourse & Pick<Course, 'id' | 'state'> {
  return { ...course, commune: communeCode === undefined ? undefined : places.findCommune(communeCode)?.name };
}

/** "Kế toán hợp tác xã, 12–14/1, Nhà văn hoá xã, Xã Côn Minh" */
export function summaryOf(turn: Turn, course: Course): string {
  const { title } = course;
  return turn.words.t('courses:summary', {
    title,
    dates: sayShortDates(turn.words, course),
    place: sayPlace(toldCourse(turn, course)),
  });
}
