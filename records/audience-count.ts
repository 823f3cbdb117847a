import type { Condition } from '../core/audience/condition.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { audienceSql, preferredContactSql } from './audience.ts';
import type { Db, Tx } from './database.ts';
import { getsNewsSql } from './follows.ts';

/** Whom an announcement would reach if it left now, and whom not. */
export type AudienceCount = {
  /** Who would get it, by the channel they wrote from last. */
  channels: { channel: string; people: number }[];
  reachable: number;
  /** In the audience, but they have not asked for news of this topic. */
  noNews: number;
  /** In the audience and want news, but no channel of theirs can be reached. */
  unreachable: number;
  /** These by the channel they wrote from last; null for who has none any more. */
  unreachableBy: { channel: string | null; people: number }[];
};

type Row = { wantsNews: boolean; channel: string | null; lost: string | null; people: number };

/** Counted as planning chooses: the same conditions and the same wish for news of the topic, at this moment. */
export async function countAudience(
  db: Db | Tx,
  { topic, audience }: { topic: string; audience: Condition },
): Promise<AudienceCount> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${getsNewsSql(Prisma.sql`${topic}`)} AS "wantsNews", c."channel", CASE WHEN c."channel" IS NULL THEN (
        SELECT x."channel" FROM "Contact" x WHERE x."personId" = p."id"
        ORDER BY x."lastInboundAt" DESC NULLS LAST, x."id" LIMIT 1) END AS "lost", count(*)::int AS "people"
    FROM "Person" p LEFT JOIN LATERAL ${preferredContactSql} c ON true
    WHERE ${audienceSql(audience)} GROUP BY 1, 2, 3 ORDER BY 4 DESC, 2, 3`;
  const sum = (some: typeof rows): number => some.reduce((total, { people }) => total + people, 0);
  const wanting = rows.filter(({ wantsNews }) => wantsNews);
  const channels = wanting.flatMap(({ channel, people }) => (channel === null ? [] : [{ channel, people }]));
  const reachable = channels.reduce((total, { people }) => total + people, 0);
  const lost = wanting.filter(({ channel }) => channel === null);
  return {
    ...{ channels, reachable, noNews: sum(rows) - sum(wanting), unreachable: sum(lost) },
    unreachableBy: lost.map((row) => ({ channel: row.lost, people: row.people })),
  };
}
