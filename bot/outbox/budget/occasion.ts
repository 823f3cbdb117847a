import type { NewsTopic } from '../../../core/announcements/topics.ts';
import type { Condition } from '../../../core/audience/condition.ts';
import { isForFollowers } from '../../../core/audience/for-followers.ts';
import type { Occasion, OwnState } from '../../../core/budget/importance.ts';
import type { WaitingStarted } from '../../../records/budget-places.ts';

const GENERAL: NewsTopic = 'general';

/** News of a topic that one can follow by itself, or an audience that only those belong to who asked for something. */
export function isFollowed({ topic, audience }: { topic: string | null; audience: Condition | null }): boolean {
  return (topic !== null && topic !== GENERAL) || (audience !== null && isForFollowers(audience));
}

/** What a message of the ledger is about, as its key tells. `window`: the one it reminds of, and what the person has of it. */
export function occasionOf(
  { kind, key, topic, audience }: Pick<WaitingStarted, 'kind' | 'key' | 'topic' | 'audience'>,
  window: { closesAt: Date; own: OwnState } | undefined,
): Occasion {
  if (kind === 'announcement') return { kind, isFollowed: isFollowed({ topic, audience }) };
  const parts = key.split('/');
  if (window !== undefined) return { kind: 'window', which: parts[4] ?? '', ...window };
  if (parts[0] === 'reminder' && parts[1] === 'draft') return { kind: 'draft', which: parts[3] ?? '' };
  return { kind: parts[0] === 'late' ? 'late' : 'dossier' };
}
