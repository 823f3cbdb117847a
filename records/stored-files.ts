import { createHash, randomBytes } from 'node:crypto';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from './database.ts';
import type { FileStore } from './file-store.ts';

export type NewStoredFile = {
  id: string;
  personId: string;
  bytes: Uint8Array;
  mediaType: string;
  /** How the name of the file on the disk ends, without the dot. */
  extension: string;
  width: number;
  height: number;
  now: Date;
};

export type StoredFileRow = {
  id: string;
  key: string;
  mediaType: string;
  byteSize: number;
  width: number;
  height: number;
};

/** The bytes first, then the row: a crash in between leaves a stray file, which `removeStrayFiles` takes away. */
export async function storeFile(db: Db, files: FileStore, file: NewStoredFile): Promise<void> {
  const name = randomBytes(16).toString('hex');
  const key = `${name.slice(0, 2)}/${name}.${file.extension}`;
  await files.write(key, file.bytes);
  await db.storedFile.create({
    data: {
      id: file.id,
      personId: file.personId,
      key,
      mediaType: file.mediaType,
      byteSize: file.bytes.byteLength,
      width: file.width,
      height: file.height,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      createdAt: file.now,
    },
  });
}

/** A file of this person; that of another is not found. */
export async function findStoredFile(
  db: Db,
  { id, personId }: { id: string; personId: string },
): Promise<StoredFileRow | undefined> {
  const row = await db.storedFile.findFirst({
    where: { id, personId },
    select: { id: true, key: true, mediaType: true, byteSize: true, width: true, height: true },
  });
  return row ?? undefined;
}

/** How many bytes are stored, for all and for one person. */
export async function sumStoredBytes(db: Db, personId: string): Promise<{ total: number; ofPerson: number }> {
  const rows = await db.$queryRaw<{ total: bigint; ofPerson: bigint }[]>`
    SELECT COALESCE(sum("byteSize"), 0)::bigint AS "total",
           COALESCE(sum("byteSize") FILTER (WHERE "personId" = ${personId}::uuid), 0)::bigint AS "ofPerson"
    FROM "StoredFile"`;
  return { total: Number(rows[0]?.total ?? 0), ofPerson: Number(rows[0]?.ofPerson ?? 0) };
}

/** The row first, then the bytes, as in `storeFile`: what a crash leaves is a stray file. */
export async function removeStoredFiles(db: Db, files: FileStore, ids: string[]): Promise<void> {
  const rows = await db.storedFile.findMany({ where: { id: { in: ids } }, select: { key: true } });
  await db.storedFile.deleteMany({ where: { id: { in: ids } } });
  for (const row of rows) await files.remove(row.key);
}

/**
 * Takes away what nothing refers to any more: photos whose message was never written down or was deleted,
 * and bytes whose row is gone (a person had their data deleted). Only what is older than `before` is touched,
 * since an upload under way looks the same.
 */
export async function removeStrayFiles(
  db: Db,
  files: FileStore,
  { before }: { before: Date },
): Promise<{ rows: number; files: number }> {
  const rows = await db.$executeRaw`
    DELETE FROM "StoredFile" f WHERE f."createdAt" < ${before}
      AND NOT EXISTS (SELECT 1 FROM "InboundMessage" m WHERE m."personId" = f."personId" AND f."id" = ANY(m."fileIds"))`;
  let removed = 0;
  const old = (await files.list()).filter((file) => file.writtenAt < before).map((file) => file.key);
  for (let from = 0; from < old.length; from += 1000) {
    const keys = old.slice(from, from + 1000);
    const known = await db.$queryRaw<{ key: string }[]>(
      Prisma.sql`SELECT "key" FROM "StoredFile" WHERE "key" = ANY(${keys})`,
    );
    const kept = new Set(known.map((row) => row.key));
    for (const key of keys) {
      if (kept.has(key)) continue;
      await files.remove(key);
      removed += 1;
    }
  }
  return { rows, files: removed };
}
