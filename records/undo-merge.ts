import { AppError } from '../core/app-error.ts';
import type { EstablishmentMerge } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { holdWhole } from './establishment-holds.ts';
import { refreshEstablishment } from './establishments.ts';
import { notify } from './signals.ts';
import { whoGoesBack } from './who-goes-back.ts';

const DAY_MS = 86_400_000;
const UNDO_DAYS = 30;

export function undoableUntil({ mergedAt }: Pick<EstablishmentMerge, 'mergedAt'>): Date {
  return new Date(mergedAt.getTime() + UNDO_DAYS * DAY_MS);
}

/**
 * Why a merge cannot be undone; undefined when it can. `later-first`: another merge stands on it. `erased`: somebody whose
 * membership or dossier went over had their data deleted since.
 */
export async function findUndoBar(
  db: Db | Tx,
  merge: EstablishmentMerge,
  now: Date,
): Promise<'undone' | 'too-late' | 'later-first' | 'erased' | undefined> {
  const { id, keptId, mergedAt, undoneAt, applicationIds } = merge;
  if (undoneAt !== null) return 'undone';
  if (now >= undoableUntil(merge)) return 'too-late';
  const kept = await db.establishment.findUniqueOrThrow({
    where: { id: keptId },
    select: {
      mergedIntoId: true,
      keptIn: {
        where: { undoneAt: null, id: { not: id }, mergedAt: { gte: mergedAt } },
        select: { mergedAt: true, id: true },
      },
    },
  });
  // Two at the same instant: that with the greater id is the later one.
  const isLater = (other: { mergedAt: Date; id: string }): boolean => other.mergedAt > mergedAt || other.id > id;
  if (kept.mergedIntoId !== null || kept.keptIn.some(isLater)) return 'later-first';
  const erased = await db.person.count({
    where: {
      OR: [
        { wereMembers: { some: { mergeId: id, side: 'merged' } } },
        { applications: { some: { id: { in: applicationIds } } } },
      ],
      // Where a dossier must be kept, a deletion leaves the person in their place.
      AND: {
        OR: [
          { erasedAt: { not: null } },
          { dataRequests: { some: { kind: 'delete', state: 'done', at: { gte: mergedAt } } } },
        ],
      },
    },
  });
  return erased > 0 ? 'erased' : undefined;
}

/**
 * Puts back what went over with a merge, as it is now, and with it what those who go back added since: requests that they
 * filed, invitations that they gave, people whom they let in. Who was a member of the kept one as well stays in it, and what
 * they filed since stays there. Throws `not-found`, `merge.undone`, `merge.too-late`, `merge.later-first`, `merge.erased`
 * and `establishment.busy` (then it is to be tried again).
 */
export async function undoMerge(
  tx: Tx,
  { mergeId, officerId, now }: { mergeId: string; officerId: string; now: Date },
): Promise<EstablishmentMerge> {
  const asked = await tx.establishmentMerge.findUnique({ where: { id: mergeId } });
  if (asked === null) throw new AppError('not-found');
  const { keptId, mergedId, applicationIds, invitationIds, certificateIds } = asked;
  await holdWhole(tx, [keptId, mergedId]);
  const merge = await tx.establishmentMerge.findUniqueOrThrow({ where: { id: mergeId } });
  const bar = await findUndoBar(tx, merge, now);
  if (bar !== undefined) throw new AppError(`merge.${bar}`);

  const { people, rows, ended } = await whoGoesBack(tx, merge);
  const back = { establishmentId: mergedId };
  const isTheirs = (ids: readonly string[]) => ({
    establishmentId: keptId,
    OR: [{ id: { in: [...ids] } }, { personId: { in: people } }],
  });
  await tx.application.updateMany({ where: isTheirs(applicationIds), data: back });
  await tx.establishmentInvitation.updateMany({ where: isTheirs(invitationIds), data: back });
  // One that was entered since goes with the dossier that it came of; any other stays where officers put it.
  const isItsOwn = [{ id: { in: certificateIds } }, { application: { establishmentId: mergedId } }];
  await tx.certificate.updateMany({ where: { establishmentId: keptId, OR: isItsOwn }, data: back });
  await tx.establishmentMember.deleteMany({ where: { establishmentId: keptId, personId: { in: people } } });
  await tx.establishmentMember.createMany({ data: rows.map((row) => ({ ...row, ...back })) });
  for (const { personId, ...before } of ended) {
    await tx.establishmentMember.updateMany({ where: { establishmentId: keptId, personId }, data: before });
  }
  await tx.establishment.update({ where: { id: mergedId }, data: { mergedIntoId: null } });
  await tx.establishmentMerge.update({ where: { id: mergeId }, data: { undoneAt: now, undoneById: officerId } });
  for (const id of [keptId, mergedId]) await refreshEstablishment(tx, { id, now });
  await notify(tx, 'console', 'establishment');
  return merge;
}
