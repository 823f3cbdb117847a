import { atOfficeHour, toOfficeTime } from '../core/schedule/sending-hours.ts';
import type { AccountKey } from './channel-accounts.ts';
import type { Db, Tx } from './database.ts';

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

/** The platform refused for its quota after so many in the month: it is the last to have said how many there are. */
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
