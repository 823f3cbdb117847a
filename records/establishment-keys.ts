import {
  type DuplicateKey,
  duplicateKeys,
  type KeyedEstablishment,
  type LikelyDuplicate,
  likelyDuplicates,
  TELLING_SUM,
} from '../core/programmes/duplicates.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { isToldApartSql } from './not-same.ts';

/** Of these an establishment's phone may be their own. */
const HELPERS = ['village-head', 'collaborator', 'other'];

/** Makes anew by what an establishment may be known to be another one. The caller holds it, and its answers are there. */
export async function refreshKeys(tx: Tx, establishmentId: string): Promise<void> {
  const answers = await tx.establishmentAnswer.findMany({ where: { establishmentId } });
  const roles = await tx.establishmentMember.findMany({ where: { establishmentId }, select: { role: true } });
  const values = Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value]));
  const keys = duplicateKeys(values, { isHelped: roles.every(({ role }) => HELPERS.includes(role)) });
  await tx.establishmentKey.deleteMany({ where: { establishmentId } });
  if (keys.length > 0) await tx.establishmentKey.createMany({ data: keys.map((key) => ({ establishmentId, ...key })) });
}

/** Whether an establishment is of the sample centre: then it is compared with none of real people. */
export function isSampleSql(idSql: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Application" sa JOIN "Person" sp ON sp."id" = sa."personId"
    WHERE sa."establishmentId" = ${idSql} AND sp."isSample")`;
}

/** How much each other establishment that shares a key has in common with one: `other`, `sum` (as the core weighs it). */
function sharedSql(idSql: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT best."other", sum(best."weight")::int AS "sum" FROM (
      SELECT o."establishmentId" AS "other", k."kind", max(LEAST(k."weight", o."weight")) AS "weight"
      FROM "EstablishmentKey" k JOIN "EstablishmentKey" o
        ON o."kind" = k."kind" AND o."value" = k."value" AND o."establishmentId" <> k."establishmentId"
      WHERE k."establishmentId" = ${idSql} GROUP BY 1, 2) best
    GROUP BY 1)`;
}

/** True in SQL when there is another establishment that officers should look at beside this one. */
export function hasDuplicateSql(idSql: Prisma.Sql): Prisma.Sql {
  const otherSql = Prisma.sql`shared."other"`;
  return Prisma.sql`EXISTS (
    SELECT 1 FROM ${sharedSql(idSql)} shared
    WHERE shared."sum" >= ${TELLING_SUM} AND ${isSampleSql(otherSql)} = ${isSampleSql(idSql)}
      AND NOT ${isToldApartSql(idSql, otherSql)})`;
}

const MOST = 10;

/**
 * The establishments that may be the same as this one, the likeliest first, at most ten; none of which an officer said that
 * they are not.
 */
export async function findLikelyDuplicates(db: Db | Tx, id: string): Promise<LikelyDuplicate[]> {
  const rows = await db.$queryRaw<{ other: string }[]>`
    SELECT shared."other" FROM ${sharedSql(Prisma.sql`${id}::uuid`)} shared
    WHERE ${isSampleSql(Prisma.sql`shared."other"`)} = ${isSampleSql(Prisma.sql`${id}::uuid`)}
      AND NOT ${isToldApartSql(Prisma.sql`${id}::uuid`, Prisma.sql`shared."other"`)}
    ORDER BY shared."sum" DESC, shared."other" LIMIT ${MOST}`;
  const others = rows.map(({ other }) => other);
  const keyed = await readKeys(db, [id, ...others]);
  const one = keyed.find((each) => each.id === id);
  return one === undefined ? [] : likelyDuplicates(one, keyed);
}

async function readKeys(db: Db | Tx, ids: readonly string[]): Promise<KeyedEstablishment[]> {
  const rows = await db.$queryRaw<(DuplicateKey & { id: string })[]>`
    SELECT "establishmentId" AS "id", "kind", "value", "weight" FROM "EstablishmentKey"
    WHERE "establishmentId" = ANY(${[...ids]}::uuid[])`;
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, keys]) => ({ id, keys }));
}
