import { STEPS } from '../core/applications/standing-events.ts';
import { STATUS_BY_EVENT, STATUS_EVENTS } from '../core/applications/status.ts';
import { Prisma } from '../generated/prisma/client.ts';

const HELD = ['claimed', 'released'];
const STOPPED = 'amendment-granted/stop';
/** {kind of event: status}, read with ->> : a list of WHENs would be planned anew for each dossier of a list. */
const BY_EVENT = JSON.stringify({ ...STATUS_BY_EVENT, [STOPPED]: 'stopped' });

/** True where step `e` of a project was taken back: from it on, some taking back is one more than the steps it could have meant. */
const isTakenBackSql = Prisma.sql`(e."kind" = ANY(${STEPS}) AND EXISTS (
      SELECT 1 FROM "ApplicationEvent" b
      WHERE b."applicationId" = e."applicationId" AND b."kind" = 'stepped-back' AND b."seq" > e."seq" AND (
        SELECT count(*) FILTER (WHERE m."kind" = 'stepped-back') > count(*) FILTER (WHERE m."kind" = ANY(${STEPS}))
        FROM "ApplicationEvent" m
        WHERE m."applicationId" = e."applicationId" AND m."seq" > e."seq" AND m."seq" <= b."seq")))`;

/**
 * What `statusOf` says in core, for the dossier of this id (an SQL expression such as `a."id"`); a status is never stored.
 * A test holds the two together.
 */
export function statusSql(applicationId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
  SELECT CASE
    WHEN "base" IN ('submitted', 'resubmitted', 'reopened') THEN
      CASE WHEN "hold" IN ('claimed', 'reopened') THEN 'in-review' ELSE 'submitted' END
    WHEN "base" = 'seen' AND "last" = 'released' THEN 'submitted'
    WHEN "base" IN ('amendment-granted', 'amendment-refused') THEN
      CASE WHEN "hasBegun" THEN 'in-progress' ELSE 'contracted' END
    ELSE COALESCE(${BY_EVENT}::jsonb ->> "base", 'draft') END
  FROM (
    SELECT (array_agg(s."what" ORDER BY s."seq" DESC))[1] AS "last",
      (array_agg(s."what" ORDER BY s."seq" DESC) FILTER (WHERE s."what" <> ALL(${HELD})))[1] AS "base",
      (array_agg(s."what" ORDER BY s."seq" DESC) FILTER (WHERE s."what" IN ('claimed', 'reopened', 'released')))[1] AS "hold",
      bool_or(s."what" = 'begun') AS "hasBegun"
    FROM (
      SELECT e."seq",
        CASE WHEN e."kind" = 'amendment-granted' AND e."data" ->> 'amendment' = 'stop' THEN ${STOPPED} ELSE e."kind" END AS "what"
      FROM "ApplicationEvent" e
      WHERE e."applicationId" = ${applicationId} AND e."kind" = ANY(${STATUS_EVENTS}) AND NOT ${isTakenBackSql}) s) happened)`;
}

/** What `claimedBy` says in core: the id of the officer who has the dossier, or null. */
export function holderSql(applicationId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
  SELECT CASE WHEN e."kind" = 'released' THEN NULL ELSE e."actorId" END FROM "ApplicationEvent" e
  WHERE e."applicationId" = ${applicationId} AND e."kind" IN ('claimed', 'reopened', 'released')
  ORDER BY e."seq" DESC LIMIT 1)`;
}
