import type { ApplicationStatus } from '../core/applications/status.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { holderSql, statusSql } from './application-status-sql.ts';
import { type Page, type Position, readCursor, toPage } from './cursor.ts';
import type { Db } from './database.ts';
import { containsAllSql, searchWords } from './folded-search.ts';

/** The statuses that a request can have once it was sent. */
export type RequestStatus = Exclude<ApplicationStatus, 'draft' | 'discarded' | 'expired'>;

/** All of them, each by its own name. */
export const REQUEST_STATUSES = {
  ...{ submitted: 'submitted', 'in-review': 'in-review', 'needs-papers': 'needs-papers', accepted: 'accepted' },
  ...{ proposed: 'proposed', approved: 'approved', contracted: 'contracted', 'in-progress': 'in-progress' },
  ...{ 'amendment-asked': 'amendment-asked', inspected: 'inspected', settled: 'settled', closed: 'closed' },
  ...{ stopped: 'stopped', declined: 'declined', withdrawn: 'withdrawn', erased: 'erased' },
} as const satisfies { [Status in RequestStatus]: Status };

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
  /** The officer who has it. */
  holderId: string | null;
  holderName: string | null;
  answers: Record<string, AnswerValue>;
};

const idSql = Prisma.sql`a."id"`;

/** Submitted requests, each once, by the event that submitted it first. */
const submittedSql = (joined = Prisma.empty): Prisma.Sql => Prisma.sql`
  "ApplicationEvent" s JOIN "Application" a ON a."id" = s."applicationId" JOIN "Person" p ON p."id" = a."personId" ${joined}
  WHERE s."kind" = 'submitted' AND a."code" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "ApplicationEvent" f WHERE f."applicationId" = a."id" AND f."kind" = 'submitted' AND f."seq" < s."seq")`;

/** All that was answered, as one text to look through. */
const answersTextSql = Prisma.sql`(
  SELECT string_agg(concat_ws(' ', v."raw", leaf #>> '{}'), ' ')
  FROM "ApplicationAnswer" v LEFT JOIN LATERAL jsonb_path_query(v."value", 'strict $.** ? (@.type() == "string" || @.type() == "number")') leaf ON true
  WHERE v."applicationId" = a."id")`;

export type RequestFilter = {
  status?: RequestStatus;
  /** Only what this officer has in hand: taken, and not decided unless a status is asked for. */
  holderId?: string;
  query?: string;
};

/** What stands in a row; joins the officer who has it. */
const rowsSql = Prisma.sql`
  SELECT a."id", a."code", a."personId", p."displayName" AS "personName", p."isSample", a."programme", a."formId", a."formVersion",
    s."at" AS "submittedAt", ${statusSql(idSql)} AS "status",
    h."id" AS "holderId", h."name" AS "holderName",
    COALESCE((SELECT jsonb_object_agg(v."questionId", jsonb_build_object('value', v."value", 'raw', v."raw"))
      FROM "ApplicationAnswer" v WHERE v."applicationId" = a."id"), '{}') AS "answers"
  FROM ${submittedSql(Prisma.sql`LEFT JOIN "User" h ON h."id" = ${holderSql(idSql)}`)}`;
const newestFirstSql = Prisma.sql`ORDER BY s."at" DESC, a."id" DESC`;

/** Newest first. Sample requests are listed (and marked by the page), but never counted. */
export async function listRequests(
  db: Db,
  { cursor, limit, ...filter }: RequestFilter & { cursor?: string; limit: number },
): Promise<Page<RequestListItem>> {
  const after: Position | undefined = cursor === undefined ? undefined : readCursor(cursor);
  const isAfter =
    after === undefined ? Prisma.empty : Prisma.sql`AND (s."at", a."id") < (${after.at}, ${after.id}::uuid)`;
  const rows = await db.$queryRaw<RequestListItem[]>`
    ${rowsSql} ${filterSql(filter)} ${isAfter} ${newestFirstSql} LIMIT ${limit + 1}`;
  return toPage(rows, limit, (row) => ({ at: row.submittedAt, id: row.id }));
}

/** All of a list in its order, without what is in them: there may be thousands. */
export async function listRequestIds(db: Db, filter: RequestFilter): Promise<{ id: string; programme: string }[]> {
  return await db.$queryRaw<{ id: string; programme: string }[]>`
    SELECT a."id", a."programme" FROM ${submittedSql()} ${filterSql(filter)} ${newestFirstSql}`;
}

/** Those of these requests that are there, the newest first. */
export async function readRequests(db: Db, ids: readonly string[]): Promise<RequestListItem[]> {
  return await db.$queryRaw<RequestListItem[]>`${rowsSql} AND a."id" = ANY(${[...ids]}::uuid[]) ${newestFirstSql}`;
}

function filterSql({ status, holderId, query = '' }: RequestFilter): Prisma.Sql {
  const words = searchWords(query);
  const conditions = [
    status === undefined ? undefined : Prisma.sql`${statusSql(idSql)} = ${status}`,
    holderId === undefined ? undefined : inHandSql(holderId, status),
    words.length === 0
      ? undefined
      : containsAllSql(Prisma.sql`concat_ws(' ', a."code", p."displayName", ${answersTextSql})`, words),
  ].filter((condition) => condition !== undefined);
  return conditions.length === 0 ? Prisma.empty : Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}`;
}

/** How many requests of real people an officer has in hand. */
export async function countRequestsOf(db: Db, holderId: string): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM ${submittedSql()} AND NOT p."isSample" AND ${inHandSql(holderId)}`;
  return rows[0]?.count ?? 0;
}

function inHandSql(holderId: string, status?: RequestStatus): Prisma.Sql {
  const isTheirs = Prisma.sql`${holderSql(idSql)} = ${holderId}`;
  if (status !== undefined) return isTheirs;
  return Prisma.sql`${isTheirs} AND ${statusSql(idSql)} IN ('in-review', 'needs-papers')`;
}

/** How many requests of real people stand in each status. */
export async function countRequests(db: Db): Promise<Record<RequestStatus, number>> {
  const rows = await db.$queryRaw<{ status: RequestStatus; count: number }[]>`
    SELECT ${statusSql(idSql)} AS "status", count(*)::int AS "count" FROM ${submittedSql()} AND NOT p."isSample" GROUP BY 1`;
  const found = new Map(rows.map(({ status, count }) => [status, count]));
  const countOf = (status: RequestStatus): number => found.get(status) ?? 0;
  return {
    ...{ submitted: countOf('submitted'), 'in-review': countOf('in-review'), 'needs-papers': countOf('needs-papers') },
    ...{ accepted: countOf('accepted'), proposed: countOf('proposed'), approved: countOf('approved') },
    ...{ contracted: countOf('contracted'), 'in-progress': countOf('in-progress') },
    ...{ 'amendment-asked': countOf('amendment-asked'), inspected: countOf('inspected') },
    ...{ settled: countOf('settled'), closed: countOf('closed'), stopped: countOf('stopped') },
    ...{ declined: countOf('declined'), withdrawn: countOf('withdrawn'), erased: countOf('erased') },
  };
}
