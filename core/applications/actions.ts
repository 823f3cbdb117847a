import type { ActorKind, ApplicationEventKind } from './event.ts';
import type { ApplicationStatus } from './status.ts';

/** What can be done to a dossier. */
export type ApplicationAction =
  | 'answer'
  | 'submit'
  | 'discard'
  | 'resubmit'
  | 'withdraw'
  | 'expire'
  | 'claim'
  | 'release'
  | 'return'
  | 'accept'
  | 'decline'
  | 'reopen';

/** Who may do each action, whatever the status. `holder`: the officer who has the dossier. */
const ACTORS: Record<ApplicationAction, ActorKind | 'holder'> = {
  answer: 'person',
  submit: 'person',
  discard: 'person',
  resubmit: 'person',
  withdraw: 'person',
  expire: 'system',
  claim: 'officer',
  release: 'holder',
  return: 'holder',
  accept: 'holder',
  decline: 'holder',
  reopen: 'officer',
};

/** The event that each action leaves behind; answers are kept by themselves. */
export const EVENT_OF = {
  submit: 'submitted',
  discard: 'discarded',
  resubmit: 'resubmitted',
  withdraw: 'withdrawn',
  expire: 'expired',
  claim: 'claimed',
  release: 'released',
  return: 'returned',
  accept: 'accepted',
  decline: 'declined',
  reopen: 'reopened',
} as const satisfies Record<Exclude<ApplicationAction, 'answer'>, ApplicationEventKind>;

/** The one table of what a dossier allows. A new status does not compile until its row is here. */
const ACTIONS: Record<ApplicationStatus, readonly ApplicationAction[]> = {
  draft: ['answer', 'submit', 'discard', 'expire'],
  submitted: ['answer', 'withdraw', 'claim'],
  'in-review': ['answer', 'withdraw', 'claim', 'release', 'return', 'accept', 'decline'],
  'needs-papers': ['answer', 'resubmit', 'withdraw', 'claim', 'release', 'return', 'decline'],
  accepted: ['answer', 'withdraw', 'reopen'],
  declined: ['reopen'],
  withdrawn: [],
  discarded: [],
  expired: [],
  erased: [],
};

/** What somebody of this kind may do; of officers, some only once they have taken the dossier (`needsClaim`). */
export function allowedActions(status: ApplicationStatus, actor: ActorKind): ApplicationAction[] {
  return ACTIONS[status].filter((action) => (needsClaim(action) ? 'officer' : ACTORS[action]) === actor);
}

export function isAllowed({
  action,
  status,
  actor,
}: {
  action: ApplicationAction;
  status: ApplicationStatus;
  actor: ActorKind;
}): boolean {
  return allowedActions(status, actor).includes(action);
}

/** Whether only the officer who has the dossier may do it: no two decide at once, and the person hears one voice. */
export function needsClaim(action: ApplicationAction): boolean {
  return ACTORS[action] === 'holder';
}
