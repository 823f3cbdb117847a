import { toOfficeTime } from './sending-hours.ts';

/** How much time is left, in the unit in which people would say it. */
export type TimeLeft =
  | { unit: 'days'; count: number }
  | { unit: 'hours'; count: number }
  | { unit: 'minutes'; count: number }
  | { unit: 'over' };

/** The pieces of "17 giờ thứ Sáu 27/11 (còn 3 ngày)", in office time. `locales/say-time.ts` makes words of them. */
export type TimePieces = {
  hour: number;
  minute: number;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  day: number;
  month: number;
  year: number;
  /** Whether the year must be told, since it is not the year in which the words are read. */
  isOtherYear: boolean;
  left: TimeLeft;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Takes an instant apart for somebody who reads it at `now`: for a message that waits, the time when it leaves. */
export function wordsForTime({ at, now }: { at: Date; now: Date }): TimePieces {
  const time = toOfficeTime(at);
  return {
    hour: time.hour,
    minute: time.minute,
    weekday: time.dayOfWeek,
    day: time.day,
    month: time.month,
    year: time.year,
    isOtherYear: time.year !== toOfficeTime(now).year,
    left: timeLeft({ at, now }),
  };
}

/** Days as people count them on a calendar; under 24 hours, whole hours; under one hour, whole minutes. */
export function timeLeft({ at, now }: { at: Date; now: Date }): TimeLeft {
  const leftMs = at.getTime() - now.getTime();
  if (leftMs <= 0) return { unit: 'over' };
  if (leftMs < HOUR_MS) return { unit: 'minutes', count: Math.max(1, Math.floor(leftMs / MINUTE_MS)) };
  if (leftMs < DAY_MS) return { unit: 'hours', count: Math.floor(leftMs / HOUR_MS) };
  const days = toOfficeTime(now).toPlainDate().until(toOfficeTime(at).toPlainDate()).days;
  return { unit: 'days', count: days };
}
