import { createHash } from 'node:crypto';
import type { Db, Tx } from './database.ts';
import { type HeldData, isNamedNowhereSql, listKeptDossiers, summariseHeldData } from './personal-data.ts';

/** What a deletion would do now. */
export type ForeseenErasure = {
  held: HeldData;
  /** Codes of requests that lose their words, and how many were never sent. */
  goes: { codes: string[]; drafts: number; photos: number };
  /** Codes of dossiers that stay whole because a law keeps them, with their photos. */
  stays: { codes: string[]; photos: number };
  /** Changes when anything above does: what is deleted is what was looked at. */
  mark: string;
};

/** Changes nothing. */
export async function foreseeErasure(tx: Db | Tx, personId: string): Promise<ForeseenErasure> {
  const held = await summariseHeldData(tx, personId);
  const kept = await listKeptDossiers(tx, personId);
  const keptIds = kept.map(({ id }) => id);
  const others = await tx.application.findMany({
    where: { personId, id: { notIn: keptIds }, answers: { some: {} } },
    orderBy: { createdAt: 'asc' },
    select: { code: true },
  });
  const photos = await countPhotosToGo(tx, { personId, keptIds });
  const codes = others.flatMap(({ code }) => code ?? []);
  const foreseen = {
    held,
    goes: { codes, drafts: others.length - codes.length, photos },
    stays: { codes: kept.map(({ code }) => code), photos: held.photos - photos },
  };
  // More messages are no other deletion; a dossier that came into a plan meanwhile is.
  const { goes, stays } = foreseen;
  return { ...foreseen, mark: createHash('sha256').update(JSON.stringify({ goes, stays })).digest('hex').slice(0, 16) };
}

async function countPhotosToGo(
  tx: Db | Tx,
  { personId, keptIds }: { personId: string; keptIds: string[] },
): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "StoredFile" f
    WHERE f."personId" = ${personId}::uuid AND f."removedAt" IS NULL AND ${isNamedNowhereSql(keptIds)}`;
  return rows[0]?.count ?? 0;
}
