import { ANY_PROGRAMME } from '../core/audience/condition.ts';
import { writeSubject } from '../core/schedule/reminder-subject.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { statusSql } from './application-status-sql.ts';
import { tookConsentBackSql } from './consents.ts';
import type { Db, Tx } from './database.ts';

/** Where a person can be told something now, and whether they are in a talk. */
export type Reach = {
  contactId: string | null;
  locale: string;
  lastInboundAt: Date | null;
  /** A message of theirs waits for its turn. */
  isUnanswered: boolean;
  /** While an officer has joined, the word is theirs. */
  officerUntil: Date | null;
};

/** Undefined for a person of the sample centre, and for one who is not here any more. */
export async function findReach(tx: Db | Tx, personId: string): Promise<Reach | undefined> {
  const rows = await tx.$queryRaw<Reach[]>`
    SELECT p."locale",
      (SELECT c."id" FROM "Contact" c WHERE c."personId" = p."id" AND c."state" = 'active'
        ORDER BY c."lastInboundAt" DESC NULLS LAST, c."id" LIMIT 1) AS "contactId",
      (SELECT max(c."lastInboundAt") FROM "Contact" c WHERE c."personId" = p."id") AS "lastInboundAt",
      EXISTS (SELECT 1 FROM "InboundMessage" m WHERE m."personId" = p."id" AND m."handledAt" IS NULL) AS "isUnanswered",
      (SELECT o."officerUntil" FROM "Conversation" o WHERE o."personId" = p."id") AS "officerUntil"
    FROM "Person" p
    WHERE p."id" = ${personId}::uuid AND NOT p."isSample" AND p."erasedAt" IS NULL AND p."joinedAt" IS NULL`;
  return rows[0];
}

/**
 * Dossiers that wait for something from who filed them: papers, or a report. Not of people who took the consent back, nor
 * where they said "đừng nhắc nữa" of it, of this kind or of all. In the order of their ids.
 */
export async function listWaitingDossiers(
  db: Db | Tx,
  { afterId, limit, id }: { afterId?: string; limit: number; id?: string },
): Promise<{ id: string; personId: string }[]> {
  const after = afterId === undefined ? Prisma.empty : Prisma.sql`AND a."id" > ${afterId}::uuid`;
  const only = id === undefined ? Prisma.empty : Prisma.sql`AND a."id" = ${id}::uuid`;
  return await db.$queryRaw<{ id: string; personId: string }[]>`
    SELECT a."id", a."personId"
    FROM (SELECT DISTINCT e."applicationId" FROM "ApplicationEvent" e WHERE e."kind" IN ('returned', 'begun')) f
    JOIN "Application" a ON a."id" = f."applicationId" JOIN "Person" p ON p."id" = a."personId"
    CROSS JOIN LATERAL (SELECT CASE ${statusSql(Prisma.sql`a."id"`)}
      WHEN 'needs-papers' THEN 'papers' WHEN 'in-progress' THEN 'progress' WHEN 'amendment-asked' THEN 'progress' END AS "waits") s
    WHERE a."code" IS NOT NULL AND s."waits" IS NOT NULL ${after} ${only}
      AND NOT p."isSample" AND p."erasedAt" IS NULL AND p."joinedAt" IS NULL AND NOT ${tookConsentBackSql(Prisma.sql`p."id"`)}
      AND NOT EXISTS (
        SELECT 1 FROM "ReminderWish" w WHERE w."personId" = p."id" AND w."stoppedAt" IS NOT NULL
          AND w."programme" IN (${ANY_PROGRAMME}, s."waits", ${writeSubject({ kind: 'dossier', id: '' })} || a."id"))
    ORDER BY a."id" LIMIT ${limit}`;
}

/** Whether a person took back the consent by which their requests are kept: then nothing of these is reminded of. */
export async function hasTakenConsentBack(tx: Db | Tx, personId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isBack: boolean }[]>`
    SELECT ${tookConsentBackSql(Prisma.sql`p."id"`)} AS "isBack" FROM "Person" p WHERE p."id" = ${personId}::uuid`;
  return rows[0]?.isBack ?? false;
}

/** The rounds that were dealt with, of one time of asking. */
export async function listDealtWith(
  tx: Db | Tx,
  { applicationId, about }: { applicationId: string; about: string },
): Promise<Set<string>> {
  const rows = await tx.dossierReminder.findMany({ where: { applicationId, about }, select: { which: true } });
  return new Set(rows.map(({ which }) => which));
}

/** Writes down that a round was told or missed, once. */
export async function keepDossierRound(
  tx: Db | Tx,
  round: { applicationId: string; about: string; which: string; dueAt: Date; outcome: 'told' | 'missed'; now: Date },
): Promise<void> {
  const { now, ...data } = round;
  await tx.dossierReminder.createMany({ data: [{ ...data, at: now }], skipDuplicates: true });
}

/** Whether another reminder was written for the person since then: two on one day are one too many. */
export async function wasRemindedSince(
  tx: Db | Tx,
  { personId, since }: { personId: string; since: Date },
): Promise<boolean> {
  const found = await tx.delivery.findFirst({
    where: { personId, kind: 'reminder', createdAt: { gte: since }, status: { notIn: ['skipped', 'failed'] } },
    select: { id: true },
  });
  return found !== null;
}
