import { preferredContactSql } from './audience.ts';
import type { AccountKey } from './channel-accounts.ts';
import type { Db } from './database.ts';

/** Of these contacts, those that are written to through one account. */
export async function listContactsOn(
  db: Db,
  { channel, account, ids }: AccountKey & { ids: string[] },
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.contact.findMany({ where: { channel, account, id: { in: ids } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** How many people would be written to through each account: where they wrote last, among those that reach them. */
export async function countPeopleByAccount(db: Db): Promise<(AccountKey & { people: number })[]> {
  return await db.$queryRaw<(AccountKey & { people: number })[]>`
    SELECT c."channel", c."account", count(*)::int AS "people"
    FROM "Person" p CROSS JOIN LATERAL ${preferredContactSql} c
    WHERE p."erasedAt" IS NULL AND p."joinedAt" IS NULL AND NOT p."isSample"
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`;
}
