import { moneyValue } from '../forms/values.ts';
import { fold } from '../text/fold.ts';
import type { Project } from './project.ts';
import type { ApplicationStatus } from './status.ts';

/** A dossier as far as an overlap looks at it. `answers`: the values that it keeps, by question id. */
export type SupportedDossier = {
  id: string;
  code: string;
  establishmentId: string | undefined;
  programme: string;
  status: ApplicationStatus;
  answers: Readonly<Record<string, unknown>>;
  project: Project | undefined;
  submittedAt: Date;
};

/** Support that the same establishment has, or asks for, elsewhere; whether it is one too many an officer judges. */
export type Overlap = {
  id: string;
  code: string;
  /** The same kind of support, or the same thing at the same price under another kind. */
  why: 'same-programme' | 'same-cost';
  /** Asked for and not decided; approved and not paid; paid. */
  state: 'pending' | 'approved' | 'paid';
  /** Of the plan, or of the request while there is none. */
  year: number;
  /** From both funds: paid, else approved, else proposed; null where no sum is known. */
  sumVnd: number | null;
};

/** Null: support that was never given. */
const STATE: Record<ApplicationStatus, Overlap['state'] | null> = {
  ...{ draft: null, declined: null, withdrawn: null, discarded: null, expired: null, erased: null, stopped: null },
  ...{
    submitted: 'pending',
    'in-review': 'pending',
    'needs-papers': 'pending',
    accepted: 'pending',
    proposed: 'pending',
  },
  ...{ approved: 'approved', contracted: 'approved', 'in-progress': 'approved', 'amendment-asked': 'approved' },
  ...{ inspected: 'approved', settled: 'paid', closed: 'paid' },
};

/**
 * The other dossiers of the same establishment that may be for the same cost, since nobody is supported twice for one (facts
 * 3.2), the latest first.
 */
export function findOverlaps(application: SupportedDossier, others: readonly SupportedDossier[]): Overlap[] {
  const { id, establishmentId, programme } = application;
  if (establishmentId === undefined) return [];
  return others
    .filter((other) => other.id !== id && other.establishmentId === establishmentId)
    .flatMap((other): Overlap[] => {
      const state = STATE[other.status];
      const isSame = other.programme === programme;
      if (state === null || !(isSame || isSameCost(application.answers, other.answers))) return [];
      const why = isSame ? 'same-programme' : 'same-cost';
      const year = other.project?.planYear ?? other.submittedAt.getUTCFullYear();
      return [{ id: other.id, code: other.code, why, state, year, sumVnd: sumOf(other.project) }];
    })
    .toSorted((one, other) => other.year - one.year || other.code.localeCompare(one.code));
}

type Answers = SupportedDossier['answers'];

function isSameCost(one: Answers, other: Answers): boolean {
  const [price, otherPrice] = [moneyValue.safeParse(one.price).data, moneyValue.safeParse(other.price).data];
  if (price === undefined || otherPrice === undefined) return false;
  if (price.minVnd !== otherPrice.minVnd || price.maxVnd !== otherPrice.maxVnd) return false;
  return (
    typeof one.product === 'string' && typeof other.product === 'string' && fold(one.product) === fold(other.product)
  );
}

function sumOf(project: Project | undefined): number | null {
  if (project === undefined) return null;
  const { paidNationalVnd, paidLocalVnd, nationalVnd, localVnd, proposedVnd } = project;
  if (paidNationalVnd !== null && paidLocalVnd !== null) return paidNationalVnd + paidLocalVnd;
  if (nationalVnd !== null && localVnd !== null) return nationalVnd + localVnd;
  return proposedVnd;
}
