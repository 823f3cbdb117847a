import { randomUUID } from 'node:crypto';
import { AppError } from '../core/app-error.ts';
import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

/** A template that somebody put in place, or (`isOurs`) the one of the program taken up again. */
export type TemplateVersion = {
  paper: string;
  version: number;
  isOurs: boolean;
  fileName: string;
  byteSize: number;
  keptAt: Date;
  keptBy: string | null;
};

/** All versions of all papers, the newest first; without one, a paper is filled into the template of the program. */
export async function listPaperTemplates(db: Db | Tx): Promise<TemplateVersion[]> {
  return await db.$queryRaw<TemplateVersion[]>`
    SELECT t."paper", t."version", t."file" IS NULL AS "isOurs", t."fileName", t."byteSize", t."keptAt", u."name" AS "keptBy"
    FROM "PaperTemplate" t LEFT JOIN "User" u ON u."id" = t."keptById"
    ORDER BY t."paper", t."version" DESC`;
}

/** The bytes of the template in use, or of one version; undefined where it is the program's own. Throws `not-found` for a version that never was. */
export async function findPaperTemplate(
  db: Db | Tx,
  { paper, version }: { paper: string; version?: number },
): Promise<Uint8Array | undefined> {
  const row = await db.paperTemplate.findFirst({ where: { paper, version }, orderBy: { version: 'desc' } });
  if (row === null && version !== undefined) throw new AppError('not-found');
  return row?.file ?? undefined;
}

/**
 * Puts a template in place (without a file: the program's own), after the version that the officer saw. Returns the number
 * it has now. Throws `paper.template-changed` when somebody was faster.
 */
export async function keepPaperTemplate(
  tx: Tx,
  kept: { paper: string; seen: number; file?: { name: string; bytes: Uint8Array }; officerId: string; now: Date },
): Promise<number> {
  const { paper, seen, file, officerId, now } = kept;
  const version = seen + 1;
  const added = await tx.$executeRaw`
    INSERT INTO "PaperTemplate" ("id", "paper", "version", "file", "fileName", "byteSize", "keptById", "keptAt")
    SELECT ${randomUUID()}::uuid, ${paper}, ${version}, ${file?.bytes ?? null}::bytea, ${file?.name ?? ''},
           ${file?.bytes.length ?? 0}, ${officerId}, ${now}
    WHERE ${seen}::int = (SELECT coalesce(max("version"), 0) FROM "PaperTemplate" WHERE "paper" = ${paper})
    ON CONFLICT ("paper", "version") DO NOTHING`;
  if (added !== 1) throw new AppError('paper.template-changed');
  await notify(tx, 'console', 'papers');
  return version;
}
