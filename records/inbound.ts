import type { Db, Tx } from './database.ts';

/** A photo that is not there to be seen: it could not be fetched or opened, or the person can do something about it. */
export type UnreadPhoto = 'photo-unread' | 'photo-too-large' | 'photo-wrong-type' | 'photo-no-room';
export type InboundKind = 'text' | 'choice' | 'photo' | UnreadPhoto | 'sticker' | 'voice' | 'unsupported';

export type NewInbound = {
  id: string;
  channel: string;
  account: string;
  /** The platform's id of the chat. */
  address: string;
  platformMessageId: string;
  kind: InboundKind;
  text?: string;
  choiceKey?: string;
  fileIds?: string[];
  receivedAt: Date;
};

export type JournalEntry = { contactId: string; personId: string; repeated: boolean };

/** Sets these locks apart from other advisory locks of the database. */
const JOURNAL_LOCK = 7_301;

/**
 * Writes a message of a known contact into the journal; a repeat of the platform changes nothing.
 * Undefined when the contact is not known: make it with `createContact` and write again.
 *
 * One contact's messages are written down one at a time, so that the order of their numbers is the order in which they
 * become visible: otherwise a later one could be answered before an earlier one that was still being committed.
 * The foreign key to Person takes FOR KEY SHARE, which a running turn's FOR NO KEY UPDATE lets pass:
 * writing down never waits for a lane.
 */
export async function journalInbound(db: Db, message: NewInbound): Promise<JournalEntry | undefined> {
  const rows = await db.$queryRaw<JournalEntry[]>`
    WITH contact AS (
      SELECT "id", "personId", pg_advisory_xact_lock(${JOURNAL_LOCK}::int, hashtext("id"::text)) FROM "Contact"
      WHERE "channel" = ${message.channel} AND "account" = ${message.account} AND "address" = ${message.address}
    ), written AS (
      INSERT INTO "InboundMessage" ("id", "channel", "account", "platformMessageId", "contactId", "personId", "kind", "text", "choiceKey", "fileIds", "receivedAt")
      SELECT ${message.id}::uuid, ${message.channel}, ${message.account}, ${message.platformMessageId}, "id", "personId",
             ${message.kind}, ${message.text ?? null}, ${message.choiceKey ?? null}, ${message.fileIds ?? []}::uuid[], ${message.receivedAt}
      FROM contact
      ON CONFLICT ("channel", "account", "platformMessageId") DO NOTHING
      RETURNING "contactId"
    ), heard AS (
      UPDATE "Contact" c SET "lastInboundAt" = GREATEST(c."lastInboundAt", ${message.receivedAt}::timestamptz), "state" = 'active'
      FROM written WHERE c."id" = written."contactId"
    )
    SELECT "id" AS "contactId", "personId", NOT EXISTS (SELECT 1 FROM written) AS "repeated" FROM contact`;
  return rows[0];
}

/** The photos of the same contact that came right behind this message, with nothing else in between. */
export async function listPhotosBehind(
  tx: Tx,
  { personId, contactId, seq }: { personId: string; contactId: string; seq: number },
): Promise<{ id: string; seq: number; text: string | null; fileIds: string[] }[]> {
  const rows = await tx.$queryRaw<
    { id: string; seq: number; text: string | null; fileIds: string[]; isOne: boolean }[]
  >`
    SELECT "id", "seq", "text", "fileIds", ("kind" = 'photo' AND "contactId" = ${contactId}::uuid AND "failures" = 0) AS "isOne"
    FROM "InboundMessage" WHERE "personId" = ${personId}::uuid AND "handledAt" IS NULL AND "seq" > ${seq}
    ORDER BY "seq" LIMIT 50`;
  const other = rows.findIndex(({ isOne }) => !isOne);
  return other < 0 ? rows : rows.slice(0, other);
}

export async function hasUnhandledInbound(db: Db, personId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "InboundMessage" WHERE "personId" = ${personId}::uuid AND "handledAt" IS NULL LIMIT 1`;
  return rows.length > 0;
}

/** Counts a turn that threw against the message it was handling, outside the turn's transaction, which was rolled back. */
export async function countInboundFailure(db: Db, personId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "InboundMessage" SET "failures" = "failures" + 1
    WHERE "seq" = (SELECT min("seq") FROM "InboundMessage" WHERE "personId" = ${personId}::uuid AND "handledAt" IS NULL)`;
}

/** People whose messages wait since before `receivedBefore`: a crash or a lost database left them. */
export async function findPeopleUnanswered(
  db: Db,
  { receivedBefore, limit }: { receivedBefore: Date; limit: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ personId: string }[]>`
    SELECT "personId" FROM "InboundMessage" WHERE "handledAt" IS NULL AND "receivedAt" <= ${receivedBefore}
    GROUP BY "personId" ORDER BY min("seq") LIMIT ${limit}`;
  return rows.map((row) => row.personId);
}

/** What kind of message a contact sent last, if it came after `since`. */
export async function findLastInboundKind(
  db: Db,
  { channel, account, address, since }: { channel: string; account: string; address: string; since: Date },
): Promise<InboundKind | undefined> {
  const rows = await db.$queryRaw<{ kind: InboundKind; receivedAt: Date }[]>`
    SELECT m."kind", m."receivedAt" FROM "Contact" c
    JOIN LATERAL (
      SELECT "kind", "receivedAt", "contactId" FROM "InboundMessage" i
      WHERE i."personId" = c."personId" ORDER BY i."seq" DESC LIMIT 1) m ON m."contactId" = c."id"
    WHERE c."channel" = ${channel} AND c."account" = ${account} AND c."address" = ${address} AND m."receivedAt" > ${since}`;
  return rows[0]?.kind;
}
