import { AppError } from '../core/app-error.ts';
import type { AccountKey } from './channel-accounts.ts';
import type { Db, Tx } from './database.ts';
import { endFollows } from './follows.ts';
import { forgetInterests } from './interests.ts';

export type PersonRow = {
  id: string;
  displayName: string | null;
  locale: string;
  wantsNews: boolean;
  provinceCode: string | null;
  isSample: boolean;
  erasedAt: Date | null;
};

/**
 * Takes a person's lane for this transaction: true while nobody else has it. It does not wait.
 *
 * FOR NO KEY UPDATE rather than FOR UPDATE, because the latter would make every new journal row of the
 * person wait at its foreign key until the turn ends.
 */
export async function takeLane(tx: Tx, personId: string): Promise<PersonRow | undefined> {
  const rows = await tx.$queryRaw<PersonRow[]>`
    SELECT "id", "displayName", "locale", "wantsNews", "provinceCode", "isSample", "erasedAt"
    FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE SKIP LOCKED`;
  return rows[0];
}

/** As `takeLane` for what an officer does to a person's data: waits for the turn that runs, and turns go round it. */
export async function holdLane(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`;
}

export type NewContact = {
  id: string;
  personId: string;
  channel: string;
  account: string;
  address: string;
  displayName?: string;
  now: Date;
};

/** A new person with their first contact. When the contact was made meanwhile, nothing is added. */
export async function createContact(db: Db, contact: NewContact): Promise<void> {
  // One statement, since its platform waits: that the contact is somebody's is looked at when it ends.
  await db.$executeRaw`
    WITH added AS (
      INSERT INTO "Contact" ("id", "personId", "channel", "account", "address", "createdAt")
      VALUES (${contact.id}::uuid, ${contact.personId}::uuid, ${contact.channel}, ${contact.account}, ${contact.address}, ${contact.now})
      ON CONFLICT ("channel", "account", "address") DO NOTHING
      RETURNING "personId")
    INSERT INTO "Person" ("id", "displayName", "createdAt")
    SELECT "personId", ${contact.displayName ?? null}, ${contact.now}::timestamptz FROM added`;
}

/** Whether somebody gets the centre's news. */
export async function wantsNews(db: Db | Tx, personId: string): Promise<boolean> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { wantsNews: true } });
  return person?.wantsNews ?? false;
}

/** All news, on or off: who wants none follows no topic either. */
export async function setWantsNews(
  tx: Tx,
  { personId, wantsNews, now }: { personId: string; wantsNews: boolean; now: Date },
): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { wantsNews } });
  if (wantsNews) return;
  await forgetInterests(tx, personId);
  await endFollows(tx, { personId, now });
}

/** Where a contact is written to; undefined when it is there no more. */
export async function findContactAccount(db: Db, contactId: string): Promise<AccountKey | undefined> {
  const where = { id: contactId };
  return (await db.contact.findUnique({ where, select: { channel: true, account: true } })) ?? undefined;
}

/** The platform said that this contact cannot be reached any more. The next message from it makes it active again. */
export async function markUnreachable(db: Db, contactId: string): Promise<void> {
  await db.contact.update({ where: { id: contactId }, data: { state: 'unreachable' } });
}

/** The platform said that a chat is closed to us (the person blocked the bot) or open again. Unknown chats are left alone. */
export async function setReachable(
  db: Db,
  { isReachable, ...where }: { channel: string; account: string; address: string; isReachable: boolean },
): Promise<void> {
  await db.contact.updateMany({ where, data: { state: isReachable ? 'active' : 'unreachable' } });
}

/** Somebody whose data was deleted writes again: from here on they are a new acquaintance. */
export async function welcomeBack(tx: Tx, personId: string): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { erasedAt: null } });
}

export async function findContact(
  db: Db | Tx,
  where: { channel: string; account: string; address: string },
): Promise<{ id: string; personId: string } | undefined> {
  const contact = await db.contact.findUnique({
    where: { channel_account_address: where },
    select: { id: true, personId: true },
  });
  return contact ?? undefined;
}

/** Throws `contact.missing`. */
export async function getContact(
  db: Db | Tx,
  where: { channel: string; account: string; address: string },
): Promise<{ id: string; personId: string }> {
  const contact = await findContact(db, where);
  if (contact === undefined) throw new AppError('contact.missing');
  return contact;
}
