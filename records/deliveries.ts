import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { getsNewsSql } from './follows.ts';
import { notify } from './signals.ts';

export type DeliveryKind = 'reply' | 'officer' | 'reminder' | 'announcement';
export type DeliveryStatus = 'waiting' | 'sending' | 'sent' | 'failed' | 'skipped' | 'ambiguous';
/** A picture that goes with a message. */
export type DeliveryPicture = {
  id: string;
  /** Where it is on our own pages, e.g. /anh/….jpg. */
  path: string;
  /** The same for everybody on the Internet; absent where this copy has no public address. */
  address?: string;
  /** What it shows, for who cannot see it. */
  alt: string;
  /** The same as a line of a message that goes without it. */
  inWords: string;
  width: number;
  height: number;
};
export type DeliveryContent = {
  text: string;
  picture?: DeliveryPicture;
  choices: { key: string; label: string }[];
  /** What a button says that shares the person's own phone number, for channels that have such a button. */
  contactButton?: string;
  /**
   * An earlier message may have left that button on the screen, and now it goes. The words are for a channel that needs a
   * message of its own to take it away.
   */
  endsContactButton?: string;
};

export type NewDelivery = {
  id: string;
  /** Makes its repetition impossible, e.g. reply/<inbound id> or reminder/<id>/v<version>/<contact id>. */
  key: string;
  personId: string;
  contactId: string;
  kind: DeliveryKind;
  content: DeliveryContent;
  notBefore: Date;
  /** After this instant it no longer helps and is skipped. */
  notAfter?: Date;
  now: Date;
  /** The officer who wrote it. */
  authorId?: string;
  /** For a reminder of an application window: which one, and which version of its dates it tells. */
  windowId?: string;
  windowVersion?: number;
  announcementId?: string;
};

/**
 * Puts a message into the ledger. Undefined when its key is there already: nothing is changed then.
 * Replies are sent by the process whose turn wrote them; for the others the senders are woken at commit.
 */
export async function addDelivery(tx: Db | Tx, delivery: NewDelivery): Promise<{ seq: number } | undefined> {
  const rows = await tx.$queryRaw<{ seq: number }[]>`
    INSERT INTO "Delivery" ("id", "key", "personId", "contactId", "kind", "content", "notBefore", "notAfter", "createdAt", "authorId",
                            "windowId", "windowVersion", "announcementId")
    VALUES (${delivery.id}::uuid, ${delivery.key}, ${delivery.personId}::uuid, ${delivery.contactId}::uuid, ${delivery.kind},
            ${JSON.stringify(delivery.content)}::jsonb, ${delivery.notBefore}, ${delivery.notAfter ?? null}, ${delivery.now}, ${delivery.authorId ?? null},
            ${delivery.windowId ?? null}::uuid, ${delivery.windowVersion ?? null}::int, ${delivery.announcementId ?? null}::uuid)
    ON CONFLICT ("key") DO NOTHING
    RETURNING "seq"`;
  if (rows[0] !== undefined && delivery.kind !== 'reply') await notify(tx, 'delivery', delivery.contactId);
  return rows[0];
}

/** Where a message stands now; undefined when it is there no more. */
export async function findDeliveryStatus(tx: Db | Tx, id: string): Promise<DeliveryStatus | undefined> {
  const rows = await tx.$queryRaw<{ status: DeliveryStatus }[]>`
    SELECT "status" FROM "Delivery" WHERE "id" = ${id}::uuid`;
  return rows[0]?.status;
}

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

/** True where a message belongs to an announcement that an officer has paused. */
const isPausedSql = (delivery: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "Announcement" n WHERE n."id" = ${delivery}."announcementId" AND n."pausedAt" IS NOT NULL)`;

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
  const rows = await db.$queryRaw<ClaimedDelivery[]>`
    UPDATE "Delivery" d SET "status" = 'sending', "attempts" = d."attempts" + 1,
      "claimedAt" = GREATEST(${now}::timestamptz, (
        SELECT l."claimedAt" FROM "Delivery" l
        WHERE l."contactId" = ${contactId}::uuid AND l."claimedAt" IS NOT NULL ORDER BY l."seq" DESC LIMIT 1))
    FROM "Contact" c, "Person" p
    WHERE d."id" = (
        SELECT w."id" FROM "Delivery" w
        WHERE w."contactId" = ${contactId}::uuid AND w."status" = 'waiting' AND w."notBefore" <= ${now}
          AND NOT ${isPausedSql(Prisma.raw('w'))}
          AND NOT EXISTS (
            SELECT 1 FROM "Delivery" o
            WHERE o."contactId" = w."contactId"
              AND (o."status" = 'sending' OR (o."status" = 'waiting' AND o."attempts" > 0 AND o."seq" < w."seq"
                AND (o."kind" IN ('reply', 'officer') OR w."kind" NOT IN ('reply', 'officer'))
                AND NOT ${isPausedSql(Prisma.raw('o'))})))
        ORDER BY w."seq" LIMIT 1)
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
  return rows[0];
}

/** Ends a claim. Only the holder of the claim (the same attempt) can end it; otherwise nothing changes and it is false. */
export async function settleDelivery(
  db: Db,
  end: {
    id: string;
    attempts: number;
    status: Exclude<DeliveryStatus, 'sending'>;
    now: Date;
    reason?: string;
    providerMessageId?: string;
    partsSent?: number;
    /** For `waiting`: when to try again. */
    notBefore?: Date;
  },
): Promise<boolean> {
  const settledAt = end.status === 'waiting' ? null : end.now;
  const changed = await db.$executeRaw`
    UPDATE "Delivery"
    SET "status" = ${end.status}, "settledAt" = ${settledAt}, "reason" = ${end.reason ?? null},
        "providerMessageId" = ${end.providerMessageId ?? null},
        "partsSent" = COALESCE(${end.partsSent ?? null}::int, "partsSent"), "notBefore" = COALESCE(${end.notBefore ?? null}::timestamptz, "notBefore")
    WHERE "id" = ${end.id}::uuid AND "status" = 'sending' AND "attempts" = ${end.attempts}`;
  return changed === 1;
}

/**
 * Contacts of these channels that have something due, those waiting longest first; not those of paused accounts.
 * Announcements are asked for by themselves, so that nothing else waits behind them; `except`: who was found before.
 */
export async function findContactsDue(
  db: Db,
  due: { what: 'announcements' | 'all-else'; now: Date; limit: number; channels: string[]; except?: string[] },
): Promise<string[]> {
  const { what, now, limit, channels, except = [] } = due;
  const from = Prisma.sql`
    FROM "Delivery" d JOIN "Contact" c ON c."id" = d."contactId"
    WHERE d."status" = 'waiting' AND d."notBefore" <= ${now} AND c."channel" = ANY(${channels})
      AND (d."kind" = 'announcement') = ${what === 'announcements'} AND d."contactId" <> ALL(${except}::uuid[])
      AND NOT EXISTS (
        SELECT 1 FROM "ChannelAccount" a
        WHERE a."channel" = c."channel" AND a."account" = c."account" AND a."pausedUntil" > ${now})`;
  // Of an announcement a whole province may be due: the index alone says which are next.
  const rows =
    what === 'announcements'
      ? await db.$queryRaw<{ contactId: string }[]>`
          SELECT d."contactId" ${from}
            AND d."announcementId" <> ALL(ARRAY(SELECT n."id" FROM "Announcement" n WHERE n."pausedAt" IS NOT NULL))
          ORDER BY d."notBefore" LIMIT ${limit}`
      : await db.$queryRaw<{ contactId: string }[]>`
          SELECT d."contactId" ${from} GROUP BY d."contactId" ORDER BY min(d."notBefore") LIMIT ${limit}`;
  return [...new Set(rows.map((row) => row.contactId))];
}

/**
 * Sends that a crash cut off: claimed long ago and never settled. On a channel where repeating does no harm
 * they wait again; elsewhere nobody can know whether they arrived, and they are `ambiguous`.
 */
export async function recoverStuckDeliveries(
  db: Db,
  options: { now: Date; claimedBefore: Date; repeatable: { channels: string[]; claimedBefore: Date } },
): Promise<number> {
  const { now, claimedBefore, repeatable } = options;
  const again = await db.$executeRaw`
    UPDATE "Delivery" d SET "status" = 'waiting', "reason" = 'interrupted' FROM "Contact" c
    WHERE c."id" = d."contactId" AND d."status" = 'sending'
      AND c."channel" = ANY(${repeatable.channels}) AND d."claimedAt" < ${repeatable.claimedBefore}`;
  const unknown = await db.$executeRaw`
    UPDATE "Delivery" d SET "status" = 'ambiguous', "reason" = 'interrupted', "settledAt" = ${now} FROM "Contact" c
    WHERE c."id" = d."contactId" AND d."status" = 'sending'
      AND c."channel" <> ALL(${repeatable.channels}) AND d."claimedAt" < ${claimedBefore}`;
  return again + unknown;
}

/** A reply that stayed ambiguous is sent once more, unless the person has written since. Others never are. */
export async function resendAmbiguousReplies(
  db: Db,
  { settledBefore, now }: { settledBefore: Date; now: Date },
): Promise<number> {
  return await db.$executeRaw`
    UPDATE "Delivery" d SET "status" = 'waiting', "resentAt" = ${now}, "settledAt" = NULL
    FROM "Contact" c
    WHERE c."id" = d."contactId" AND d."kind" = 'reply' AND d."status" = 'ambiguous' AND d."resentAt" IS NULL
      AND d."settledAt" <= ${settledBefore} AND (c."lastInboundAt" IS NULL OR c."lastInboundAt" <= d."claimedAt")`;
}
