import type { Fund } from '../../core/applications/project-data.ts';
import { sumAdvances, sumLeftAtStopped, sumProjects } from '../../core/applications/sum-projects.ts';
import { establishmentName } from '../../core/programmes/establishment.ts';
import type { PlanCalendar } from '../../core/schedule/plan-calendar.ts';
import { nextPlanDates, planYearFor } from '../../core/schedule/plan-year.ts';
import { officeDay } from '../../core/time.ts';
import { say } from '../../locales/say.ts';
import { capitalize } from '../../locales/say-time.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import { listPlanYears, listProjects, type ProjectListItem } from '../../records/project-list.ts';
import { summarizeAnswers } from '../requests/describe-answers.ts';
import type { StaffDeps } from '../staff-deps.ts';

/**
 * The projects of a plan year with their sums by fund, and what is late; without a year that of the latest plan, or the one for
 * which a request of today is. Sample projects are listed and not counted.
 */
export async function describeProjects(
  { db, clock, calendar: { current } }: Pick<StaffDeps, 'db' | 'clock' | 'calendar'>,
  { fund, locale, ...asked }: { planYear?: number; fund?: Fund; locale: Locale },
) {
  const years = await listPlanYears(db);
  const today = officeDay(clock.now());
  const { plan: calendar } = current();
  const usual = planYearFor(today, calendar);
  const planYear = asked.planYear ?? years[0] ?? usual.planYear;
  const projects = await listProjects(db, { planYear, fund });
  const real = projects.filter(({ isSample }) => !isSample);
  return {
    ...{ planYear, years, usual },
    projects: projects.map(({ answers, reportedMonths, ...project }) => ({
      ...project,
      establishment: nameOf(answers, locale),
      summary: summarizeAnswers({ ...project, answers }, locale),
      late: lateIn({ ...project, reportedMonths }, { today, calendar }),
    })),
    sums: sumProjects(real),
    /** What is advanced and not settled yet. */
    advances: sumAdvances(real),
    /** What is left of advances of projects that were stopped, and is to come back. */
    leftAtStopped: sumLeftAtStopped(real),
  };
}

function nameOf(answers: ProjectListItem['answers'], locale: Locale): string {
  const values = Object.fromEntries(Object.entries(answers).map(([question, { value }]) => [question, value]));
  return capitalize(say(wordsFor(locale), locale, establishmentName(values)));
}

function lateIn(
  { status, project, reportedMonths }: Pick<ProjectListItem, 'status' | 'project' | 'reportedMonths'>,
  { today, calendar }: { today: string; calendar: PlanCalendar },
) {
  const begunOn = project.begunAt === null ? undefined : officeDay(project.begunAt);
  return nextPlanDates(status, today, { ...project, begunOn, reportedMonths, calendar }).filter(({ isPast }) => isPast);
}
