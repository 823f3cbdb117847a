import { INVITED } from '../core/programmes/for-another.ts';
import type { Db, Tx } from './database.ts';
import { holdDossiers, holdLiving } from './establishment-holds.ts';
import { OWNER } from './establishments.ts';

export type Member = {
  personId: string;
  displayName: string | null;
  role: string;
  consent: string | null;
  consentedAt: Date | null;
  joinedAt: Date;
};

/** Who acts for an establishment now, the first first. */
export async function listMembers(db: Db | Tx, establishmentId: string): Promise<Member[]> {
  const rows = await db.establishmentMember.findMany({
    where: { establishmentId, endedAt: null },
    orderBy: [{ joinedAt: 'asc' }, { personId: 'asc' }],
    include: { person: { select: { displayName: true } } },
  });
  return rows.map(({ personId, person, role, consent, consentedAt, joinedAt }) => ({
    personId,
    displayName: person.displayName,
    role,
    consent,
    consentedAt,
    joinedAt,
  }));
}

/** Those who acted for an establishment, and do no more. */
export async function listEndedMembers(db: Db | Tx, establishmentId: string): Promise<string[]> {
  const where = { establishmentId, endedAt: { not: null } };
  return (await db.establishmentMember.findMany({ where, select: { personId: true } })).map(({ personId }) => personId);
}

/** Who is told of newcomers and may remove anybody: the owners; where none is a member, whoever was there first. */
export function keepersOf(members: readonly Member[]): Member[] {
  const owners = members.filter(({ role }) => role === OWNER);
  return owners.length > 0 ? owners : members.slice(0, 1);
}

/**
 * A member agreed that somebody acts for the establishment too; where it was merged meanwhile, for the one that was kept. Who
 * acts for it already stays as they are: false then.
 */
export async function addMember(
  tx: Tx,
  member: { establishmentId: string; personId: string; role: string; consentedById: string; now: Date },
): Promise<boolean> {
  const { personId, role, consentedById, now } = member;
  const establishmentId = (await holdLiving(tx, member.establishmentId)) ?? member.establishmentId;
  const key = { establishmentId_personId: { establishmentId, personId } };
  const before = await tx.establishmentMember.findUnique({ where: key });
  if (before !== null && before.endedAt === null) return false;
  const joined = { role, consent: INVITED, consentedById, consentedAt: now, joinedAt: now, endedAt: null };
  await tx.establishmentMember.upsert({
    where: key,
    create: { establishmentId, personId, ...joined },
    update: joined,
  });
  return true;
}

/** They left, or were removed; false when they were no member any more. What they filed themselves stays theirs. */
export async function endMembership(
  tx: Tx,
  { establishmentId, personId, now }: { establishmentId: string; personId: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.establishmentMember.updateMany({
    where: { establishmentId, personId, endedAt: null },
    data: { endedAt: now },
  });
  return count === 1;
}

/** Somebody has their data deleted: they act for nobody any more, and codes that they gave end. */
export async function leaveAllEstablishments(
  tx: Tx,
  { personId, now }: { personId: string; now: Date },
): Promise<void> {
  await tx.establishmentInvitation.deleteMany({ where: { OR: [{ personId }, { askedById: personId }] } });
  await tx.establishmentMember.updateMany({ where: { personId, endedAt: null }, data: { endedAt: now } });
}

/** Two people are one: of two memberships of one establishment that which lasts counts, else the earlier. The caller holds both lanes. */
export async function mergeMemberships(tx: Tx, { fromId, intoId }: { fromId: string; intoId: string }): Promise<void> {
  // In the order in which a merge of establishments takes them.
  await holdDossiers(tx, [fromId, intoId]);
  await tx.$queryRaw`
    SELECT 1 FROM "EstablishmentInvitation" WHERE "personId" IN (${fromId}::uuid, ${intoId}::uuid) OR "askedById" = ${fromId}::uuid
    ORDER BY "id" FOR UPDATE`;
  await tx.$executeRaw`
    DELETE FROM "EstablishmentMember" m USING "EstablishmentMember" o
    WHERE m."establishmentId" = o."establishmentId" AND m."personId" IN (${fromId}::uuid, ${intoId}::uuid)
      AND o."personId" IN (${fromId}::uuid, ${intoId}::uuid) AND m."personId" <> o."personId"
      AND (m."endedAt" IS NOT NULL, m."joinedAt", m."personId") > (o."endedAt" IS NOT NULL, o."joinedAt", o."personId")`;
  await tx.$executeRaw`
    UPDATE "EstablishmentInvitation" SET "askedById" = ${intoId}::uuid WHERE "askedById" = ${fromId}::uuid`;
}

/** Whether a person acts for another establishment than this one: then each is told apart by its name. */
export async function isOneOfSeveral(
  db: Db | Tx,
  { personId, establishmentId }: { personId: string; establishmentId: string | undefined },
): Promise<boolean> {
  const not = establishmentId === undefined ? undefined : { not: establishmentId };
  return (await db.establishmentMember.count({ where: { personId, endedAt: null, establishmentId: not } })) > 0;
}
