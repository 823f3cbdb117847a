import { AppError } from '../core/app-error.ts';
import type { Ids } from '../core/ids.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from './database.ts';
import { holdWhole } from './establishment-holds.ts';
import { isSampleSql } from './establishment-keys.ts';
import { refreshEstablishment } from './establishments.ts';
import { notify } from './signals.ts';

type Asked = { mergeId: string; keptId: string; mergedId: string; officerId: string; now: Date; ids: Ids };

/**
 * Two establishments are one: dossiers, members, invitations and certificates of the merged one go to the kept one, whose profile is made
 * anew; what went is written down. Throws `request.invalid` for one with itself, `not-found`, `establishment.merged-already`, `establishment.sample` (one is of the
 * sample centre, the other not), and `establishment.busy`: then it is to be tried again.
 */
export async function mergeEstablishments(tx: Tx, asked: Asked): Promise<void> {
  const { mergeId, keptId, mergedId, officerId, now } = asked;
  if (keptId === mergedId) throw new AppError('request.invalid');
  await holdWhole(tx, [keptId, mergedId]);
  await refuse(tx, asked);
  const moved = { where: { establishmentId: mergedId }, data: { establishmentId: keptId }, select: { id: true } };
  const applications = await tx.application.updateManyAndReturn(moved);
  const invitations = await tx.establishmentInvitation.updateManyAndReturn(moved);
  const certificates = await tx.certificate.updateManyAndReturn(moved);
  await tx.establishmentMerge.create({
    data: {
      ...{ id: mergeId, keptId, mergedId, officerId, mergedAt: now },
      applicationIds: applications.map(({ id }) => id),
      invitationIds: invitations.map(({ id }) => id),
      certificateIds: certificates.map(({ id }) => id),
    },
  });
  await moveMembers(tx, asked);
  await tx.establishment.update({ where: { id: mergedId }, data: { mergedIntoId: keptId } });
  for (const id of [mergedId, keptId]) await refreshEstablishment(tx, { id, now });
  await notify(tx, 'console', 'establishment');
}

async function refuse(tx: Tx, { keptId, mergedId }: Asked): Promise<void> {
  const rows = await tx.$queryRaw<{ isMerged: boolean; isSample: boolean }[]>`
    SELECT e."mergedIntoId" IS NOT NULL AS "isMerged", ${isSampleSql(Prisma.sql`e."id"`)} AS "isSample"
    FROM "Establishment" e WHERE e."id" IN (${keptId}::uuid, ${mergedId}::uuid)`;
  if (rows.some(({ isMerged }) => isMerged)) throw new AppError('establishment.merged-already');
  if (new Set(rows.map(({ isSample }) => isSample)).size > 1) throw new AppError('establishment.sample');
}

/** Of two memberships of one person that of the kept one counts, unless only the other still lasts. */
async function moveMembers(tx: Tx, { mergeId, keptId, mergedId, ids }: Asked): Promise<void> {
  const members = await tx.establishmentMember.findMany({ where: { establishmentId: { in: [keptId, mergedId] } } });
  await tx.mergedMembership.createMany({
    data: members.map(({ establishmentId, ...member }) => ({
      ...{ id: ids.next(), mergeId, side: establishmentId === keptId ? 'kept' : 'merged' },
      ...member,
    })),
  });
  for (const member of members.filter(({ establishmentId }) => establishmentId === mergedId)) {
    const { personId } = member;
    const key = (establishmentId: string) => ({ establishmentId_personId: { establishmentId, personId } });
    const there = members.find((each) => each.establishmentId === keptId && each.personId === personId);
    const isNewer = there !== undefined && there.endedAt !== null && member.endedAt === null;
    if (there !== undefined) {
      await tx.establishmentMember.delete({ where: key(isNewer ? keptId : mergedId) });
    }
    if (there === undefined || isNewer) {
      await tx.establishmentMember.update({ where: key(mergedId), data: { establishmentId: keptId } });
    }
  }
}
