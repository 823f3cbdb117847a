import type { MeasuredPhoto } from '../core/photos/judge-photo.ts';
import { readMeasures } from '../core/photos/judge-photo.ts';
import type { Db, Tx } from './database.ts';

export type KeptPicture = {
  id: string;
  key: string;
  sha256: string;
  pictureHash: string | null;
  width: number;
  height: number;
};

/**
 * The photos of a person that a message or a dossier refers to, the newest first: these surely stay. One that is still on
 * its way in is not among them.
 */
export async function listKeptPictures(db: Db, personId: string): Promise<KeptPicture[]> {
  return await db.$queryRaw<KeptPicture[]>`
    SELECT f."id", f."key", f."sha256", f."pictureHash", f."width", f."height" FROM "StoredFile" f
    WHERE f."personId" = ${personId}::uuid AND f."removedAt" IS NULL AND (
      EXISTS (SELECT 1 FROM "InboundMessage" m WHERE m."personId" = f."personId" AND f."id" = ANY(m."fileIds"))
      OR EXISTS (SELECT 1 FROM "ApplicationAnswer" v JOIN "Application" a ON a."id" = v."applicationId"
                 WHERE a."personId" = f."personId" AND strpos(v."value"::text, f."id"::text) > 0))
    ORDER BY f."createdAt" DESC, f."id"`;
}

/** What is known of these photos, by id. */
export async function findPhotoMeasures(db: Db | Tx, ids: readonly string[]): Promise<Map<string, MeasuredPhoto>> {
  if (ids.length === 0) return new Map();
  const rows = await db.storedFile.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, width: true, height: true, measures: true },
  });
  return new Map(
    rows.map(({ id, width, height, measures }) => [id, { width, height, measures: readMeasures(measures) }]),
  );
}
