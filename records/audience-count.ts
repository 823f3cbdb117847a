import type { Condition } from '../core/audience/condition.ts';
import { audienceSql, preferredContactSql } from './audience.ts';
import type { Db, Tx } from './database.ts';

/** Whom an announcement would reach if it left now, and whom not. */
export type AudienceCount = {
  /** Who would get it, by the channel they wrote from last. */
  channels: { channel: string; people: number }[];
  reachable: number;
  /** In the audience, but they have not asked for news. */
  noNews: number;
  /** In the audience and want news, but no channel of theirs can be reached. */
  unreachable: number;
};

/** Counted as planning chooses: the same conditions, at this moment. */
export async function countAudience(db: Db | Tx, condition: Condition): Promise<AudienceCount> {
  const rows = await db.$queryRaw<{ wantsNews: boolean; channel: string | null; people: number }[]>`
    SELECT p."wantsNews", c."channel", count(*)::int AS "people"
    FROM "Person" p LEFT JOIN LATERAL ${preferredContactSql} c ON true
    WHERE ${audienceSql(condition)} GROUP BY 1, 2 ORDER BY 3 DESC, 2`;
  const sum = (some: typeof rows): number => some.reduce((total, { people }) => total + people, 0);
  const wanting = rows.filter(({ wantsNews }) => wantsNews);
  const channels = wanting.flatMap(({ channel, people }) => (channel === null ? [] : [{ channel, people }]));
  const reachable = channels.reduce((total, { people }) => total + people, 0);
  return { channels, reachable, noNews: sum(rows) - sum(wanting), unreachable: sum(wanting) - reachable };
}

/** What an audience can be chosen by: what there is among the people of this copy, the most frequent first. */
export type AudienceChoices = {
  communes: { code: string; name: string; province: string; people: number }[];
  topics: { topic: string; people: number }[];
};

const MOST_CHOICES = 500;

export async function listAudienceChoices(db: Db): Promise<AudienceChoices> {
  const communes = await db.$queryRaw<AudienceChoices['communes']>`
    SELECT v."value"->>'communeCode' AS "code", min(v."value"->>'commune') AS "name", min(v."value"->>'province') AS "province",
      count(DISTINCT a."personId")::int AS "people"
    FROM "ApplicationAnswer" v JOIN "Application" a ON a."id" = v."applicationId" JOIN "Person" p ON p."id" = a."personId"
    WHERE v."questionId" = 'commune' AND NOT p."isSample" AND p."erasedAt" IS NULL AND v."value"->>'commune' IS NOT NULL
    GROUP BY 1 ORDER BY 4 DESC, 2 LIMIT ${MOST_CHOICES}`;
  const topics = await db.$queryRaw<AudienceChoices['topics']>`
    SELECT i."topic", count(*)::int AS "people" FROM "PersonInterest" i JOIN "Person" p ON p."id" = i."personId"
    WHERE NOT p."isSample" AND p."erasedAt" IS NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_CHOICES}`;
  return { communes, topics };
}
