import type { Db, Tx } from './database.ts';

/** The article that an officer made of the answer to a question. */
export type KeptArticle = {
  entryId: string;
  articleId: string;
  caseId: string;
  title: string;
  /** It answers people now. */
  isPublished: boolean;
  revision: number;
};

/** Undefined when none was made, or it was taken back. */
export async function findKeptArticle(db: Db | Tx, handoffId: string): Promise<KeptArticle | undefined> {
  const rows = await db.$queryRaw<KeptArticle[]>`
    SELECT e."id" AS "entryId", e."name" AS "articleId", c."id" AS "caseId", v."content" ->> 'title' AS "title",
      e."publishedVersion" IS NOT NULL AS "isPublished", e."revision"
    FROM "RegressionCase" c
    JOIN "KnowledgeEntry" e ON e."kind" = 'article' AND e."name" = c."articleId"
    JOIN "KnowledgeVersion" v ON v."entryId" = e."id" AND v."version" = e."latestVersion"
    WHERE c."handoffId" = ${handoffId}::uuid ORDER BY c."createdAt" DESC LIMIT 1`;
  return rows[0];
}
