import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

/** A question that the article must answer. */
export type RegressionCase = {
  id: string;
  question: string;
  provinceCode: string | null;
  articleId: string;
  /** The question of a person that it came from, as long as that is kept. */
  handoffId: string | null;
  createdBy: string | null;
  createdAt: Date;
};

export async function addRegressionCase(
  tx: Tx,
  added: {
    id: string;
    question: string;
    provinceCode?: string;
    articleId: string;
    handoffId?: string;
    officerId: string;
    now: Date;
  },
): Promise<void> {
  const { officerId: createdById, now: createdAt, ...rest } = added;
  await tx.regressionCase.create({ data: { ...rest, createdById, createdAt } });
  await notify(tx, 'console', 'knowledge');
}

/** All of them, the newest first; those of one article when it is named. */
export async function listRegressionCases(
  db: Db | Tx,
  { articleId }: { articleId?: string } = {},
): Promise<RegressionCase[]> {
  return await db.$queryRaw<RegressionCase[]>`
    SELECT c."id", c."question", c."provinceCode", c."articleId", c."handoffId", u."name" AS "createdBy", c."createdAt"
    FROM "RegressionCase" c LEFT JOIN "User" u ON u."id" = c."createdById"
    WHERE ${articleId ?? null}::text IS NULL OR c."articleId" = ${articleId ?? null}
    ORDER BY c."createdAt" DESC, c."id"`;
}

/** False when there is none. */
export async function removeRegressionCase(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.regressionCase.deleteMany({ where: { id } });
  await notify(tx, 'console', 'knowledge');
  return count > 0;
}
