import type { RoundName } from '../core/schedule/window-rounds.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db } from './database.ts';
import type { DeliveryContent } from './deliveries.ts';
import { saidStopSql } from './reminder-wishes.ts';
import { meantSql, wantsSql } from './window-reminders.ts';
import type { ApplicationWindow } from './windows.ts';

/** What is known of a window's reminder at the moment when it may leave. */
export type LastLook = {
  /** The window as it stands now. */
  version: number;
  isWithdrawn: boolean;
  which: RoundName | 'elsewhere';
  locale: string;
  /** The person still wants it and is in its area. */
  isMeant: boolean;
  /** Another contact of the person got this round, or is getting it: two people turned out to be one. */
  isTold: boolean;
  /** A later round of this version stands in the ledger for the person by now. */
  isOvertaken: boolean;
};

/** `window` is the version that the message tells. */
export async function lookLast(
  db: Db,
  { deliveryId, window }: { deliveryId: string; window: ApplicationWindow },
): Promise<LastLook | undefined> {
  // That something they knew no longer holds was decided when it was planned, and moving away does not change it. What
  // they asked to hear of again by themselves is theirs, whomever the window is for.
  const isMeant = Prisma.sql`CASE WHEN split_part(d."key", '/', 5) IN ('changed', 'elsewhere', 'withdrawn')
    THEN ${wantsSql(window)} WHEN starts_with(split_part(d."key", '/', 5), 'again-') THEN NOT ${saidStopSql(window)}
    ELSE ${meantSql(window, 'opening')} END`;
  const rows = await db.$queryRaw<LastLook[]>`
    SELECT w."version", w."withdrawnAt" IS NOT NULL AS "isWithdrawn", split_part(d."key", '/', 5) AS "which", p."locale",
      ${isMeant} AS "isMeant",
      EXISTS (
        SELECT 1 FROM "Delivery" o WHERE o."personId" = d."personId" AND o."windowId" = d."windowId" AND o."id" <> d."id"
          AND o."windowVersion" = d."windowVersion" AND split_part(o."key", '/', 5) = split_part(d."key", '/', 5)
          AND (o."status" IN ('sent', 'ambiguous') OR (o."status" IN ('sending', 'waiting') AND o."seq" < d."seq"))
      ) AS "isTold",
      EXISTS (
        SELECT 1 FROM "WindowRound" r JOIN "WindowRound" l USING ("windowId", "version")
        JOIN "Delivery" o ON o."personId" = d."personId" AND o."windowId" = d."windowId"
          AND o."windowVersion" = d."windowVersion" AND split_part(o."key", '/', 5) = l."which"
        WHERE r."windowId" = d."windowId" AND r."version" = d."windowVersion" AND l."outcome" = 'planned'
          AND r."which" = CASE split_part(d."key", '/', 5) WHEN 'elsewhere' THEN 'changed' ELSE split_part(d."key", '/', 5) END
          AND l."dueAt" > r."dueAt"
      ) AS "isOvertaken"
    FROM "Delivery" d JOIN "ApplicationWindow" w ON w."id" = d."windowId" JOIN "Person" p ON p."id" = d."personId"
    WHERE d."id" = ${deliveryId}::uuid`;
  return rows[0];
}

/**
 * Makes the choices of a message that leaves now the ones that a typed number means, unless its person is in a talk: has
 * written since `silentSince`, is not answered yet, has an officer with them, or has a turn under way. False then.
 * One statement; somebody without a conversation has nothing to overwrite (as in `offered-choices.ts`).
 */
export async function offerToSilent(
  db: Db,
  message: { personId: string; contactId: string; content: DeliveryContent; silentSince: Date; now: Date },
): Promise<boolean> {
  const { personId, contactId, content, silentSince, now } = message;
  const { text, choices } = content;
  const lastReply = { paragraphs: text.split('\n'), choices };
  const offered = JSON.stringify({ pending: choices, lastReply, lastContactId: contactId });
  const rows = await db.$queryRaw<{ isSilent: boolean }[]>`
    WITH lane AS (
      SELECT p."id" FROM "Person" p WHERE p."id" = ${personId}::uuid
        AND NOT EXISTS (SELECT 1 FROM "Contact" c WHERE c."personId" = p."id" AND c."lastInboundAt" > ${silentSince})
        AND NOT EXISTS (SELECT 1 FROM "InboundMessage" m WHERE m."personId" = p."id" AND m."handledAt" IS NULL)
        AND NOT EXISTS (SELECT 1 FROM "Conversation" o WHERE o."personId" = p."id" AND o."officerUntil" > ${now})
      FOR NO KEY UPDATE SKIP LOCKED
    ), offered AS (
      UPDATE "Conversation" o SET "state" = o."state" || ${offered}::jsonb, "updatedAt" = ${now}
      FROM lane WHERE o."personId" = lane."id"
    )
    SELECT EXISTS (SELECT 1 FROM lane) AS "isSilent"`;
  return rows[0]?.isSilent ?? false;
}

/** The words of a message as they leave; only while it is being sent. */
export async function renewContent(
  db: Db,
  { deliveryId, content }: { deliveryId: string; content: DeliveryContent },
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Delivery" SET "content" = ${JSON.stringify(content)}::jsonb
    WHERE "id" = ${deliveryId}::uuid AND "status" = 'sending'`;
}
