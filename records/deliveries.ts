import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
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
  const rows = await tx.$queryRaw<{ seq: number }[]>(addDeliverySql(delivery));
  if (rows[0] !== undefined && delivery.kind !== 'reply') await notify(tx, 'delivery', delivery.contactId);
  return rows[0];
}

/** Writes the row, unless its key is there already, and reads its `seq`. */
export const addDeliverySql = (delivery: NewDelivery): Prisma.Sql => Prisma.sql`
  INSERT INTO "Delivery" ("id", "key", "personId", "contactId", "kind", "content", "notBefore", "notAfter", "createdAt", "authorId",
                          "windowId", "windowVersion", "announcementId")
  VALUES (${delivery.id}::uuid, ${delivery.key}, ${delivery.personId}::uuid, ${delivery.contactId}::uuid, ${delivery.kind},
          ${JSON.stringify(delivery.content)}::jsonb, ${delivery.notBefore}, ${delivery.notAfter ?? null}, ${delivery.now}, ${delivery.authorId ?? null},
          ${delivery.windowId ?? null}::uuid, ${delivery.windowVersion ?? null}::int, ${delivery.announcementId ?? null}::uuid)
  ON CONFLICT ("key") DO NOTHING
  RETURNING "seq"`;

/** Where a message stands now; undefined when it is there no more. */
export async function findDeliveryStatus(tx: Db | Tx, id: string): Promise<DeliveryStatus | undefined> {
  const rows = await tx.$queryRaw<{ status: DeliveryStatus }[]>`
    SELECT "status" FROM "Delivery" WHERE "id" = ${id}::uuid`;
  return rows[0]?.status;
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
