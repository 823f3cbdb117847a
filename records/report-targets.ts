import { AppError } from '../core/app-error.ts';
import { type ReportTarget, reportTarget } from '../core/reports/target.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';

/** A target as the office has it; `target` is null where it was taken away. */
export type KeptTarget = {
  id: string;
  version: number;
  target: ReportTarget | null;
  keptBy: string | null;
  keptAt: Date;
};

/** All that the office ever said of its targets: by their ids, of each the newest first. */
export async function listReportTargets(db: Db): Promise<KeptTarget[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT t."id", t."version", t."content", t."keptAt", u."name" AS "keptBy"
    FROM "ReportTarget" t LEFT JOIN "User" u ON u."id" = t."keptById"
    ORDER BY t."id", t."version" DESC`;
  return rows.map(({ content, ...row }) => ({ ...row, target: content === null ? null : reportTarget.parse(content) }));
}

/**
 * Keeps what the office says of a target from now on (null: nothing any more), after the version that the officer saw; 0 is one
 * that the office said nothing of. Returns its number now. Throws `report.target-changed` when somebody was faster.
 */
export async function keepReportTarget(
  tx: Tx,
  kept: { id: string; seen: number; target: ReportTarget | null; officerId: string; now: Date },
): Promise<number> {
  const { id, seen, target, officerId, now } = kept;
  const version = seen + 1;
  const content = target === null ? null : JSON.stringify(target);
  const added = await tx.$executeRaw`
    INSERT INTO "ReportTarget" ("id", "version", "content", "keptById", "keptAt")
    SELECT ${id}, ${version}, ${content}::jsonb, ${officerId}, ${now}
    WHERE ${seen} = (SELECT COALESCE(max(t."version"), 0) FROM "ReportTarget" t WHERE t."id" = ${id})
    ON CONFLICT DO NOTHING`;
  if (added !== 1) throw new AppError('report.target-changed');
  return version;
}

type Row = Omit<KeptTarget, 'target'> & { content: Prisma.JsonValue };
