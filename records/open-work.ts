import { countDataRequests } from './data-request-list.ts';
import type { Db } from './database.ts';
import { countWaitingQuestions } from './question-list.ts';

/** What waits to be done, for the metrics. Each count reads a partial or small index, never the whole history. */
export type OpenWork = {
  unansweredMessages: number;
  /** Waiting or being sent, also those for later. */
  openDeliveries: number;
  waitingQuestions: number;
  /** Those of them whose promised time has passed. */
  lateQuestions: number;
  /** What people asked about their data and a term of the law has run out for. */
  lateDataRequests: number;
};

export async function countOpenWork(db: Db, now: Date): Promise<OpenWork> {
  const { late: lateQuestions, waiting: waitingQuestions } = await countWaitingQuestions(db, now);
  const { late: lateDataRequests } = await countDataRequests(db, now);
  const [row] = await db.$queryRaw<Omit<OpenWork, 'waitingQuestions' | 'lateQuestions' | 'lateDataRequests'>[]>`
    SELECT
      (SELECT count(*)::int FROM "InboundMessage" WHERE "handledAt" IS NULL) AS "unansweredMessages",
      (SELECT count(*)::int FROM "Delivery" WHERE "status" IN ('waiting', 'sending')) AS "openDeliveries"`;
  return { unansweredMessages: 0, openDeliveries: 0, ...row, waitingQuestions, lateQuestions, lateDataRequests };
}

/** Resolves when the database answers; rejects when it is away. */
export async function askDatabase(db: Db): Promise<void> {
  await db.$queryRaw`SELECT 1`;
}
