import { NEWS_TOPICS, type NewsTopic, TOPICS_IN_NEWS } from '../core/announcements/topics.ts';
import type { Ids } from '../core/ids.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';

/** Who says it, in which words, where and when. */
type Said = { personId: string; textVersion: string; channel: string; ids: Ids; now: Date };

/** A person's words on single topics that hold now, in the order in which topics are offered. */
export async function listFollows(
  db: Db | Tx,
  personId: string,
): Promise<{ follows: NewsTopic[]; refuses: NewsTopic[] }> {
  const rows = await db.followedTopic.findMany({
    where: { personId, endedAt: null },
    select: { topic: true, wanted: true },
  });
  const topics = (isWanted: boolean): NewsTopic[] =>
    NEWS_TOPICS.filter((id) => rows.some(({ topic, wanted }) => topic === id && wanted === isWanted));
  return { follows: topics(true), refuses: topics(false) };
}

/** From now on they get news of these. The caller holds the person's lane. */
export async function followTopics(tx: Tx, topics: readonly NewsTopic[], said: Said): Promise<void> {
  await sayOfTopics(tx, topics, { ...said, wanted: true });
}

/**
 * From now on they get no news of these: a follow ends, and of the centre's news, where they get it, this part does not come.
 * The caller holds the person's lane.
 */
export async function unfollowTopics(tx: Tx, topics: readonly NewsTopic[], said: Said): Promise<void> {
  await endFollows(tx, { personId: said.personId, topics, now: said.now });
  const { wantsNews } = await tx.person.findUniqueOrThrow({
    where: { id: said.personId },
    select: { wantsNews: true },
  });
  const refused = wantsNews ? topics.filter((topic) => TOPICS_IN_NEWS.includes(topic)) : [];
  await sayOfTopics(tx, refused, { ...said, wanted: false });
}

/** The last word on a topic that is already this one stays as it was. */
async function sayOfTopics(tx: Tx, topics: readonly NewsTopic[], said: Said & { wanted: boolean }): Promise<void> {
  const { personId, wanted, textVersion, channel, ids, now } = said;
  const held = await tx.followedTopic.findMany({ where: { personId, endedAt: null, wanted }, select: { topic: true } });
  const fresh = topics.filter((topic) => held.every((row) => row.topic !== topic));
  await endFollows(tx, { personId, topics: fresh, now });
  await tx.followedTopic.createMany({
    data: fresh.map((topic) => ({
      ...{ id: ids.next(), personId, topic, wanted, textVersion, channel, startedAt: now },
    })),
  });
}

/** What held of these topics, or of all, ends and stays as history. */
export async function endFollows(
  tx: Tx,
  { personId, topics, now }: { personId: string; topics?: readonly string[]; now: Date },
): Promise<void> {
  const topic = topics === undefined ? undefined : { in: [...topics] };
  await tx.followedTopic.updateMany({ where: { personId, topic, endedAt: null }, data: { endedAt: now } });
}

/**
 * What two people followed who turned out to be one: of each topic the later word holds. Whose last word on all news was no
 * ends what was followed before it.
 */
export async function joinFollows(
  tx: Tx,
  { fromId, intoId, now }: { fromId: string; intoId: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "FollowedTopic" f SET "endedAt" = ${now} FROM "FollowedTopic" o
    WHERE f."endedAt" IS NULL AND o."endedAt" IS NULL AND f."topic" = o."topic" AND f."id" <> o."id"
      AND f."personId" IN (${fromId}::uuid, ${intoId}::uuid) AND o."personId" IN (${fromId}::uuid, ${intoId}::uuid)
      AND (f."startedAt", f."id") < (o."startedAt", o."id")`;
  await tx.followedTopic.updateMany({ where: { personId: fromId }, data: { personId: intoId } });
  await tx.$executeRaw`
    UPDATE "FollowedTopic" f SET "endedAt" = ${now}
    WHERE f."personId" = ${intoId}::uuid AND f."endedAt" IS NULL AND f."startedAt" < (
      SELECT r."at" FROM "ConsentRecord" r WHERE r."personId" = ${intoId}::uuid AND r."purpose" = 'news'
        AND NOT r."granted" ORDER BY r."at" DESC LIMIT 1)`;
  await tx.$executeRaw`
    UPDATE "Person" p SET "followOfferedAt" = COALESCE(p."followOfferedAt", f."followOfferedAt")
    FROM "Person" f WHERE p."id" = ${intoId}::uuid AND f."id" = ${fromId}::uuid`;
}

/**
 * True, once in a person's life, for who may be asked whether they want to follow this topic: not for who has it already, nor
 * for who said no to news.
 */
export async function mayOfferFollow(
  tx: Tx,
  { personId, topic, now }: { personId: string; topic: NewsTopic; now: Date },
): Promise<boolean> {
  const asked = await tx.$executeRaw`
    UPDATE "Person" p SET "followOfferedAt" = ${now}
    WHERE p."id" = ${personId}::uuid AND p."followOfferedAt" IS NULL AND NOT ${getsNewsSql(Prisma.sql`${topic}`)}
      AND NOT EXISTS (SELECT 1 FROM "FollowedTopic" f WHERE f."personId" = p."id" AND f."topic" = ${topic})
      AND NOT EXISTS (SELECT 1 FROM "ConsentRecord" r
        WHERE r."personId" = p."id" AND r."purpose" = 'news' AND (NOT r."granted" OR r."withdrawnAt" IS NOT NULL))`;
  return asked === 1;
}

/** True in SQL of person `p` who gets announcements of a topic (an SQL expression): `getsNewsOf` of core. */
export const getsNewsSql = (topic: Prisma.Sql): Prisma.Sql => Prisma.sql`COALESCE((
    SELECT f."wanted" FROM "FollowedTopic" f
    WHERE f."personId" = p."id" AND f."endedAt" IS NULL AND f."topic" = ${topic} LIMIT 1),
  p."wantsNews" AND ${topic} = ANY(${[...TOPICS_IN_NEWS]}))`;
