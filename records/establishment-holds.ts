import { AppError } from '../core/app-error.ts';
import type { Tx } from './database.ts';

// Whoever holds several of these takes them in this order, each kind by its ids: dossiers, invitations, establishments,
// memberships. So a merge, somebody who sends a request and somebody who lets another in wait for each other and never cross.

/** Which one an establishment is by now: where it was merged, the one that was kept. Undefined when it is there no more. */
export async function findLiving(tx: Tx, id: string): Promise<string | undefined> {
  for (let next: string | null = id; next !== null; ) {
    const row: { mergedIntoId: string | null } | null = await tx.establishment.findUnique({
      where: { id: next },
      select: { mergedIntoId: true },
    });
    if (row === null) return undefined;
    if (row.mergedIntoId === null) return next;
    next = row.mergedIntoId;
  }
  return undefined;
}

/** The same, held until the transaction ends. */
export async function holdLiving(tx: Tx, id: string): Promise<string | undefined> {
  for (;;) {
    const living = await findLiving(tx, id);
    if (living === undefined) return undefined;
    const [row] = await tx.$queryRaw<{ isMerged: boolean }[]>`
      SELECT "mergedIntoId" IS NOT NULL AS "isMerged" FROM "Establishment" WHERE "id" = ${living}::uuid FOR UPDATE`;
    // It may have been merged while it was waited for.
    if (row?.isMerged === false) return living;
  }
}

/** Holds all dossiers that these people filed. */
export async function holdDossiers(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Application" WHERE "personId" = ANY(${[...personIds]}::uuid[]) ORDER BY "id" FOR UPDATE`;
}

/**
 * Holds two establishments with all that is of them. Throws `not-found`, and `establishment.busy` when something came to one
 * of them while the locks were taken: then the whole transaction is to be tried again.
 */
export async function holdWhole(tx: Tx, establishmentIds: readonly [string, string]): Promise<void> {
  const pair = [...establishmentIds];
  const held = new Set(
    [
      ...(await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Application" WHERE "establishmentId" = ANY(${pair}::uuid[]) ORDER BY "id" FOR UPDATE`),
      ...(await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "EstablishmentInvitation" WHERE "establishmentId" = ANY(${pair}::uuid[]) ORDER BY "id" FOR UPDATE`),
    ].map(({ id }) => id),
  );
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Establishment" WHERE "id" = ANY(${pair}::uuid[]) ORDER BY "id" FOR UPDATE`;
  if (rows.length !== new Set(pair).size) throw new AppError('not-found');
  await tx.$queryRaw`
    SELECT 1 FROM "EstablishmentMember" WHERE "establishmentId" = ANY(${pair}::uuid[])
    ORDER BY "personId", "establishmentId" FOR UPDATE`;
  const now = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Application" WHERE "establishmentId" = ANY(${pair}::uuid[])
    UNION ALL SELECT "id" FROM "EstablishmentInvitation" WHERE "establishmentId" = ANY(${pair}::uuid[])`;
  if (now.some(({ id }) => !held.has(id))) throw new AppError('establishment.busy');
}
