import type { TimePieces } from '../core/schedule/words-for-time.ts';
import type { Words } from './words.ts';

/** "17 giờ thứ Sáu 27/11" */
export function sayTime(words: Words, time: TimePieces): string {
  const clock = time.minute === 0 ? words.t('jobs:time.hour', time) : words.t('jobs:time.minute', sayMinute(time));
  return words.t('jobs:time.moment', { clock, date: sayDay(words, time) });
}

/** "thứ Sáu 27/11", with the year when it is another one. */
export function sayDay(words: Words, time: TimePieces): string {
  const weekday = words.word(`jobs:time.weekday.${time.weekday}`);
  return words.t(time.isOtherYear ? 'jobs:time.dayOfOtherYear' : 'jobs:time.day', { ...time, weekday });
}

/** "còn 3 ngày" */
export function sayTimeLeft(words: Words, { left }: TimePieces): string {
  if (left.unit === 'over') return words.t('jobs:time.over');
  return words.word(`jobs:time.left.${left.unit}`, { number: left.count });
}

/** "17 giờ thứ Sáu 27/11 (còn 3 ngày)" */
export function sayTimeWithLeft(words: Words, time: TimePieces): string {
  return words.t('jobs:time.momentWithLeft', { moment: sayTime(words, time), left: sayTimeLeft(words, time) });
}

/**
 * A text that was made earlier with the time left as it was then: its first "còn … ngày" becomes what is left now.
 * When nothing is left, the text stays.
 */
export function renewTimeLeft(words: Words, text: string, time: TimePieces): string {
  if (time.left.unit === 'over') return text;
  const patterns = ['days', 'hours', 'minutes'].map((unit) =>
    words
      .word(`jobs:time.left.${unit}`, { number: '#' })
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace('#', '\\d+'),
  );
  const left = sayTimeLeft(words, time);
  return text.replace(new RegExp(patterns.join('|'), 'iu'), (before) =>
    before.startsWith(left.charAt(0)) ? left : capitalize(left),
  );
}

/** For the beginning of a sentence. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sayMinute(time: TimePieces): { hour: number; minute: string } {
  return { hour: time.hour, minute: String(time.minute).padStart(2, '0') };
}
