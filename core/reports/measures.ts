import { countsInPlan } from '../applications/sum-projects.ts';
import { COURSE_PROGRAMMES } from '../courses/course.ts';
import type { ReportCounts, ReportFact, ReportMoney } from './fact.ts';

/**
 * How far a request must have come to be counted. `sent`: it was sent, whatever became of it. `accepted`: officers accepted
 * it, and it was not declined, withdrawn, stopped or erased since. `planned`: in a plan, as `sumProjects` counts. `approved`:
 * of these, approved. `done`: of these, the acceptance inspection was passed. `left`: it was stopped, and its producer still has
 * part of an advance.
 */
export type Stage = 'sent' | 'accepted' | 'planned' | 'approved' | 'done' | 'left';

/** By which year it counts: that of the sending, or that of the plan. */
export type YearBasis = 'sent' | 'plan';

export type MeasureUnit =
  | 'requests'
  | 'projects'
  | 'establishments'
  | 'products'
  | 'trademarks'
  | 'people'
  | 'turns'
  | 'booths'
  | 'vnd';

/** What stands in a column of a report; its words and its definition are `reports:measure.<key>` in `locales/`. */
export type Measure = {
  unit: MeasureUnit;
  stage: Stage;
  year: YearBasis;
  /** Only these kinds of support. */
  programmes?: readonly string[];
  /** Only establishments owned by women. */
  onlyWomanOwned?: true;
} & (
  | { how: 'count' }
  /** Each establishment once, however many requests it has. */
  | { how: 'distinct' }
  | { how: 'sum'; of: readonly (keyof ReportMoney | keyof ReportCounts)[] }
);

const money = (...of: (keyof ReportMoney)[]) =>
  ({ unit: 'vnd', stage: 'planned', year: 'plan', how: 'sum', of }) as const satisfies Measure;

/**
 * All measures, in the order in which they are shown. Money of a project counts in the year of its plan, also what was paid in
 * January after it, so that a plan year's report and its list of projects say the same.
 */
export const MEASURES = {
  requests: { unit: 'requests', stage: 'sent', year: 'sent', how: 'count' },
  accepted: { unit: 'requests', stage: 'accepted', year: 'sent', how: 'count' },
  establishments: { unit: 'establishments', stage: 'sent', year: 'sent', how: 'distinct' },
  projects: { unit: 'projects', stage: 'planned', year: 'plan', how: 'count' },
  approvedProjects: { unit: 'projects', stage: 'approved', year: 'plan', how: 'count' },
  doneProjects: { unit: 'projects', stage: 'done', year: 'plan', how: 'count' },
  proposedVnd: money('proposedVnd'),
  supportVnd: money('nationalVnd', 'localVnd'),
  nationalVnd: money('nationalVnd'),
  localVnd: money('localVnd'),
  counterpartVnd: money('counterpartVnd'),
  paidSupportVnd: money('paidNationalVnd', 'paidLocalVnd'),
  paidNationalVnd: money('paidNationalVnd'),
  paidLocalVnd: money('paidLocalVnd'),
  paidCounterpartVnd: money('paidCounterpartVnd'),
  advancedVnd: money('advancedVnd'),
  leftAdvanceVnd: { unit: 'vnd', stage: 'left', year: 'plan', how: 'sum', of: ['advancedVnd'] },
  supportedEstablishments: { unit: 'establishments', stage: 'approved', year: 'plan', how: 'distinct' },
  womanOwned: { unit: 'establishments', stage: 'approved', year: 'plan', how: 'distinct', onlyWomanOwned: true },
  products: {
    ...{ unit: 'products', stage: 'accepted', year: 'sent', how: 'count' },
    programmes: ['typical-rural-product'],
  },
  trademarks: { unit: 'trademarks', stage: 'done', year: 'plan', how: 'count', programmes: ['trademark'] },
  trainees: {
    ...{ unit: 'people', stage: 'done', year: 'plan', how: 'sum', of: ['learners'] },
    programmes: COURSE_PROGRAMMES,
  },
  traineesAsked: {
    ...{ unit: 'people', stage: 'accepted', year: 'sent', how: 'sum', of: ['learners'] },
    programmes: COURSE_PROGRAMMES,
  },
  fairTurns: { unit: 'turns', stage: 'done', year: 'plan', how: 'count', programmes: ['trade-fair'] },
  fairBooths: {
    ...{ unit: 'booths', stage: 'done', year: 'plan', how: 'sum', of: ['fairBooths'] },
    programmes: ['trade-fair'],
  },
} as const satisfies Record<string, Measure>;

export type MeasureKey = keyof typeof MEASURES;
export const MEASURE_KEYS = Object.keys(MEASURES) as [MeasureKey, ...MeasureKey[]];

const DONE: readonly string[] = ['inspected', 'settled', 'closed'];

/** Whether a request has come as far as a stage. */
export function hasReached({ status, project }: Pick<ReportFact, 'status' | 'project'>, stage: Stage): boolean {
  const isPlanned = project !== null && countsInPlan(status);
  switch (stage) {
    case 'sent':
      return true;
    case 'accepted':
      return status === 'accepted' || countsInPlan(status);
    case 'planned':
      return isPlanned;
    case 'approved':
      return isPlanned && status !== 'proposed';
    case 'done':
      return isPlanned && DONE.includes(status);
    case 'left':
      return project !== null && status === 'stopped' && project.advancedVnd > 0;
  }
}

/** The year in which a request counts for a measure; undefined where it counts for none. */
export function yearFor(fact: ReportFact, { stage, year, programmes }: Measure): number | undefined {
  if (programmes !== undefined && !programmes.includes(fact.programme)) return undefined;
  if (!hasReached(fact, stage)) return undefined;
  return year === 'sent' ? fact.sentYear : fact.project?.planYear;
}
