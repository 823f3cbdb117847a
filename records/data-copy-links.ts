import { createHash, randomBytes } from 'node:crypto';
import type { Db, Tx } from './database.ts';

/** A link lives so long, and after it was first used so much longer: on a weak line the first try may break. */
const LIFE_HOURS = 24;
const AGAIN_MINUTES = 15;

/** Makes the one link by which a person takes a copy of their data; earlier ones end. Only its hash is kept. */
export async function createDataCopyLink(
  tx: Tx,
  { personId, requestId, now }: { personId: string; requestId: string; now: Date },
): Promise<{ token: string; hours: number }> {
  await tx.dataCopyLink.updateMany({ where: { personId, expiresAt: { gt: now } }, data: { expiresAt: now } });
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(now.getTime() + LIFE_HOURS * 3_600_000);
  await tx.dataCopyLink.create({
    data: { tokenHash: hashToken(token), personId, requestId, createdAt: now, expiresAt },
  });
  return { token, hours: LIFE_HOURS };
}

/** Whose copy a link opens now; undefined when it is unknown, too old or used up. */
export async function findDataCopyLink(
  db: Db,
  { token, now }: { token: string; now: Date },
): Promise<{ personId: string } | undefined> {
  const link = await db.dataCopyLink.findUnique({ where: { tokenHash: hashToken(token) } });
  return link === null || endOf(link) <= now ? undefined : { personId: link.personId };
}

/** As `findDataCopyLink`, and the link is used from now on. */
export async function useDataCopyLink(
  db: Db,
  { token, now }: { token: string; now: Date },
): Promise<{ personId: string } | undefined> {
  const found = await findDataCopyLink(db, { token, now });
  if (found === undefined) return undefined;
  await db.dataCopyLink.updateMany({ where: { tokenHash: hashToken(token), usedAt: null }, data: { usedAt: now } });
  return found;
}

function endOf({ usedAt, expiresAt }: { usedAt: Date | null; expiresAt: Date }): Date {
  if (usedAt === null) return expiresAt;
  return new Date(Math.min(expiresAt.getTime(), usedAt.getTime() + AGAIN_MINUTES * 60_000));
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
