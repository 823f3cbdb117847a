import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import type { DeliveryContent, DeliveryKind, DeliveryStatus } from './deliveries.ts';
import type { InboundKind } from './inbound.ts';
import { comesAfter, comesBefore, parsePosition, positionOf } from './transcript-position.ts';

export type TranscriptEntry = {
  /** Sorts as text in the order in which things were said; a cursor for `before` and `after`. */
  position: string;
  at: Date;
  said: SaidByPerson | SaidToPerson;
};

export type SaidByPerson = {
  by: 'person';
  id: string;
  seq: number;
  /** The id that the platform, or the chat page, gave to the message. */
  platformMessageId: string;
  channel: string;
  kind: InboundKind;
  /** What was typed, the caption of a photo, or the label of the button (null when it is not known any more). */
  text: string | null;
  photos: { id: string; width: number; height: number }[];
};

export type SaidToPerson = {
  by: 'centre';
  id: string;
  channel: string;
  kind: DeliveryKind;
  content: DeliveryContent;
  status: DeliveryStatus;
  seenAt: Date | null;
  authorId: string | null;
};

export type TranscriptQuery = {
  /** All that was said with a person, or on one of their contacts only. */
  with: { personId: string } | { contactId: string };
  /** What reached the person, or also what waits, failed or was skipped. */
  deliveries: 'arrived' | 'all';
  limit: number;
} & (
  | { before?: string }
  /**
   * What came after this position. A message becomes visible when its transaction ends, which may be a moment after
   * a later one was read; so what the person has not confirmed lately comes again even when it stands before `after`.
   */
  | { after: string }
);

export type TranscriptPage = {
  /** In order. */
  entries: TranscriptEntry[];
  /** There is more in the direction that was asked. */
  more: boolean;
};

/** How far back an unconfirmed message is still brought again. */
const UNCONFIRMED_WINDOW_MS = 10 * 60_000;

/** The latest that was said, what came before a position, or what came after it. */
export async function readTranscript(db: Db | Tx, query: TranscriptQuery): Promise<TranscriptPage> {
  const forward = 'after' in query;
  const limit = query.limit + 1;
  const at = forward
    ? parsePosition(query.after)
    : query.before === undefined
      ? undefined
      : parsePosition(query.before);
  const beyond = at === undefined ? Prisma.sql`TRUE` : forward ? comesAfter(at) : comesBefore(at);
  const order = forward
    ? Prisma.sql`ORDER BY "at", "side", "seq" LIMIT ${limit}`
    : Prisma.sql`ORDER BY "at" DESC, "side" DESC, "seq" DESC LIMIT ${limit}`;

  const rows = await db.$queryRaw<Row[]>`
    WITH said AS (${saidByPerson(query)} UNION ALL ${saidToPerson(query)}),
      page AS (SELECT "at", "side", "seq", "id" FROM said WHERE ${beyond} ${order})
    ${details}`;
  const more = rows.length > query.limit;
  // The one row too many is the farthest one.
  const page = !more ? rows : forward ? rows.slice(0, query.limit) : rows.slice(1);

  if (forward && at !== undefined) {
    const since = new Date(at.at.getTime() - UNCONFIRMED_WINDOW_MS);
    const late = await db.$queryRaw<Row[]>`
      WITH said AS (${saidToPerson(query)}),
        page AS (SELECT "at", "side", "seq", "id" FROM said WHERE "seenAt" IS NULL AND "at" >= ${since} AND NOT ${comesAfter(at)})
      ${details}`;
    page.push(...late);
  }
  const entries = page.map(toEntry).sort((a, b) => (a.position < b.position ? -1 : 1));
  return { entries, more };
}

/** The person's page has these messages. Those of others, and those seen already, are left as they are. */
export async function markDeliveriesSeen(
  db: Db,
  { contactId, ids, now }: { contactId: string; ids: string[]; now: Date },
): Promise<number> {
  return db.$executeRaw`
    UPDATE "Delivery" SET "seenAt" = ${now}
    WHERE "contactId" = ${contactId}::uuid AND "id" = ANY(${ids}::uuid[]) AND "seenAt" IS NULL`;
}

/** The message is written down already: what comes is a repeat. */
export async function wasSaid(
  db: Db,
  message: { channel: string; account: string; platformMessageId: string },
): Promise<boolean> {
  return (await db.inboundMessage.count({ where: message })) > 0;
}

type Row = {
  at: Date;
  side: 0 | 1;
  seq: number;
  id: string;
  platformMessageId: string | null;
  channel: string;
  kind: string;
  text: string | null;
  photos: { id: string; width: number; height: number }[] | null;
  content: DeliveryContent | null;
  status: DeliveryStatus | null;
  seenAt: Date | null;
  authorId: string | null;
};

const whose = (query: TranscriptQuery, table: 'm' | 'd'): Prisma.Sql => {
  const name = Prisma.raw(table);
  return 'personId' in query.with
    ? Prisma.sql`${name}."personId" = ${query.with.personId}::uuid`
    : Prisma.sql`${name}."contactId" = ${query.with.contactId}::uuid`;
};

const saidByPerson = (query: TranscriptQuery): Prisma.Sql => Prisma.sql`
  SELECT m."receivedAt" AS "at", 0 AS "side", m."seq", m."id", NULL::timestamptz AS "seenAt"
  FROM "InboundMessage" m WHERE ${whose(query, 'm')}`;

/**
 * A message stands where it left (its claim), not where it was planned. A reply or an officer's message has arrived
 * once it is claimed, because nothing can stop it then; what the bot starts is checked after the claim.
 */
const saidToPerson = (query: TranscriptQuery): Prisma.Sql => Prisma.sql`
  SELECT COALESCE(d."claimedAt", d."createdAt") AS "at", 1 AS "side", d."seq", d."id", d."seenAt"
  FROM "Delivery" d
  WHERE ${whose(query, 'd')} AND ${
    query.deliveries === 'all'
      ? Prisma.sql`TRUE`
      : Prisma.sql`(d."status" IN ('sent', 'ambiguous') OR (d."status" = 'sending' AND d."kind" IN ('reply', 'officer')))`
  }`;

/**
 * What the rows of one page say; the rows outside it are never opened.
 * A button that was pressed is told by its label, which stands in the message that offered it.
 */
const details = Prisma.sql`
  SELECT page."at", page."side", page."seq", page."id", m."platformMessageId", c."channel",
    COALESCE(m."kind", d."kind") AS "kind",
    CASE WHEN m."kind" = 'choice' THEN COALESCE((
      SELECT choice->>'label' FROM "Delivery" o, jsonb_array_elements(o."content"->'choices') AS choice
      WHERE o."contactId" = m."contactId" AND o."createdAt" <= m."receivedAt" AND choice->>'key' = m."choiceKey"
      ORDER BY o."seq" DESC LIMIT 1), m."text") ELSE m."text" END AS "text",
    (SELECT jsonb_agg(jsonb_build_object('id', f."id", 'width', f."width", 'height', f."height")
                      ORDER BY array_position(m."fileIds", f."id"))
     FROM "StoredFile" f WHERE f."id" = ANY(m."fileIds") AND f."removedAt" IS NULL) AS "photos",
    d."content", d."status", d."seenAt", d."authorId"
  FROM page
  LEFT JOIN "InboundMessage" m ON page."side" = 0 AND m."id" = page."id"
  LEFT JOIN "Delivery" d ON page."side" = 1 AND d."id" = page."id"
  JOIN "Contact" c ON c."id" = COALESCE(m."contactId", d."contactId")
  ORDER BY page."at", page."side", page."seq"`;

function toEntry(row: Row): TranscriptEntry {
  const position = positionOf(row);
  if (row.content !== null && row.status !== null) {
    const { id, channel, content, status, seenAt, authorId } = row;
    const kind = row.kind as DeliveryKind;
    return { position, at: row.at, said: { by: 'centre', id, channel, kind, content, status, seenAt, authorId } };
  }
  return {
    position,
    at: row.at,
    said: {
      by: 'person',
      id: row.id,
      seq: row.seq,
      platformMessageId: row.platformMessageId ?? '',
      channel: row.channel,
      kind: row.kind as InboundKind,
      text: row.text,
      photos: row.photos ?? [],
    },
  };
}
