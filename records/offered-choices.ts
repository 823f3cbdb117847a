import { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from './database.ts';

type Choice = { key: string; label: string };
/** What stands under the person's eyes, and what a number means there. */
export type Offer = { text: string; choices: Choice[] };

/**
 * A message that the assistant started offers choices: from now on a typed number means one of these, and "đọc lại" reads
 * this message. The caller holds the person's lane. Somebody without a conversation has nothing to overwrite.
 * The fields are those of the conversation's state (bot/conversation/topic.ts).
 */
export async function offerChoices(
  tx: Tx,
  message: { personId: string; contactId: string; paragraphs: string[]; choices: Choice[]; now: Date },
): Promise<void> {
  const { personId, contactId, paragraphs, choices, now } = message;
  const offered = JSON.stringify({ pending: choices, lastReply: { paragraphs, choices }, lastContactId: contactId });
  await tx.$executeRaw`
    UPDATE "Conversation" SET "state" = "state" || ${offered}::jsonb, "updatedAt" = ${now} WHERE "personId" = ${personId}::uuid`;
}

/** How many of a contact's last messages are looked through. */
const LOOKED_THROUGH = 20;

/**
 * The content of the last message with choices that the assistant or an officer started and that left since the person's last
 * turn: it waited for the morning, or was written while a turn held the lane, so nobody could offer them then.
 */
export const laterOfferSql = ({
  contactId,
  since,
}: {
  contactId: Prisma.Sql;
  since: Prisma.Sql;
}): Prisma.Sql => Prisma.sql`
  SELECT d."content" FROM (
    SELECT "seq", "kind", "status", "settledAt", "content" FROM "Delivery"
    WHERE "contactId" = ${contactId} ORDER BY "seq" DESC LIMIT ${LOOKED_THROUGH}) d
  WHERE d."kind" <> 'reply' AND d."status" IN ('sent', 'ambiguous') AND d."settledAt" > ${since}
    AND jsonb_array_length(d."content" -> 'choices') > 0
  ORDER BY d."settledAt" DESC, d."seq" DESC LIMIT 1`;
