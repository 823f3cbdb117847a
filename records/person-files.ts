import type { Db } from './database.ts';

/** A stored file of anybody, for officers. */
export async function findFile(
  db: Db,
  id: string,
): Promise<{ key: string; mediaType: string; personId: string } | undefined> {
  const row = await db.storedFile.findUnique({ where: { id }, select: { key: true, mediaType: true, personId: true } });
  return row ?? undefined;
}
