import { joinCalendar } from '../../core/schedule/calendar.ts';
import { holidaysAhead } from '../../core/schedule/holidays-ahead.ts';
import { listHolidays } from '../../core/schedule/list-holidays.ts';
import { type PlanDate, planDatesOf } from '../../core/schedule/plan-calendar.ts';
import { planYearFor } from '../../core/schedule/plan-year.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import {
  type CalendarEntry,
  listCalendarEntries,
  readCalendarVersion,
  standingContents,
} from '../../records/calendar.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** Holidays are shown of this year and so many after it. */
const YEARS_AHEAD = 2;

/** Who entered something, and when; null for what came with the product. */
type Entered = { id: string; by: string | null; at: Date } | null;

export type PlanDateRow = Pick<PlanDate, 'id' | 'of' | 'funds' | 'due' | 'document' | 'article' | 'certainty'> & {
  isConfirmed: boolean;
  /** The ISO day, where it is one. */
  on: string | null;
  isPast: boolean;
  entered: Entered;
};

/** The dates of the plan years that are under way or asked for, and the holidays, as they stand in the database. */
export async function describeCalendar({
  db,
  clock,
  calendar: { shipped },
}: Pick<StaffDeps, 'db' | 'clock' | 'calendar'>) {
  const now = clock.now();
  const today = officeDay(now);
  // Read before the entries: who is slower than a colleague is told so, and never overwrites.
  const version = await readCalendarVersion(db);
  const entries = await listCalendarEntries(db);
  const standing = entries.filter(({ withdrawnAt }) => withdrawnAt === null);
  const calendar = joinCalendar(shipped, standingContents(entries));
  const usual = planYearFor(today.toString(), calendar.plan);
  const holidayEntries = standing.flatMap(({ id, content }) =>
    content.kind === 'holiday' ? [{ ...content, entryId: id }] : [],
  );
  const { missingYears, undecidedYears } = holidaysAhead(calendar.holidays, now);
  return {
    ...{ version, today: today.toString(), usual },
    planYears: [usual.planYear - 1, usual.planYear, usual.next.planYear].map((planYear) => ({
      planYear,
      // In the order of the year, which no change can turn round (`findOrderFault`).
      dates: planDatesOf(calendar.plan, planYear).map((date) =>
        toRow(date, { planYear, today: today.toString(), standing }),
      ),
    })),
    ahead: { missingYears, undecidedYears },
    years: Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => today.year + ahead).map((year) => ({
      year,
      /** All of its holidays are there, whether decided or not. */
      isKnown: calendar.holidays.to.year >= year,
      entered: enteredOf(standing.findLast(({ content }) => content.kind === 'year' && content.year === year)),
      runs: listHolidays(shipped.holidays, { year, entries: holidayEntries }),
    })),
    entries: entries.toReversed(),
  };
}

function toRow(
  { id, of, funds, due, document, article, certainty, isConfirmed }: PlanDate,
  about: { planYear: number; today: string; standing: readonly CalendarEntry[] },
): PlanDateRow {
  const { planYear, today, standing } = about;
  const on = due.kind === 'day' ? `${planYear + due.yearOffset}-${due.monthDay}` : null;
  const isPast = on !== null && on < today;
  const entry = standing.findLast(
    ({ content }) =>
      content.kind === 'plan-date' &&
      content.id === id &&
      content.fromYear <= planYear &&
      planYear <= (content.toYear ?? planYear),
  );
  const facts = { id, of, funds, due, document, article, certainty, isConfirmed };
  return { ...facts, on, isPast, entered: enteredOf(entry) };
}

function enteredOf(entry: CalendarEntry | undefined): Entered {
  return entry === undefined ? null : { id: entry.id, by: entry.enteredBy, at: entry.enteredAt };
}
