import { OFFICE_ZONE } from '../time.ts';
import type { Holiday, HolidayTable } from './holidays.ts';
import { toOfficeTime } from './sending-hours.ts';

/**
 * What a day off that is proposed but not decided means.
 * `ignore`: nothing, for what the office owes by law, so that it is never late.
 * `avoid`: a day off, for what the office promises, so that nobody waits in vain.
 */
export type UndecidedDays = 'ignore' | 'avoid';

export type WorkingDayFound = {
  kind: 'found';
  day: Temporal.PlainDate;
  /** Days on the way whose holiday is not official: when it is decided, the answer may move. */
  undecided: Holiday[];
};

/** The table does not reach this day: someone must enter the year's holidays. Nothing is guessed. */
export type NoHolidayTable = { kind: 'no-table'; day: Temporal.PlainDate };

export type WorkingDayResult = WorkingDayFound | NoHolidayTable;

/**
 * The day on which a term of `count` working days ends: its last moment is that day's midnight (`endOfOfficeDay`).
 *
 * The first day is not counted (Bộ luật Dân sự 2015, Điều 147 khoản 2); only working days are.
 */
export function addWorkingDays(options: {
  from: Temporal.PlainDate;
  count: number;
  holidays: HolidayTable;
  undecided?: UndecidedDays;
}): WorkingDayResult {
  const { from, count, holidays, undecided = 'ignore' } = options;
  return walk({ start: from.add({ days: 1 }), count, holidays, undecided });
}

/**
 * The day on which a term of `count` calendar days ends.
 *
 * The first day is not counted; a last day on a weekend or holiday moves to the next working day
 * (Bộ luật Dân sự 2015, Điều 147 khoản 2–3, Điều 148 khoản 5).
 */
export function addCalendarDays(options: {
  from: Temporal.PlainDate;
  count: number;
  holidays: HolidayTable;
  undecided?: UndecidedDays;
}): WorkingDayResult {
  const { from, count, holidays, undecided = 'ignore' } = options;
  return walk({ start: from.add({ days: count }), count: 1, holidays, undecided });
}

/** Monday to Friday without holidays, and weekend days that are worked in exchange. Undefined when the table does not reach. */
export function isWorkingDay(
  day: Temporal.PlainDate,
  holidays: HolidayTable,
  undecided: UndecidedDays = 'ignore',
): boolean | undefined {
  if (!isWithin(day, holidays)) return undefined;
  const row = holidays.find(day);
  const isWeekday = day.dayOfWeek <= 5;
  if (row === undefined) return isWeekday;
  if (row.isOfficial) return row.kind === 'work';
  return isWeekday && !(undecided === 'avoid' && row.kind === 'off');
}

/** The last millisecond of a day in office time. */
export function endOfOfficeDay(day: Temporal.PlainDate): Date {
  const nextMidnight = day.add({ days: 1 }).toZonedDateTime(OFFICE_ZONE);
  return new Date(nextMidnight.epochMilliseconds - 1);
}

/** The day on which an instant falls in office time. */
export function officeDay(instant: Date): Temporal.PlainDate {
  return toOfficeTime(instant).toPlainDate();
}

/** The `count`-th working day from `start` on, `start` included. */
function walk(options: {
  start: Temporal.PlainDate;
  count: number;
  holidays: HolidayTable;
  undecided: UndecidedDays;
}): WorkingDayResult {
  const passed: Holiday[] = [];
  let left = options.count;
  for (let day = options.start; ; day = day.add({ days: 1 })) {
    const works = isWorkingDay(day, options.holidays, options.undecided);
    if (works === undefined) return { kind: 'no-table', day };
    const row = options.holidays.find(day);
    if (row !== undefined && !row.isOfficial) passed.push(row);
    if (works) left -= 1;
    if (left <= 0 && works) return { kind: 'found', day, undecided: passed };
  }
}

function isWithin(day: Temporal.PlainDate, holidays: HolidayTable): boolean {
  return Temporal.PlainDate.compare(day, holidays.from) >= 0 && Temporal.PlainDate.compare(day, holidays.to) <= 0;
}
