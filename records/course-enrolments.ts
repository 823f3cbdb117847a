import { COURSE, ENROLLED } from '../core/courses/chosen-course.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { statusSql } from './application-status-sql.ts';
import type { Db, Tx } from './database.ts';

/** Who counts when places are counted. */
export type CourseCounts = {
  /** Requests for it. */
  requests: number;
  /** People who would come, by what the requests say; one for a request that does not say. */
  people: number;
  /** Requests that came when the places were gone. */
  waiting: number;
};

const NONE: CourseCounts = { requests: 0, people: 0, waiting: 0 };

/**
 * The requests for these courses that were sent and hold (sample people's do not count), in the order in which they were
 * asked for: a course chosen after the request was sent counts from then; at the same instant the order of codes counts. `upTo`: the people of this one and all before.
 */
function enrolledSql(courseIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT o.*, sum(o."people") OVER (PARTITION BY o."courseId" ORDER BY o."askedAt", length(o."code"), o."code") AS "upTo",
      row_number() OVER (PARTITION BY o."courseId" ORDER BY o."askedAt", length(o."code"), o."code") AS "position"
    FROM (
      SELECT k."id" AS "courseId", k."places", a."id", a."code", a."personId", ${statusSql(Prisma.sql`a."id"`)} AS "status",
        GREATEST(v."answeredAt", (
          SELECT min(e."at") FROM "ApplicationEvent" e WHERE e."applicationId" = a."id" AND e."kind" = 'submitted')) AS "askedAt",
        COALESCE((
          SELECT (l."value" ->> 'maxCount')::int FROM "ApplicationAnswer" l
          WHERE l."applicationId" = a."id" AND l."questionId" = 'learners'
            AND jsonb_typeof(l."value" -> 'maxCount') = 'number'), 1) AS "people"
      FROM "Course" k
      JOIN "ApplicationAnswer" v ON v."questionId" = ${Prisma.raw(`'${COURSE}'`)} AND v."value" ->> 'courseId' = k."id"::text
      JOIN "Application" a ON a."id" = v."applicationId" AND a."programme" = k."programme"
      JOIN "Person" p ON p."id" = a."personId" AND NOT p."isSample"
      WHERE k."id" = ANY(${courseIds}::uuid[])) o
    WHERE o."status" = ANY(${ENROLLED}))`;
}

/** For each of these courses how many asked for it; nobody for one that nobody chose. */
export async function countEnrolled(
  db: Db | Tx,
  courseIds: readonly string[],
): Promise<(courseId: string) => CourseCounts> {
  if (courseIds.length === 0) return () => NONE;
  const rows = await db.$queryRaw<(CourseCounts & { courseId: string })[]>`
    SELECT n."courseId", count(*)::int AS "requests", sum(n."people")::int AS "people",
      count(*) FILTER (WHERE n."upTo" > n."places")::int AS "waiting"
    FROM ${enrolledSql(courseIds)} n GROUP BY 1`;
  const byId = new Map(rows.map(({ courseId, ...counts }) => [courseId, counts]));
  return (id) => byId.get(id) ?? NONE;
}

/** Where a request stands among those for its course. */
export type Standing = {
  hasPlace: boolean;
  /** Its place in the waiting list, from 1; only without a place in the course. */
  waitsAt: number;
};

export async function findStanding(
  db: Db | Tx,
  { courseId, applicationId }: { courseId: string; applicationId: string },
): Promise<Standing | undefined> {
  const rows = await db.$queryRaw<Standing[]>`
    SELECT w."hasPlace", w."waitsAt" FROM (
      SELECT n."id", n."upTo" <= n."places" AS "hasPlace",
        (count(*) FILTER (WHERE n."upTo" > n."places") OVER (ORDER BY n."position"))::int AS "waitsAt"
      FROM ${enrolledSql([courseId])} n) w
    WHERE w."id" = ${applicationId}::uuid`;
  return rows[0];
}

/** One request for a course, as the office's list names it. */
export type Enrolled = {
  id: string;
  code: string;
  personId: string;
  status: string;
  askedAt: Date;
  people: number;
  hasPlace: boolean;
  /** What the person answered; empty where they did not. */
  name: string;
  establishment: string;
  phone: string;
  commune: string;
  /** Who will come, in the person's words. */
  learners: string;
};

/** Everybody who asked for a course, in the order in which they did. */
export async function listEnrolled(db: Db | Tx, courseId: string): Promise<Enrolled[]> {
  const textOf = (questionId: string): Prisma.Sql => Prisma.sql`COALESCE((
    SELECT t."value" #>> '{}' FROM "ApplicationAnswer" t
    WHERE t."applicationId" = n."id" AND t."questionId" = ${questionId} AND jsonb_typeof(t."value") = 'string'), '')`;
  return await db.$queryRaw<Enrolled[]>`
    SELECT n."id", n."code", n."personId", n."status", n."askedAt", n."people", n."upTo" <= n."places" AS "hasPlace",
      COALESCE(NULLIF(${textOf('contact-name')}, ''), p."displayName", '') AS "name",
      ${textOf('establishment')} AS "establishment", ${textOf('phone')} AS "phone", ${textOf('learner-names')} AS "learners",
      COALESCE((
        SELECT c."value" ->> 'commune' FROM "ApplicationAnswer" c
        WHERE c."applicationId" = n."id" AND c."questionId" = 'commune'), '') AS "commune"
    FROM ${enrolledSql([courseId])} n JOIN "Person" p ON p."id" = n."personId" ORDER BY n."position"`;
}
