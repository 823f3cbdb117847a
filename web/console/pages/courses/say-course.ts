import { codeOfError } from '../../api/client.ts';
import type { CourseItem } from '../../api/course-queries.ts';
import { errorWords } from '../../parts/states.tsx';
import { sayDate } from '../../text/say-time.ts';
import { t, tell } from '../../words/words.ts';

/** "thứ Ba 12/1/2027 – thứ Năm 14/1/2027", of ISO days. */
export function sayDays({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  const say = (day: string): string => sayDate(new Date(`${day}T12:00:00+07:00`));
  if (startsOn === endsOn) return t('courses.days.one', { day: say(startsOn) });
  return t('courses.days.several', { from: say(startsOn), to: say(endsOn) });
}

export function sayPlace({ address, commune }: { address: string; commune: string | null }): string {
  return [address, commune].filter(Boolean).join(', ');
}

/** "12/30 chỗ", and how many wait. */
export function sayAsked({ counts: { people, waiting }, places }: Pick<CourseItem, 'counts' | 'places'>): string {
  return t(waiting === 0 ? 'courses.asked' : 'courses.askedWaiting', { people, places, waiting });
}

/** What is wrong with a course, by its code. */
export function sayFault(code: string): string | undefined {
  return tell(`courses.fault.${code.replace('course.', '')}`);
}

export function sayCourseError(error: unknown): string {
  return sayFault(codeOfError(error)) ?? errorWords(error);
}
