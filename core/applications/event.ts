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
  /** An officer put an answer right for the person, or what was written down wrongly; says nothing of the status. */
  | 'corrected'
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
  | 'erased'
  | ProjectEventKind;

/** What happens to a dossier that became a project (đề án). What each carries: `project-data.ts`. */
export type ProjectEventKind =
  /** It is in a proposed plan of a year. */
  | 'proposed'
  | 'approved'
  | 'contracted'
  | 'begun'
  /** The producer told how far the work is; says nothing of the status. */
  | 'progress-reported'
  /** Part of the support was paid before the settlement (tạm ứng); says nothing of the status. */
  | 'advance-paid'
  /** Part of an advance came back; says nothing of the status. */
  | 'advance-returned'
  | 'amendment-asked'
  | 'amendment-granted'
  | 'amendment-refused'
  /** The acceptance inspection (nghiệm thu) was passed. */
  | 'inspected'
  | 'settled'
  | 'closed'
  /** The last step of the project that still stands was recorded in error, and is taken back. */
  | 'stepped-back';

export type ActorKind = 'person' | 'officer' | 'system';

/** An event as far as the rules look at it; `kind` may be one that says nothing of the status. */
export type HappenedEvent = { kind: string; at: Date; actorId?: string | null; data?: unknown };
