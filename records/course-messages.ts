import { COURSE, ENROLLED } from '../core/courses/chosen-course.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { statusSql } from './application-status-sql.ts';
import { preferredContactSql } from './audience.ts';
import type { Course } from './courses.ts';
import type { Db, Tx } from './database.ts';
import type { DeliveryContent } from './deliveries.ts';
import { notify } from './signals.ts';

const LIVING = ['draft', ...ENROLLED];

/** Person `p` chose the course, in a request that was sent or in one that is still being filled in. */
function choseSql(courseId: string): Prisma.Sql {
  return Prisma.sql`(NOT p."isSample" AND p."erasedAt" IS NULL AND EXISTS (
    SELECT 1 FROM "ApplicationAnswer" v JOIN "Application" a ON a."id" = v."applicationId"
    WHERE v."questionId" = ${Prisma.raw(`'${COURSE}'`)} AND v."value" ->> 'courseId' = ${courseId} AND a."personId" = p."id"
      AND ${statusSql(Prisma.sql`a."id"`)} = ANY(${LIVING})))`;
}

/** How many people chose a course, and how many of them can be written to. */
export async function countChosen(db: Db | Tx, courseId: string): Promise<{ people: number; reachable: number }> {
  const rows = await db.$queryRaw<{ people: number; reachable: number }[]>`
    SELECT count(*)::int AS "people", count(c."id")::int AS "reachable"
    FROM "Person" p LEFT JOIN LATERAL ${preferredContactSql} c ON true WHERE ${choseSql(courseId)}`;
  return rows[0] ?? { people: 0, reachable: 0 };
}

/**
 * Writes down one message to each person who chose the course; what of it waited until now is replaced, so that nobody
 * reads an older word after a newer one. The caller holds the course and has raised its version.
 */
export async function tellChosen(
  tx: Tx,
  {
    course: { id, version },
    contents,
    notBefore,
    officerId,
    now,
  }: {
    course: Pick<Course, 'id' | 'version'>;
    contents: Record<'vi' | 'en', DeliveryContent>;
    notBefore: Date;
    officerId: string;
    now: Date;
  },
): Promise<{ told: number; replaced: number }> {
  const replaced = await dropWaiting(tx, { id, reason: 'replaced', now });
  const rows = await tx.$queryRaw<{ contactId: string }[]>`
    INSERT INTO "Delivery" ("id", "key", "personId", "contactId", "kind", "content", "notBefore", "createdAt", "authorId", "courseId", "courseVersion")
    SELECT overlay(overlay(md5(w."key") placing '8' from 13) placing 'a' from 17)::uuid, w."key", w."personId", w."contactId", 'officer',
      ${JSON.stringify(contents)}::jsonb -> (CASE WHEN w."locale" = 'en' THEN 'en' ELSE 'vi' END),
      ${notBefore}, ${now}, ${officerId}, ${id}::uuid, ${version}
    FROM (
      SELECT p."id" AS "personId", p."locale", c."id" AS "contactId", ${`course/${id}/v${version}/`} || p."id" AS "key"
      FROM "Person" p CROSS JOIN LATERAL ${preferredContactSql} c WHERE ${choseSql(id)}) w
    ON CONFLICT ("key") DO NOTHING RETURNING "contactId"`;
  for (const { contactId } of rows) await notify(tx, 'delivery', contactId);
  return { told: rows.length, replaced };
}

/**
 * Takes back what the last deed was going to say: true when nothing of it has left and nothing is leaving. The caller
 * undoes everything when it is false.
 */
export async function takeBackMessages(tx: Tx, { id, version, now }: { id: string; version: number; now: Date }) {
  await dropWaiting(tx, { id, reason: 'taken-back', now });
  const left = await tx.delivery.count({
    where: { courseId: id, courseVersion: version, status: { in: ['sending', 'sent', 'ambiguous'] } },
  });
  return left === 0;
}

async function dropWaiting(tx: Tx, { id, reason, now }: { id: string; reason: string; now: Date }): Promise<number> {
  return await tx.$executeRaw`
    UPDATE "Delivery" SET "status" = 'skipped', "reason" = ${reason}, "settledAt" = ${now}
    WHERE "courseId" = ${id}::uuid AND "status" = 'waiting'`;
}

/** What became of the messages about a course. */
export type CourseMessages = { sent: number; waiting: number; failed: number };

export async function countCourseMessages(db: Db, id: string): Promise<CourseMessages> {
  const rows = await db.$queryRaw<CourseMessages[]>`
    SELECT count(*) FILTER (WHERE "status" IN ('sent', 'ambiguous'))::int AS "sent",
      count(*) FILTER (WHERE "status" IN ('waiting', 'sending'))::int AS "waiting",
      count(*) FILTER (WHERE "status" = 'failed')::int AS "failed"
    FROM "Delivery" WHERE "courseId" = ${id}::uuid`;
  return rows[0] ?? { sent: 0, waiting: 0, failed: 0 };
}
