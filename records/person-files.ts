import type { Db, Tx } from './database.ts';

/** A stored file of anybody, for officers. */
export async function findFile(
  db: Db,
  id: string,
): Promise<{ key: string; mediaType: string; personId: string } | undefined> {
  const row = await db.storedFile.findUnique({
    where: { id, removedAt: null },
    select: { key: true, mediaType: true, personId: true },
  });
  return row ?? undefined;
}

/** How many of these files are this person's. */
export async function countFilesOf(
  db: Db | Tx,
  { personId, ids }: { personId: string; ids: string[] },
): Promise<number> {
  return await db.storedFile.count({ where: { personId, id: { in: ids } } });
}

/** The photos of a person that are still there, the latest first. */
export async function listLatestPhotos(
  tx: Tx,
  { personId, limit }: { personId: string; limit: number },
): Promise<{ id: string; createdAt: Date }[]> {
  return await tx.storedFile.findMany({
    where: { personId, removedAt: null },
    select: { id: true, createdAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}

/** When each file of a person came, by its id. */
export async function findFileTimes(db: Db | Tx, personId: string): Promise<Map<string, Date>> {
  const rows = await db.storedFile.findMany({ where: { personId }, select: { id: true, createdAt: true } });
  return new Map(rows.map(({ id, createdAt }) => [id, createdAt]));
}
