import type { Fund } from '../applications/project-data.ts';
import type { ApplicationStatus } from '../applications/status.ts';
import { dataRequestClock } from '../people-data/data-request-clock.ts';
import type { DataRequestKind } from '../people-data/legal-terms.ts';
import type { HolidayTable } from './holidays.ts';
import { type OfficerPromise, officerPromise } from './officer-promise.ts';
import { type PlanCalendar, TOLD_TO_PRODUCERS } from './plan-calendar.ts';
import { nextPlanDates } from './plan-year.ts';
import { isWorkingDay, officeDay } from './working-days.ts';

/** A dossier that something may be due of, as `nextPlanDates` asks. */
export type OpenDossier = {
  personId: string;
  status: ApplicationStatus;
  planYear?: number;
  fund?: Fund;
  begunOn?: string;
  inspectedOn?: string | null;
  reportedMonths: readonly string[];
};

/** What was promised to somebody and is not kept yet. Both are written down and stay what they are. */
export type OpenPromise = { promisedAt: Date };
export type OpenDataClock = { kind: DataRequestKind; askedAt: Date };

/** Of dossiers, whose dates are reckoned each time they are asked for. */
export type PlanReach = {
  /** Dossiers of which something would be due on another day. */
  moved: number;
  /** People who would read another day when they ask about a dossier. */
  told: number;
  newlyLate: number;
  lateNoMore: number;
};

export function reachOfPlan(options: {
  before: PlanCalendar;
  after: PlanCalendar;
  dossiers: readonly OpenDossier[];
  /** ISO, in the office. */
  today: string;
}): PlanReach {
  const { before, after, dossiers, today } = options;
  const reach = { moved: 0, newlyLate: 0, lateNoMore: 0 };
  const told = new Set<string>();
  for (const { personId, status, ...facts } of dossiers) {
    const dueBy = (calendar: PlanCalendar) =>
      new Map(nextPlanDates(status, today, { ...facts, calendar }).map((due) => [due.id, due]));
    const [was, is] = [dueBy(before), dueBy(after)];
    const moved = [...is.values()].filter(({ id, on }) => was.get(id)?.on !== on);
    if (moved.length === 0) continue;
    reach.moved += 1;
    if (moved.some(({ id, isPast }) => isPast && was.get(id)?.isPast === false)) reach.newlyLate += 1;
    if (moved.some(({ id, isPast }) => !isPast && was.get(id)?.isPast === true)) reach.lateNoMore += 1;
    if (facts.planYear !== undefined && moved.some(({ id }) => TOLD_TO_PRODUCERS.has(id))) told.add(personId);
  }
  return { ...reach, told: told.size };
}

/** Of promises and of the law's clocks: both keep what was written down; counted anew they would end otherwise. */
export type HolidayReach = {
  /** Questions promised for a day that would be a day off. */
  promisesOnDaysOff: number;
  /** Requests about data whose clock would end later than what stands, and those for which it would end sooner. */
  clocksLater: number;
  clocksSooner: number;
  /** What somebody who asks at this moment would be promised. */
  promise: { before: OfficerPromise; after: OfficerPromise };
};

export function reachOfHolidays(options: {
  before: HolidayTable;
  after: HolidayTable;
  promises: readonly OpenPromise[];
  clocks: readonly OpenDataClock[];
  now: Date;
}): HolidayReach {
  const { before, after, promises, clocks, now } = options;
  const turnsOff = ({ promisedAt }: OpenPromise): boolean => {
    const day = officeDay(promisedAt);
    return isWorkingDay(day, before, 'avoid') === true && isWorkingDay(day, after, 'avoid') === false;
  };
  const shifts = clocks.map((clock) => {
    const [was, is] = [before, after].map((holidays) => dataRequestClock({ ...clock, holidays }));
    if (was === undefined || is === undefined) return [0];
    return [is.answerBy.getTime() - was.answerBy.getTime(), is.doBy.getTime() - was.doBy.getTime()];
  });
  return {
    promisesOnDaysOff: promises.filter(turnsOff).length,
    clocksLater: shifts.filter((by) => by.some((ms) => ms > 0)).length,
    clocksSooner: shifts.filter((by) => by.some((ms) => ms < 0)).length,
    promise: {
      before: officerPromise({ askedAt: now, holidays: before }),
      after: officerPromise({ askedAt: now, holidays: after }),
    },
  };
}
