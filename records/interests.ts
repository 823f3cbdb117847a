import { Prisma } from '../generated/prisma/client.ts';
import type { Tx } from './database.ts';

/** Whether a person's last word on news was no. */
const saidNoSql = (personId: string): Prisma.Sql => Prisma.sql`COALESCE((
  SELECT NOT r."granted" OR r."withdrawnAt" IS NOT NULL FROM "ConsentRecord" r
  WHERE r."personId" = ${personId}::uuid AND r."purpose" = 'news' ORDER BY r."at" DESC LIMIT 1), false)`;

/**
 * Notes what a person asked about, so that news of the same kind can be meant for them. Nothing is noted of somebody whose
 * last word on news was no. The caller holds the person's lane.
 */
export async function noteInterests(
  tx: Tx,
  { personId, topics, now }: { personId: string; topics: readonly string[]; now: Date },
): Promise<void> {
  if (topics.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "PersonInterest" ("personId", "topic", "lastAskedAt")
    SELECT ${personId}::uuid, t, ${now} FROM unnest(${[...new Set(topics)]}::text[]) t WHERE NOT ${saidNoSql(personId)}
    ON CONFLICT ("personId", "topic") DO UPDATE SET "lastAskedAt" = EXCLUDED."lastAskedAt"`;
}

/** Interests are kept for news only: they go with the consent to it, and with the person's data. */
export async function forgetInterests(tx: Tx, personId: string): Promise<void> {
  await tx.personInterest.deleteMany({ where: { personId } });
}

/** What two people asked about who turned out to be one; their consents have been joined already. */
export async function joinInterests(tx: Tx, { fromId, intoId }: { fromId: string; intoId: string }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "PersonInterest" ("personId", "topic", "lastAskedAt")
    SELECT ${intoId}::uuid, "topic", "lastAskedAt" FROM "PersonInterest" WHERE "personId" = ${fromId}::uuid
    ON CONFLICT ("personId", "topic") DO UPDATE
      SET "lastAskedAt" = GREATEST("PersonInterest"."lastAskedAt", EXCLUDED."lastAskedAt")`;
  await forgetInterests(tx, fromId);
  await tx.$executeRaw`DELETE FROM "PersonInterest" WHERE "personId" = ${intoId}::uuid AND ${saidNoSql(intoId)}`;
}
