import type { Db } from './database.ts';

export type HeldUpdate = {
  seq: number;
  address: string;
  platformMessageId: string;
  update: unknown;
};

type Chat = { channel: string; account: string; address: string };

/**
 * Writes an update down before it is understood to the end (a photo must be fetched first). The same one again changes nothing.
 */
export async function holdUpdate(
  db: Db,
  held: Chat & { platformMessageId: string; update: object; now: Date },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "HeldUpdate" ("channel", "account", "address", "platformMessageId", "update", "heldAt")
    VALUES (${held.channel}, ${held.account}, ${held.address}, ${held.platformMessageId}, ${JSON.stringify(held.update)}::jsonb, ${held.now})
    ON CONFLICT ("channel", "account", "platformMessageId") DO NOTHING`;
}

/** The one of this chat that came first. */
export async function findNextHeldUpdate(db: Db, { channel, account, address }: Chat): Promise<HeldUpdate | undefined> {
  const rows = await db.$queryRaw<HeldUpdate[]>`
    SELECT "seq", "address", "platformMessageId", "update" FROM "HeldUpdate"
    WHERE "channel" = ${channel} AND "account" = ${account} AND "address" = ${address} ORDER BY "seq" LIMIT 1`;
  return rows[0];
}

/** The one of this chat that came next after that one. */
export async function findHeldBehind(
  db: Db,
  { channel, account, address, seq }: Chat & { seq: number },
): Promise<HeldUpdate | undefined> {
  const rows = await db.$queryRaw<HeldUpdate[]>`
    SELECT "seq", "address", "platformMessageId", "update" FROM "HeldUpdate"
    WHERE "channel" = ${channel} AND "account" = ${account} AND "address" = ${address} AND "seq" > ${seq}
    ORDER BY "seq" LIMIT 1`;
  return rows[0];
}

/** It stands in the journal now. */
export async function removeHeldUpdate(db: Db, seq: number): Promise<void> {
  await db.$executeRaw`DELETE FROM "HeldUpdate" WHERE "seq" = ${seq}`;
}

/** Chats with updates held since before `heldBefore`: whoever held them may be gone. */
export async function findChatsHeld(
  db: Db,
  { channel, account, heldBefore }: { channel: string; account: string; heldBefore: Date },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ address: string }[]>`
    SELECT "address" FROM "HeldUpdate"
    WHERE "channel" = ${channel} AND "account" = ${account} AND "heldAt" <= ${heldBefore}
    GROUP BY "address" ORDER BY min("seq") LIMIT 1000`;
  return rows.map((row) => row.address);
}
