import { Prisma } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';

/** request: keep name, phone and needs for a support request; news: receive the centre's news. */
export type ConsentPurpose = 'request' | 'news';

export type NewConsent = {
  id: string;
  personId: string;
  purpose: ConsentPurpose;
  /** Which wording was agreed to or refused. */
  textVersion: string;
  granted: boolean;
  channel: string;
  now: Date;
};

/** Evidence of a yes or a no (NĐ 356/2025 Đ6 k2 asks to keep who, when, what). Never changed, only withdrawn. */
export async function recordConsent(tx: Tx, consent: NewConsent): Promise<void> {
  const { now, ...fields } = consent;
  await tx.consentRecord.create({ data: { ...fields, at: now } });
}

/** The consent that holds now: the last answer, when it was yes and has not been withdrawn. */
export async function findConsent(
  db: Db | Tx,
  { personId, purpose }: { personId: string; purpose: ConsentPurpose },
): Promise<{ textVersion: string; at: Date } | undefined> {
  const last = await db.consentRecord.findFirst({ where: { personId, purpose }, orderBy: { at: 'desc' } });
  if (last === null || !last.granted || last.withdrawnAt !== null) return undefined;
  return { textVersion: last.textVersion, at: last.at };
}

/** In SQL, the wording of the consent to requests that a person gave and that holds; null: none does. */
export const agreedToSql = (personId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT CASE WHEN r."granted" AND r."withdrawnAt" IS NULL THEN r."textVersion" END FROM "ConsentRecord" r
  WHERE r."personId" = ${personId} AND r."purpose" = 'request' ORDER BY r."at" DESC LIMIT 1)`;

/** True in SQL of a person who took the consent to requests back and has not given it anew; who was never asked did not. */
export const tookConsentBackSql = (personId: Prisma.Sql): Prisma.Sql => Prisma.sql`COALESCE((
  SELECT r."granted" AND r."withdrawnAt" IS NOT NULL FROM "ConsentRecord" r
  WHERE r."personId" = ${personId} AND r."purpose" = 'request' ORDER BY r."at" DESC LIMIT 1), false)`;

/** Whether who filed this dossier took the consent back. */
export async function hasTakenConsentBack(tx: Tx, applicationId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isBack: boolean }[]>`
    SELECT ${tookConsentBackSql(Prisma.sql`a."personId"`)} AS "isBack" FROM "Application" a
    WHERE a."id" = ${applicationId}::uuid`;
  return rows[0]?.isBack ?? false;
}

export async function withdrawConsents(
  tx: Tx,
  { personId, purpose, now }: { personId: string; purpose?: ConsentPurpose; now: Date },
): Promise<number> {
  const { count } = await tx.consentRecord.updateMany({
    where: { personId, purpose, granted: true, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  return count;
}

/** What somebody last said about news, yes or no, with the way it came. */
export async function findLastNewsAnswer(
  db: Db | Tx,
  personId: string,
): Promise<{ granted: boolean; textVersion: string; channel: string; at: Date; withdrawnAt: Date | null } | undefined> {
  const select = { granted: true, textVersion: true, channel: true, at: true, withdrawnAt: true };
  const last = await db.consentRecord.findFirst({
    where: { personId, purpose: 'news' },
    orderBy: { at: 'desc' },
    select,
  });
  return last ?? undefined;
}
