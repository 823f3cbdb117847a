import type { Tx } from './database.ts';

/** Holds one submitted request until the transaction ends, so that two officers cannot act on it at once. */
export async function lockRequest(
  tx: Tx,
  id: string,
): Promise<{ id: string; code: string; personId: string } | undefined> {
  const rows = await tx.$queryRaw<{ id: string; code: string; personId: string }[]>`
    SELECT "id", "code", "personId" FROM "Application" WHERE "id" = ${id}::uuid AND "code" IS NOT NULL FOR UPDATE`;
  return rows[0];
}

/** The last event that says something of the state: submitted, seen or withdrawn. */
export async function findStateEvent(tx: Tx, applicationId: string): Promise<string | undefined> {
  const event = await tx.applicationEvent.findFirst({
    where: { applicationId, kind: { in: ['submitted', 'seen', 'withdrawn'] } },
    orderBy: { seq: 'desc' },
    select: { kind: true },
  });
  return event?.kind;
}

export type NewRequestEvent = {
  id: string;
  applicationId: string;
  kind: string;
  actorKind: 'person' | 'officer' | 'system';
  actorId?: string;
  requestId: string;
  now: Date;
};

/** Adds to the history. The request must be locked, since the number of the event follows the last one. */
export async function addRequestEvent(tx: Tx, event: NewRequestEvent): Promise<void> {
  const { now, ...fields } = event;
  const last = await tx.applicationEvent.aggregate({
    where: { applicationId: event.applicationId },
    _max: { seq: true },
  });
  await tx.applicationEvent.create({ data: { ...fields, seq: (last._max.seq ?? 0) + 1, at: now } });
  await tx.application.update({ where: { id: event.applicationId }, data: { updatedAt: now } });
}
