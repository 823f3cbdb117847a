import { foldPhrase } from '../text/fold.ts';
import type { CourseFields } from './course.ts';

/** Words of every question about courses (folded): they tell no course from another. */
const COMMON = new Set(
  (
    'lop hoc khoa tap huan dao tao co nao khong ko k mo sap bao gio khi o dau cho con toi em minh a the di dang ky muon xin ' +
    'nay thang nam toi ngay vay nhe voi duoc dc xem cac'
  ).split(' '),
);

/** What a question says of the course that is meant: "bao giờ có lớp kế toán" → "ke toan". */
export function wordsOfCourse(text: string): string {
  return foldPhrase(text)
    .split(' ')
    .filter((word) => !COMMON.has(word))
    .join(' ');
}

/**
 * The courses that name most of these words (folded) first, otherwise in the order in which they were. Of several words it
 * is pairs that count: one syllable alone is a part of too many other words.
 */
export function rankCourses<Course extends Pick<CourseFields, 'title' | 'teaches'>>(
  courses: readonly Course[],
  words: string,
): Course[] {
  const asked = words.split(' ').filter(Boolean);
  const phrases = asked.length < 2 ? asked : asked.slice(1).map((word, before) => `${asked[before]} ${word}`);
  const countIn = ({ title, teaches }: Course): number => {
    const said = ` ${foldPhrase(`${title} ${teaches}`)} `;
    return phrases.filter((phrase) => said.includes(` ${phrase} `)).length;
  };
  const counts = new Map(courses.map((course) => [course, countIn(course)]));
  return courses.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
}
