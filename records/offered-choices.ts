import type { Tx } from './database.ts';

type Choice = { key: string; label: string };

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
