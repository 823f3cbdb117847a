import type { ApplicationEventKind } from './event.ts';
import { amendmentGrantedData } from './project-data.ts';
import { standingEvents } from './standing-events.ts';

export type ApplicationStatus =
  | 'draft'
  | 'submitted'
  | 'in-review'
  | 'needs-papers'
  | 'accepted'
  | ProjectStatus
  | 'declined'
  | 'withdrawn'
  | 'discarded'
  | 'expired'
  | 'erased';

/** Of a dossier that became a project (đề án), from the proposed plan to the closing. */
export type ProjectStatus =
  | 'proposed'
  | 'approved'
  | 'contracted'
  | 'in-progress'
  | 'amendment-asked'
  | 'inspected'
  | 'settled'
  | 'closed'
  /** A stop was asked for and granted. */
  | 'stopped';

/**
 * The status after an event. `held`: changes or says who has the dossier, and nothing else. `reviewed`: with an officer, or
 * waiting for one. `working`: what it was before the amendment was asked for, unless a stop was granted. `nothing`: says
 * nothing of the status.
 */
const STATUS_AFTER: Record<ApplicationEventKind, ApplicationStatus | 'held' | 'reviewed' | 'working' | 'nothing'> = {
  started: 'draft',
  submitted: 'reviewed',
  claimed: 'held',
  released: 'held',
  returned: 'needs-papers',
  resubmitted: 'reviewed',
  accepted: 'accepted',
  declined: 'declined',
  reopened: 'reviewed',
  corrected: 'nothing',
  seen: 'in-review',
  withdrawn: 'withdrawn',
  discarded: 'discarded',
  expired: 'expired',
  erased: 'erased',
  proposed: 'proposed',
  approved: 'approved',
  contracted: 'contracted',
  begun: 'in-progress',
  'progress-reported': 'nothing',
  'advance-paid': 'nothing',
  'advance-returned': 'nothing',
  'amendment-asked': 'amendment-asked',
  'amendment-granted': 'working',
  'amendment-refused': 'working',
  inspected: 'inspected',
  settled: 'settled',
  closed: 'closed',
  'stepped-back': 'nothing',
};

/** The statuses that come straight from the last event, for the SQL that says the same. */
export const STATUS_BY_EVENT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(STATUS_AFTER).filter(([, after]) => !['held', 'reviewed', 'working', 'nothing'].includes(after)),
);

/** The kinds of events that say something of the status; a stopped reminder, for one, does not. */
export const STATUS_EVENTS: readonly string[] = Object.entries(STATUS_AFTER).flatMap(([kind, after]) =>
  after === 'nothing' ? [] : [kind],
);

export function isStatusEvent(kind: string): kind is ApplicationEventKind {
  return STATUS_EVENTS.includes(kind) || kind === 'stepped-back';
}

type Event = { kind: string; actorId?: string | null; data?: unknown };

/** The status of a dossier by its events, oldest first. Whoever takes it or gives it back changes only what is in review. */
export function statusOf(events: readonly Event[]): ApplicationStatus {
  const standing = standingEvents(events).filter(({ kind }) => STATUS_EVENTS.includes(kind));
  const last = standing.findLast(({ kind }) => afterOf(kind) !== 'held');
  const after = last === undefined ? 'draft' : afterOf(last.kind);
  switch (after) {
    case 'reviewed':
      return findTaking(events) === undefined ? 'submitted' : 'in-review';
    case 'in-review':
      return GIVES_BACK.includes(standing.at(-1)?.kind ?? '') ? 'submitted' : 'in-review';
    case 'working':
      if (last?.kind === 'amendment-granted' && isStop(last.data)) return 'stopped';
      return standing.some(({ kind }) => kind === 'begun') ? 'in-progress' : 'contracted';
    case 'held':
    case 'nothing':
      return 'draft';
    default:
      return after;
  }
}

function afterOf(kind: string) {
  return isStatusEvent(kind) ? STATUS_AFTER[kind] : 'nothing';
}

function isStop(data: unknown): boolean {
  return amendmentGrantedData.pick({ amendment: true }).safeParse(data).data?.amendment === 'stop';
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
