import { Prisma } from '../generated/prisma/client.ts';
import { type Page, readCursor, toPage } from './cursor.ts';
import type { Db } from './database.ts';
import { containsAllSql, searchWords } from './folded-search.ts';
import type { HandoffKind } from './handoffs.ts';
import { firstPromiseSql } from './late-questions.ts';

export type QuestionListItem = {
  id: string;
  personId: string;
  personName: string | null;
  isSample: boolean;
  kind: HandoffKind;
  text: string;
  status: 'waiting' | 'answered' | 'closed';
  askedAt: Date;
  /** The promise that stands. */
  promisedAt: Date | null;
  /** The first one; another than `promisedAt` once it was broken and the person was told. */
  firstPromisedAt: Date | null;
  answeredAt: Date | null;
  /** The officer who answered or closed it. */
  answeredBy: string | null;
};

export type QuestionFilter = { status: 'waiting' | 'done'; query?: string };

/** Something waits that nobody was promised a time for: it counts like a promise of so many days. */
const UNPROMISED = Prisma.sql`interval '7 days'`;

/** Waiting: those whose first promise ends or ended first, so what is late stands on top. Done: the latest first. */
export async function listQuestions(
  db: Db,
  { status, query = '', cursor, limit }: QuestionFilter & { cursor?: string; limit: number },
): Promise<Page<QuestionListItem>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const words = searchWords(query);
  const isWaiting = status === 'waiting';
  const at = isWaiting
    ? Prisma.sql`COALESCE(h."firstPromisedAt", h."askedAt" + ${UNPROMISED})`
    : Prisma.sql`COALESCE(h."answeredAt", h."askedAt")`;
  const conditions = [
    isWaiting ? Prisma.sql`h."status" = 'waiting'` : Prisma.sql`h."status" <> 'waiting'`,
    words.length === 0
      ? undefined
      : containsAllSql(Prisma.sql`concat_ws(' ', p."displayName", h."text", h."answer")`, words),
    after === undefined
      ? undefined
      : Prisma.sql`(${at}, h."id") ${isWaiting ? Prisma.sql`>` : Prisma.sql`<`} (${after.at}, ${after.id}::uuid)`,
  ].filter((condition) => condition !== undefined);
  const order = isWaiting ? Prisma.sql`ASC` : Prisma.sql`DESC`;

  const rows = await db.$queryRaw<(QuestionListItem & { sortAt: Date })[]>`
    SELECT h."id", h."personId", p."displayName" AS "personName", p."isSample", h."kind", h."text", h."status",
      h."askedAt", h."promisedAt", h."firstPromisedAt", h."answeredAt", u."name" AS "answeredBy", ${at} AS "sortAt"
    FROM (SELECT h.*, ${firstPromiseSql} AS "firstPromisedAt" FROM "HumanHandoff" h) h
    JOIN "Person" p ON p."id" = h."personId" LEFT JOIN "User" u ON u."id" = h."answeredById"
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY ${at} ${order}, h."id" ${order} LIMIT ${limit + 1}`;
  const page = toPage(rows, limit, (row) => ({ at: row.sortAt, id: row.id }));
  return { ...page, items: page.items.map(({ sortAt: _, ...item }) => item) };
}

/** Questions of real people that wait, and how many of them wait past the time that was promised first. */
export async function countWaitingQuestions(db: Db, now: Date): Promise<{ waiting: number; late: number }> {
  const rows = await db.$queryRaw<{ waiting: number; late: number }[]>`
    SELECT count(*)::int AS "waiting", count(*) FILTER (WHERE ${firstPromiseSql} <= ${now})::int AS "late"
    FROM "HumanHandoff" h JOIN "Person" p ON p."id" = h."personId"
    WHERE h."status" = 'waiting' AND NOT p."isSample"`;
  return rows[0] ?? { waiting: 0, late: 0 };
}
