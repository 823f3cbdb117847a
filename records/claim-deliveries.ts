import { Prisma } from '../generated/prisma/client.ts';
import type { AccountKey } from './channel-accounts.ts';
import { type Db, PLANNED_ONCE, type Tx } from './database.ts';
import type { DeliveryContent, DeliveryKind } from './deliveries.ts';
import { getsNewsSql } from './follows.ts';
import { isUniqueViolation } from './unique-violation.ts';

export type ClaimedDelivery = {
  seq: number;
  id: string;
  kind: DeliveryKind;
  content: DeliveryContent;
  attempts: number;
  partsSent: number;
  notAfter: Date | null;
  personId: string;
  contactId: string;
  channel: string;
  account: string;
  address: string;
  contactState: string;
  personErasedAt: Date | null;
  personIsSample: boolean;
  /** News of the topic of its announcement; of what is none, the centre's news. */
  personWantsNews: boolean;
  windowId: string | null;
  windowVersion: number | null;
  announcementId: string | null;
  /** Since when nothing more of its announcement leaves. */
  announcementStoppedAt: Date | null;
  /** Its person has an earlier message of the same announcement, on another channel. */
  isAnnouncedElsewhere: boolean;
  /** What it says of a course holds no longer. */
  isCourseNewer: boolean;
  /** Its account has a quota. */
  isRationed: boolean;
  /** The month in whose quota it has a place. */
  budgetMonth: string | null;
};

/** What people wait for, and what the office or the assistant began. */
export const TALK: readonly DeliveryKind[] = ['reply', 'officer'];

/** True where a message belongs to an announcement that an officer has paused. */
const isPausedSql = (delivery: Prisma.Sql): Prisma.Sql => Prisma.sql`COALESCE(${delivery}."announcementId" = ANY(ARRAY(
  SELECT n."id" FROM "Announcement" n WHERE n."pausedAt" IS NOT NULL)), FALSE)`;

/** An earlier message whose next attempt is waited for holds up what comes after it, but no reply waits for what the assistant began. */
const waitsForRetrySql = Prisma.sql`o."status" = 'waiting' AND o."attempts" > 0 AND o."seq" < w."seq"
  AND (o."kind" IN ('reply', 'officer') OR w."kind" NOT IN ('reply', 'officer')) AND NOT ${isPausedSql(Prisma.raw('o'))}`;

/** Writes `sending` on the messages of `chosen`, as far as they still wait, and reads what has to be known to send them. */
const claimSql = (chosen: Prisma.Sql, now: Date): Prisma.Sql => Prisma.sql`${PLANNED_ONCE}
  UPDATE "Delivery" d SET "status" = 'sending', "attempts" = d."attempts" + 1,
    "claimedAt" = GREATEST(${now}::timestamptz, (
      SELECT l."claimedAt" FROM "Delivery" l
      WHERE l."contactId" = d."contactId" AND l."claimedAt" IS NOT NULL ORDER BY l."seq" DESC LIMIT 1))
  FROM "Contact" c, "Person" p
  WHERE d."id" = ANY(ARRAY(${chosen}))
    AND d."status" = 'waiting' AND d."notBefore" <= ${now} AND c."id" = d."contactId" AND p."id" = d."personId"
    AND NOT EXISTS (
      SELECT 1 FROM "ChannelAccount" a
      WHERE a."channel" = c."channel" AND a."account" = c."account" AND a."pausedUntil" > ${now})
  RETURNING d."seq", d."id", d."kind", d."content", d."attempts", d."partsSent", d."notAfter", d."personId", d."contactId",
    d."windowId", d."windowVersion", d."announcementId", d."budgetMonth",
    EXISTS (SELECT 1 FROM "MessageQuota" q WHERE q."channel" = c."channel" AND q."account" = c."account") AS "isRationed",
    (SELECT n."stoppedAt" FROM "Announcement" n WHERE n."id" = d."announcementId") AS "announcementStoppedAt",
    d."announcementId" IS NOT NULL AND EXISTS (
      SELECT 1 FROM "Delivery" t WHERE t."personId" = d."personId" AND t."announcementId" IS NOT DISTINCT FROM d."announcementId"
        AND t."seq" < d."seq" AND t."status" NOT IN ('skipped', 'failed')) AS "isAnnouncedElsewhere",
    d."courseId" IS NOT NULL AND EXISTS (
      SELECT 1 FROM "Course" k WHERE k."id" = d."courseId" AND k."version" <> d."courseVersion") AS "isCourseNewer",
    c."channel", c."account", c."address", c."state" AS "contactState",
    p."erasedAt" AS "personErasedAt", p."isSample" AS "personIsSample", COALESCE((
      SELECT ${getsNewsSql(Prisma.raw('n."topic"'))} FROM "Announcement" n WHERE n."id" = d."announcementId"),
      p."wantsNews") AS "personWantsNews"`;

/**
 * Claims the next message that may leave to one contact, by writing `sending` on it. Undefined when there is none.
 * A contact's messages leave in the order in which they were written: nothing leaves while one is being sent
 * or while an earlier one waits for its next attempt. What is planned for later does not hold up the rest, and what the
 * assistant started by itself holds up no reply.
 * The instants of claims follow that order even when two processes' clocks are some milliseconds apart, since a history
 * is shown by them.
 * Nothing leaves through an account that is paused, nor of an announcement that is, and what is paused holds up nothing.
 * The choice is made without a lock: one that had to wait for another process's claim would go on to the next message, which
 * as far as it can see nothing holds up. So it is looked at again when it is written, and who came second leaves with nothing;
 * the first goes on with the rest.
 */
export async function claimNextDelivery(
  db: Pick<Db, '$queryRaw'>,
  { contactId, now }: { contactId: string; now: Date },
): Promise<ClaimedDelivery | undefined> {
  const next = Prisma.sql`
    SELECT w."id" FROM "Delivery" w
    WHERE w."contactId" = ${contactId}::uuid AND w."status" = 'waiting' AND w."notBefore" <= ${now}
      AND NOT ${isPausedSql(Prisma.raw('w'))}
      AND NOT EXISTS (
        SELECT 1 FROM "Delivery" o
        WHERE o."contactId" = w."contactId" AND (o."status" = 'sending' OR (${waitsForRetrySql})))
    ORDER BY w."seq" LIMIT 1`;
  const [claimed] = await claimUnlessSending(db, claimSql(next, now));
  return claimed;
}

/**
 * Claims the next messages that may leave through one account, to as many contacts and at most `limit`, those of the first
 * of `kinds` first and of each those due longest first, in one statement. Of one contact the order is kept as above, but that
 * a reply waits for no news.
 * `chatPace`: not to chats that had their burst a moment ago.
 */
export async function claimDueDeliveries(
  db: Db | Tx,
  options: AccountKey & {
    /** What stands together is as urgent. */
    kinds: readonly (readonly DeliveryKind[])[];
    limit: number;
    now: Date;
    /** How long before its whole burst is free again a chat may have one message, and what only a clock set back could write. */
    chatPace?: { earlyMs: number; farMs: number };
  },
): Promise<ClaimedDelivery[]> {
  const { kinds, limit, now } = options;
  if (limit <= 0 || kinds.length === 0) return [];
  const each = kinds.map((together) => Prisma.sql`SELECT n."id" FROM (${nextSql({ ...options, kinds: together })}) n`);
  return await claimUnlessSending(db, claimSql(Prisma.sql`${Prisma.join(each, ' UNION ALL ')} LIMIT ${limit}`, now));
}

/**
 * What may leave is read in the order of the index until there is enough, however much waits: OFFSET 0 keeps what is looked up
 * for each message from being joined, which would read and sort all that waits.
 */
function nextSql(
  options: Omit<Parameters<typeof claimDueDeliveries>[1], 'kinds'> & { kinds: readonly DeliveryKind[] },
) {
  const { channel, account, kinds, limit, now, chatPace } = options;
  const paced =
    chatPace === undefined
      ? Prisma.sql`TRUE`
      : Prisma.sql`NOT EXISTS (SELECT 1 FROM "Contact" h WHERE h."id" = w."contactId"
          AND h."pacedUntil" > ${new Date(now.getTime() + chatPace.earlyMs)} AND h."pacedUntil" <= ${new Date(now.getTime() + chatPace.farMs)} OFFSET 0)`;
  // One kind is read in the order of the index; several are few.
  const isOne = kinds.length === 1;
  const ofKinds = isOne ? Prisma.sql`w."kind" = ${kinds[0]}` : Prisma.sql`w."kind" = ANY(${[...kinds]})`;
  return Prisma.sql`
    SELECT w."id" FROM "Delivery" w
    WHERE w."channel" = ${channel} AND w."account" = ${account} AND ${ofKinds}
      AND w."status" = 'waiting' AND w."notBefore" <= ${now} AND NOT ${isPausedSql(Prisma.raw('w'))} AND ${paced}
      AND NOT EXISTS (
        SELECT 1 FROM "Delivery" o
        WHERE o."contactId" = w."contactId" AND (o."status" = 'sending' OR (${waitsForRetrySql})
          OR (o."status" = 'waiting' AND o."seq" < w."seq" AND o."notBefore" <= ${now}
            AND (o."kind" IN ('reply', 'officer') OR w."kind" NOT IN ('reply', 'officer'))
            AND NOT ${isPausedSql(Prisma.raw('o'))})) OFFSET 0)
    ORDER BY w."notBefore", w."seq" LIMIT ${limit} FOR UPDATE OF w SKIP LOCKED`;
}

/**
 * A contact has one message on its way at a time, says an index: of two that claim for it at the same moment the second gets
 * nothing, and what waits is taken up by whoever ends the first.
 */
async function claimUnlessSending(db: Pick<Db, '$queryRaw'>, claim: Prisma.Sql): Promise<ClaimedDelivery[]> {
  try {
    return await db.$queryRaw<ClaimedDelivery[]>(claim);
  } catch (error) {
    if (isUniqueViolation(error)) return [];
    throw error;
  }
}

/** Contacts of an account to whom something is due that they wait for, those waiting longest first; none of a paused account. */
export async function findContactsDue(
  db: Db,
  { channel, account, now, limit }: AccountKey & { now: Date; limit: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ contactId: string }[]>`
    SELECT d."contactId" FROM "Delivery" d
    WHERE d."status" = 'waiting' AND d."notBefore" <= ${now} AND d."channel" = ${channel} AND d."account" = ${account}
      AND d."kind" = ANY(${[...TALK]}) AND NOT EXISTS (
        SELECT 1 FROM "ChannelAccount" a
        WHERE a."channel" = ${channel} AND a."account" = ${account} AND a."pausedUntil" > ${now})
    GROUP BY d."contactId" ORDER BY min(d."notBefore") LIMIT ${limit}`;
  return rows.map((row) => row.contactId);
}

/** When something that waits on an account may leave next, after `now` and before `until`; undefined for nothing. */
export async function findNextDue(
  db: Db | Tx,
  { channel, account, now, until }: AccountKey & { now: Date; until: Date },
): Promise<Date | undefined> {
  const rows = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT min("notBefore") AS "at" FROM "Delivery"
    WHERE "status" = 'waiting' AND "channel" = ${channel} AND "account" = ${account}
      AND "kind" IN ('reply', 'officer', 'reminder', 'announcement') AND "notBefore" > ${now} AND "notBefore" <= ${until}`;
  return rows[0]?.at ?? undefined;
}
