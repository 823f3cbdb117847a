import type { HappenedEvent } from './event.ts';
import * as data from './project-data.ts';
import { standingEvents } from './standing-events.ts';

/** What the events of a dossier say of its project (đề án). Money in whole đồng, days in ISO; null: not yet. */
export type Project = {
  planYear: number;
  fund: data.Fund;
  proposedAt: Date;
  /** What the centre asks for. */
  proposedVnd: number | null;
  approvedAt: Date | null;
  /** As approved, with what was amended since. */
  nationalVnd: number | null;
  localVnd: number | null;
  counterpartVnd: number | null;
  decisionNumber: string | null;
  decidedOn: string | null;
  contractNumber: string | null;
  signedOn: string | null;
  endsOn: string | null;
  begunAt: Date | null;
  /** The advance (tạm ứng) that the producer has: what was paid so far, without what came back of it. */
  advancedNationalVnd: number | null;
  advancedLocalVnd: number | null;
  /** When something of it was paid last. */
  advancedOn: string | null;
  inspectedOn: string | null;
  /** All that was paid by the settlement, the advance with it. */
  paidNationalVnd: number | null;
  paidLocalVnd: number | null;
  paidCounterpartVnd: number | null;
  settledOn: string | null;
  closedAt: Date | null;
  stoppedAt: Date | null;
};

export type AmendmentAsked = { amendment: data.Amendment; text: string; askedAt: Date };

const NOTHING_YET = {
  ...{ proposedVnd: null, approvedAt: null, nationalVnd: null, localVnd: null, counterpartVnd: null },
  ...{ decisionNumber: null, decidedOn: null, contractNumber: null, signedOn: null, endsOn: null, begunAt: null },
  ...{ advancedNationalVnd: null, advancedLocalVnd: null, advancedOn: null },
  ...{ inspectedOn: null, paidNationalVnd: null, paidLocalVnd: null, paidCounterpartVnd: null, settledOn: null },
  ...{ closedAt: null, stoppedAt: null },
};

/**
 * The project by the events of its dossier, oldest first; undefined while nothing is proposed, and again once the dossier was
 * reopened or the proposal taken back. What was declined or withdrawn keeps what had been said of it. An event whose data was
 * deleted with the person's says nothing.
 */
export function projectOf(events: readonly HappenedEvent[]): Project | undefined {
  return standingEvents(events).reduce<Project | undefined>(after, undefined);
}

function after(project: Project | undefined, { kind, at, data: carried }: HappenedEvent): Project | undefined {
  if (kind === 'proposed') {
    const proposed = data.proposedData.safeParse(carried).data;
    if (proposed === undefined) return project;
    const { planYear, fund, amountVnd = null } = proposed;
    return { ...NOTHING_YET, planYear, fund, proposedAt: at, proposedVnd: amountVnd };
  }
  if (project === undefined || kind === 'reopened') return undefined;
  return { ...project, ...changesBy({ kind, at, data: carried }, project) };
}

function changesBy({ kind, at, data: carried }: HappenedEvent, project: Project): Partial<Project> {
  switch (kind) {
    case 'approved': {
      const approved = data.approvedData.safeParse(carried).data;
      if (approved === undefined) return {};
      const { nationalVnd, localVnd, counterpartVnd, decision } = approved;
      const decided = { decisionNumber: decision?.number ?? null, decidedOn: decision?.date ?? null };
      return { approvedAt: at, nationalVnd, localVnd, counterpartVnd, ...decided };
    }
    case 'contracted': {
      const signed = data.contractedData.safeParse(carried).data;
      if (signed === undefined) return {};
      return { contractNumber: signed.number, signedOn: signed.signedOn, endsOn: signed.endsOn };
    }
    case 'begun':
      return { begunAt: at };
    case 'advance-paid': {
      const paid = data.advancePaidData.safeParse(carried).data;
      return paid === undefined ? {} : { ...advancedBy(project, paid, 1), advancedOn: paid.paidOn };
    }
    case 'advance-returned': {
      const returned = data.advanceReturnedData.safeParse(carried).data;
      return returned === undefined ? {} : advancedBy(project, returned, -1);
    }
    case 'amendment-granted': {
      const granted = data.amendmentGrantedData.safeParse(carried).data;
      const { amendment, sums = {}, endsOn = project.endsOn } = granted ?? {};
      return { ...sums, endsOn, stoppedAt: amendment === 'stop' ? at : project.stoppedAt };
    }
    case 'inspected':
      return { inspectedOn: data.inspectedData.safeParse(carried).data?.inspectedOn ?? null };
    case 'settled': {
      const settled = data.settledData.safeParse(carried).data;
      if (settled === undefined) return {};
      const { paidNationalVnd, paidLocalVnd, counterpartVnd: paidCounterpartVnd, settledOn } = settled;
      return { paidNationalVnd, paidLocalVnd, paidCounterpartVnd, settledOn };
    }
    case 'closed':
      return { closedAt: at };
    default:
      return {};
  }
}

function advancedBy(
  { advancedNationalVnd, advancedLocalVnd }: Project,
  { nationalVnd, localVnd }: { nationalVnd: number; localVnd: number },
  sign: 1 | -1,
): Partial<Project> {
  return {
    advancedNationalVnd: (advancedNationalVnd ?? 0) + sign * nationalVnd,
    advancedLocalVnd: (advancedLocalVnd ?? 0) + sign * localVnd,
  };
}

/** The amendment that was asked for last and still stands, decided or not. */
export function askedAmendment(events: readonly HappenedEvent[]): AmendmentAsked | undefined {
  const asked = standingEvents(events).findLast(({ kind }) => kind === 'amendment-asked');
  const parsed = data.amendmentAskedData.safeParse(asked?.data).data;
  return asked === undefined || parsed === undefined ? undefined : { ...parsed, askedAt: asked.at };
}
