import type { ActorKind, ApplicationEventKind } from './event.ts';
import type { ApplicationStatus } from './status.ts';

/** Who may do each action, whatever the status. `holder`: the officer who has the dossier. */
const ACTORS = {
  answer: ['person'],
  submit: ['person'],
  discard: ['person'],
  resubmit: ['person'],
  withdraw: ['person'],
  expire: ['system'],
  claim: ['officer'],
  release: ['holder'],
  return: ['holder'],
  accept: ['holder'],
  decline: ['holder'],
  reopen: ['officer'],
  correct: ['holder'],
  propose: ['holder'],
  approve: ['holder'],
  contract: ['holder'],
  begin: ['holder'],
  'report-progress': ['person', 'holder'],
  'pay-advance': ['holder'],
  'return-advance': ['holder'],
  'ask-amendment': ['person', 'holder'],
  'grant-amendment': ['holder'],
  'refuse-amendment': ['holder'],
  inspect: ['holder'],
  settle: ['holder'],
  close: ['holder'],
  'step-back': ['holder'],
} as const satisfies Record<string, readonly (ActorKind | 'holder')[]>;

/** What can be done to a dossier. */
export type ApplicationAction = keyof typeof ACTORS;

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
  correct: 'corrected',
  propose: 'proposed',
  approve: 'approved',
  contract: 'contracted',
  begin: 'begun',
  'report-progress': 'progress-reported',
  'pay-advance': 'advance-paid',
  'return-advance': 'advance-returned',
  'ask-amendment': 'amendment-asked',
  'grant-amendment': 'amendment-granted',
  'refuse-amendment': 'amendment-refused',
  inspect: 'inspected',
  settle: 'settled',
  close: 'closed',
  'step-back': 'stepped-back',
} as const satisfies Record<Exclude<ApplicationAction, 'answer'>, ApplicationEventKind>;

/** From the contract to the settlement: for the start-up of a business, for one, it is paid after the inspection. */
const ADVANCE = ['pay-advance', 'return-advance'] as const;

/** The one table of what a dossier allows. A new status does not compile until its row is here. */
const ACTIONS: Record<ApplicationStatus, readonly ApplicationAction[]> = {
  draft: ['answer', 'submit', 'discard', 'expire'],
  submitted: ['answer', 'withdraw', 'claim'],
  'in-review': ['answer', 'withdraw', 'claim', 'release', 'return', 'accept', 'decline', 'correct'],
  'needs-papers': ['answer', 'resubmit', 'withdraw', 'claim', 'release', 'return', 'decline', 'correct'],
  accepted: ['answer', 'withdraw', 'claim', 'release', 'reopen', 'propose', 'correct'],
  proposed: ['answer', 'withdraw', 'claim', 'release', 'approve', 'decline', 'step-back', 'correct'],
  approved: ['withdraw', 'claim', 'release', 'contract', 'step-back', 'correct'],
  contracted: ['claim', 'release', 'begin', ...ADVANCE, 'ask-amendment', 'step-back', 'correct'],
  'in-progress': [
    'claim',
    'release',
    'report-progress',
    ...ADVANCE,
    'ask-amendment',
    'inspect',
    'step-back',
    'correct',
  ],
  'amendment-asked': [
    ...(['claim', 'release', 'report-progress', ...ADVANCE, 'grant-amendment', 'refuse-amendment'] as const),
    ...(['step-back', 'correct'] as const),
  ],
  inspected: ['claim', 'release', ...ADVANCE, 'settle', 'step-back', 'correct'],
  settled: ['claim', 'release', 'close', 'step-back', 'correct'],
  closed: ['claim', 'release', 'step-back', 'correct'],
  stopped: ['claim', 'release', 'return-advance', 'step-back', 'correct'],
  declined: ['claim', 'reopen', 'step-back', 'correct'],
  withdrawn: [],
  discarded: [],
  expired: [],
  erased: [],
};

/** What somebody of this kind may do; of officers, some only once they have taken the dossier (`needsClaim`). */
export function allowedActions(status: ApplicationStatus, actor: ActorKind): ApplicationAction[] {
  return ACTIONS[status].filter((action) =>
    actorsOf(action).some((one) => (one === 'holder' ? 'officer' : one) === actor),
  );
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

/**
 * Whether of officers only the one who has the dossier may do it: no two decide at once, and the person hears one voice.
 * What the person may do too (`report-progress`, `ask-amendment`) they do without.
 */
export function needsClaim(action: ApplicationAction): boolean {
  return actorsOf(action).includes('holder');
}

function actorsOf(action: ApplicationAction): readonly (ActorKind | 'holder')[] {
  return ACTORS[action];
}
