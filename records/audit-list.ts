import { Prisma } from '../generated/prisma/client.ts';
import { type Page, readCursor, toPage } from './cursor.ts';
import type { Db } from './database.ts';

export type AuditListItem = {
  id: string;
  at: Date;
  /** What was done, e.g. request.read. */
  action: string;
  /** The officer; null when a link or the system did it. */
  actorId: string | null;
  /** Null also of an officer who is no more. */
  actorName: string | null;
  subjectKind: string;
  subjectId: string;
  /** The code of a dossier or the name of an officer; of people and establishments none, so that the list tells nothing of them. */
  subjectName: string | null;
};

export type AuditFilter = {
  actorId?: string;
  /** Looks at personal data and papers, or deeds that changed something. */
  what?: 'looks' | 'changes';
  subjectKind?: string;
  subjectId?: string;
  /** Part of the code of a dossier, in any case. */
  code?: string;
  from?: Date;
  until?: Date;
};

/** The last word of what only looks, takes a copy or prints. */
const LOOKS = '[.-](read|exported|printed|outlined|summarized|copied)$';

/** Who did what, the latest first. `until` is the first instant that is no more meant. */
export async function listAuditEntries(
  db: Db,
  { cursor, limit, ...filter }: AuditFilter & { cursor?: string; limit: number },
): Promise<Page<AuditListItem>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const conditions = [
    ...conditionsOf(filter),
    ...(after === undefined ? [] : [Prisma.sql`(a."at", a."id") < (${after.at}, ${after.id}::uuid)`]),
  ];
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`;
  const rows = await db.$queryRaw<AuditListItem[]>`
    SELECT a."id", a."at", a."action", a."actorId", u."name" AS "actorName", a."subjectKind", a."subjectId",
      COALESCE(p."code", s."name") AS "subjectName"
    FROM "AuditEntry" a
    LEFT JOIN "User" u ON u."id" = a."actorId"
    -- Read as an id only where it is one of that kind: others are words.
    LEFT JOIN "Application" p ON p."id" = (CASE WHEN a."subjectKind" = 'Application' THEN a."subjectId"::uuid END)
    LEFT JOIN "User" s ON a."subjectKind" = 'User' AND s."id" = a."subjectId"
    ${where}
    ORDER BY a."at" DESC, a."id" DESC LIMIT ${limit + 1}`;
  return toPage(rows, limit, ({ at, id }) => ({ at, id }));
}

/** The kinds of things that there are entries of. */
export async function listAuditSubjects(db: Db): Promise<string[]> {
  const rows = await db.auditEntry.findMany({ distinct: ['subjectKind'], select: { subjectKind: true } });
  return rows.map(({ subjectKind }) => subjectKind).sort();
}

function conditionsOf({ actorId, what, subjectKind, subjectId, code, from, until }: AuditFilter): Prisma.Sql[] {
  return [
    actorId === undefined ? undefined : Prisma.sql`a."actorId" = ${actorId}`,
    what === undefined ? undefined : Prisma.sql`(a."action" ~ ${LOOKS}) = ${what === 'looks'}`,
    subjectKind === undefined ? undefined : Prisma.sql`a."subjectKind" = ${subjectKind}`,
    subjectId === undefined ? undefined : Prisma.sql`a."subjectId" = ${subjectId}`,
    code === undefined ? undefined : Prisma.sql`strpos(upper(p."code"), upper(${code})) > 0`,
    from === undefined ? undefined : Prisma.sql`a."at" >= ${from}`,
    until === undefined ? undefined : Prisma.sql`a."at" < ${until}`,
  ].filter((condition) => condition !== undefined);
}
