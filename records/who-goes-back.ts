import type { EstablishmentMerge } from '../generated/prisma/client.ts';
import type { Tx } from './database.ts';

type Row = {
  personId: string;
  role: string;
  consent: string | null;
  consentedById: string | null;
  consentedAt: Date | null;
  joinedAt: Date;
  endedAt: Date | null;
};

/** What becomes of memberships when a merge is undone. */
export type GoingBack = {
  /** Those who act for the kept one no more. */
  people: string[];
  /** The memberships of the one that is again by itself. */
  rows: Row[];
  /** Memberships of the kept one that are again what they were. */
  ended: Row[];
};

const select = {
  ...{
    personId: true,
    role: true,
    consent: true,
    consentedById: true,
    consentedAt: true,
    joinedAt: true,
    endedAt: true,
  },
} as const;

/**
 * Who acts for which of the two when a merge is undone. Each is a member again as they were, except who left since or was
 * removed by one of their own: that stays. Who was let in since goes with whoever let them in. A removal across the two is
 * taken back with the merge. The caller holds both establishments.
 */
export async function whoGoesBack(tx: Tx, { id, keptId, mergedAt }: EstablishmentMerge): Promise<GoingBack> {
  const before = await tx.mergedMembership.findMany({ where: { mergeId: id }, select: { ...select, side: true } });
  const now = await tx.establishmentMember.findMany({ where: { establishmentId: keptId }, select });
  const kept = lasting(before.filter(({ side }) => side === 'kept').map(({ side: _, ...row }) => row));
  const merged = lasting(before.filter(({ side }) => side === 'merged').map(({ side: _, ...row }) => row));
  const removers = await findRemovers(tx, { keptId, mergedAt });

  const leaving = new Set([...merged.keys()].filter((personId) => !kept.has(personId)));
  const newcomers = now.filter(({ personId }) => !kept.has(personId) && !merged.has(personId));
  // Somebody whom they let in may have let in another.
  for (let size = -1; size !== leaving.size; ) {
    size = leaving.size;
    for (const { personId, consentedById } of newcomers) {
      if (consentedById !== null && leaving.has(consentedById)) leaving.add(personId);
    }
  }
  const theirs = (personId: string | undefined): boolean =>
    personId !== undefined && (leaving.has(personId) || merged.has(personId));
  const endedAt = (personId: string): Date | null => now.find((row) => row.personId === personId)?.endedAt ?? null;

  const rows = [...merged.values()].map((row) => {
    const isOver = endedAt(row.personId) !== null && theirs(removers.get(row.personId));
    return isOver ? { ...row, endedAt: row.endedAt ?? endedAt(row.personId) } : row;
  });
  const ended = [...kept.values()].filter((row) => {
    if (row.endedAt !== null) return merged.has(row.personId);
    const remover = removers.get(row.personId);
    return endedAt(row.personId) !== null && remover !== undefined && leaving.has(remover);
  });
  return {
    people: [...leaving],
    rows: [...rows, ...newcomers.filter(({ personId }) => leaving.has(personId))],
    ended,
  };
}

/** Two people who were members may be one person by now: the membership that lasts counts, else the earlier. */
function lasting(rows: readonly Row[]): Map<string, Row> {
  const counts = (row: Row): string => `${row.endedAt === null ? 0 : 1} ${row.joinedAt.toISOString()}`;
  const sorted = rows.toSorted((a, b) => (counts(a) < counts(b) ? 1 : -1));
  return new Map(sorted.map((row) => [row.personId, row]));
}

/** By whom each membership of an establishment was ended last since the merge: by its own person, or by another member. */
async function findRemovers(
  tx: Tx,
  { keptId, mergedAt }: Pick<EstablishmentMerge, 'keptId' | 'mergedAt'>,
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ personId: string; byId: string }[]>`
    SELECT "data" ->> 'personId' AS "personId", "data" ->> 'byId' AS "byId" FROM "AuditEntry"
    WHERE "subjectKind" = 'Establishment' AND "subjectId" = ${keptId} AND "action" = 'establishment.member-ended'
      AND "at" >= ${mergedAt}
    ORDER BY "at", "id"`;
  return new Map(rows.map(({ personId, byId }) => [personId, byId]));
}
