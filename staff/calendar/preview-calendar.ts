import type { Calendar, HolidayContent, PlanDateContent } from '../../core/schedule/calendar.ts';
import type { CalendarFault } from '../../core/schedule/calendar-faults.ts';
import { type HolidayReach, type PlanReach, reachOfHolidays, reachOfPlan } from '../../core/schedule/calendar-reach.ts';
import type { Holiday } from '../../core/schedule/holidays.ts';
import { type PlanCalendar, type PlanDate, planDatesOf } from '../../core/schedule/plan-calendar.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import { listCalendarEntries, readCalendarVersion } from '../../records/calendar.ts';
import { listOpenDataClocks, listOpenDossiers, listOpenPromises } from '../../records/calendar-clocks.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { foreseeCalendar } from './foresee-calendar.ts';
import type { PreviewBody } from './schemas.ts';

/** So many plan years of a change are shown; a change for all years goes on beyond them. */
const YEARS_SHOWN = 3;

type Rule = Pick<PlanDate, 'due' | 'isConfirmed' | 'document'> & { on: string | null };
type DayBefore = Pick<Holiday, 'name' | 'kind' | 'isOfficial'> | null;

export type CalendarPreview = {
  /** What is wrong with it: a code, and what its words name. */
  fault: CalendarFault | null;
  /** The version of the calendar that this was reckoned from. */
  version: number;
  /** A date of the plan year: as it is and as it would be. */
  dates: { planYear: number; before: Rule; after: Rule }[];
  dossiers: PlanReach | null;
  /** Days off: each as it is and as it would be; null is an ordinary day. */
  days: { day: string; before: DayBefore; after: DayBefore }[];
  /** Its promises are instants, null where no time can be promised. */
  clocks: (Omit<HolidayReach, 'promise'> & { promise: { before: Date | null; after: Date | null } }) | null;
};

/** What an entry or its withdrawal would mean, before anything is changed. Throws as `foreseeCalendar`. */
export async function previewCalendar(
  { db, clock, calendar: { shipped } }: Pick<StaffDeps, 'db' | 'clock' | 'calendar'>,
  asked: PreviewBody,
): Promise<CalendarPreview> {
  const now = clock.now();
  const today = officeDay(now);
  const version = await readCalendarVersion(db);
  const entries = await listCalendarEntries(db);
  const deed = 'content' in asked ? { enter: asked.content } : asked;
  const { before, after, content, fault } = foreseeCalendar(deed, { shipped, entries, today });
  const nothing: CalendarPreview = { fault: null, version, dates: [], dossiers: null, days: [], clocks: null };
  if (fault !== undefined) return { ...nothing, fault };
  if (content.kind === 'plan-date') {
    const dossiers = await listOpenDossiers(db);
    const plans = { before: before.plan, after: after.plan };
    return {
      ...nothing,
      dates: datesOf(content, plans),
      dossiers: reachOfPlan({ ...plans, dossiers, today: today.toString() }),
    };
  }
  const [promises, clocks] = await Promise.all([listOpenPromises(db, now), listOpenDataClocks(db)]);
  const holidays = { before: before.holidays, after: after.holidays };
  const { promise, ...reach } = reachOfHolidays({ ...holidays, promises, clocks, now });
  const by = (one: typeof promise.before): Date | null => (one.kind === 'promised' ? one.by : null);
  return {
    ...nothing,
    days: content.kind === 'holiday' ? daysOf(content, holidays) : [],
    clocks: { ...reach, promise: { before: by(promise.before), after: by(promise.after) } },
  };
}

function datesOf(
  { id, fromYear, toYear }: PlanDateContent,
  plans: { before: PlanCalendar; after: PlanCalendar },
): CalendarPreview['dates'] {
  const last = Math.min(toYear ?? Number.POSITIVE_INFINITY, fromYear + YEARS_SHOWN - 1);
  return Array.from({ length: last - fromYear + 1 }, (_, ahead) => fromYear + ahead).flatMap((planYear) => {
    const [was, is] = [ruleOf(plans.before, id, planYear), ruleOf(plans.after, id, planYear)];
    return was === undefined || is === undefined ? [] : [{ planYear, before: was, after: is }];
  });
}

function ruleOf(plan: PlanCalendar, id: PlanDate['id'], planYear: number): Rule | undefined {
  const date = planDatesOf(plan, planYear).find((one) => one.id === id);
  if (date === undefined) return undefined;
  const { due, isConfirmed, document } = date;
  return { due, isConfirmed, document, on: due.kind === 'day' ? `${planYear + due.yearOffset}-${due.monthDay}` : null };
}

function daysOf(
  { first, last }: HolidayContent,
  tables: { before: Calendar['holidays']; after: Calendar['holidays'] },
): CalendarPreview['days'] {
  const days: CalendarPreview['days'] = [];
  const tell = (row: Holiday | undefined): DayBefore =>
    row === undefined ? null : { name: row.name, kind: row.kind, isOfficial: row.isOfficial };
  for (let day = Temporal.PlainDate.from(first); day.toString() <= last; day = day.add({ days: 1 })) {
    const [before, after] = [tell(tables.before.find(day)), tell(tables.after.find(day))];
    days.push({ day: day.toString(), before, after });
  }
  return days;
}
