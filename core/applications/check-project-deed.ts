import { AppError } from '../app-error.ts';
import type { Project } from './project.ts';
import type { ProjectDeed } from './project-data.ts';

/** A plan is of one year, and a programme of five. */
const MOST_YEARS_AWAY = 5;

/** A deed may say only what can be: whoever settles more than was approved needs an amendment of the amount first. */
type Asked = {
  deed: ProjectDeed;
  /** As it was before; undefined before the proposal. */
  project: Project | undefined;
  /** The amendment that was asked for, while one waits. */
  asked: string | undefined;
  /** The office's day, ISO. */
  today: string;
};

/**
 * Throws `project.year-out-of-reach` for a slip in the plan year; `project.sum-is-nothing` where a sum must be more than
 * nothing; `project.paid-above-approved`, also for an advance; `project.paid-below-advance` for a settlement that pays less
 * than the producer has already, `project.return-above-advance` for more back than they have;
 * `project.dates-in-wrong-order`, `project.day-in-future`; `project.sums-missing` for a granted amendment of the amount
 * without sums, and `project.end-missing` for one of the time without the new last day.
 */
export function checkProjectDeed({ deed, project, asked, today }: Asked): void {
  switch (deed.action) {
    case 'propose':
      if (Math.abs(deed.data.planYear - Number(today.slice(0, 4))) > MOST_YEARS_AWAY) {
        throw new AppError('project.year-out-of-reach');
      }
      if (deed.data.amountVnd === 0) throw new AppError('project.sum-is-nothing');
      return;
    case 'approve':
      notNothing(deed.data);
      if (deed.data.decision !== undefined) notInFuture(deed.data.decision.date, today);
      return;
    case 'contract':
      inOrder(deed.data.signedOn, deed.data.endsOn);
      return;
    case 'report-progress':
      notInFuture(deed.data.month, today.slice(0, deed.data.month.length));
      return;
    case 'pay-advance': {
      const { nationalVnd, localVnd, paidOn } = deed.data;
      notNothing(deed.data);
      inOrder(project?.signedOn, paidOn);
      notInFuture(paidOn, today);
      const { national, local } = advanceOf(project);
      notAboveApproved(project, national + nationalVnd, local + localVnd);
      return;
    }
    case 'return-advance': {
      const { nationalVnd, localVnd, returnedOn } = deed.data;
      notNothing(deed.data);
      inOrder(project?.advancedOn, returnedOn);
      notInFuture(returnedOn, today);
      const { national, local } = advanceOf(project);
      if (nationalVnd > national || localVnd > local) throw new AppError('project.return-above-advance');
      return;
    }
    case 'grant-amendment':
      if (asked === 'amount' && deed.data.sums === undefined) throw new AppError('project.sums-missing');
      if (deed.data.sums !== undefined) notNothing(deed.data.sums);
      if (asked === 'time' && deed.data.endsOn === undefined) throw new AppError('project.end-missing');
      if (deed.data.endsOn !== undefined) inOrder(project?.signedOn, deed.data.endsOn);
      return;
    case 'inspect':
      inOrder(project?.signedOn, deed.data.inspectedOn);
      notInFuture(deed.data.inspectedOn, today);
      return;
    case 'settle': {
      const { paidNationalVnd, paidLocalVnd, settledOn } = deed.data;
      inOrder(project?.inspectedOn, settledOn);
      notInFuture(settledOn, today);
      notAboveApproved(project, paidNationalVnd, paidLocalVnd);
      const { national, local } = advanceOf(project);
      if (paidNationalVnd < national || paidLocalVnd < local) throw new AppError('project.paid-below-advance');
      return;
    }
  }
}

type Sums = { nationalVnd: number; localVnd: number };

function notNothing({ nationalVnd, localVnd }: Sums): void {
  if (nationalVnd + localVnd === 0) throw new AppError('project.sum-is-nothing');
}

function notAboveApproved(project: Project | undefined, nationalVnd: number, localVnd: number): void {
  const isAbove = nationalVnd > (project?.nationalVnd ?? 0) || localVnd > (project?.localVnd ?? 0);
  if (isAbove) throw new AppError('project.paid-above-approved');
}

function advanceOf(project: Project | undefined): { national: number; local: number } {
  return { national: project?.advancedNationalVnd ?? 0, local: project?.advancedLocalVnd ?? 0 };
}

function inOrder(first: string | null | undefined, second: string): void {
  if (typeof first === 'string' && second < first) throw new AppError('project.dates-in-wrong-order');
}

function notInFuture(day: string, today: string): void {
  if (day > today) throw new AppError('project.day-in-future');
}
