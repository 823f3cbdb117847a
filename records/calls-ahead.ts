import type { Condition } from '../core/audience/condition.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { audienceSql, preferredContactSql } from './audience.ts';
import { lastReachedSql } from './budget-places.ts';
import type { Db } from './database.ts';
import { getsNewsSql } from './follows.ts';
import { type CalledPerson, calledSql, latestRequestSql } from './people-to-call.ts';

/** Somebody whom an announcement would not reach if it left now, with what their latest request that names a phone says. */
export type ForeseenCall = CalledPerson & { why: 'unreachable' | 'budget' };

/**
 * Whom an announcement would not reach if it left now: those of its audience who want news of its topic and have no channel to
 * be reached on, and on a channel whose month has room for only `people` of them the others: places go to who was not reached
 * for longest, as `planSpending` gives them, and among equals by their ids, in whose order the messages are written. By
 * commune, then by name.
 */
export async function readCallsAhead(
  db: Db,
  {
    topic,
    audience,
    room,
  }: { topic: string; audience: Condition; room: { channel: string; people: number } | undefined },
): Promise<ForeseenCall[]> {
  const isShort =
    room === undefined ? Prisma.sql`false` : Prisma.sql`(m."channel" = ${room.channel} AND m."place" > ${room.people})`;
  return await db.$queryRaw<ForeseenCall[]>`
    WITH meant AS (
      SELECT p."id", c."channel", row_number() OVER (
        PARTITION BY c."channel" ORDER BY ${lastReachedSql(Prisma.sql`p."id"`)} NULLS FIRST, p."id") AS "place"
      FROM "Person" p LEFT JOIN LATERAL ${preferredContactSql} c ON true
      WHERE ${getsNewsSql(Prisma.sql`${topic}`)} AND ${audienceSql(audience)})
    SELECT CASE WHEN m."channel" IS NULL THEN 'unreachable' ELSE 'budget' END AS "why", ${calledSql}
    FROM meant m JOIN "Person" p ON p."id" = m."id" ${latestRequestSql}
    WHERE m."channel" IS NULL OR ${isShort} ORDER BY "commune", "name", "personId"`;
}
