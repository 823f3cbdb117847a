import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

/** How often what officers published has changed, and whether some process could not take the last change over. */
export type KnowledgeState = { version: number; failedVersion: number | null; failedAt: Date | null };

const ONLY_ROW = 1;

export async function readKnowledgeState(db: Db | Tx): Promise<KnowledgeState> {
  const row = await db.knowledgeState.findUnique({ where: { id: ONLY_ROW } });
  if (row === null) return { version: 0, failedVersion: null, failedAt: null };
  const { version, failedVersion, failedAt } = row;
  return { version, failedVersion, failedAt };
}

/** Any number, the same in every process of ours. */
const PUBLISHING = 20_261_122;

/** One publishing at a time, so that each is checked beside what the one before made. Until the end of the transaction. */
export async function lockPublishing(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PUBLISHING}::bigint)`;
}

/** Counts a change in the transaction that makes it, and tells every process at commit. Changes wait for one another here. */
export async function countKnowledgeChange(tx: Tx, { now }: { now: Date }): Promise<number> {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    INSERT INTO "KnowledgeState" ("id", "version", "changedAt") VALUES (${ONLY_ROW}, 1, ${now})
    ON CONFLICT ("id") DO UPDATE
      SET "version" = "KnowledgeState"."version" + 1, "changedAt" = ${now}, "failedVersion" = NULL, "failedAt" = NULL
    RETURNING "version"`;
  const version = row?.version ?? 0;
  await notify(tx, 'knowledge', String(version));
  return version;
}

/** A process could not take this version over; the officers are told. Not written when a newer version stands. */
export async function noteKnowledgeFailure(db: Db, { version, now }: { version: number; now: Date }): Promise<void> {
  const { count } = await db.knowledgeState.updateMany({
    where: { id: ONLY_ROW, version, failedVersion: null },
    data: { failedVersion: version, failedAt: now },
  });
  if (count > 0) await notify(db, 'console', 'knowledge');
}

/** …and now it could. */
export async function clearKnowledgeFailure(db: Db, { version }: { version: number }): Promise<void> {
  const { count } = await db.knowledgeState.updateMany({
    where: { id: ONLY_ROW, failedVersion: { lte: version } },
    data: { failedVersion: null, failedAt: null },
  });
  if (count > 0) await notify(db, 'console', 'knowledge');
}
