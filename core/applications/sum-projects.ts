import type { Project } from './project.ts';
import type { Fund } from './project-data.ts';
import type { ApplicationStatus } from './status.ts';

/** What projects add up to, in whole đồng; what is not known yet adds nothing. */
export type ProjectSums = {
  projects: number;
  proposedVnd: number;
  nationalVnd: number;
  localVnd: number;
  counterpartVnd: number;
  paidNationalVnd: number;
  paidLocalVnd: number;
  paidCounterpartVnd: number;
};

/** In the plan: from the proposal to the closing. What was declined, withdrawn, stopped or erased counts nowhere. */
const COUNTS: readonly ApplicationStatus[] = [
  ...(['proposed', 'approved', 'contracted', 'in-progress', 'amendment-asked'] as const),
  ...(['inspected', 'settled', 'closed'] as const),
];

/** Whether a project in this status counts in the sums of its plan. */
export function countsInPlan(status: ApplicationStatus): boolean {
  return COUNTS.includes(status);
}

type Counted = { status: ApplicationStatus; project: Project };

/** What a producer has of the support and has not settled: of what was advanced without what came back; settled, nothing. */
export function openAdvanceOf({
  advancedNationalVnd,
  advancedLocalVnd,
  settledOn,
}: Pick<Project, 'advancedNationalVnd' | 'advancedLocalVnd' | 'settledOn'>): number {
  return settledOn === null ? (advancedNationalVnd ?? 0) + (advancedLocalVnd ?? 0) : 0;
}

/** What producers have of projects that count and are not settled: by the same funds, and never part of what was paid. */
export function sumAdvances(projects: readonly Counted[]): Record<Fund | 'all', number> {
  return sumOpenAdvances(projects.filter(({ status }) => COUNTS.includes(status)));
}

/** What producers still have of projects that were stopped, and are to give back; these projects count in no other sum. */
export function sumLeftAtStopped(projects: readonly Counted[]): Record<Fund | 'all', number> {
  return sumOpenAdvances(projects.filter(({ status }) => status === 'stopped'));
}

function sumOpenAdvances(projects: readonly Counted[]): Record<Fund | 'all', number> {
  const vndOf = (fund: Fund): number =>
    projects
      .filter(({ project }) => project.fund === fund)
      .reduce((all, { project }) => all + openAdvanceOf(project), 0);
  const [national, local] = [vndOf('national'), vndOf('local')];
  return { national, local, all: national + local };
}

/** The sums by the fund that a project is proposed for, and of all: the parts make up the whole. */
export function sumProjects(projects: readonly Counted[]): Record<Fund | 'all', ProjectSums> {
  const counted = projects.filter(({ status }) => COUNTS.includes(status)).map(({ project }) => project);
  return {
    national: sum(counted.filter(({ fund }) => fund === 'national')),
    local: sum(counted.filter(({ fund }) => fund === 'local')),
    all: sum(counted),
  };
}

function sum(projects: readonly Project[]): ProjectSums {
  const of = (key: Exclude<keyof ProjectSums, 'projects'>): number =>
    projects.reduce((total, project) => total + (project[key] ?? 0), 0);
  return {
    projects: projects.length,
    ...{ proposedVnd: of('proposedVnd'), nationalVnd: of('nationalVnd'), localVnd: of('localVnd') },
    ...{ counterpartVnd: of('counterpartVnd'), paidNationalVnd: of('paidNationalVnd') },
    ...{ paidLocalVnd: of('paidLocalVnd'), paidCounterpartVnd: of('paidCounterpartVnd') },
  };
}
