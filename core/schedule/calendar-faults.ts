import type { Calendar, CalendarContent, HolidayContent, PlanDateContent } from './calendar.ts';
import { type PlanCalendar, type PlanDateId, planDatesOf } from './plan-calendar.ts';

/** Why an entry of the calendar cannot stand: a code, and what its words name (days and years). */
export type CalendarFault = { code: string; values: Record<string, string | number> };

/** Entries reach so many years ahead, and a plan year that ended last year may still have a date to come. */
const MOST_YEARS_AHEAD = 5;
/** Longer than any holiday: whoever enters more has slipped in a date. */
const MOST_DAYS = 16;

/** What comes first in a plan year and what may not be due before it; the department's day lies before the ministry's. */
const ORDER: readonly (readonly [PlanDateId, PlanDateId])[] = [
  ['outline', 'appraisal'],
  ['appraisal', 'inspection'],
  ['inspection', 'liquidation'],
  ['local-outline', 'local-approval'],
];

/** What is wrong with an entry, looked at by itself; `today` is the day in the office. */
export function findContentFault(
  content: CalendarContent,
  { calendar, today }: { calendar: Calendar; today: Temporal.PlainDate },
): CalendarFault | undefined {
  switch (content.kind) {
    case 'plan-date':
      return findDateFault(content, calendar, today);
    case 'holiday':
      return findDaysFault(content, today);
    case 'year':
      return findYearFault(content.year, calendar, today);
  }
}

/**
 * The first two dates of some plan year that would stand in the wrong order. Asked of the calendar as it would be, after an
 * entry and after a withdrawal alike.
 */
export function findOrderFault(plan: PlanCalendar, today: Temporal.PlainDate): CalendarFault | undefined {
  for (let year = today.year - 1; year <= today.year + MOST_YEARS_AHEAD + 1; year += 1) {
    for (const [earlier, later] of ORDER) {
      const first = findDay(plan, earlier, year);
      const second = findDay(plan, later, year);
      if (first === undefined || second === undefined || first <= second) continue;
      return { code: `calendar.${earlier}-after-${later}`, values: { year, first, second } };
    }
  }
  return undefined;
}

function findDay(plan: PlanCalendar, id: PlanDateId, year: number): string | undefined {
  const due = planDatesOf(plan, year).find((date) => date.id === id)?.due;
  return due?.kind === 'day' ? `${year + due.yearOffset}-${due.monthDay}` : undefined;
}

function findDateFault(
  { id, due, fromYear, toYear = fromYear }: PlanDateContent,
  { plan }: Calendar,
  today: Temporal.PlainDate,
): CalendarFault | undefined {
  const shipped = plan.dates.find((date) => date.id === id)?.due.kind;
  // What the province sets is a day.
  if ((shipped === 'unset' ? 'day' : shipped) !== due.kind) return { code: 'request.invalid', values: {} };
  if (toYear < fromYear) return { code: 'calendar.years-wrong-order', values: {} };
  const [earliest, latest] = [today.year - 1, today.year + MOST_YEARS_AHEAD];
  if (fromYear < earliest || fromYear > latest || toYear > latest) {
    return { code: 'calendar.year-out-of-reach', values: { first: earliest, last: latest } };
  }
  if (due.kind !== 'day') return undefined;
  // A day that only some years have would be missing in the others.
  const [month = 0, day = 0] = due.monthDay.split('-').map(Number);
  const isThere = month >= 1 && month <= 12 && day >= 1 && day <= daysInShortYear(month);
  return isThere ? undefined : { code: 'calendar.no-such-day', values: { day, month } };
}

function daysInShortYear(month: number): number {
  return Temporal.PlainYearMonth.from({ year: 2027, month }).daysInMonth;
}

function findDaysFault({ first, last, as }: HolidayContent, today: Temporal.PlainDate): CalendarFault | undefined {
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
  if (last < first) return { code: 'calendar.days-wrong-order', values: {} };
  if (first < today.toString()) return { code: 'calendar.day-over', values: {} };
  if (to.year > today.year + MOST_YEARS_AHEAD) {
    return { code: 'calendar.day-too-far', values: { last: today.year + MOST_YEARS_AHEAD } };
  }
  const days = from.until(to).days + 1;
  if (days > MOST_DAYS) return { code: 'calendar.too-many-days', values: { days, most: MOST_DAYS } };
  if (as !== 'work') return undefined;
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    if (day.dayOfWeek <= 5) return { code: 'calendar.work-on-weekday', values: { day: day.toString() } };
  }
  return undefined;
}

/** Years are entered one after the other: between two that are known there is none that is not. */
function findYearFault(year: number, { holidays }: Calendar, today: Temporal.PlainDate): CalendarFault | undefined {
  const next = holidays.to.year + 1;
  if (year < next) return { code: 'calendar.year-known', values: { year } };
  if (year > today.year + MOST_YEARS_AHEAD) {
    return { code: 'calendar.day-too-far', values: { last: today.year + MOST_YEARS_AHEAD } };
  }
  return year > next ? { code: 'calendar.year-gap', values: { year, next } } : undefined;
}
