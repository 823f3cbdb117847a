import type { Db, Tx } from './database.ts';

export type OfficerRole = 'administrator' | 'officer';

export type OfficerRow = {
  id: string;
  name: string;
  email: string;
  role: OfficerRole;
  createdAt: Date;
  disabledAt: Date | null;
  /** Invited and has not chosen a password yet. */
  isInvited: boolean;
  lastSignedInAt: Date | null;
};

/** Those who work here first, then by name. Two or three people, so no paging. */
export async function listOfficers(db: Db): Promise<OfficerRow[]> {
  return await db.$queryRaw<OfficerRow[]>`
    SELECT u."id", u."name", u."email", u."role", u."createdAt", u."disabledAt",
      NOT EXISTS (SELECT 1 FROM "Account" a WHERE a."userId" = u."id" AND a."password" IS NOT NULL) AS "isInvited",
      (SELECT max(s."createdAt") FROM "Session" s WHERE s."userId" = u."id") AS "lastSignedInAt"
    FROM "User" u ORDER BY u."disabledAt" IS NOT NULL, u."name", u."id"`;
}

/** E-mail addresses are kept in lower case, as better-auth looks them up. */
export async function findOfficerByEmail(db: Db | Tx, email: string) {
  return (await db.user.findUnique({ where: { email: email.toLowerCase() } })) ?? undefined;
}

export async function findOfficer(db: Db | Tx, id: string) {
  return (await db.user.findUnique({ where: { id } })) ?? undefined;
}

/** A new officer without a password: nobody can sign in until `setPassword`. */
export async function createOfficer(
  tx: Tx,
  officer: { id: string; name: string; email: string; role: OfficerRole; now: Date },
): Promise<void> {
  const { now, ...fields } = officer;
  await tx.user.create({
    data: { ...fields, email: fields.email.toLowerCase(), emailVerified: true, createdAt: now, updatedAt: now },
  });
}

/** Gives an officer a password in the form better-auth keeps it (an Account of provider `credential`), and ends all sessions. */
export async function setPassword(
  tx: Tx,
  { accountId, userId, passwordHash, now }: { accountId: string; userId: string; passwordHash: string; now: Date },
): Promise<void> {
  const changed = await tx.account.updateMany({
    where: { userId, providerId: 'credential' },
    data: { password: passwordHash, updatedAt: now },
  });
  if (changed.count === 0) {
    await tx.account.create({
      data: {
        id: accountId,
        accountId: userId,
        providerId: 'credential',
        userId,
        password: passwordHash,
        createdAt: now,
        updatedAt: now,
      },
    });
  }
  await tx.session.deleteMany({ where: { userId } });
}

export async function updateOfficer(
  tx: Tx,
  { id, now, ...changes }: { id: string; now: Date; name?: string; role?: OfficerRole; disabledAt?: Date | null },
): Promise<void> {
  await tx.user.update({ where: { id }, data: { ...changes, updatedAt: now } });
}

/** Whoever is signed in as this officer is signed out everywhere. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
}

/**
 * Administrators who can sign in, locked until the transaction ends, so that two of them
 * who disable each other at the same moment cannot leave the centre without one.
 */
export async function lockActiveAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u."id" FROM "User" u
    WHERE u."role" = 'administrator' AND u."disabledAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Account" a WHERE a."userId" = u."id" AND a."password" IS NOT NULL)
    ORDER BY u."id" FOR UPDATE OF u`;
  return rows.map((row) => row.id);
}

/** Whether anybody can administer the console. The start prints a link when not. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const found = await db.user.findFirst({
    where: { role: 'administrator', disabledAt: null, accounts: { some: { password: { not: null } } } },
    select: { id: true },
  });
  return found !== null;
}
