import { createHash, randomBytes } from 'node:crypto';
import type { PhotoMeasures } from '../core/photos/measure-picture.ts';
import type { RetentionCutoffs } from '../core/schedule/retention.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from './database.ts';
import type { FileStore } from './file-store.ts';
import { isUnsentOver } from './retention.ts';

export type NewStoredFile = {
  id: string;
  personId: string;
  bytes: Uint8Array;
  mediaType: string;
  /** How the name of the file on the disk ends, without the dot. */
  extension: string;
  width: number;
  height: number;
  /** Of a picture. */
  pictureHash?: string;
  measures?: PhotoMeasures;
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
      sha256: hashBytes(file.bytes),
      pictureHash: file.pictureHash,
      measures: file.measures,
      createdAt: file.now,
    },
  });
}

/** As `sha256` of a stored file. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file of this person; that of another is not found. */
export async function findStoredFile(
  db: Db,
  { id, personId }: { id: string; personId: string },
): Promise<StoredFileRow | undefined> {
  const row = await db.storedFile.findFirst({
    where: { id, personId, removedAt: null },
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
 * Takes away what nothing refers to any more (the trace of a removed photo stays): photos whose message was never written down, was forgotten or was deleted,
 * and bytes whose row is gone (a person had their data deleted). Only what is older than `before` is touched,
 * since an upload under way looks the same. What a dossier's answer names stays, also when another filed it
 * for the same establishment, and sample people are left alone.
 */
export async function removeStrayFiles(
  db: Db,
  files: FileStore,
  { before }: { before: Date },
): Promise<{ rows: number; files: number }> {
  const rows = await db.$executeRaw`DELETE FROM "StoredFile" f WHERE ${isStrayRow(before)}`;
  const keys = await listStrayKeys(db, files, before);
  for (const key of keys) await files.remove(key);
  return { rows, files: keys.length };
}

/**
 * How much `removeStrayFiles` would take away. `files` counts those of stray rows too, which go in the same run. With
 * `after` it counts as if all that these cutoffs end were gone already.
 */
export async function countStrayFiles(
  db: Db,
  files: FileStore,
  { before, after }: { before: Date; after?: RetentionCutoffs },
): Promise<{ rows: number; files: number }> {
  const stray = isStrayRow(before, after);
  const rows = await db.$queryRaw<{ key: string }[]>`SELECT f."key" FROM "StoredFile" f WHERE ${stray}`;
  const rowKeys = new Set(rows.map((row) => row.key));
  const written = await listOldKeys(files, before);
  const withoutRow = await listStrayKeys(db, files, before);
  return { rows: rows.length, files: withoutRow.length + written.filter((key) => rowKeys.has(key)).length };
}

const isStrayRow = (before: Date, after?: RetentionCutoffs): Prisma.Sql => Prisma.sql`
  f."createdAt" < ${before} AND f."removedAt" IS NULL
  AND NOT EXISTS (SELECT 1 FROM "InboundMessage" m WHERE m."personId" = f."personId" AND f."id" = ANY(m."fileIds")
    ${after === undefined ? Prisma.empty : Prisma.sql`AND (m."receivedAt" >= ${after.messages} OR m."handledAt" IS NULL)`})
  AND NOT EXISTS (SELECT 1 FROM "ApplicationAnswer" v JOIN "Application" a ON a."id" = v."applicationId"
                  WHERE (a."personId" = f."personId" OR a."establishmentId" IN (
                      SELECT e."establishmentId" FROM "EstablishmentMember" e WHERE e."personId" = f."personId"))
                    AND strpos(v."value"::text, f."id"::text) > 0
                    ${after === undefined ? Prisma.empty : Prisma.sql`AND NOT (${isUnsentOver(after.unsentRequests)})`})
  AND NOT EXISTS (SELECT 1 FROM "ApplicationEvent" e JOIN "Application" a ON a."id" = e."applicationId"
                  WHERE (a."personId" = f."personId" OR a."establishmentId" IN (
                      SELECT m."establishmentId" FROM "EstablishmentMember" m WHERE m."personId" = f."personId"))
                    AND strpos(e."data"::text, f."id"::text) > 0)
  AND NOT EXISTS (SELECT 1 FROM "Person" p WHERE p."id" = f."personId" AND p."isSample")`;

async function listOldKeys(files: FileStore, before: Date): Promise<string[]> {
  return (await files.list()).filter((file) => file.writtenAt < before).map((file) => file.key);
}

/** Keys of bytes in the store that no row names. */
async function listStrayKeys(db: Db, files: FileStore, before: Date): Promise<string[]> {
  const old = await listOldKeys(files, before);
  const stray: string[] = [];
  for (let from = 0; from < old.length; from += 1000) {
    const keys = old.slice(from, from + 1000);
    const known = await db.$queryRaw<{ key: string }[]>`SELECT "key" FROM "StoredFile" WHERE "key" = ANY(${keys})`;
    const kept = new Set(known.map((row) => row.key));
    stray.push(...keys.filter((key) => !kept.has(key)));
  }
  return stray;
}
