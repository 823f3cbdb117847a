import type { Fund } from '../applications/project-data.ts';
import type { ApplicationStatus } from '../applications/status.ts';
import { type PlanCalendar, type PlanDate, planDatesOf } from './plan-calendar.ts';

/** For which plan year a request of a day usually is. Days are ISO. */
export type PlanYear = {
  /** The year after: what is asked for today is not of this year's plan. */
  planYear: number;
  /** The day by which outlines for that year are handed in. */
  closesOn: string;
  /** That day is over: for the national fund it is too late unless the plan is supplemented, and the next year is sure. */
  isPast: boolean;
  next: { planYear: number; closesOn: string };
};

export function planYearFor(day: string, calendar: PlanCalendar): PlanYear {
  const planYear = Number(day.slice(0, 4)) + 1;
  const closesOn = outlineDay(planYear, calendar);
  const next = { planYear: planYear + 1, closesOn: outlineDay(planYear + 1, calendar) };
  return { planYear, closesOn, isPast: day > closesOn, next };
}

/**
 * Something that is due: what, of whom, by which day, and where that stands. The rules say *trước* (before): whoever is done
 * the day before is in time however that is read.
 */
export type PlanDue = Pick<PlanDate, 'id' | 'of' | 'document' | 'article' | 'certainty'> & {
  on: string;
  planYear: number;
  /** Not done in time. */
  isPast: boolean;
  /** Compared with the rule in force, and of the fund that it was written for. */
  isConfirmed: boolean;
};

/**
 * What is due next for a dossier that stands so on this day, the earliest first; nothing where no day is known. What is not in
 * a plan yet is meant for the next plan that can still be reached, of either fund. `reportedMonths`: of the months of its progress reports.
 */
export function nextPlanDates(
  status: ApplicationStatus,
  day: string,
  {
    planYear,
    fund,
    begunOn,
    inspectedOn,
    reportedMonths = [],
    calendar,
  }: {
    calendar: PlanCalendar;
    planYear?: number;
    fund?: Fund;
    begunOn?: string;
    inspectedOn?: string | null;
    reportedMonths?: readonly string[];
  },
): PlanDue[] {
  const usual = planYearFor(day, calendar);
  const year = planYear ?? (usual.isPast ? usual.next.planYear : usual.planYear);
  return planDatesOf(calendar, year)
    .filter(({ statuses, funds }) => statuses.includes(status) && (fund === undefined || funds.includes(fund)))
    .flatMap(({ id, of, due, document, article, certainty, isConfirmed, funds }): PlanDue[] => {
      const on = dayOf(due, { year, day, begunOn, inspectedOn, reportedMonths });
      if (on === undefined) return [];
      const isOwn = fund === undefined || fund === funds[0];
      const isPast = day > on;
      return [{ id, of, on, planYear: year, isPast, document, article, certainty, isConfirmed: isConfirmed && isOwn }];
    })
    .toSorted((one, other) => one.on.localeCompare(other.on));
}

type Known = {
  year: number;
  day: string;
  begunOn: string | undefined;
  inspectedOn: string | null | undefined;
  reportedMonths: readonly string[];
};

function dayOf(due: PlanDate['due'], known: Known): string | undefined {
  switch (due.kind) {
    case 'day':
      return `${known.year + due.yearOffset}-${due.monthDay}`;
    case 'after-inspection': {
      if (typeof known.inspectedOn !== 'string') return undefined;
      return Temporal.PlainDate.from(known.inspectedOn).add({ days: due.days }).toString();
    }
    case 'monthly':
      return monthlyDay(due.dayOfMonth, known);
    case 'unset':
      return undefined;
  }
}

/** Of this month, late or not, until it was told; of a month in which the work began too late, and after it was told, the next. */
function monthlyDay(dayOfMonth: number, { day, begunOn = '', reportedMonths }: Known): string {
  const month = Temporal.PlainYearMonth.from(day.slice(0, 7));
  const on = (of: Temporal.PlainYearMonth): string => of.toPlainDate({ day: dayOfMonth }).toString();
  const isTold = reportedMonths.includes(month.toString()) || begunOn > on(month);
  return on(isTold ? month.add({ months: 1 }) : month);
}

function outlineDay(planYear: number, calendar: PlanCalendar): string {
  const due = planDatesOf(calendar, planYear).find(({ id }) => id === 'outline')?.due;
  return due?.kind === 'day' ? `${planYear + due.yearOffset}-${due.monthDay}` : `${planYear - 1}-12-31`;
}
