import type { Db } from './database.ts';
import { notify } from './signals.ts';

/** One bot on one platform, e.g. zalo-bot and the number before the colon of its token. */
export type AccountKey = { channel: string; account: string };

export type PauseReason = 'quota-exhausted' | 'rate-limited' | 'channel-broken';

export type ChannelAccountState = AccountKey & {
  pausedUntil: Date | null;
  pauseReason: PauseReason | null;
  countedMonth: string | null;
  sentInMonth: number;
  leaseHolder: string | null;
  leaseUntil: Date | null;
  /** When the platform last said that another program polls the same bot. */
  conflictAt: Date | null;
};

/**
 * Stops all sending of an account in every process until `until`; a longer pause that stands already stays.
 * Officers' open consoles are told. Returns true when it was not paused before: the moment to raise an alarm.
 */
export async function pauseAccount(
  db: Db,
  pause: AccountKey & { until: Date; reason: PauseReason; now: Date },
): Promise<{ isNew: boolean }> {
  const { channel, account, until, reason, now } = pause;
  return await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "ChannelAccount" ("channel", "account") VALUES (${channel}, ${account}) ON CONFLICT DO NOTHING`;
    const before = await tx.$queryRaw<{ isPaused: boolean }[]>`
      SELECT COALESCE("pausedUntil" > ${now}, false) AS "isPaused" FROM "ChannelAccount"
      WHERE "channel" = ${channel} AND "account" = ${account} FOR UPDATE`;
    await tx.$executeRaw`
      UPDATE "ChannelAccount" SET "pausedUntil" = ${until}, "pauseReason" = ${reason}
      WHERE "channel" = ${channel} AND "account" = ${account} AND ("pausedUntil" IS NULL OR "pausedUntil" < ${until})`;
    const isNew = before[0]?.isPaused === false;
    if (isNew) await notify(tx, 'console', 'channel-account');
    return { isNew };
  });
}

/** Lets an account whose quota was used up try again at `until`, if it would wait longer: the operator has decided so. */
export async function shortenQuotaPause(
  db: Db,
  { channel, account, until }: AccountKey & { until: Date },
): Promise<void> {
  const changed = await db.$executeRaw`
    UPDATE "ChannelAccount" SET "pausedUntil" = ${until}
    WHERE "channel" = ${channel} AND "account" = ${account} AND "pauseReason" = 'quota-exhausted' AND "pausedUntil" > ${until}`;
  if (changed > 0) await notify(db, 'console', 'channel-account');
}

/**
 * Counts messages that the platform took; a new month (2026-11, Asia/Ho_Chi_Minh) begins at nothing. Returns the count of the month, and its limit as the office wrote it down.
 * In the same statement a reminder or an announcement gives its place in the quota back, so that whoever adds up both never
 * sees it twice or not at all.
 */
export async function countSentMessages(
  db: Db,
  {
    channel,
    account,
    month,
    count,
    deliveryId = null,
  }: AccountKey & { month: string; count: number; deliveryId?: string | null },
): Promise<{ sent: number; limit: number | undefined }> {
  const rows = await db.$queryRaw<{ sentInMonth: number; limit: number | null }[]>`
    WITH placed AS (
      UPDATE "Delivery" SET "budgetParts" = GREATEST(0, "budgetParts" - ${count}::int)
      WHERE "id" = ${deliveryId}::uuid AND "budgetParts" > 0),
    counted AS (
      SELECT CASE WHEN EXISTS (
        SELECT 1 FROM "Delivery" WHERE "id" = ${deliveryId}::uuid AND "kind" IN ('reminder', 'announcement'))
        THEN ${count}::int ELSE 0 END AS "started")
    INSERT INTO "ChannelAccount" AS a ("channel", "account", "countedMonth", "sentInMonth", "startedInMonth")
    SELECT ${channel}, ${account}, ${month}, ${count}::int, c."started" FROM counted c
    ON CONFLICT ("channel", "account") DO UPDATE SET
      "sentInMonth" = CASE WHEN a."countedMonth" = ${month} THEN a."sentInMonth" ELSE 0 END + EXCLUDED."sentInMonth",
      "startedInMonth" = CASE WHEN a."countedMonth" = ${month} THEN a."startedInMonth" ELSE 0 END + EXCLUDED."startedInMonth",
      "countedMonth" = ${month}
    RETURNING "sentInMonth", (
      SELECT q."limit" FROM "MessageQuota" q WHERE q."channel" = a."channel" AND q."account" = a."account") AS "limit"`;
  return { sent: rows[0]?.sentInMonth ?? count, limit: rows[0]?.limit ?? undefined };
}

/** How many messages the platform took in this month. */
export async function findSentInMonth(
  db: Db,
  { channel, account, month }: AccountKey & { month: string },
): Promise<number> {
  const rows = await db.$queryRaw<{ sentInMonth: number }[]>`
    SELECT "sentInMonth" FROM "ChannelAccount"
    WHERE "channel" = ${channel} AND "account" = ${account} AND "countedMonth" = ${month}`;
  return rows[0]?.sentInMonth ?? 0;
}

/**
 * Takes or keeps the sole right to ask the platform for news, until `until`. False while another holder's has not run out,
 * unless that holder is the one known to be dead.
 */
export async function takeLease(
  db: Db,
  lease: AccountKey & { holder: string; until: Date; now: Date; dead?: string },
): Promise<boolean> {
  const { channel, account, holder, until, now, dead = null } = lease;
  const taken = await db.$executeRaw`
    INSERT INTO "ChannelAccount" AS a ("channel", "account", "leaseHolder", "leaseUntil")
    VALUES (${channel}, ${account}, ${holder}, ${until})
    ON CONFLICT ("channel", "account") DO UPDATE SET "leaseHolder" = ${holder}, "leaseUntil" = ${until}
      WHERE a."leaseHolder" IS NULL OR a."leaseHolder" = ${holder} OR a."leaseHolder" = ${dead}
        OR a."leaseUntil" <= ${now}`;
  return taken === 1;
}

export async function findLeaseHolder(db: Db, { channel, account }: AccountKey): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ leaseHolder: string | null }[]>`
    SELECT "leaseHolder" FROM "ChannelAccount" WHERE "channel" = ${channel} AND "account" = ${account}`;
  return rows[0]?.leaseHolder ?? undefined;
}

/** Gives the lease back at once, so that nobody waits for its end. Nothing changes when another has it. */
export async function releaseLease(
  db: Db,
  { channel, account, holder }: AccountKey & { holder: string },
): Promise<void> {
  await db.$executeRaw`
    UPDATE "ChannelAccount" SET "leaseHolder" = NULL, "leaseUntil" = NULL
    WHERE "channel" = ${channel} AND "account" = ${account} AND "leaseHolder" = ${holder}`;
}

/** Writes down that the platform said that another program polls this bot, for who asks how things are. */
export async function markPollConflict(db: Db, { channel, account, now }: AccountKey & { now: Date }): Promise<void> {
  await db.$executeRaw`
    UPDATE "ChannelAccount" SET "conflictAt" = ${now} WHERE "channel" = ${channel} AND "account" = ${account}`;
}

/** For metrics, the console and `npm run doctor`. */
export async function listChannelAccounts(db: Db): Promise<ChannelAccountState[]> {
  return await db.$queryRaw<ChannelAccountState[]>`
    SELECT "channel", "account", "pausedUntil", "pauseReason", "countedMonth", "sentInMonth", "leaseHolder", "leaseUntil",
      "conflictAt"
    FROM "ChannelAccount" ORDER BY "channel", "account"`;
}
