import type { Db } from '../../records/database.ts';
import { findDeliveryOutcomes } from '../../records/delivery-outcomes.ts';
import { readTranscript } from '../../records/transcripts.ts';

/**
 * What was said with a person on all their channels, in order, and what became of each message to them.
 * `before` is the position of the oldest entry that is known already.
 */
export async function readConversation(
  db: Db,
  { personId, before, limit }: { personId: string; before?: string; limit: number },
) {
  const { entries, more } = await readTranscript(db, { with: { personId }, deliveries: 'all', before, limit });
  const outcomes = await findDeliveryOutcomes(
    db,
    entries.flatMap(({ said }) => (said.by === 'centre' ? [said.id] : [])),
  );
  return {
    entries: entries.map(({ position, at, said }) =>
      said.by === 'person'
        ? { position, at, said }
        : { position, at, said: { ...said, outcome: outcomes.get(said.id) } },
    ),
    more,
  };
}
