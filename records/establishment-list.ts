import { Prisma } from '../generated/prisma/client.ts';
import { type Page, readCursor, toPage } from './cursor.ts';
import type { Db } from './database.ts';
import { hasDuplicateSql, isSampleSql } from './establishment-keys.ts';
import { containsAllSql, searchWords } from './folded-search.ts';
import type { AnswerValue } from './request-list.ts';

export type EstablishmentListItem = {
  id: string;
  updatedAt: Date;
  isSample: boolean;
  /** What is known of it, by question id. */
  answers: Record<string, AnswerValue>;
  /** How many act for it now, and how many requests were sent for it. */
  members: number;
  requests: number;
  /** There is another one that officers should look at beside it. */
  hasDuplicate: boolean;
};

export type EstablishmentFilter = {
  query?: string;
  communeCode?: string;
  /** Only those that may be another one too. */
  onlyDuplicates?: boolean;
};

/** By what an establishment is looked for. */
const SEARCHED = [
  'establishment',
  'product',
  'commune',
  'contact-name',
  'phone',
  'owner-name',
  'owner-phone',
  'tax-code',
];

/** Establishments that stand by themselves, the one with the newest word first. */
export async function listAllEstablishments(
  db: Db,
  {
    query = '',
    communeCode,
    onlyDuplicates = false,
    cursor,
    limit,
  }: EstablishmentFilter & { cursor?: string; limit: number },
): Promise<Page<EstablishmentListItem>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const idSql = Prisma.sql`e."id"`;
  const words = searchWords(query);
  const conditions = [
    Prisma.sql`e."mergedIntoId" IS NULL`,
    after === undefined ? undefined : Prisma.sql`(e."updatedAt", e."id") < (${after.at}, ${after.id}::uuid)`,
    communeCode === undefined
      ? undefined
      : Prisma.sql`${idSql} IN (
      SELECT c."establishmentId" FROM "EstablishmentAnswer" c
      WHERE c."questionId" = 'commune' AND c."value" ->> 'communeCode' = ${communeCode})`,
    words.length === 0 ? undefined : containsAllSql(searchedTextSql, words),
    onlyDuplicates ? hasDuplicateSql(idSql) : undefined,
  ].filter((condition) => condition !== undefined);
  const rows = await db.$queryRaw<EstablishmentListItem[]>`
    SELECT e."id", e."updatedAt", ${isSampleSql(idSql)} AS "isSample", ${hasDuplicateSql(idSql)} AS "hasDuplicate",
      (SELECT count(*)::int FROM "EstablishmentMember" m WHERE m."establishmentId" = e."id" AND m."endedAt" IS NULL) AS "members",
      (SELECT count(*)::int FROM "Application" a WHERE a."establishmentId" = e."id" AND a."code" IS NOT NULL) AS "requests",
      COALESCE((SELECT jsonb_object_agg(v."questionId", jsonb_build_object('value', v."value", 'raw', v."raw"))
        FROM "EstablishmentAnswer" v WHERE v."establishmentId" = e."id"), '{}') AS "answers"
    FROM (
      SELECT e."id", e."updatedAt" FROM "Establishment" e WHERE ${Prisma.join(conditions, ' AND ')}
      ORDER BY e."updatedAt" DESC, e."id" DESC LIMIT ${limit + 1}) e
    ORDER BY e."updatedAt" DESC, e."id" DESC`;
  return toPage(rows, limit, ({ updatedAt: at, id }) => ({ at, id }));
}

const searchedTextSql = Prisma.sql`(
  SELECT string_agg(concat_ws(' ', v."raw", leaf #>> '{}'), ' ')
  FROM "EstablishmentAnswer" v LEFT JOIN LATERAL jsonb_path_query(v."value", 'strict $.** ? (@.type() == "string")') leaf ON true
  WHERE v."establishmentId" = e."id" AND v."questionId" = ANY(${SEARCHED}))`;

/** How many establishments there are in each commune that has one, by its code. */
export async function countByCommune(db: Db): Promise<{ code: string; count: number }[]> {
  return await db.$queryRaw<{ code: string; count: number }[]>`
    SELECT v."value" ->> 'communeCode' AS "code", count(*)::int AS "count" FROM "EstablishmentAnswer" v
    WHERE v."questionId" = 'commune' AND v."value" ->> 'communeCode' IS NOT NULL GROUP BY 1`;
}
