import { type Condition, conditionSchema } from '../core/audience/condition.ts';
import type { Spent } from '../core/budget/quota.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { AccountKey } from './channel-accounts.ts';
import type { Db, Tx } from './database.ts';
import type { DeliveryContent, DeliveryKind } from './deliveries.ts';

/** Whether a message takes of what the reserve leaves: the office or the assistant began, not the person. */
export function isStarted(kind: DeliveryKind): boolean {
  return kind === 'reminder' || kind === 'announcement';
}

/** An account's quota with what the month has had of it and what has a place in it. */
export type QuotaPlaces = Spent & {
  limit: number;
  reserve: number | null;
  /** Places, in messages of the platform, of messages that are being sent; `except` not counted. */
  leaving: number;
  /** The same of messages that wait. */
  waiting: number;
};

type Asked = AccountKey & { month: string; except?: string };

/**
 * Takes an account's quota for this transaction: places are given by one process at a time, and who comes second sees what
 * the first gave. Undefined where there is no quota.
 */
export async function holdQuota(tx: Tx, asked: Asked): Promise<QuotaPlaces | undefined> {
  const { channel, account } = asked;
  await tx.$executeRaw`
    SELECT 1 FROM "MessageQuota" WHERE "channel" = ${channel} AND "account" = ${account} FOR UPDATE`;
  // Read only now: before, another process may have given places.
  return await readPlaces(tx, asked);
}

/** In one statement: what leaves meanwhile goes from a place to the count in one too. */
export async function readPlaces(
  db: Db | Tx,
  { channel, account, month, except }: Asked,
): Promise<QuotaPlaces | undefined> {
  const rows = await db.$queryRaw<QuotaPlaces[]>`
    SELECT q."limit", q."reserve", COALESCE(a."sentInMonth", 0) AS "sent", COALESCE(a."startedInMonth", 0) AS "started",
      p."leaving", p."waiting"
    FROM "MessageQuota" q
    LEFT JOIN "ChannelAccount" a
      ON a."channel" = q."channel" AND a."account" = q."account" AND a."countedMonth" = ${month}
    CROSS JOIN LATERAL (
      SELECT COALESCE(sum(d."budgetParts") FILTER (WHERE d."status" = 'waiting'), 0)::int AS "waiting",
        COALESCE(sum(d."budgetParts") FILTER (
          WHERE d."status" = 'sending' AND d."id" IS DISTINCT FROM ${except ?? null}::uuid), 0)::int AS "leaving"
      FROM "Delivery" d JOIN "Contact" c ON c."id" = d."contactId"
      WHERE d."budgetMonth" = ${month} AND d."status" IN ('waiting', 'sending')
        AND c."channel" = q."channel" AND c."account" = q."account") p
    WHERE q."channel" = ${channel} AND q."account" = ${account}`;
  return rows[0];
}

/** When something that the office or the assistant started last reached this person (an SQL expression); NULL for never. */
export const lastReachedSql = (personId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT max(o."settledAt") FROM "Delivery" o
  WHERE o."personId" = ${personId} AND o."kind" IN ('reminder', 'announcement') AND o."status" = 'sent')`;

/** A message that waits for its place, or has one. */
export type WaitingStarted = {
  id: string;
  key: string;
  kind: DeliveryKind;
  personId: string;
  status: 'waiting' | 'sending';
  notBefore: Date;
  notAfter: Date | null;
  partsSent: number;
  content: DeliveryContent;
  windowId: string | null;
  /** Of an announcement: its topic, and whom it is for. */
  topic: string | null;
  audience: Condition | null;
  /** When something that the office or the assistant started last reached its person. */
  reachedAt: Date | null;
};

/**
 * Reminders and announcements that wait on an account and may leave before `until`, with or without a place, and the one
 * that was claimed. Not of an announcement whose messages are not all written down, that is paused or stopped. Those that
 * another transaction has in hand are passed over, so that nobody waits for anybody while the quota is held; who only looks
 * (`isLook`) sees them too.
 */
export async function listWaitingStarted(
  tx: Db | Tx,
  {
    channel,
    account,
    claimed = null,
    until,
    isLook = false,
  }: AccountKey & { claimed?: string | null; until: Date; isLook?: boolean },
): Promise<WaitingStarted[]> {
  const rows = await tx.$queryRaw<(Omit<WaitingStarted, 'audience'> & { audience: unknown })[]>`
    SELECT d."id", d."key", d."kind", d."personId", d."status", d."notBefore", d."notAfter", d."partsSent", d."content", d."windowId",
      n."topic", n."audience", ${lastReachedSql(Prisma.sql`d."personId"`)} AS "reachedAt"
    FROM "Delivery" d JOIN "Contact" c ON c."id" = d."contactId" LEFT JOIN "Announcement" n ON n."id" = d."announcementId"
    WHERE c."channel" = ${channel} AND c."account" = ${account} AND d."kind" IN ('reminder', 'announcement')
      AND (d."status" = 'waiting' OR (d."id" = ${claimed}::uuid AND d."status" = 'sending')) AND d."notBefore" < ${until}
      AND (d."announcementId" IS NULL OR (n."plannedAt" IS NOT NULL AND n."pausedAt" IS NULL AND n."stoppedAt" IS NULL))
    ORDER BY d."id" ${isLook ? Prisma.empty : Prisma.sql`FOR UPDATE OF d SKIP LOCKED`}`;
  return rows.map((row) => ({
    ...row,
    audience: row.audience === null ? null : conditionSchema.parse(row.audience),
  }));
}

/** Accounts with a quota on which something is due that has no place in it yet. */
export async function listAccountsWithoutPlaces(
  db: Db,
  { month, now }: { month: string; now: Date },
): Promise<AccountKey[]> {
  return await db.$queryRaw<AccountKey[]>`
    SELECT q."channel", q."account" FROM "MessageQuota" q
    WHERE EXISTS (
      SELECT 1 FROM "Delivery" d JOIN "Contact" c ON c."id" = d."contactId"
      WHERE d."status" = 'waiting' AND d."notBefore" <= ${now} AND d."kind" IN ('reminder', 'announcement')
        AND d."budgetMonth" IS DISTINCT FROM ${month} AND c."channel" = q."channel" AND c."account" = q."account")`;
}

/** Gives these messages their places in the month; those of `without` have none any more. The caller holds the quota. */
export async function givePlaces(
  tx: Tx,
  { month, places, without }: { month: string; places: { id: string; parts: number }[]; without: string[] },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Delivery" d SET "budgetMonth" = ${month}, "budgetParts" = g."parts"
    FROM unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ parts }) => parts)}::int[]) AS g("id", "parts")
    WHERE d."id" = g."id" AND (d."budgetMonth" IS DISTINCT FROM ${month} OR d."budgetParts" IS DISTINCT FROM g."parts")`;
  await tx.$executeRaw`
    UPDATE "Delivery" SET "budgetMonth" = NULL, "budgetParts" = NULL
    WHERE "id" = ANY(${without}::uuid[]) AND "budgetMonth" IS NOT NULL`;
}

/** Why a message did not leave: the month had no room for it. */
export const NO_ROOM = 'budget';

/** Those for whom there is no room: skipped, or waiting for the next month. The caller holds the quota and their rows. */
export async function settleShort(
  tx: Tx,
  { skipped, waiting, until, now }: { skipped: string[]; waiting: string[]; until: Date; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Delivery" SET "status" = 'skipped', "reason" = ${NO_ROOM}, "settledAt" = ${now}
    WHERE "id" = ANY(${skipped}::uuid[]) AND "status" = 'waiting'`;
  await tx.$executeRaw`
    UPDATE "Delivery" SET "notBefore" = ${until}, "reason" = ${NO_ROOM}
    WHERE "id" = ANY(${waiting}::uuid[]) AND "status" = 'waiting'`;
}
