import { nextPlanDates, type PlanDue } from '../../../../core/schedule/plan-year.ts';
import { wordsForTime } from '../../../../core/schedule/words-for-time.ts';
import { OFFICE_ZONE, officeDay } from '../../../../core/time.ts';
import { sayDay } from '../../../../locales/say-time.ts';
import type { Application } from '../../../../records/applications.ts';
import type { Turn } from '../../topic.ts';

/** What is due next of a project, the earliest first. `months`: told of beside those that are recorded. */
export function dueOf({ now, plan: calendar }: Turn, dossier: Application, months: readonly string[] = []): PlanDue[] {
  const { status, project, reportedMonths } = dossier;
  const begunOn = project?.begunAt == null ? undefined : officeDay(project.begunAt);
  return nextPlanDates(status, officeDay(now), {
    planYear: project?.planYear,
    fund: project?.fund,
    begunOn,
    inspectedOn: project?.inspectedOn,
    reportedMonths: [...reportedMonths, ...months],
    calendar,
  });
}

/** The next report of progress that the producer owes. */
export function findReportDue(turn: Turn, dossier: Application, months: readonly string[] = []): PlanDue | undefined {
  return dueOf(turn, dossier, months).find(({ id }) => id === 'progress');
}

/** "thứ Năm 25/3", of an ISO day; with the year when it is another one. */
export function sayIsoDay({ words, now }: Turn, isoDay: string): string {
  const midday = Temporal.PlainDate.from(isoDay).toZonedDateTime({ timeZone: OFFICE_ZONE, plainTime: '12:00' });
  return sayDay(words, wordsForTime({ at: new Date(midday.epochMilliseconds), now }));
}

/** "3/2027" */
export function sayMonth(isoMonth: string): string {
  const { month, year } = Temporal.PlainYearMonth.from(isoMonth);
  return `${month}/${year}`;
}
