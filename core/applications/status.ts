import type { ApplicationEventKind } from './event.ts';

export type ApplicationStatus = 'draft' | 'submitted' | 'seen' | 'withdrawn' | 'discarded' | 'expired' | 'erased';

const STATUS_AFTER: Record<ApplicationEventKind, ApplicationStatus> = {
  started: 'draft',
  submitted: 'submitted',
  seen: 'seen',
  withdrawn: 'withdrawn',
  discarded: 'discarded',
  expired: 'expired',
  erased: 'erased',
};

/** The status of a dossier by its events, oldest first. Events that say nothing of it, such as a stopped reminder, are passed over. */
export function statusOf(events: readonly { kind: string }[]): ApplicationStatus {
  const last = events.findLast((event): event is { kind: ApplicationEventKind } =>
    Object.hasOwn(STATUS_AFTER, event.kind),
  );
  return last === undefined ? 'draft' : STATUS_AFTER[last.kind];
}
