import { PHOTOS, readPhotos } from '../core/applications/photos.ts';
import type { Tx } from './database.ts';
import { notify } from './signals.ts';

export type RemovalReason = 'identity-card' | 'not-needed';

/**
 * Takes a photo out of everything that shows it, and its picture's fingerprint with it; the row stays as the trace that it
 * was there, when it went and why. Undefined when there is none, or it is gone already. The caller removes the bytes at
 * `key` after the transaction: should it die before, they are stray and go with the next sweep. Without `officerId` it was
 * the person.
 */
export async function removePhoto(
  tx: Tx,
  { id, officerId, why, now }: { id: string; officerId?: string; why: RemovalReason; now: Date },
): Promise<{ personId: string; key: string; cameAt: Date } | undefined> {
  const rows = await tx.$queryRaw<{ personId: string; key: string; createdAt: Date; removedAt: Date | null }[]>`
    SELECT "personId", "key", "createdAt", "removedAt" FROM "StoredFile" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const [file] = rows;
  if (file === undefined || file.removedAt !== null) return undefined;
  const answers = await tx.$queryRaw<{ applicationId: string; questionId: string; value: unknown }[]>`
    SELECT "applicationId", "questionId", "value" FROM "ApplicationAnswer"
    WHERE strpos("value"::text, ${id}) > 0 FOR UPDATE`;
  for (const { applicationId, questionId, value } of answers) {
    const key = { applicationId, questionId };
    const fileIds = readPhotos(value).filter((each) => each !== id);
    // A paper without a photo counts as not answered, so it is asked for again.
    if (fileIds.length === 0 && questionId !== PHOTOS)
      await tx.applicationAnswer.delete({ where: { applicationId_questionId: key } });
    else await tx.applicationAnswer.update({ where: { applicationId_questionId: key }, data: { value: { fileIds } } });
  }
  await tx.$executeRaw`
    UPDATE "StoredFile" SET "key" = ${`removed/${id}`}, "byteSize" = 0, "sha256" = '', "pictureHash" = NULL,
      "measures" = NULL, "removedAt" = ${now}, "removedById" = ${officerId ?? null}, "removedWhy" = ${why}
    WHERE "id" = ${id}::uuid`;
  await notify(tx, 'console', 'request');
  return { personId: file.personId, key: file.key, cameAt: file.createdAt };
}

/** Whether one of these dossiers names the photo, in an answer or in what happened to it. */
export async function isPhotoOf(
  tx: Tx,
  { id, applicationIds }: { id: string; applicationIds: readonly string[] },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isNamed: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "ApplicationAnswer" v
        WHERE v."applicationId" = ANY(${[...applicationIds]}::uuid[]) AND strpos(v."value"::text, ${id}) > 0)
      OR EXISTS (SELECT 1 FROM "ApplicationEvent" e
        WHERE e."applicationId" = ANY(${[...applicationIds]}::uuid[]) AND strpos(e."data"::text, ${id}) > 0) AS "isNamed"`;
  return rows[0]?.isNamed ?? false;
}
