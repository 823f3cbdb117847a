import * as z from 'zod';
import type { Holiday, HolidayTable } from './holidays.ts';
import { PLAN_DATE_IDS, type PlanCalendar, type PlanDateChange, planDueRule } from './plan-calendar.ts';

/** What everything that counts days is handed: the dates of a plan year and the days nobody works. */
export type Calendar = { plan: PlanCalendar; holidays: HolidayTable };

const words = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(200));
const year = z.int().min(2020).max(2100);

/**
 * What officers enter into the calendar. A date of the plan year; days off, days of a weekend that are worked, or days that
 * are ordinary after all; a year of which all holidays are entered, so that terms can be counted into it.
 */
export const calendarContent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('plan-date'),
    id: z.enum(PLAN_DATE_IDS),
    due: planDueRule,
    fromYear: year,
    toYear: year.optional(),
    document: words,
    article: z.string().max(100).optional(),
    isConfirmed: z.boolean(),
  }),
  z.object({
    kind: z.literal('holiday'),
    /** ISO days, both included. */
    first: z.iso.date(),
    last: z.iso.date(),
    as: z.enum(['off', 'work', 'ordinary']),
    name: words,
    document: words,
    isConfirmed: z.boolean(),
  }),
  z.object({ kind: z.literal('year'), year, document: words }),
]);
export type CalendarContent = z.infer<typeof calendarContent>;
export type HolidayContent = Extract<CalendarContent, { kind: 'holiday' }>;
export type PlanDateContent = Extract<CalendarContent, { kind: 'plan-date' }>;

/**
 * The shipped calendar with what officers entered over it, the earliest first; what was withdrawn is not among it. A later
 * entry covers an earlier one, so that once it is withdrawn what was there before stands again: at the bottom, what is shipped.
 */
export function joinCalendar(shipped: Calendar, entries: readonly CalendarContent[]): Calendar {
  const changes: PlanDateChange[] = entries.filter((entry) => entry.kind === 'plan-date');
  return {
    plan: { ...shipped.plan, changes: [...(shipped.plan.changes ?? []), ...changes] },
    holidays: joinHolidays(shipped.holidays, entries),
  };
}

function joinHolidays(shipped: HolidayTable, entries: readonly CalendarContent[]): HolidayTable {
  const years = new Set(entries.flatMap((entry) => (entry.kind === 'year' ? [entry.year] : [])));
  let { to } = shipped;
  while (years.has(to.year + 1)) to = Temporal.PlainDate.from({ year: to.year + 1, month: 12, day: 31 });
  const days = entries.filter((entry) => entry.kind === 'holiday').toReversed();
  return {
    from: shipped.from,
    to,
    find: (day) => {
      const iso = day.toString();
      const entry = days.find(({ first, last }) => first <= iso && iso <= last);
      return entry === undefined ? shipped.find(day) : toHoliday(entry, iso);
    },
  };
}

function toHoliday({ as, name, document, isConfirmed }: HolidayContent, day: string): Holiday | undefined {
  if (as === 'ordinary') return undefined;
  return { day, name, kind: as, isOfficial: isConfirmed, certainty: 'officer', source: document };
}
