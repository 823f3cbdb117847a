import type { Db } from './database.ts';

/** What waits to be done, for the metrics. Each count reads a partial or small index, never the whole history. */
export type OpenWork = {
  unansweredMessages: number;
  /** Waiting or being sent, also those for later. */
  openDeliveries: number;
  waitingQuestions: number;
};

export async function countOpenWork(db: Db): Promise<OpenWork> {
  const [row] = await db.$queryRaw<OpenWork[]>`
    SELECT
      (SELECT count(*)::int FROM "InboundMessage" WHERE "handledAt" IS NULL) AS "unansweredMessages",
      (SELECT count(*)::int FROM "Delivery" WHERE "status" IN ('waiting', 'sending')) AS "openDeliveries",
      (SELECT count(*)::int FROM "HumanHandoff" h JOIN "Person" p ON p."id" = h."personId"
        WHERE h."status" = 'waiting' AND NOT p."isSample") AS "waitingQuestions"`;
  return row ?? { unansweredMessages: 0, openDeliveries: 0, waitingQuestions: 0 };
}

/** Resolves when the database answers; rejects when it is away. */
export async function askDatabase(db: Db): Promise<void> {
  await db.$queryRaw`SELECT 1`;
}
