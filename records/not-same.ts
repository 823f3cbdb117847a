import { AppError } from '../core/app-error.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

/**
 * A digest of the keys that two establishments share now; null when they share none. What an officer said of two holds while
 * it stays the same: another key in common, or one less, is another question.
 */
function alikeSql(oneId: Prisma.Sql, otherId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT md5(string_agg(k."kind" || ' ' || k."value", '|' ORDER BY k."kind", k."value"))
    FROM "EstablishmentKey" k JOIN "EstablishmentKey" o ON o."kind" = k."kind" AND o."value" = k."value"
    WHERE k."establishmentId" = ${oneId} AND o."establishmentId" = ${otherId})`;
}

/** True in SQL when an officer said that these two are not the same, and what they have in common has not changed since. */
export function isToldApartSql(oneId: Prisma.Sql, otherId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "EstablishmentsNotSame" n
    WHERE n."oneId" = LEAST(${oneId}, ${otherId}) AND n."otherId" = GREATEST(${oneId}, ${otherId})
      AND n."undoneAt" IS NULL AND n."alike" = ${alikeSql(oneId, otherId)})`;
}

type Said = { id: string; officerId: string; now: Date };

/** Throws `not-found`, and `establishment.not-alike` for two that share nothing by which they could be taken for one. */
export async function tellApart(
  tx: Tx,
  { id, oneId, otherId, officerId, now }: Said & { oneId: string; otherId: string },
): Promise<void> {
  const rows = await tx.$queryRaw<{ found: number; alike: string | null }[]>`
    SELECT (SELECT count(*)::int FROM "Establishment" e WHERE e."id" IN (${oneId}::uuid, ${otherId}::uuid)) AS "found",
      ${alikeSql(Prisma.sql`${oneId}::uuid`, Prisma.sql`${otherId}::uuid`)} AS "alike"`;
  const [row] = rows;
  if (row?.found !== 2) throw new AppError('not-found');
  if (row.alike === null) throw new AppError('establishment.not-alike');
  await tx.$executeRaw`
    INSERT INTO "EstablishmentsNotSame" ("id", "oneId", "otherId", "alike", "officerId", "saidAt")
    VALUES (${id}::uuid, LEAST(${oneId}::uuid, ${otherId}::uuid), GREATEST(${oneId}::uuid, ${otherId}::uuid), ${row.alike}, ${officerId}, ${now})`;
  await notify(tx, 'console', 'establishment');
}

/** What was said of these two counts no more; repeated, it changes nothing. */
export async function takeBackApart(
  tx: Tx,
  { oneId, otherId, officerId, now }: Omit<Said, 'id'> & { oneId: string; otherId: string },
): Promise<void> {
  await tx.establishmentsNotSame.updateMany({
    where: { ...inOrder(oneId, otherId), undoneAt: null },
    data: { undoneAt: now, undoneById: officerId },
  });
  await notify(tx, 'console', 'establishment');
}

export type ToldApart = {
  otherId: string;
  officerName: string | undefined;
  saidAt: Date;
  /** What they have in common is what it was then, so they are not shown as likely the same. */
  holds: boolean;
};

/** Of which others an officer said that they are not the same as this one, the latest first; of each pair the last word. */
export async function listToldApart(db: Db | Tx, id: string): Promise<ToldApart[]> {
  const rows = await db.$queryRaw<{ otherId: string; officerName: string | null; saidAt: Date; holds: boolean }[]>`
    SELECT DISTINCT ON (pair."otherId") pair."otherId", u."name" AS "officerName", pair."saidAt",
      COALESCE(pair."alike" = ${alikeSql(Prisma.sql`${id}::uuid`, Prisma.sql`pair."otherId"`)}, false) AS "holds"
    FROM (
      SELECT CASE WHEN n."oneId" = ${id}::uuid THEN n."otherId" ELSE n."oneId" END AS "otherId",
        n."saidAt", n."alike", n."officerId", n."id"
      FROM "EstablishmentsNotSame" n
      WHERE (n."oneId" = ${id}::uuid OR n."otherId" = ${id}::uuid) AND n."undoneAt" IS NULL) pair
    LEFT JOIN "User" u ON u."id" = pair."officerId"
    ORDER BY pair."otherId", pair."saidAt" DESC, pair."id"`;
  return rows
    .map(({ officerName, ...row }) => ({ ...row, officerName: officerName ?? undefined }))
    .toSorted((one, other) => other.saidAt.getTime() - one.saidAt.getTime());
}

function inOrder(oneId: string, otherId: string): { oneId: string; otherId: string } {
  return oneId < otherId ? { oneId, otherId } : { oneId: otherId, otherId: oneId };
}
