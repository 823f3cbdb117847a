import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../core/time.ts';
import type { Db, Tx } from './database.ts';

const MINUTE_MS = 60_000;
/** The link that makes an administrator, printed by the start. */
const ADMIN_LINK_MINUTES = 30;
/** The link for an invited officer, which somebody has to hand over first. */
const INVITATION_DAYS = 3;

/** 32 random bytes for a token; replaced in simulations. */
export type RandomBytes = (size: number) => Buffer;

/**
 * Makes a one-time link and returns its token, for `/console/setup#<token>`. Only the token's hash is kept.
 * Without `userId` it makes an administrator and lives 30 minutes. With `userId` it lets that officer choose
 * a password, lives 3 days, and ends the officer's earlier links.
 */
export async function createAdminLink(options: {
  db: Db | Tx;
  clock: Clock;
  random?: RandomBytes;
  userId?: string;
}): Promise<string> {
  const { db, clock, random = randomBytes, userId } = options;
  const now = clock.now();
  const minutes = userId === undefined ? ADMIN_LINK_MINUTES : INVITATION_DAYS * 24 * 60;
  if (userId !== undefined) await db.adminLink.deleteMany({ where: { userId, usedAt: null } });

  const token = random(32).toString('base64url');
  await db.adminLink.create({
    data: {
      tokenHash: hashToken(token),
      userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + minutes * MINUTE_MS),
    },
  });
  return token;
}

export type OpenLink = { officer: { id: string; name: string; email: string } | undefined };

/** The link of this token while it can be used: not used yet, not too old, its officer not disabled. */
export async function findOpenLink(
  db: Db | Tx,
  { token, now }: { token: string; now: Date },
): Promise<OpenLink | undefined> {
  const link = await db.adminLink.findFirst({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    include: { user: { select: { id: true, name: true, email: true, disabledAt: true } } },
  });
  if (link === null || link.user?.disabledAt != null) return undefined;
  return { officer: link.user ? { id: link.user.id, name: link.user.name, email: link.user.email } : undefined };
}

/** Uses a link up. False when somebody else was faster or it is too old: the condition names the field it changes. */
export async function markLinkUsed(tx: Tx, { token, now }: { token: string; now: Date }): Promise<boolean> {
  const { count } = await tx.adminLink.updateMany({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
