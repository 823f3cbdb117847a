import { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from './database.ts';

export type ConversationRow = { state: unknown; officerUntil: Date | null; updatedAt: Date };

export async function findConversation(tx: Tx, personId: string): Promise<ConversationRow | undefined> {
  const rows = await tx.$queryRaw<ConversationRow[]>`
    SELECT "state", "officerUntil", "updatedAt" FROM "Conversation" WHERE "personId" = ${personId}::uuid`;
  return rows[0];
}

export type NewConversation = { personId: string; state: unknown; now: Date };

/** Only the holder of the person's lane saves it, so the last writer is the only writer. */
export async function saveConversation(tx: Tx, conversation: NewConversation): Promise<void> {
  await tx.$executeRaw(saveConversationSql(conversation));
}

export const saveConversationSql = ({ personId, state, now }: NewConversation): Prisma.Sql => Prisma.sql`
  INSERT INTO "Conversation" ("personId", "state", "updatedAt") VALUES (${personId}::uuid, ${JSON.stringify(state)}::jsonb, ${now})
  ON CONFLICT ("personId") DO UPDATE SET "state" = EXCLUDED."state", "updatedAt" = EXCLUDED."updatedAt"`;
