import { atOfficeHour, SENDING_HOURS, toOfficeTime } from '../schedule/sending-hours.ts';

/** The month of a platform's count, by the office's clock: 2026-11. */
export function monthOf(now: Date): string {
  return toOfficeTime(now).toPlainDate().toString().slice(0, 7);
}

/** The first instant of the next month. */
export function monthEnd(now: Date): Date {
  const next = toOfficeTime(now).with({ day: 1 }).add({ months: 1 }).startOfDay();
  return new Date(next.epochMilliseconds);
}

/** When the assistant may first write in the next month. */
export function nextMonthMorning(now: Date): Date {
  return atOfficeHour(toOfficeTime(monthEnd(now)).toPlainDate(), SENDING_HOURS.firstHour);
}

/** How many days the month has. */
export function daysInMonth(now: Date): number {
  return toOfficeTime(now).daysInMonth;
}
