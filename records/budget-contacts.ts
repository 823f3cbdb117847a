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
