import { type QuotaCertainty, type QuotaContent, suggestReserve } from '../core/budget/quota.ts';
import { daysInMonth, monthOf } from '../core/budget/quota-month.ts';
import { atOfficeHour, toOfficeTime } from '../core/schedule/sending-hours.ts';
import type { AccountKey } from './channel-accounts.ts';
import type { Db, Tx } from './database.ts';

/** How many messages an account may send in a calendar month, as the office knows it. */
export type MessageQuota = AccountKey & {
  limit: number;
  /** Kept for replies; null: as the busiest weeks suggest. */
  reserve: number | null;
  certainty: QuotaCertainty;
  /** The day (ISO) on which an officer last looked it up. */
  checkedOn: string | null;
  /** The officer; null where nobody has looked. */
  checkedBy: string | null;
  keptAt: Date;
  /** How many were sent in the month when the platform last refused for its quota, and when. */
  refusedSent: number | null;
  refusedAt: Date | null;
};

/** An account's quota with what the month has had of it. */
export type QuotaNow = MessageQuota & {
  /** What is kept for replies: as an administrator settled it, or else as suggested. */
  kept: number;
  suggested: number;
  sent: number;
  /** Of these, reminders and announcements. */
  started: number;
};

/** So many whole weeks before this month are looked at for the busiest. They stay the same all month, and so does what they suggest. */
const WEEKS = 8;

/**
 * The limit as the machine's settings say it is an account's first quota. What an administrator wrote down stands against
 * other settings.
 */
export async function keepFirstQuota(
  db: Db,
  { channel, account, limit, now }: AccountKey & { limit: number; now: Date },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "MessageQuota" AS q ("channel", "account", "limit", "certainty", "keptAt")
    VALUES (${channel}, ${account}, ${limit}, 'secondary', ${now})
    ON CONFLICT ("channel", "account") DO UPDATE SET "limit" = ${limit}, "keptAt" = ${now}
      WHERE q."keptById" IS NULL AND q."limit" <> ${limit}`;
}

/** What an administrator writes down of a quota. False when the account has none. */
export async function keepQuota(
  tx: Tx,
  { channel, account, officerId, now, ...content }: AccountKey & QuotaContent & { officerId: string; now: Date },
): Promise<boolean> {
  const kept = { ...content, checkedById: officerId, keptById: officerId, keptAt: now };
  const { count } = await tx.messageQuota.updateMany({ where: { channel, account }, data: kept });
  return count === 1;
}

/** The platform refused for its quota after so many in the month: officers see it beside the limit. */
export async function noteQuotaRefusal(
  db: Db,
  { channel, account, sent, now }: AccountKey & { sent: number; now: Date },
): Promise<void> {
  await db.messageQuota.updateMany({
    where: { channel, account },
    data: { refusedSent: sent, refusedAt: now },
  });
}

/** The limit that counts for an account; undefined where it has no quota. */
export async function findQuotaLimit(db: Db | Tx, { channel, account }: AccountKey): Promise<number | undefined> {
  const found = await db.messageQuota.findUnique({
    where: { channel_account: { channel, account } },
    select: { limit: true },
  });
  return found?.limit;
}

/** The accounts that have a quota, with what this month has had of it. */
export async function listQuotas(db: Db | Tx, now: Date): Promise<QuotaNow[]> {
  const month = monthOf(now);
  const rows = await db.$queryRaw<(MessageQuota & { sent: number; started: number })[]>`
    SELECT q."channel", q."account", q."limit", q."reserve", q."certainty", q."checkedOn", u."name" AS "checkedBy",
      q."keptAt", q."refusedSent", q."refusedAt",
      COALESCE(a."sentInMonth", 0) AS "sent", COALESCE(a."startedInMonth", 0) AS "started"
    FROM "MessageQuota" q
    LEFT JOIN "User" u ON u."id" = q."checkedById"
    LEFT JOIN "ChannelAccount" a ON a."channel" = q."channel" AND a."account" = q."account" AND a."countedMonth" = ${month}
    ORDER BY q."channel", q."account"`;
  return await Promise.all(
    rows.map(async (row) => {
      const repliesByWeek = await countRepliesByWeek(db, { ...row, now });
      const suggested = suggestReserve({ repliesByWeek, limit: row.limit, days: daysInMonth(now) });
      return { ...row, suggested, kept: row.reserve ?? suggested };
    }),
  );
}

/** Messages that answered people in each of the weeks before this month, in messages of the platform. */
export async function countRepliesByWeek(
  db: Db | Tx,
  { channel, account, now }: AccountKey & { now: Date },
): Promise<number[]> {
  const end = atOfficeHour(toOfficeTime(now).with({ day: 1 }).toPlainDate(), 0);
  const start = new Date(end.getTime() - WEEKS * 7 * 24 * 3_600_000);
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT sum(GREATEST(1, d."partsSent"))::int AS "count"
    FROM "Delivery" d JOIN "Contact" c ON c."id" = d."contactId"
    WHERE d."kind" IN ('reply', 'officer') AND d."status" = 'sent' AND d."settledAt" >= ${start} AND d."settledAt" < ${end}
      AND c."channel" = ${channel} AND c."account" = ${account}
    GROUP BY floor(extract(epoch FROM d."settledAt" - ${start}::timestamptz) / 604800)`;
  return rows.map(({ count }) => count);
}
