import { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from './database.ts';

/** Stands where a name was. */
const SOMEBODY = '…';

/** Those who act or acted for the same establishment, and those whom they asked to be let in or who asked them. */
const othersSql = (personId: string): Prisma.Sql => Prisma.sql`(
  SELECT o."personId" FROM "EstablishmentMember" m JOIN "EstablishmentMember" o USING ("establishmentId")
    WHERE m."personId" = ${personId}::uuid
  UNION SELECT o."personId" FROM "MergedMembership" m JOIN "MergedMembership" o USING ("mergeId")
    WHERE m."personId" = ${personId}::uuid
  UNION SELECT i."personId" FROM "EstablishmentInvitation" i WHERE i."askedById" = ${personId}::uuid
  UNION SELECT i."askedById" FROM "EstablishmentInvitation" i WHERE i."personId" = ${personId}::uuid)`;

/**
 * Holds the lanes of all who may have been told a person's name, so that no turn of theirs that is under way says or keeps it
 * after it was taken out. What they write meanwhile is answered by the sweep. To be done before anything else is held: such a
 * turn may wait for it. Two who are told of each other and delete at the same moment cross; the database undoes one of them,
 * which is then tried again as any turn.
 */
export async function holdLanesOfTold(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Person" p WHERE p."id" <> ${personId}::uuid AND p."id" IN ${othersSql(personId)}
    ORDER BY p."id" FOR NO KEY UPDATE`;
}

/**
 * Takes a person's name out of what others were told of them: those who act or acted for the same establishment, and those
 * whom they asked to be let in or who asked them. To be done while these still stand and their lanes are held.
 */
export async function forgetName(tx: Tx, personId: string): Promise<void> {
  const { displayName } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { displayName: true },
  });
  if (displayName === null || displayName === '') return;
  const others = othersSql(personId);
  // As it stands in JSON.
  const inJson = JSON.stringify(displayName).slice(1, -1);
  const told = await tx.$queryRaw<{ id: string; content: object }[]>`
    SELECT d."id", d."content" FROM "Delivery" d
    WHERE d."personId" <> ${personId}::uuid AND d."personId" IN ${others} AND strpos(d."content"::text, ${inJson}) > 0`;
  for (const { id, content } of told) {
    await tx.delivery.update({ where: { id }, data: { content: withoutName(content, displayName) } });
  }
  const talks = await tx.$queryRaw<{ personId: string; state: object }[]>`
    SELECT c."personId", c."state" FROM "Conversation" c
    WHERE c."personId" <> ${personId}::uuid AND c."personId" IN ${others} AND strpos(c."state"::text, ${inJson}) > 0`;
  for (const { personId: other, state } of talks) {
    await tx.conversation.update({ where: { personId: other }, data: { state: withoutName(state, displayName) } });
  }
}

/** The same, with the name taken out of its words; keys of choices and names of fields stay as they are. */
function withoutName(value: object, name: string): Prisma.InputJsonObject {
  return JSON.parse(
    JSON.stringify(value, (field, inner: unknown) =>
      typeof inner === 'string' && field !== 'key' ? inner.replaceAll(name, SOMEBODY) : inner,
    ),
  );
}
