import { isForFollowers } from '../../../core/audience/for-followers.ts';
import type { Occasion, OwnState } from '../../../core/budget/importance.ts';
import type { WaitingStarted } from '../../../records/budget-places.ts';

/** What a message of the ledger is about, as its key tells. `window`: the one it reminds of, and what the person has of it. */
export function occasionOf(
  { kind, key, audience }: Pick<WaitingStarted, 'kind' | 'key' | 'audience'>,
  window: { closesAt: Date; own: OwnState } | undefined,
): Occasion {
  if (kind === 'announcement') return { kind, isFollowed: audience !== null && isForFollowers(audience) };
  const parts = key.split('/');
  if (window !== undefined) return { kind: 'window', which: parts[4] ?? '', ...window };
  if (parts[0] === 'reminder' && parts[1] === 'draft') return { kind: 'draft', which: parts[3] ?? '' };
  return { kind: parts[0] === 'late' ? 'late' : 'dossier' };
}
