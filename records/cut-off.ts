import type { AccountKey } from './channel-accounts.ts';
import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

/** An account whose platform cannot be reached from here, since `cutOffAt`: the instant names the outage. */
export type CutOffAccount = AccountKey & { cutOffAt: Date };

export async function listCutOffAccounts(db: Db): Promise<CutOffAccount[]> {
  return await db.$queryRaw<CutOffAccount[]>`
    SELECT "channel", "account", "cutOffAt" FROM "ChannelAccount" WHERE "cutOffAt" IS NOT NULL`;
}

/** Writes down that an account is cut off. An outage that is known already keeps its beginning, which is returned. */
export async function markCutOff(db: Db, { channel, account, now }: AccountKey & { now: Date }): Promise<Date> {
  const rows = await db.$queryRaw<{ cutOffAt: Date }[]>`
    INSERT INTO "ChannelAccount" AS a ("channel", "account", "cutOffAt") VALUES (${channel}, ${account}, ${now})
    ON CONFLICT ("channel", "account") DO UPDATE SET "cutOffAt" = COALESCE(a."cutOffAt", ${now})
    RETURNING "cutOffAt"`;
  return rows[0]?.cutOffAt ?? now;
}

/** Ends an outage. True for the one process that did it. */
export async function endCutOff(tx: Tx, { channel, account, cutOffAt }: CutOffAccount): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE "ChannelAccount" SET "cutOffAt" = NULL
    WHERE "channel" = ${channel} AND "account" = ${account} AND "cutOffAt" = ${cutOffAt}`;
  return ended === 1;
}

export type LateReader = { personId: string; contactId: string; locale: string };

/**
 * Whose replies have waited since `writtenBefore` on an account that was cut off, being sent this moment or next: with
 * the contact that they go to. Not those who got an answer of this outage on another channel.
 */
export async function listLateReaders(
  tx: Tx,
  { channel, account, cutOffAt, writtenBefore }: CutOffAccount & { writtenBefore: Date },
): Promise<LateReader[]> {
  return await tx.$queryRaw<LateReader[]>`
    SELECT DISTINCT ON (d."personId") d."personId", d."contactId", p."locale"
    FROM "Delivery" d JOIN "Contact" c ON c."id" = d."contactId" JOIN "Person" p ON p."id" = d."personId"
    WHERE d."status" IN ('waiting', 'sending') AND d."kind" = 'reply' AND d."createdAt" <= ${writtenBefore}
      AND c."channel" = ${channel} AND c."account" = ${account} AND c."state" = 'active' AND p."erasedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Delivery" m WHERE m."personId" = d."personId" AND m."movedAt" >= ${cutOffAt})
    ORDER BY d."personId", d."seq" DESC`;
}

/** The contact behind an address of an account that is cut off now; undefined when there is no such outage or contact. */
export async function findCutOffContact(
  tx: Tx,
  { channel, account, address }: AccountKey & { address: string },
): Promise<(LateReader & { cutOffAt: Date }) | undefined> {
  const rows = await tx.$queryRaw<(LateReader & { cutOffAt: Date })[]>`
    SELECT c."personId", c."id" AS "contactId", p."locale", a."cutOffAt"
    FROM "ChannelAccount" a
      JOIN "Contact" c ON c."channel" = a."channel" AND c."account" = a."account" AND c."address" = ${address}
      JOIN "Person" p ON p."id" = c."personId"
    WHERE a."channel" = ${channel} AND a."account" = ${account} AND a."cutOffAt" IS NOT NULL`;
  return rows[0];
}

/**
 * A message that leaves in the answer to a platform's own call: nobody ever learns whether it arrived, so it stands as
 * ambiguous from the beginning and is never sent again. False when its key is there already.
 */
export async function addUnconfirmedDelivery(
  tx: Tx,
  delivery: { id: string; key: string; personId: string; contactId: string; text: string; now: Date },
): Promise<boolean> {
  const { id, key, personId, contactId, text, now } = delivery;
  const added = await tx.$executeRaw`
    INSERT INTO "Delivery" ("id", "key", "personId", "contactId", "kind", "content", "status", "reason", "notBefore",
      "createdAt", "attempts", "claimedAt", "settledAt", "resentAt")
    VALUES (${id}::uuid, ${key}, ${personId}::uuid, ${contactId}::uuid, 'reply',
      ${JSON.stringify({ text, choices: [] })}::jsonb, 'ambiguous', 'unconfirmed', ${now}, ${now}, 1, ${now}, ${now}, ${now})
    ON CONFLICT ("key") DO NOTHING`;
  return added === 1;
}

/**
 * People for whom something has waited since `writtenBefore` on an account that is cut off; later things too for those
 * who were given some already. What is planned for later is left: by then the line may be back.
 */
export async function listPeopleCutOff(
  db: Db,
  options: CutOffAccount & { writtenBefore: Date; now: Date; limit: number },
): Promise<string[]> {
  const { channel, account, cutOffAt, writtenBefore, now, limit } = options;
  const rows = await db.$queryRaw<{ personId: string }[]>`
    SELECT d."personId" FROM "Delivery" d JOIN "Contact" c ON c."id" = d."contactId"
    WHERE d."status" = 'waiting' AND d."kind" <> 'announcement' AND d."partsSent" = 0 AND d."resentAt" IS NULL
      AND (d."attempts" > 0 OR d."notBefore" <= ${now}) AND c."channel" = ${channel} AND c."account" = ${account}
      AND (d."createdAt" <= ${writtenBefore} OR EXISTS (
        SELECT 1 FROM "Delivery" m WHERE m."personId" = d."personId" AND m."movedAt" >= ${cutOffAt}))
      AND EXISTS (SELECT 1 FROM "Contact" o
        WHERE o."personId" = d."personId" AND o."channel" <> ${channel} AND o."state" = 'active')
    GROUP BY d."personId" ORDER BY min(d."createdAt") LIMIT ${limit}`;
  return rows.map(({ personId }) => personId);
}

/**
 * Gives what waits of a person for an account that is cut off to another channel of theirs, the one they wrote from last.
 * Only what surely never left is given: not a text of which a part is there, not a reply that is sent again. The rows
 * stay the same rows, so nothing is doubled and the ledger's sum holds. `prefix` is put before the first of an outage.
 * The conversation follows (its fields: bot/conversation/topic.ts), so that a number typed there means the choices that
 * stand there. The caller holds the
 * person's lane. Returns the contact it went to.
 */
export async function moveCutOffDeliveries(
  tx: Tx,
  options: CutOffAccount & { personId: string; channels: readonly string[]; prefix: string; now: Date },
): Promise<string | undefined> {
  const { personId, channel, account, cutOffAt, channels, prefix, now } = options;
  const targets = await tx.$queryRaw<{ id: string; wasTold: boolean }[]>`
    SELECT o."id", EXISTS (
      SELECT 1 FROM "Delivery" m WHERE m."personId" = o."personId" AND m."movedAt" >= ${cutOffAt}) AS "wasTold"
    FROM "Contact" o
    WHERE o."personId" = ${personId}::uuid AND o."state" = 'active' AND o."channel" = ANY(${[...channels]})
      AND o."channel" <> ${channel} AND NOT EXISTS (
        SELECT 1 FROM "ChannelAccount" a WHERE a."channel" = o."channel" AND a."account" = o."account"
          AND (a."pausedUntil" > ${now} OR a."cutOffAt" IS NOT NULL))
    ORDER BY o."lastInboundAt" DESC NULLS LAST, o."id" LIMIT 1`;
  const [target] = targets;
  if (target === undefined) return undefined;
  const moved = await tx.$queryRaw<{ id: string; seq: number; from: string }[]>`
    WITH old AS (
      SELECT d."id", d."contactId" FROM "Delivery" d JOIN "Contact" c ON c."id" = d."contactId"
      WHERE d."personId" = ${personId}::uuid AND c."channel" = ${channel} AND c."account" = ${account}
        AND d."status" = 'waiting' AND d."kind" <> 'announcement' AND d."partsSent" = 0 AND d."resentAt" IS NULL
        AND (d."attempts" > 0 OR d."notBefore" <= ${now})
      FOR UPDATE OF d)
    UPDATE "Delivery" d SET "contactId" = ${target.id}::uuid, "movedAt" = ${now}, "reason" = NULL,
      "attempts" = 0, "notBefore" = CASE WHEN d."attempts" > 0 THEN ${now} ELSE d."notBefore" END
    FROM old WHERE d."id" = old."id" AND d."status" = 'waiting'
    RETURNING d."id", d."seq", old."contactId" AS "from"`;
  const [first] = moved.toSorted((a, b) => a.seq - b.seq);
  if (first === undefined) return undefined;
  if (!target.wasTold) {
    await tx.$executeRaw`
      UPDATE "Delivery" SET "content" = jsonb_set("content", '{text}', to_jsonb(${prefix} || ("content"->>'text')))
      WHERE "id" = ${first.id}::uuid`;
  }
  await tx.$executeRaw`
    UPDATE "Conversation" SET "state" = jsonb_set("state", '{lastContactId}', to_jsonb(${target.id}::text)), "updatedAt" = ${now}
    WHERE "personId" = ${personId}::uuid AND "state"->>'lastContactId' = ${first.from}`;
  await notify(tx, 'delivery', target.id);
  return target.id;
}
