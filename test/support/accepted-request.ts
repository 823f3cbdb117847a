import { randomUUID } from 'node:crypto';
import type { Db } from '../../records/database.ts';

/** A request that this officer has taken and accepted. */
export async function acceptRequest(
  db: Db,
  { id, officerId, at }: { id: string; officerId: string; at: Date },
): Promise<void> {
  await db.applicationEvent.createMany({
    data: ['claimed', 'accepted'].map((kind, index) => ({
      ...{ id: randomUUID(), applicationId: id, seq: index + 3, kind, at, data: {} },
      ...{ actorKind: 'officer', actorId: officerId, requestId: `${kind}/${id}` },
    })),
  });
}
