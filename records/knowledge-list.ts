import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { containsAllSql, searchWords } from './folded-search.ts';
import type { VersionStatus } from './knowledge.ts';
import { type KnowledgeContent, type KnowledgeKind, readContent } from './knowledge-content.ts';

/** The ids by which answers know the entries of a kind, drafts too. */
export async function listEntryNames(db: Db | Tx, kind: KnowledgeKind): Promise<string[]> {
  const rows = await db.knowledgeEntry.findMany({ where: { kind }, select: { name: true } });
  return rows.map(({ name }) => name);
}

export type EntryItem = KnowledgeContent & {
  id: string;
  name: string;
  revision: number;
  /** Of the newest version, whose content this is. */
  status: VersionStatus;
  version: number;
  publishedVersion: number | null;
  publishedBefore: number | null;
  /** What can be taken back: the last publishing or withdrawal. */
  undoable: 'published' | 'withdrawn' | null;
  updatedAt: Date;
  /** Who wrote the newest version. */
  by: string | null;
};

type Row = Omit<EntryItem, 'kind' | 'content'> & { kind: string; content: unknown };

const COLUMNS = Prisma.sql`
  e."id", e."kind", e."name", e."revision", e."publishedVersion", e."publishedBefore", e."undoable", e."updatedAt",
  v."version", v."status", v."content", u."name" AS "by"`;
const FROM = Prisma.sql`
  FROM "KnowledgeEntry" e
    JOIN "KnowledgeVersion" v ON v."entryId" = e."id" AND v."version" = e."latestVersion"
    LEFT JOIN "User" u ON u."id" = v."createdById"`;

/** Entries in their newest version, the latest change first. A centre has some hundreds, so there are no pages. */
export async function listEntries(
  db: Db | Tx,
  { kind, query = '' }: { kind: KnowledgeKind; query?: string },
): Promise<EntryItem[]> {
  const words = searchWords(query);
  const matches =
    words.length === 0
      ? Prisma.sql`true`
      : containsAllSql(
          Prisma.sql`concat_ws(' ', e."name", v."content"->>'title', v."content"->>'text', v."content"->>'asks', v."content"->>'document', v."content"->>'sources')`,
          words,
        );
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${COLUMNS} ${FROM} WHERE e."kind" = ${kind} AND ${matches} ORDER BY e."updatedAt" DESC, e."id"`;
  return rows.map(toItem);
}

export async function findEntry(db: Db | Tx, id: string): Promise<EntryItem | undefined> {
  const [row] = await db.$queryRaw<Row[]>`SELECT ${COLUMNS} ${FROM} WHERE e."id" = ${id}::uuid`;
  return row === undefined ? undefined : toItem(row);
}

function toItem({ kind, content, ...row }: Row): EntryItem {
  return { ...row, ...readContent(kind, content) };
}

export type EntryVersion = KnowledgeContent & {
  version: number;
  status: VersionStatus;
  createdAt: Date;
  createdBy: string | null;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  publishedAt: Date | null;
  publishedBy: string | null;
  endedAt: Date | null;
  endedBy: string | null;
};

/** All versions of an entry, the newest first, with who did what. */
export async function listVersions(db: Db | Tx, id: string): Promise<EntryVersion[]> {
  const rows = await db.$queryRaw<(Omit<EntryVersion, 'kind' | 'content'> & { kind: string; content: unknown })[]>`
    SELECT e."kind", v."version", v."status", v."content", v."createdAt", c."name" AS "createdBy",
      v."reviewedAt", r."name" AS "reviewedBy", v."publishedAt", p."name" AS "publishedBy", v."endedAt", w."name" AS "endedBy"
    FROM "KnowledgeVersion" v JOIN "KnowledgeEntry" e ON e."id" = v."entryId"
      LEFT JOIN "User" c ON c."id" = v."createdById" LEFT JOIN "User" r ON r."id" = v."reviewedById"
      LEFT JOIN "User" p ON p."id" = v."publishedById" LEFT JOIN "User" w ON w."id" = v."endedById"
    WHERE v."entryId" = ${id}::uuid ORDER BY v."version" DESC`;
  return rows.map(({ kind, content, ...row }) => ({ ...row, ...readContent(kind, content) }));
}

/** The last thing that was done to an entry, by its audit: "published", who and when. */
export async function findLastDeed(
  db: Db,
  id: string,
): Promise<{ kind: string; by: string | null; at: Date } | undefined> {
  const [row] = await db.$queryRaw<{ action: string; by: string | null; at: Date }[]>`
    SELECT a."action", u."name" AS "by", a."at" FROM "AuditEntry" a LEFT JOIN "User" u ON u."id" = a."actorId"
    WHERE a."subjectKind" = 'KnowledgeEntry' AND a."subjectId" = ${id} ORDER BY a."at" DESC, a."id" LIMIT 1`;
  return row && { kind: row.action.replace('knowledge.', ''), by: row.by, at: row.at };
}
