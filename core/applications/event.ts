/** What can happen to a dossier. Append-only: the history is the truth, the status is computed from it. */
export type ApplicationEventKind =
  | 'started'
  | 'submitted'
  /** An officer takes it, from a colleague too: the decision is theirs. */
  | 'claimed'
  /** The officer who has it gives it back, so that another can take it. */
  | 'released'
  /** Some items go back to the person, each with a remark. */
  | 'returned'
  /** The person answered what came back, and sent it again. */
  | 'resubmitted'
  | 'accepted'
  | 'declined'
  /** A decision is taken back; who does it has the dossier again. */
  | 'reopened'
  /** Of the time before `claimed`: an officer had looked at it. No longer written. */
  | 'seen'
  | 'withdrawn'
  /** The person gave their draft up. */
  | 'discarded'
  /** A draft reached the end of its 90 days. */
  | 'expired'
  /** The person had their data deleted: the code stays, their words are gone. */
  | 'erased';

export type ActorKind = 'person' | 'officer' | 'system';

/** An event as far as the rules look at it; `kind` may be one that says nothing of the status. */
export type HappenedEvent = { kind: string; at: Date; actorId?: string | null; data?: unknown };
