import { type CallReason, callReason, NOT_TO_CALL } from '../core/announcements/to-call.ts';
import { type Condition, conditionSchema } from '../core/audience/condition.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { audienceSql, preferredContactSql } from './audience.ts';
import type { Db } from './database.ts';
import { getsNewsSql } from './follows.ts';
import { type CalledPerson, calledSql, latestRequestSql } from './people-to-call.ts';

/** Somebody whom an announcement did not reach, with what their latest request that names a phone says. */
export type ToCall = CalledPerson & { why: CallReason };

export type CallSheet = {
  people: ToCall[];
  /** Who said stop meanwhile: they are not called. */
  saidStop: number;
  /** Messages that still wait or are being sent: it is not known yet whether they arrive. */
  waiting: number;
};

type Row = Omit<ToCall, 'why'> & { status: string; reason: string | null };

/**
 * Those whom an announcement did not reach: its messages that failed, were skipped or nobody knows of, and at this moment those
 * of its audience who want news and have no channel to be reached on. Not who has it by another channel, said stop, had their
 * data deleted or is of the sample. By commune, then by name. Everything empty before its messages are written down.
 */
export async function readCallSheet(
  db: Db,
  { id, topic, audience, plannedAt }: { id: string; topic: string; audience: Condition; plannedAt: Date | null },
): Promise<CallSheet> {
  const wantsIt = getsNewsSql(Prisma.sql`${topic}`);
  const unreachable =
    plannedAt === null
      ? Prisma.empty
      : Prisma.sql`
        UNION ALL
        SELECT p."id", 'skipped', 'unreachable' FROM "Person" p
        LEFT JOIN LATERAL ${preferredContactSql} c ON true
        WHERE c."id" IS NULL AND ${wantsIt} AND ${audienceSql(conditionSchema.parse(audience))}
          AND NOT EXISTS (SELECT 1 FROM "Delivery" d WHERE d."announcementId" = ${id}::uuid AND d."personId" = p."id")`;
  const rows = await db.$queryRaw<Row[]>`
    WITH missed AS (
      SELECT d."personId", d."status", d."reason" FROM "Delivery" d
      WHERE d."announcementId" = ${id}::uuid AND d."status" IN ('failed', 'ambiguous', 'skipped')
        AND COALESCE(d."reason", '') <> ALL(${NOT_TO_CALL})
      ${unreachable})
    SELECT DISTINCT ON ("commune", "name", "personId") * FROM (
      SELECT m."status", m."reason", ${calledSql}
      FROM missed m JOIN "Person" p ON p."id" = m."personId" ${latestRequestSql}
      WHERE ${wantsIt} AND p."erasedAt" IS NULL AND p."joinedAt" IS NULL AND NOT p."isSample"
        AND NOT EXISTS (
          SELECT 1 FROM "Delivery" t
          WHERE t."announcementId" = ${id}::uuid AND t."personId" = p."id" AND t."status" = 'sent')) told
    ORDER BY "commune", "name", "personId", "status" DESC`;
  const [counts] = await db.$queryRaw<{ saidStop: number; waiting: number }[]>`
    SELECT count(*) FILTER (WHERE d."status" = 'skipped' AND d."reason" = 'said-stop')::int AS "saidStop",
      count(*) FILTER (WHERE d."status" IN ('waiting', 'sending'))::int AS "waiting"
    FROM "Delivery" d WHERE d."announcementId" = ${id}::uuid`;
  const people = rows.map(({ status, reason, ...one }) => ({ ...one, why: callReason(status, reason) }));
  return { people, saidStop: counts?.saidStop ?? 0, waiting: counts?.waiting ?? 0 };
}
