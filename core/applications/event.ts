/** What can happen to a dossier. Append-only: the history is the truth, the status is computed from it. */
export type ApplicationEventKind =
  | 'started'
  | 'submitted'
  | 'seen'
  | 'withdrawn'
  /** The person gave their draft up. */
  | 'discarded'
  /** A draft reached the end of its 90 days. */
  | 'expired'
  /** The person had their data deleted: the code stays, their words are gone. */
  | 'erased';

export type ActorKind = 'person' | 'officer' | 'system';
