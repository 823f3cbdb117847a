import { Prisma } from '../generated/prisma/client.ts';
import { tookConsentBackSql } from './consents.ts';
import type { Db } from './database.ts';

/** Somebody who is to be phoned, with what their latest request that names a phone says. Empty where nobody said it. */
export type CalledPerson = {
  personId: string;
  name: string;
  establishment: string;
  phone: string;
  commune: string;
  province: string;
};

/** Of these people, those whose data is still here and who are no sample. */
export async function findPeopleToCall(db: Db, personIds: string[]): Promise<Map<string, CalledPerson>> {
  const rows = await db.$queryRaw<CalledPerson[]>`
    SELECT ${calledSql} FROM "Person" p ${latestRequestSql}
    WHERE p."id" = ANY(${personIds}::uuid[]) AND p."erasedAt" IS NULL AND p."joinedAt" IS NULL AND NOT p."isSample"`;
  return new Map(rows.map((row) => [row.personId, row]));
}

const answerSql = (questionId: string): Prisma.Sql => Prisma.sql`(
  SELECT v."value" #>> '{}' FROM "ApplicationAnswer" v
  WHERE v."applicationId" = latest."id" AND v."questionId" = ${questionId} AND jsonb_typeof(v."value") = 'string')`;

const placeSql = (key: 'commune' | 'province'): Prisma.Sql => Prisma.sql`(
  SELECT v."value" ->> ${key} FROM "ApplicationAnswer" v
  WHERE v."applicationId" = latest."id" AND v."questionId" = 'commune')`;

/** The columns of a `CalledPerson`, of person `p` and their request `latest`. */
export const calledSql = Prisma.sql`
  p."id" AS "personId",
  COALESCE(NULLIF(${answerSql('contact-name')}, ''), p."displayName", '') AS "name",
  COALESCE(${answerSql('establishment')}, '') AS "establishment", COALESCE(${answerSql('phone')}, '') AS "phone",
  COALESCE(${placeSql('commune')}, '') AS "commune", COALESCE(${placeSql('province')}, '') AS "province"`;

/** Joins, to person `p`, their latest request that names a phone, or else their latest. */
export const latestRequestSql = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT a."id" FROM "Application" a
    WHERE a."personId" = p."id" AND NOT ${tookConsentBackSql(Prisma.sql`p."id"`)}
    ORDER BY EXISTS (
      SELECT 1 FROM "ApplicationAnswer" h WHERE h."applicationId" = a."id" AND h."questionId" = 'phone') DESC,
      a."updatedAt" DESC, a."id" LIMIT 1) latest ON true`;
