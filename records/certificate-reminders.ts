import { ANY_PROGRAMME } from '../core/audience/condition.ts';
import { isDayLead } from '../core/certificates/certificate.ts';
import { type Dealt, whatWasTold } from '../core/certificates/what-was-told.ts';
import { CERTIFICATES, type CertificateDates } from '../core/schedule/certificate-reminders.ts';
import { writeSubject } from '../core/schedule/reminder-subject.ts';
import type { Lead } from '../core/schedule/window-leads.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { tookConsentBackSql } from './consents.ts';
import type { Db, Tx } from './database.ts';

/** A certificate and one of the people who are reminded of it, with what they were told. */
export type RemindedOf = CertificateDates & {
  certificateId: string;
  personId: string;
  version: number;
  dealtWith: Set<string>;
};

type Row = {
  certificateId: string;
  personId: string;
  version: number;
  validUntil: string;
  leads: string[];
  since: Date;
  revisions: { validUntil: string; leads: string[]; keptAt: string }[];
  dealt: (Omit<Dealt, 'at'> & { at: string })[];
};

/**
 * Those who act for an establishment, with each of its certificates that still counts, if its last day is `from` (ISO) or later: not who took
 * the consent back, nor who said "đừng nhắc nữa" of it, of all certificates, or of everything. In the order of both ids;
 * `only`: that one pair.
 */
export async function listRemindedOf(
  db: Db | Tx,
  options: {
    from?: string;
    after?: { certificateId: string; personId: string };
    only?: { certificateId: string; personId: string };
    limit: number;
  },
): Promise<RemindedOf[]> {
  const { from = '', after, only, limit } = options;
  const next =
    after === undefined
      ? Prisma.empty
      : Prisma.sql`AND (c."id", p."id") > (${after.certificateId}::uuid, ${after.personId}::uuid)`;
  const pair =
    only === undefined
      ? Prisma.empty
      : Prisma.sql`AND c."id" = ${only.certificateId}::uuid AND p."id" = ${only.personId}::uuid`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT c."id" AS "certificateId", p."id" AS "personId", c."version", c."validUntil", c."leads", c."since",
      (SELECT jsonb_agg(jsonb_build_object('validUntil', r."validUntil", 'leads', r."leads", 'keptAt', r."keptAt") ORDER BY r."revision")
        FROM "CertificateRevision" r WHERE r."certificateId" = c."id") AS "revisions",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('version', d."version", 'which', d."which", 'outcome', d."outcome", 'at', d."at"))
        FROM "CertificateReminder" d WHERE d."certificateId" = c."id" AND d."personId" = p."id"), '[]') AS "dealt"
    FROM "Certificate" c JOIN "EstablishmentMember" m ON m."establishmentId" = c."establishmentId" AND m."endedAt" IS NULL
    JOIN "Person" p ON p."id" = m."personId"
    WHERE c."endedAt" IS NULL AND c."validUntil" >= ${from} ${next} ${pair}
      AND NOT p."isSample" AND p."erasedAt" IS NULL AND p."joinedAt" IS NULL AND NOT ${tookConsentBackSql(Prisma.sql`p."id"`)}
      AND NOT EXISTS (
        SELECT 1 FROM "ReminderWish" w WHERE w."personId" = p."id" AND w."stoppedAt" IS NOT NULL
          AND w."programme" IN (${ANY_PROGRAMME}, ${CERTIFICATES}, ${writeSubject({ kind: 'certificate', id: '' })} || c."id"))
    ORDER BY c."id", p."id" LIMIT ${limit}`;
  return rows.map(({ revisions, dealt, leads, ...row }) => {
    const read = (some: string[]): Lead[] => some.filter(isDayLead);
    const said = revisions.map((each) => ({ ...each, leads: read(each.leads), keptAt: new Date(each.keptAt) }));
    const told = whatWasTold(
      said,
      dealt.map((each) => ({ ...each, at: new Date(each.at) })),
    );
    return { ...row, leads: read(leads), ...told };
  });
}

/** Holds a certificate as it is until the transaction ends: a correction comes before or after what is being told. */
export async function holdAsItIs(tx: Tx, certificateId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Certificate" WHERE "id" = ${certificateId}::uuid FOR SHARE`;
}

/** Writes down that a round was dealt with for a person, once. */
export async function keepCertificateRound(
  tx: Tx,
  round: Pick<RemindedOf, 'certificateId' | 'personId' | 'version'> & {
    which: string;
    dueAt: Date;
    outcome: 'told' | 'missed' | 'past';
    now: Date;
  },
): Promise<void> {
  const { now, ...data } = round;
  await tx.certificateReminder.createMany({ data: [{ ...data, at: now }], skipDuplicates: true });
}

/** Two people are one: what either was told, they were. The caller holds both lanes. */
export async function joinCertificateReminders(
  tx: Tx,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "CertificateReminder" r USING "CertificateReminder" o
    WHERE r."personId" = ${fromId}::uuid AND o."personId" = ${intoId}::uuid AND o."certificateId" = r."certificateId"
      AND o."version" = r."version" AND o."which" = r."which"`;
  await tx.certificateReminder.updateMany({ where: { personId: fromId }, data: { personId: intoId } });
}
