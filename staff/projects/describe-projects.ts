import type { Fund } from '../../core/applications/project-data.ts';
import { sumProjects } from '../../core/applications/sum-projects.ts';
import { planYearFor } from '../../core/schedule/plan-year.ts';
import { officeDay } from '../../core/time.ts';
import type { Locale } from '../../locales/words.ts';
import { listPlanYears, listProjects } from '../../records/project-list.ts';
import { summarizeAnswers } from '../requests/describe-answers.ts';
import type { StaffDeps } from '../staff-deps.ts';

/**
 * The projects of a plan year with their sums by fund; without a year that of the latest plan, or the one for which a request of
 * today is. Sample projects are listed and not counted.
 */
export async function describeProjects(
  { db, clock }: Pick<StaffDeps, 'db' | 'clock'>,
  { fund, locale, ...asked }: { planYear?: number; fund?: Fund; locale: Locale },
) {
  const years = await listPlanYears(db);
  const usual = planYearFor(officeDay(clock.now()));
  const planYear = asked.planYear ?? years[0] ?? usual.planYear;
  const projects = await listProjects(db, { planYear, fund });
  return {
    ...{ planYear, years, usual },
    projects: projects.map(({ answers, ...project }) => ({
      ...project,
      summary: summarizeAnswers({ ...project, answers }, locale),
    })),
    sums: sumProjects(projects.filter(({ isSample }) => !isSample)),
  };
}
