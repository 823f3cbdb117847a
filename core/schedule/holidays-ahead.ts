import type { Holiday, HolidayTable } from './holidays.ts';
import { officeDay } from './working-days.ts';

/** The state of the table of holidays for the time ahead. */
export type HolidaysAhead = {
  /** Years, this one and the next, that the table does not reach to their end: someone must enter them. */
  missingYears: number[];
  /** Days to come that are proposed or waited for and not decided. */
  undecided: Holiday[];
  /** Years, this one and the next, that still have such a day: someone must confirm it. */
  undecidedYears: number[];
};

/** From this month on the next year's holidays are missed when they are not there: terms reach into it by then. */
const LOOK_AHEAD_FROM_MONTH = 10;
const DECEMBER = 12;

export function holidaysAhead(holidays: HolidayTable, now: Date): HolidaysAhead {
  const today = officeDay(now);
  const years = today.month >= LOOK_AHEAD_FROM_MONTH ? [today.year, today.year + 1] : [today.year];
  const missingYears = years.filter(
    (year) => Temporal.PlainDate.compare(holidays.to, { year, month: DECEMBER, day: 31 }) < 0,
  );
  const undecided: Holiday[] = [];
  for (let day = today; Temporal.PlainDate.compare(day, holidays.to) <= 0; day = day.add({ days: 1 })) {
    const row = holidays.find(day);
    if (row !== undefined && !row.isOfficial) undecided.push(row);
  }
  const undecidedYears = years.filter((year) => undecided.some(({ day }) => day.startsWith(`${year}-`)));
  return { missingYears, undecided, undecidedYears };
}
