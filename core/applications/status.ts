import type { ApplicationEventKind } from './event.ts';

export type ApplicationStatus =
  | 'draft'
  | 'submitted'
  | 'in-review'
  | 'needs-papers'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'discarded'
  | 'expired'
  | 'erased';

/**
 * The status after an event. `taken` and `given-back` change who has the dossier: while papers are missing they are
 * still missing, whoever has it. `sent-again` goes back to whoever has it, or waits for an officer like a new one.
 */
const STATUS_AFTER: Record<ApplicationEventKind, ApplicationStatus | 'taken' | 'given-back' | 'sent-again'> = {
  started: 'draft',
  submitted: 'submitted',
  claimed: 'taken',
  released: 'given-back',
  returned: 'needs-papers',
  resubmitted: 'sent-again',
  accepted: 'accepted',
  declined: 'declined',
  reopened: 'in-review',
  seen: 'in-review',
  withdrawn: 'withdrawn',
  discarded: 'discarded',
  expired: 'expired',
  erased: 'erased',
};

/** The kinds of events that say something of the status; a stopped reminder, for one, does not. */
export const STATUS_EVENTS: readonly string[] = Object.keys(STATUS_AFTER);

export function isStatusEvent(kind: string): kind is ApplicationEventKind {
  return Object.hasOwn(STATUS_AFTER, kind);
}

type Event = { kind: string; actorId?: string | null };

/** The status of a dossier by its events, oldest first. */
export function statusOf(events: readonly Event[]): ApplicationStatus {
  let status: ApplicationStatus = 'draft';
  for (const [index, { kind }] of events.entries()) {
    if (!isStatusEvent(kind)) continue;
    const after = STATUS_AFTER[kind];
    if (after === 'sent-again') status = findTaking(events.slice(0, index)) ? 'in-review' : 'submitted';
    else if (after === 'taken') status = status === 'needs-papers' ? status : 'in-review';
    else if (after === 'given-back') status = status === 'needs-papers' ? status : 'submitted';
    else status = after;
  }
  return status;
}

const TAKES: readonly string[] = ['claimed', 'reopened'] satisfies ApplicationEventKind[];
const GIVES_BACK: readonly string[] = ['released'] satisfies ApplicationEventKind[];

/** The officer who has the dossier, by its events, oldest first: the one who took it last, unless it was given back. */
export function claimedBy(events: readonly Event[]): string | undefined {
  return findTaking(events)?.actorId ?? undefined;
}

function findTaking(events: readonly Event[]): Event | undefined {
  const last = events.findLast(({ kind }) => TAKES.includes(kind) || GIVES_BACK.includes(kind));
  return last !== undefined && TAKES.includes(last.kind) ? last : undefined;
}
