import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';

/** A question whose promised time has passed, with all that decides whether its person may be told so now. */
export type LateQuestion = {
  id: string;
  personId: string;
  text: string;
  promisedAt: Date;
  locale: string;
  /** How often its person was told of a broken promise before. */
  timesTold: number;
  /** Where the person wrote last, among the contacts that can be reached. */
  contactId: string | null;
  /** A message of theirs waits for its turn. */
  isUnanswered: boolean;
  /** While an officer has joined, the word is theirs. */
  officerUntil: Date | null;
};

/** Every word about a broken promise of a question has a key that begins so; the promise itself ends it. */
function lateNoticePrefix(id: string): string {
  return `late/${id}/`;
}

/** The key under which the word about one broken promise stands in the ledger, once. */
export function lateNoticeKey({ id, promisedAt }: { id: string; promisedAt: Date }): string {
  return `${lateNoticePrefix(id)}${promisedAt.getTime()}`;
}

/**
 * The promise that was broken first, when one was; otherwise the one that stands. It is read from the ledger, since a
 * broken promise is replaced by a new one. `h` is the question.
 */
export const firstPromiseSql = Prisma.sql`
  COALESCE((
    SELECT min(to_timestamp(split_part(d."key", '/', 3)::bigint / 1000.0)) FROM "Delivery" d
    WHERE d."personId" = h."personId" AND d."kind" = 'reminder' AND starts_with(d."key", 'late/' || h."id" || '/')
  ), h."promisedAt")`;

export async function findFirstPromise(db: Db | Tx, id: string): Promise<Date | null> {
  const rows = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT ${firstPromiseSql} AS "at" FROM "HumanHandoff" h WHERE h."id" = ${id}::uuid`;
  return rows[0]?.at ?? null;
}

/** Real people with a question whose promise has passed and was not spoken of yet, in the order of their ids. */
export async function listPeopleWaitingLate(
  db: Db,
  { now, afterId, limit }: { now: Date; afterId?: string; limit: number },
): Promise<string[]> {
  const after = afterId === undefined ? Prisma.empty : Prisma.sql`AND h."personId" > ${afterId}::uuid`;
  const rows = await db.$queryRaw<{ personId: string }[]>`
    SELECT DISTINCT h."personId" FROM (${lateSql(now)}) h WHERE h."contactId" IS NOT NULL ${after}
    ORDER BY h."personId" LIMIT ${limit}`;
  return rows.map(({ personId }) => personId);
}

/** Those questions of one person, the one promised earliest first. */
export async function listLateQuestions(
  db: Db | Tx,
  { personId, now }: { personId: string; now: Date },
): Promise<LateQuestion[]> {
  return await db.$queryRaw<LateQuestion[]>`
    SELECT * FROM (${lateSql(now)}) h WHERE h."personId" = ${personId}::uuid ORDER BY h."promisedAt", h."id"`;
}

/**
 * Puts a new promise in the place of one that was broken; without a new one the old stands. False when the question waits
 * no more or was promised anew: an officer who is answering at this moment is waited for.
 */
export async function renewPromise(
  tx: Tx,
  { id, from, to }: { id: string; from: Date; to: Date | undefined },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE "HumanHandoff" SET "promisedAt" = COALESCE(${to ?? null}::timestamptz, "promisedAt")
    WHERE "id" = ${id}::uuid AND "status" = 'waiting' AND "promisedAt" = ${from}`;
  return changed === 1;
}

/** Why the word about a broken promise did not leave by itself: another message told of several at once. */
const TOLD_TOGETHER = 'told-together';

/** Another question is spoken of in the same message: so that it is never spoken of again, its own word is skipped. */
export async function noteToldTogether(tx: Tx, { id, now }: { id: string; now: Date }): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Delivery" SET "status" = 'skipped', "reason" = ${TOLD_TOGETHER}, "settledAt" = ${now} WHERE "id" = ${id}::uuid`;
}

/**
 * A word about a broken promise that has not left yet leaves no more, once the question is settled; unless it speaks of
 * others too, which still wait.
 */
export async function dropLateNotices(
  tx: Tx,
  { id, personId, now }: { id: string; personId: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Delivery" d SET "status" = 'skipped', "reason" = 'settled', "settledAt" = ${now}
    WHERE d."personId" = ${personId}::uuid AND d."status" = 'waiting' AND starts_with(d."key", ${lateNoticePrefix(id)})
      AND NOT EXISTS (SELECT 1 FROM "Delivery" o
        WHERE o."personId" = d."personId" AND o."createdAt" = d."createdAt" AND o."reason" = ${TOLD_TOGETHER})`;
}

const lateSql = (now: Date): Prisma.Sql => Prisma.sql`
  SELECT h."id", h."personId", h."text", h."promisedAt", p."locale",
    (SELECT count(*)::int FROM "Delivery" d
      WHERE d."personId" = h."personId" AND d."kind" = 'reminder' AND starts_with(d."key", 'late/' || h."id" || '/')) AS "timesTold",
    (SELECT c."id" FROM "Contact" c WHERE c."personId" = p."id" AND c."state" = 'active'
      ORDER BY c."lastInboundAt" DESC NULLS LAST, c."id" LIMIT 1) AS "contactId",
    EXISTS (SELECT 1 FROM "InboundMessage" m WHERE m."personId" = p."id" AND m."handledAt" IS NULL) AS "isUnanswered",
    (SELECT o."officerUntil" FROM "Conversation" o WHERE o."personId" = p."id") AS "officerUntil"
  FROM "HumanHandoff" h JOIN "Person" p ON p."id" = h."personId"
  WHERE h."status" = 'waiting' AND h."promisedAt" <= ${now} AND NOT p."isSample" AND p."erasedAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "Delivery" t
      WHERE t."key" = 'late/' || h."id" || '/' || (extract(epoch FROM h."promisedAt") * 1000)::bigint)`;
