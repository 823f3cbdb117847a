import type { Db } from './database.ts';

export type WebChatSessionRow = {
  id: string;
  lastSeenAt: Date;
  /** Absent until the first message has been written down. */
  contactId: string | null;
  personId: string | null;
};

export type NewWebChatSession = { id: string; secretHash: string; now: Date };

export async function addWebChatSession(db: Db, session: NewWebChatSession): Promise<void> {
  const { id, secretHash, now } = session;
  await db.webChatSession.create({ data: { id, secretHash, createdAt: now, lastSeenAt: now } });
}

/** The session whose secret has this hash, with the contact it speaks for: one question for each request of a page. */
export async function findWebChatSession(
  db: Db,
  { secretHash, channel, account }: { secretHash: string; channel: string; account: string },
): Promise<WebChatSessionRow | undefined> {
  const rows = await db.$queryRaw<WebChatSessionRow[]>`
    SELECT s."id", s."lastSeenAt", c."id" AS "contactId", c."personId"
    FROM "WebChatSession" s
    LEFT JOIN "Contact" c ON c."channel" = ${channel} AND c."account" = ${account} AND c."address" = s."id"::text
    WHERE s."secretHash" = ${secretHash}`;
  return rows[0];
}

export async function markWebChatSessionSeen(db: Db, { id, now }: { id: string; now: Date }): Promise<void> {
  await db.webChatSession.updateMany({ where: { id }, data: { lastSeenAt: now } });
}
