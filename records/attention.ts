import { monthOf } from '../core/budget/quota-month.ts';
import type { Db } from './database.ts';

/** Of what was used of a month's quota, the share from which the office is told. */
const LOW_FROM = 0.9;
/** So long a reminder that did not arrive is worth a look. */
const LATELY_DAYS = 7;

export type ChannelTrouble = {
  channel: string;
  /** Nothing more may leave this month, nothing can leave until it is repaired, or the platform cannot be reached. */
  reason: 'quota-exhausted' | 'channel-broken' | 'cut-off';
  /** When sending is tried again; null where nobody knows. */
  until: Date | null;
};

/** What a person should look at beside questions and requests. */
export type Attention = {
  /** Announcements that wait for a second officer. */
  announcementsAsked: number;
  /** Reminders of the last seven days that surely did not arrive. */
  remindersFailed: number;
  channels: ChannelTrouble[];
  /** Accounts that have nearly used up their month; `left`: messages. */
  quotasLow: { channel: string; left: number }[];
};

export async function findAttention(db: Db, now: Date): Promise<Attention> {
  const lately = new Date(now.getTime() - LATELY_DAYS * 24 * 3_600_000);
  const [sums, channels, quotasLow] = await Promise.all([
    db.$queryRaw<Pick<Attention, 'announcementsAsked' | 'remindersFailed'>[]>`
      SELECT
        (SELECT count(*)::int FROM "Announcement"
          WHERE "confirmedAt" IS NOT NULL AND "leavesAt" IS NULL AND "stoppedAt" IS NULL) AS "announcementsAsked",
        (SELECT count(*)::int FROM "Delivery"
          WHERE "status" = 'failed' AND "kind" = 'reminder' AND "settledAt" > ${lately}) AS "remindersFailed"`,
    db.$queryRaw<ChannelTrouble[]>`
      SELECT "channel", CASE WHEN "cutOffAt" IS NULL THEN "pauseReason" ELSE 'cut-off' END AS "reason",
        CASE WHEN "pausedUntil" > ${now} THEN "pausedUntil" END AS "until"
      FROM "ChannelAccount"
      WHERE "cutOffAt" IS NOT NULL
        OR ("pausedUntil" > ${now} AND "pauseReason" IN ('quota-exhausted', 'channel-broken'))
      ORDER BY "channel", "account"`,
    db.$queryRaw<Attention['quotasLow']>`
      SELECT q."channel", GREATEST(0, q."limit" - a."sentInMonth") AS "left"
      FROM "MessageQuota" q JOIN "ChannelAccount" a
        ON a."channel" = q."channel" AND a."account" = q."account" AND a."countedMonth" = ${monthOf(now)}
      WHERE a."sentInMonth" >= q."limit" * ${LOW_FROM}::float8
      ORDER BY q."channel", q."account"`,
  ]);
  return { announcementsAsked: 0, remindersFailed: 0, ...sums[0], channels, quotasLow };
}
