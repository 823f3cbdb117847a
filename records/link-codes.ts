import { createHash, randomInt } from 'node:crypto';
import type { Tx } from './database.ts';

const MINUTE_MS = 60_000;
const LIFE_MINUTES = 15;
/** Two more than platforms advise: chats of the chat page cost nothing, so tries are limited a chat but not the chats. */
const DIGITS = 8;

/** A whole number from 0 up to, not including, `below`; replaced in simulations. */
export type RandomInt = (below: number) => number;

/**
 * Makes the one code that lives for a person, for 15 minutes and one use; earlier ones end. Only its hash is kept.
 * The caller holds the person's lane.
 */
export async function createLinkCode(
  tx: Tx,
  { id, personId, now, random = randomInt }: { id: string; personId: string; now: Date; random?: RandomInt },
): Promise<{ code: string; minutes: number }> {
  await tx.linkCode.updateMany({ where: { personId, expiresAt: { gt: now } }, data: { expiresAt: now } });
  const expiresAt = new Date(now.getTime() + LIFE_MINUTES * MINUTE_MS);
  for (;;) {
    const code = String(random(10 ** DIGITS)).padStart(DIGITS, '0');
    const added = await tx.$executeRaw`
      INSERT INTO "LinkCode" ("id", "codeHash", "personId", "createdAt", "expiresAt")
      VALUES (${id}::uuid, ${hashCode(code)}, ${personId}::uuid, ${now}, ${expiresAt}) ON CONFLICT ("codeHash") DO NOTHING`;
    if (added === 1) return { code, minutes: LIFE_MINUTES };
  }
}

export type LinkCode = { id: string; personId: string; expiresAt: Date; usedAt: Date | null };

/** A code that was given, also one that cannot be used any more. */
export async function findLinkCode(tx: Tx, by: { code: string } | { id: string }): Promise<LinkCode | undefined> {
  const where = 'code' in by ? { codeHash: hashCode(by.code) } : { id: by.id };
  const found = await tx.linkCode.findUnique({
    where,
    select: { id: true, personId: true, expiresAt: true, usedAt: true },
  });
  return found ?? undefined;
}

/** Uses a code up. False when it is used, too old, or no longer this person's: the condition names what it changes. */
export async function markLinkCodeUsed(
  tx: Tx,
  { id, personId, now }: { id: string; personId: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.linkCode.updateMany({
    where: { id, personId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

/** When a contact typed codes that were never given, since then, the earliest first. */
export async function listWrongCodes(
  tx: Tx,
  { contactId, since }: { contactId: string; since: Date },
): Promise<Date[]> {
  const rows = await tx.wrongLinkCode.findMany({
    where: { contactId, at: { gt: since } },
    orderBy: { at: 'asc' },
    select: { at: true },
  });
  return rows.map(({ at }) => at);
}

export async function addWrongCode(tx: Tx, wrong: { id: string; contactId: string; now: Date }): Promise<void> {
  const { id, contactId, now } = wrong;
  await tx.wrongLinkCode.create({ data: { id, contactId, at: now } });
}

function hashCode(code: string): string {
  return createHash('sha256').update(`link-code/${code}`).digest('hex');
}
