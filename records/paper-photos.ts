import { mayAnswer } from '../core/applications/may-answer.ts';
import { PHOTOS, readPhotos } from '../core/applications/photos.ts';
import { returnedItems } from '../core/applications/returned-items.ts';
import { lockApplication } from './application-events.ts';
import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

/**
 * Keeps these photos of a paper instead of those that are there: one was taken away, or put back. A photo may be taken away
 * while its paper may be answered anew, and when it came after the last that happened to the dossier: nobody has decided
 * anything by it. The paper counts as answered when the last of its photos came; without any it is not answered.
 */
export async function setPaperPhotos(
  tx: Tx,
  { id, questionId, fileIds, now }: { id: string; questionId: string; fileIds: readonly string[]; now: Date },
): Promise<'kept' | 'locked'> {
  const { status, code, events, answers } = await lockApplication(tx, id);
  const kept = answers[questionId];
  const before = readPhotos(kept?.value);
  const gone = before.filter((each) => !fileIds.includes(each));
  const returnedIds = returnedItems(events, answers).map((item) => item.questionId);
  const files = await tx.storedFile.findMany({
    where: { id: { in: [...before, ...fileIds] } },
    select: { id: true, createdAt: true },
  });
  const cameAt = new Map(files.map((file) => [file.id, file.createdAt]));
  const lastEventAt = events.at(-1)?.at ?? now;
  const areNewer = gone.every((each) => (cameAt.get(each) ?? lastEventAt) > lastEventAt);
  const isAllowed = (isAnswered: boolean) => mayAnswer({ status, questionId, isAnswered, returnedIds });
  if (!(isAllowed(gone.length > 0) || (areNewer && isAllowed(false)))) return 'locked';

  const key = { applicationId: id, questionId };
  if (fileIds.length === 0 && questionId !== PHOTOS) {
    await tx.applicationAnswer.deleteMany({ where: key });
  } else {
    const times = fileIds.flatMap((each) => cameAt.get(each)?.getTime() ?? []);
    const answeredAt = times.length === 0 ? (kept?.answeredAt ?? now) : new Date(Math.max(...times));
    const answer = { value: { fileIds: [...fileIds] }, raw: kept?.raw ?? null, answeredAt };
    await tx.applicationAnswer.upsert({
      where: { applicationId_questionId: key },
      create: { ...key, ...answer },
      update: answer,
    });
  }
  await tx.application.update({ where: { id }, data: { updatedAt: now } });
  if (code !== undefined) await notify(tx, 'console', 'request');
  return 'kept';
}

/** The photos that a person sent of late, the last one first. */
export async function listLastPhotos(db: Db | Tx, personId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ fileIds: string[] }[]>`
    SELECT "fileIds" FROM "InboundMessage" WHERE "personId" = ${personId}::uuid AND cardinality("fileIds") > 0
    ORDER BY "seq" DESC LIMIT 20`;
  return rows.flatMap(({ fileIds }) => fileIds.toReversed());
}

/** A photo of this person by the end of its id. */
export async function findPhotoByTag(
  db: Db | Tx,
  { personId, tag }: { personId: string; tag: string },
): Promise<string | undefined> {
  if (!/^[0-9a-f]{8}$/.test(tag)) return undefined;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "StoredFile" WHERE "personId" = ${personId}::uuid AND right("id"::text, 8) = ${tag} LIMIT 1`;
  return rows[0]?.id;
}
