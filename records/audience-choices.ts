import { NEWS_TOPICS, type NewsTopic } from '../core/announcements/topics.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { statusSql } from './application-status-sql.ts';
import { isHereSql, preferredContactSql, sectorSql } from './audience.ts';
import type { Db } from './database.ts';
import { getsNewsSql } from './follows.ts';

/** What an audience can be chosen by: what there is among the people of this copy, the most frequent first. */
export type AudienceChoices = {
  communes: { code: string; name: string; province: string; people: number }[];
  /** Where people are, by what they said or what a request of theirs names. */
  provinces: Choice[];
  topics: { topic: string; people: number }[];
  /** What an announcement can be about: who gets such news, and how many of them follow just that. */
  newsTopics: { topic: NewsTopic; people: number; followers: number }[];
  statuses: Choice[];
  sectors: Choice[];
  languages: Choice[];
  channels: Choice[];
};
type Choice = { id: string; people: number };

const MOST_CHOICES = 500;

export async function listAudienceChoices(db: Db): Promise<AudienceChoices> {
  const communes = await db.$queryRaw<AudienceChoices['communes']>`
    SELECT v."value"->>'communeCode' AS "code", min(v."value"->>'commune') AS "name", min(v."value"->>'province') AS "province",
      count(DISTINCT a."personId")::int AS "people"
    FROM "ApplicationAnswer" v JOIN "Application" a ON a."id" = v."applicationId" JOIN "Person" p ON p."id" = a."personId"
    WHERE v."questionId" = 'commune' AND ${isHereSql} AND v."value"->>'commune' IS NOT NULL
    GROUP BY 1 ORDER BY 4 DESC, 2 LIMIT ${MOST_CHOICES}`;
  const topics = await db.$queryRaw<AudienceChoices['topics']>`
    SELECT i."topic", count(*)::int AS "people" FROM "PersonInterest" i JOIN "Person" p ON p."id" = i."personId"
    WHERE ${isHereSql} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_CHOICES}`;
  const provinces = await db.$queryRaw<Choice[]>`
    SELECT x."code" AS "id", count(DISTINCT p."id")::int AS "people" FROM "Person" p CROSS JOIN LATERAL (
      SELECT p."provinceCode" AS "code" UNION ALL
      SELECT v."value"->>'provinceCode' FROM "Application" a JOIN "ApplicationAnswer" v ON v."applicationId" = a."id"
      WHERE a."personId" = p."id" AND v."questionId" = 'commune') x
    WHERE ${isHereSql} AND x."code" IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`;
  const newsTopics = await db.$queryRaw<AudienceChoices['newsTopics']>`
    SELECT n."topic", count(p."id")::int AS "people", count(p."id") FILTER (WHERE EXISTS (
        SELECT 1 FROM "FollowedTopic" f WHERE f."personId" = p."id" AND f."endedAt" IS NULL AND f."wanted"
          AND f."topic" = n."topic"))::int AS "followers"
    FROM unnest(${[...NEWS_TOPICS]}::text[]) WITH ORDINALITY n("topic", "place")
    LEFT JOIN "Person" p ON ${isHereSql} AND ${getsNewsSql(Prisma.raw('n."topic"'))}
    GROUP BY n."topic", n."place" ORDER BY n."place"`;
  const count = (what: Prisma.Sql, more: Prisma.Sql = Prisma.empty): Promise<Choice[]> => db.$queryRaw<Choice[]>`
    SELECT ${what} AS "id", count(DISTINCT p."id")::int AS "people" FROM "Person" p ${more}
    WHERE ${isHereSql} GROUP BY 1 ORDER BY 2 DESC, 1`;
  const dossiers = Prisma.sql`JOIN "Application" a ON a."personId" = p."id"`;
  return {
    ...{ communes, provinces, topics, newsTopics },
    statuses: await count(statusSql(Prisma.sql`a."id"`), dossiers),
    sectors: (await count(sectorSql, dossiers)).filter(({ id }) => id !== null),
    languages: await count(Prisma.sql`p."locale"`),
    channels: await count(Prisma.sql`c."channel"`, Prisma.sql`CROSS JOIN LATERAL ${preferredContactSql} c`),
  };
}
