import { createHash, randomInt } from 'node:crypto';
import type { Db, Tx } from './database.ts';
import type { RandomInt } from './link-codes.ts';

const HOUR_MS = 3_600_000;
/** The other phone may be a day's walk away; whoever types the code is let in only after a yes. */
const LIFE_HOURS = 24;
/** As many as a linking code has: tries are limited in the same way. */
const DIGITS = 8;

export type Invitation = {
  id: string;
  establishmentId: string;
  /** Who was given the code, and decides. */
  personId: string;
  expiresAt: Date;
  askedById: string | null;
  role: string | null;
  decidedAt: Date | null;
};

const select = {
  id: true,
  establishmentId: true,
  personId: true,
  expiresAt: true,
  askedById: true,
  role: true,
  decidedAt: true,
} as const;

/** Makes the one code that lives for a member of an establishment; earlier ones that nobody used end. Only its hash is kept. */
export async function createInvitation(
  tx: Tx,
  invitation: { id: string; establishmentId: string; personId: string; now: Date; random?: RandomInt },
): Promise<{ code: string; hours: number }> {
  const { id, establishmentId, personId, now, random = randomInt } = invitation;
  await tx.establishmentInvitation.updateMany({
    where: { establishmentId, personId, askedById: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  const expiresAt = new Date(now.getTime() + LIFE_HOURS * HOUR_MS);
  for (;;) {
    const code = String(random(10 ** DIGITS)).padStart(DIGITS, '0');
    const added = await tx.$executeRaw`
      INSERT INTO "EstablishmentInvitation" ("id", "codeHash", "establishmentId", "personId", "createdAt", "expiresAt")
      VALUES (${id}::uuid, ${hashCode(code)}, ${establishmentId}::uuid, ${personId}::uuid, ${now}, ${expiresAt})
      ON CONFLICT ("codeHash") DO NOTHING`;
    if (added === 1) return { code, hours: LIFE_HOURS };
  }
}

/** A code that was given, also one that cannot be used any more. */
export async function findInvitation(
  db: Db | Tx,
  by: { code: string } | { id: string },
): Promise<Invitation | undefined> {
  const where = 'code' in by ? { codeHash: hashCode(by.code) } : { id: by.id };
  return (await db.establishmentInvitation.findUnique({ where, select })) ?? undefined;
}

/** Somebody typed the code and said who they are. False when it is used or too old: the condition names what it changes. */
export async function askToJoin(
  tx: Tx,
  { id, askedById, role, now }: { id: string; askedById: string; role: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.establishmentInvitation.updateMany({
    where: { id, askedById: null, expiresAt: { gt: now } },
    data: { askedById, role, askedAt: now },
  });
  return count === 1;
}

/** The member said yes or no; false when that was said before. */
export async function decideInvitation(tx: Tx, { id, now }: { id: string; now: Date }): Promise<boolean> {
  const { count } = await tx.establishmentInvitation.updateMany({
    where: { id, askedById: { not: null }, decidedAt: null },
    data: { decidedAt: now },
  });
  return count === 1;
}

/** Who asked a member to be let in and waits for the yes or no, the first first. */
export async function listWaiting(
  db: Db | Tx,
  { establishmentId, personId }: { establishmentId: string; personId: string },
): Promise<Invitation[]> {
  return await db.establishmentInvitation.findMany({
    where: { establishmentId, personId, askedById: { not: null }, decidedAt: null },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    select,
  });
}

function hashCode(code: string): string {
  return createHash('sha256').update(`invitation/${code}`).digest('hex');
}
