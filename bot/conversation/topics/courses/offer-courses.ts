import { hasCourses } from '../../../../core/courses/course.ts';
import type { Application } from '../../../../records/applications.ts';
import { listOpenCourses } from '../../../../records/courses.ts';
import type { Choice } from '../../../channels/channel.ts';
import type { Turn } from '../../topic.ts';
import { chosenIdOf } from './chosen.ts';

/** The way to the courses, for who asked for such training without choosing one; nothing while none of its kind is open. */
export async function offerCourses(
  { tx, now, words }: Turn,
  { programme, answers }: Pick<Application, 'programme' | 'answers'>,
): Promise<Choice[]> {
  if (!hasCourses(programme) || chosenIdOf({ answers }) !== undefined) return [];
  const open = (await listOpenCourses(tx, now)).filter((course) => course.programme === programme);
  return open.length === 0 ? [] : [{ key: 'courses:list', label: words.t('courses:choice.open') }];
}
