import type { Db, Tx } from './database.ts';

/** A stored file of anybody, for officers. */
export async function findFile(
  db: Db,
  id: string,
): Promise<{ key: string; mediaType: string; personId: string } | undefined> {
  const row = await db.storedFile.findUnique({ where: { id }, select: { key: true, mediaType: true, personId: true } });
  return row ?? undefined;
}

/** How many of these files are this person's. */
export async function countFilesOf(
  db: Db | Tx,
  { personId, ids }: { personId: string; ids: string[] },
): Promise<number> {
  return await db.storedFile.count({ where: { personId, id: { in: ids } } });
}
