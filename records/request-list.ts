import { Prisma } from '../generated/prisma/client.ts';
import { type Page, type Position, readCursor, toPage } from './cursor.ts';
import type { Db } from './database.ts';
import { containsAllSql, searchWords } from './folded-search.ts';

/** What an officer needs to know of a request at a glance: nobody looked yet, looked at, taken back by the person. */
export type RequestState = 'new' | 'seen' | 'withdrawn';

export type AnswerValue = { value: Prisma.JsonValue; raw: string | null };

export type RequestListItem = {
  id: string;
  code: string;
  personId: string;
  personName: string | null;
  isSample: boolean;
  formId: string;
  formVersion: number;
  submittedAt: Date;
  state: RequestState;
  answers: Record<string, AnswerValue>;
};

/** The last event that says something of the state; a dossier's status is never stored. */
const stateSql = Prisma.sql`(
  SELECT CASE e."kind" WHEN 'submitted' THEN 'new' ELSE e."kind" END FROM "ApplicationEvent" e
  WHERE e."applicationId" = a."id" AND e."kind" IN ('submitted', 'seen', 'withdrawn') ORDER BY e."seq" DESC LIMIT 1)`;

/** Submitted requests, each once, by the event that submitted it first. */
const submittedSql = Prisma.sql`
  "ApplicationEvent" s JOIN "Application" a ON a."id" = s."applicationId" JOIN "Person" p ON p."id" = a."personId"
  WHERE s."kind" = 'submitted' AND a."code" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "ApplicationEvent" f WHERE f."applicationId" = a."id" AND f."kind" = 'submitted' AND f."seq" < s."seq")`;

/** All that was answered, as one text to look through. */
const answersTextSql = Prisma.sql`(
  SELECT string_agg(concat_ws(' ', v."raw", leaf #>> '{}'), ' ')
  FROM "ApplicationAnswer" v LEFT JOIN LATERAL jsonb_path_query(v."value", 'strict $.** ? (@.type() == "string" || @.type() == "number")') leaf ON true
  WHERE v."applicationId" = a."id")`;

export type RequestFilter = { state?: RequestState; query?: string };

/** Newest first. Sample requests are listed (and marked by the page), but never counted. */
export async function listRequests(
  db: Db,
  { state, query = '', cursor, limit }: RequestFilter & { cursor?: string; limit: number },
): Promise<Page<RequestListItem>> {
  const after: Position | undefined = cursor === undefined ? undefined : readCursor(cursor);
  const words = searchWords(query);
  const conditions = [
    state === undefined ? undefined : Prisma.sql`${stateSql} = ${state}`,
    words.length === 0
      ? undefined
      : containsAllSql(Prisma.sql`concat_ws(' ', a."code", p."displayName", ${answersTextSql})`, words),
    after === undefined ? undefined : Prisma.sql`(s."at", a."id") < (${after.at}, ${after.id}::uuid)`,
  ].filter((condition) => condition !== undefined);
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}`;

  const rows = await db.$queryRaw<RequestListItem[]>`
    SELECT a."id", a."code", a."personId", p."displayName" AS "personName", p."isSample", a."formId", a."formVersion",
      s."at" AS "submittedAt", ${stateSql} AS "state",
      COALESCE((SELECT jsonb_object_agg(v."questionId", jsonb_build_object('value', v."value", 'raw', v."raw"))
        FROM "ApplicationAnswer" v WHERE v."applicationId" = a."id"), '{}') AS "answers"
    FROM ${submittedSql} ${where}
    ORDER BY s."at" DESC, a."id" DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.submittedAt, id: row.id }));
}

/** How many requests of real people stand in each state. */
export async function countRequests(db: Db): Promise<Record<RequestState, number>> {
  const rows = await db.$queryRaw<{ state: RequestState; count: number }[]>`
    SELECT ${stateSql} AS "state", count(*)::int AS "count" FROM ${submittedSql} AND NOT p."isSample" GROUP BY 1`;
  const counts = { new: 0, seen: 0, withdrawn: 0 };
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}
