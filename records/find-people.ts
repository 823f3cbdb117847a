import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from './database.ts';
import { containsAllSql, searchWords } from './folded-search.ts';

export type FoundPerson = {
  id: string;
  name: string | null;
  isSample: boolean;
  /** Of their requests, the latest first. */
  codes: string[];
  lastInboundAt: Date | null;
};

/**
 * Whom an officer means who is called or written to: every word of the query stands in the name on the channel, the codes of
 * the person's requests, or the name and phone given in them. Nobody for an empty query.
 */
export async function findPeople(db: Db, { query, limit }: { query: string; limit: number }): Promise<FoundPerson[]> {
  const words = searchWords(query);
  if (words.length === 0) return [];
  const known = Prisma.sql`concat_ws(' ', p."displayName", (
    SELECT string_agg(concat_ws(' ', a."code", (
      SELECT string_agg(concat_ws(' ', v."raw", v."value" #>> '{}'), ' ') FROM "ApplicationAnswer" v
      WHERE v."applicationId" = a."id" AND v."questionId" IN ('contact-name', 'phone'))), ' ')
    FROM "Application" a WHERE a."personId" = p."id"))`;
  return await db.$queryRaw<FoundPerson[]>`
    SELECT p."id", p."displayName" AS "name", p."isSample",
      ARRAY(SELECT a."code" FROM "Application" a WHERE a."personId" = p."id" AND a."code" IS NOT NULL
        ORDER BY a."createdAt" DESC LIMIT 5) AS "codes",
      (SELECT max(c."lastInboundAt") FROM "Contact" c WHERE c."personId" = p."id") AS "lastInboundAt"
    FROM "Person" p
    WHERE p."joinedAt" IS NULL AND p."erasedAt" IS NULL AND ${containsAllSql(known, words)}
    ORDER BY "lastInboundAt" DESC NULLS LAST, p."id" LIMIT ${limit}`;
}
