import { Prisma } from '../generated/prisma/client.ts';
import { joinCertificateReminders } from './certificate-reminders.ts';
import type { Db, Tx } from './database.ts';
import { mergeMemberships } from './establishment-members.ts';
import { joinFollows } from './follows.ts';
import { joinInterests } from './interests.ts';
import type { PersonRow } from './people.ts';
import { mergeWishes } from './reminder-wishes.ts';

const tables = (names: readonly string[]): Prisma.Sql[] => names.map((table) => Prisma.raw(`"${table}"`));

/** What may still be written to a person who was joined: `gatherStrays` brings it after. */
const GATHERED = tables(['Delivery', 'StoredFile']);

/** What keeps a joined person once the strays are gathered. */
export const UNGATHERED = tables([
  'Contact',
  'InboundMessage',
  'Application',
  'HumanHandoff',
  'ConsentRecord',
  'DataSubjectRequest',
  'DataCopyLink',
  'LinkCode',
  'EstablishmentMember',
  'EstablishmentInvitation',
  'MergedMembership',
]);

/** Everything that names its person, except the conversation, of which a person has one. */
export const BELONGINGS = [...UNGATHERED, ...GATHERED];

/**
 * Two people turned out to be one: all that is `fromId`'s becomes `intoId`'s, and the row of `fromId` stays empty.
 * The caller holds the lanes of both and saves the conversation that goes on. News: the last yes or no counts.
 * A message that is being written down for `fromId` at this moment follows its contact when its turn comes.
 */
export async function joinPeople(
  tx: Tx,
  { fromId, intoId, now }: { fromId: string; intoId: string; now: Date },
): Promise<PersonRow> {
  await mergeMemberships(tx, { fromId, intoId });
  for (const table of BELONGINGS) {
    await tx.$executeRaw`UPDATE ${table} SET "personId" = ${intoId}::uuid WHERE "personId" = ${fromId}::uuid`;
  }
  await tx.$executeRaw`
    UPDATE "Conversation" o SET "officerUntil" = GREATEST(o."officerUntil", f."officerUntil")
    FROM "Conversation" f WHERE o."personId" = ${intoId}::uuid AND f."personId" = ${fromId}::uuid`;
  await tx.$executeRaw`DELETE FROM "Conversation" WHERE "personId" = ${fromId}::uuid`;
  const rows = await tx.$queryRaw<PersonRow[]>`
    UPDATE "Person" p SET
      "displayName" = COALESCE(p."displayName", f."displayName"),
      "provinceCode" = COALESCE(p."provinceCode", f."provinceCode"),
      "communeCode" = COALESCE(p."communeCode", f."communeCode"),
      "createdAt" = LEAST(p."createdAt", f."createdAt"),
      "wantsNews" = COALESCE(
        (SELECT r."granted" AND r."withdrawnAt" IS NULL FROM "ConsentRecord" r
         WHERE r."personId" = p."id" AND r."purpose" = 'news' ORDER BY r."at" DESC LIMIT 1),
        p."wantsNews" OR f."wantsNews")
    FROM "Person" f WHERE p."id" = ${intoId}::uuid AND f."id" = ${fromId}::uuid
    RETURNING p."id", p."displayName", p."locale", p."wantsNews", p."provinceCode", p."isSample", p."erasedAt"`;
  await tx.person.update({
    where: { id: fromId },
    data: {
      displayName: null,
      provinceCode: null,
      communeCode: null,
      wantsNews: false,
      joinedAt: now,
      joinedIntoId: intoId,
    },
  });
  const [joined] = rows;
  await mergeWishes(tx, { fromId, intoId });
  await joinInterests(tx, { fromId, intoId });
  await joinFollows(tx, { fromId, intoId, now });
  await joinCertificateReminders(tx, { fromId, intoId });
  if (joined === undefined) throw new Error('One of the two people is gone.');
  return joined;
}

/**
 * A channel becomes somebody new, without dossiers and without what was said. What waits to be told there about the
 * dossiers goes to the contact that the person who keeps them wrote from last; replies to what was written there stay.
 * The caller holds the lane of the person, who has another contact.
 */
export async function separateContact(
  tx: Tx,
  { contactId, personId, newPersonId, now }: { contactId: string; personId: string; newPersonId: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Person" ("id", "locale", "createdAt")
    SELECT ${newPersonId}::uuid, "locale", ${now} FROM "Person" WHERE "id" = ${personId}::uuid`;
  await tx.$executeRaw`UPDATE "Contact" SET "personId" = ${newPersonId}::uuid WHERE "id" = ${contactId}::uuid`;
  await tx.$executeRaw`
    UPDATE "Delivery" SET "contactId" = (
      SELECT c."id" FROM "Contact" c WHERE c."personId" = ${personId}::uuid
      ORDER BY c."state" = 'active' DESC, c."lastInboundAt" DESC NULLS LAST, c."id" LIMIT 1)
    WHERE "contactId" = ${contactId}::uuid AND "personId" = ${personId}::uuid AND "status" = 'waiting' AND "kind" <> 'reply'`;
}

/**
 * What waits of a person and came from a contact that is another person's by now goes there: it was being written down
 * while the two were joined or separated.
 */
export async function followContact(
  tx: Tx,
  { personId, contactId }: { personId: string; contactId: string },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "InboundMessage" m SET "personId" = c."personId" FROM "Contact" c
    WHERE c."id" = ${contactId}::uuid AND m."contactId" = c."id" AND m."personId" = ${personId}::uuid AND m."handledAt" IS NULL`;
}

/**
 * What somebody who held no lane was writing for a person while that person was joined to another (an officer's message,
 * a photo) goes there too. Of what a person has, only these are ever written without the lane; waiting messages go by
 * their contact instead.
 */
export async function gatherStrays(db: Db): Promise<number> {
  let moved = 0;
  for (const table of GATHERED) {
    moved += await db.$executeRaw`
      UPDATE ${table} t SET "personId" = p."joinedIntoId" FROM "Person" p
      WHERE p."id" = t."personId" AND p."joinedIntoId" IS NOT NULL`;
  }
  return moved;
}

export type JoinedContact = { id: string; channel: string; lastInboundAt: Date | null };

/** The channels of a person, in the order in which they first wrote. */
export async function listContacts(tx: Tx, personId: string): Promise<JoinedContact[]> {
  return await tx.contact.findMany({
    where: { personId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, channel: true, lastInboundAt: true },
  });
}
