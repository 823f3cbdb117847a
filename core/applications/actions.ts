import type { ActorKind, ApplicationEventKind } from './event.ts';
import type { ApplicationStatus } from './status.ts';

/** What can be done to a dossier. */
export type ApplicationAction = 'answer' | 'submit' | 'discard' | 'expire' | 'see' | 'withdraw';

/** Who may do each action, whatever the status. */
const ACTORS: Record<ApplicationAction, ActorKind> = {
  answer: 'person',
  submit: 'person',
  discard: 'person',
  expire: 'system',
  see: 'officer',
  withdraw: 'person',
};

/** The event that each action leaves behind; answers are kept by themselves. */
export const EVENT_OF = {
  submit: 'submitted',
  discard: 'discarded',
  expire: 'expired',
  see: 'seen',
  withdraw: 'withdrawn',
} as const satisfies Record<Exclude<ApplicationAction, 'answer'>, ApplicationEventKind>;

/** The one table of what a dossier allows. A new status does not compile until its row is here. */
const ACTIONS: Record<ApplicationStatus, readonly ApplicationAction[]> = {
  draft: ['answer', 'submit', 'discard', 'expire'],
  submitted: ['see', 'withdraw'],
  seen: ['withdraw'],
  withdrawn: [],
  discarded: [],
  expired: [],
  erased: [],
};

export function allowedActions(status: ApplicationStatus, actor: ActorKind): ApplicationAction[] {
  return ACTIONS[status].filter((action) => ACTORS[action] === actor);
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
