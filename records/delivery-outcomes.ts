import type { Db } from './database.ts';

/** What became of a message, for whoever wrote it. */
export type DeliveryOutcome = {
  /** While it waits: when it will leave at the earliest. */
  notBefore: Date;
  settledAt: Date | null;
  /** Why it failed, was skipped or is ambiguous: a code. */
  reason: string | null;
  /** The officer who wrote it. */
  author: string | null;
};

export async function findDeliveryOutcomes(db: Db, ids: string[]): Promise<Map<string, DeliveryOutcome>> {
  const rows = await db.$queryRaw<({ id: string } & DeliveryOutcome)[]>`
    SELECT d."id", d."notBefore", d."settledAt", d."reason", u."name" AS "author"
    FROM "Delivery" d LEFT JOIN "User" u ON u."id" = d."authorId" WHERE d."id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, ...outcome }) => [id, outcome]));
}
