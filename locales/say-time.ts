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
function sayTimeLeft(words: Words, { left }: TimePieces): string {
  if (left.unit === 'over') return words.t('jobs:time.over');
  return words.word(`jobs:time.left.${left.unit}`, { number: left.count });
}

/** "17 giờ thứ Sáu 27/11 (còn 3 ngày)" */
export function sayTimeWithLeft(words: Words, time: TimePieces): string {
  return words.t('jobs:time.momentWithLeft', { moment: sayTime(words, time), left: sayTimeLeft(words, time) });
}

function sayMinute(time: TimePieces): { hour: number; minute: string } {
  return { hour: time.hour, minute: String(time.minute).padStart(2, '0') };
}
