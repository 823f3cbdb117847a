import type { Tx } from './database.ts';

/** What waits to be told about a merge is not told any more. Returns who was told, or may have been. */
export async function takeBackMergeMessages(
  tx: Tx,
  { mergeId, now }: { mergeId: string; now: Date },
): Promise<string[]> {
  // Their keys begin with it; "0" is the character after "/".
  const [from, to] = [`merge/${mergeId}/`, `merge/${mergeId}0`];
  await tx.$executeRaw`
    UPDATE "Delivery" SET "status" = 'skipped', "reason" = 'taken-back', "settledAt" = ${now}
    WHERE "key" >= ${from} AND "key" < ${to} AND "status" = 'waiting'`;
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    SELECT DISTINCT "personId" FROM "Delivery"
    WHERE "key" >= ${from} AND "key" < ${to} AND "status" IN ('sending', 'sent', 'ambiguous')`;
  return rows.map(({ personId }) => personId);
}
