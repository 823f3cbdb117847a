import { STEPS } from '../core/applications/standing-events.ts';
import { STATUS_BY_EVENT, STATUS_EVENTS } from '../core/applications/status.ts';
import { Prisma } from '../generated/prisma/client.ts';

const HELD = ['claimed', 'released'];
const TOLD = [...STATUS_EVENTS, 'stepped-back'];
/** {kind of event: status}, read with ->> : a list of WHENs would be planned anew for each dossier of a list. */
const BY_EVENT = JSON.stringify(STATUS_BY_EVENT);

/**
 * What `statusOf` says in core, for the dossier of this id (an SQL expression such as `a."id"`); a status is never stored.
 * A test holds the two together. A step that was taken back is one after which fewer steps stand than with it.
 */
export function statusSql(applicationId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
  SELECT CASE
    WHEN "base" IN ('submitted', 'resubmitted', 'reopened') THEN
      CASE WHEN "hold" IN ('claimed', 'reopened') THEN 'in-review' ELSE 'submitted' END
    WHEN "base" = 'seen' AND "last" = 'released' THEN 'submitted'
    WHEN "base" = 'amendment-granted' AND "baseData" ->> 'amendment' = 'stop' THEN 'stopped'
    WHEN "base" IN ('amendment-granted', 'amendment-refused') THEN
      CASE WHEN "hasBegun" THEN 'in-progress' ELSE 'contracted' END
    ELSE COALESCE(${BY_EVENT}::jsonb ->> "base", 'draft') END
  FROM (
    SELECT (array_agg(s."kind" ORDER BY s."seq" DESC))[1] AS "last",
      (array_agg(s."kind" ORDER BY s."seq" DESC) FILTER (WHERE s."kind" <> ALL(${HELD})))[1] AS "base",
      (array_agg(s."data" ORDER BY s."seq" DESC) FILTER (WHERE s."kind" <> ALL(${HELD})))[1] AS "baseData",
      (array_agg(s."kind" ORDER BY s."seq" DESC) FILTER (WHERE s."kind" IN ('claimed', 'reopened', 'released')))[1] AS "hold",
      bool_or(s."kind" = 'begun') AS "hasBegun"
    FROM (
      SELECT d.*, min(d."depth") OVER (ORDER BY d."seq" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS "least"
      FROM (
        SELECT e."kind", e."seq", e."data",
          sum(CASE WHEN e."kind" = ANY(${STEPS}) THEN 1 WHEN e."kind" = 'stepped-back' THEN -1 ELSE 0 END)
            OVER (ORDER BY e."seq") AS "depth"
        FROM "ApplicationEvent" e
        WHERE e."applicationId" = ${applicationId} AND e."kind" = ANY(${TOLD})) d) s
    WHERE s."kind" <> 'stepped-back' AND (s."kind" <> ALL(${STEPS}) OR s."least" >= s."depth")) happened)`;
}

/** What `claimedBy` says in core: the id of the officer who has the dossier, or null. */
export function holderSql(applicationId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
  SELECT CASE WHEN e."kind" = 'released' THEN NULL ELSE e."actorId" END FROM "ApplicationEvent" e
  WHERE e."applicationId" = ${applicationId} AND e."kind" IN ('claimed', 'reopened', 'released')
  ORDER BY e."seq" DESC LIMIT 1)`;
}
