import { STATUS_EVENTS } from '../core/applications/status.ts';
import { Prisma } from '../generated/prisma/client.ts';

/**
 * What `statusOf` says in core, for the dossier of this id (an SQL expression such as `a."id"`); a status is never stored.
 * A test holds the two together.
 */
export function statusSql(applicationId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
  SELECT CASE
    WHEN "last" IN ('claimed', 'released') AND "base" = 'returned' THEN 'needs-papers'
    WHEN "last" = 'released' THEN 'submitted'
    WHEN "last" = 'resubmitted' AND "hold" IN ('claimed', 'reopened') THEN 'in-review'
    WHEN "last" = 'resubmitted' THEN 'submitted'
    WHEN "last" IN ('claimed', 'reopened', 'seen') THEN 'in-review'
    WHEN "last" = 'returned' THEN 'needs-papers'
    WHEN "last" = 'started' OR "last" IS NULL THEN 'draft'
    ELSE "last" END
  FROM (
    SELECT (array_agg(e."kind" ORDER BY e."seq" DESC))[1] AS "last",
      (array_agg(e."kind" ORDER BY e."seq" DESC) FILTER (WHERE e."kind" NOT IN ('claimed', 'released')))[1] AS "base",
      (array_agg(e."kind" ORDER BY e."seq" DESC) FILTER (WHERE e."kind" IN ('claimed', 'reopened', 'released')))[1] AS "hold"
    FROM "ApplicationEvent" e
    WHERE e."applicationId" = ${applicationId} AND e."kind" = ANY(${STATUS_EVENTS})) happened)`;
}

/** What `claimedBy` says in core: the id of the officer who has the dossier, or null. */
export function holderSql(applicationId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
  SELECT CASE WHEN e."kind" = 'released' THEN NULL ELSE e."actorId" END FROM "ApplicationEvent" e
  WHERE e."applicationId" = ${applicationId} AND e."kind" IN ('claimed', 'reopened', 'released')
  ORDER BY e."seq" DESC LIMIT 1)`;
}
