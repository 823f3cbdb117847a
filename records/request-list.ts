import type { ApplicationStatus } from '../core/applications/status.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type Page, type Position, readCursor, toPage } from './cursor.ts';
import type { Db } from './database.ts';
import { containsAllSql, searchWords } from './folded-search.ts';

/** The statuses that a request can have once it was sent. */
export type RequestStatus = Extract<ApplicationStatus, 'submitted' | 'seen' | 'withdrawn' | 'erased'>;

export type AnswerValue = { value: Prisma.JsonValue; raw: string | null };

export type RequestListItem = {
  id: string;
  code: string;
  personId: string;
  personName: string | null;
  isSample: boolean;
  programme: string;
  formId: string;
  formVersion: number;
  submittedAt: Date;
  status: RequestStatus;
  answers: Record<string, AnswerValue>;
};

/** What `statusOf` says in core, for a request that was sent; a status is never stored. A test holds the two together. */
const statusSql = Prisma.sql`(
  SELECT e."kind" FROM "ApplicationEvent" e
  WHERE e."applicationId" = a."id" AND e."kind" IN ('submitted', 'seen', 'withdrawn', 'erased')
  ORDER BY e."seq" DESC LIMIT 1)`;

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

export type RequestFilter = { status?: RequestStatus; query?: string };

/** Newest first. Sample requests are listed (and marked by the page), but never counted. */
export async function listRequests(
  db: Db,
  { status, query = '', cursor, limit }: RequestFilter & { cursor?: string; limit: number },
): Promise<Page<RequestListItem>> {
  const after: Position | undefined = cursor === undefined ? undefined : readCursor(cursor);
  const words = searchWords(query);
  const conditions = [
    status === undefined ? undefined : Prisma.sql`${statusSql} = ${status}`,
    words.length === 0
      ? undefined
      : containsAllSql(Prisma.sql`concat_ws(' ', a."code", p."displayName", ${answersTextSql})`, words),
    after === undefined ? undefined : Prisma.sql`(s."at", a."id") < (${after.at}, ${after.id}::uuid)`,
  ].filter((condition) => condition !== undefined);
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}`;

  const rows = await db.$queryRaw<RequestListItem[]>`
    SELECT a."id", a."code", a."personId", p."displayName" AS "personName", p."isSample", a."programme", a."formId", a."formVersion",
      s."at" AS "submittedAt", ${statusSql} AS "status",
      COALESCE((SELECT jsonb_object_agg(v."questionId", jsonb_build_object('value', v."value", 'raw', v."raw"))
        FROM "ApplicationAnswer" v WHERE v."applicationId" = a."id"), '{}') AS "answers"
    FROM ${submittedSql} ${where}
    ORDER BY s."at" DESC, a."id" DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.submittedAt, id: row.id }));
}

/** How many requests of real people stand in each status. */
export async function countRequests(db: Db): Promise<Record<RequestStatus, number>> {
  const rows = await db.$queryRaw<{ status: RequestStatus; count: number }[]>`
    SELECT ${statusSql} AS "status", count(*)::int AS "count" FROM ${submittedSql} AND NOT p."isSample" GROUP BY 1`;
  const counts = { submitted: 0, seen: 0, withdrawn: 0, erased: 0 };
  for (const row of rows) counts[row.status] = row.count;
  return counts;
}
