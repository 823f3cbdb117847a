import { AppError } from '../core/app-error.ts';
import {
  CERTIFICATE_ENDINGS,
  CERTIFICATE_LEVELS,
  type CertificateEnding,
  type CertificateFields,
  isDayLead,
} from '../core/certificates/certificate.ts';
import type { Certificate as Row } from '../generated/prisma/client.ts';
import type { Db, Tx } from './database.ts';
import { holdLiving } from './establishment-holds.ts';
import { notify } from './signals.ts';

/** A certificate of a typical rural product (giấy chứng nhận sản phẩm công nghiệp nông thôn tiêu biểu). */
export type Certificate = CertificateFields & {
  id: string;
  establishmentId: string;
  applicationId: string | undefined;
  /** Counts every change. */
  revision: number;
  /** Counts the changes of its last day. */
  version: number;
  /** Since when its last day stands as it does. */
  since: Date;
  createdAt: Date;
  updatedAt: Date;
  ended: { at: Date; byId: string | null; why: CertificateEnding } | undefined;
};

function toCertificate(row: Row): Certificate {
  const { id, establishmentId, number, product, issuedOn, validUntil, revision, version, since } = row;
  const why = CERTIFICATE_ENDINGS.find((known) => known === row.endedWhy) ?? 'mistaken';
  return {
    ...{ id, establishmentId, number, product, issuedOn, validUntil, revision, version, since },
    applicationId: row.applicationId ?? undefined,
    level: CERTIFICATE_LEVELS.find((known) => known === row.level) ?? 'province',
    leads: row.leads.filter(isDayLead),
    ...{ createdAt: row.createdAt, updatedAt: row.updatedAt },
    ended: row.endedAt === null ? undefined : { at: row.endedAt, byId: row.endedById, why },
  };
}

type Deed = { id: string; officerId: string; now: Date };

/** Of an establishment that was merged meanwhile it is the kept one's. Throws `not-found`. */
export async function enterCertificate(
  tx: Tx,
  entered: CertificateFields & Deed & { establishmentId: string; applicationId?: string },
): Promise<void> {
  const { id, officerId, now, applicationId, establishmentId: asked, ...fields } = entered;
  const establishmentId = await holdLiving(tx, asked);
  if (establishmentId === undefined) throw new AppError('not-found');
  if (applicationId !== undefined) {
    const isIts = await tx.application.count({ where: { id: applicationId, establishmentId } });
    if (isIts === 0) throw new AppError('not-found');
  }
  const times = { since: now, createdAt: now, updatedAt: now };
  await tx.certificate.create({ data: { id, establishmentId, applicationId, ...fields, ...times } });
  await tx.certificateRevision.create({
    data: { certificateId: id, revision: 1, ...fields, keptById: officerId, keptAt: now },
  });
  await notify(tx, 'console', 'establishment');
}

/**
 * Puts it right as the paper says. Another last day replaces what waits to be told of the one before. Throws `not-found`,
 * `certificate.ended`, and `certificate.changed-meanwhile` when `revision` is not the one that stands.
 */
export async function correctCertificate(
  tx: Tx,
  { id, officerId, now, revision, ...fields }: CertificateFields & Deed & { revision: number },
): Promise<void> {
  const before = await holdStanding(tx, { id, revision });
  const isOtherDay = before.validUntil !== fields.validUntil;
  const dates = isOtherDay ? { version: before.version + 1, since: now } : {};
  await tx.certificate.update({ where: { id }, data: { ...fields, ...dates, revision: revision + 1, updatedAt: now } });
  await tx.certificateRevision.create({
    data: { certificateId: id, revision: revision + 1, ...fields, keptById: officerId, keptAt: now },
  });
  if (isOtherDay) await replaceWaiting(tx, { id, now });
  await notify(tx, 'console', 'establishment');
}

/** It counts no more, and nobody is reminded of it. Throws as `correctCertificate`. */
export async function endCertificate(
  tx: Tx,
  { id, officerId, now, revision, why }: Deed & { revision: number; why: CertificateEnding },
): Promise<void> {
  await holdStanding(tx, { id, revision });
  const ended = { endedAt: now, endedById: officerId, endedWhy: why };
  await tx.certificate.update({ where: { id }, data: { ...ended, revision: revision + 1, updatedAt: now } });
  await replaceWaiting(tx, { id, now });
  await notify(tx, 'console', 'establishment');
}

/** An end that was a slip is taken back. Throws `not-found`, `certificate.not-ended` and `certificate.changed-meanwhile`. */
export async function resumeCertificate(
  tx: Tx,
  { id, now, revision }: Omit<Deed, 'officerId'> & { revision: number },
): Promise<void> {
  const { ended } = await hold(tx, { id, revision });
  if (ended === undefined) throw new AppError('certificate.not-ended');
  const data = { endedAt: null, endedById: null, endedWhy: null, revision: revision + 1, updatedAt: now };
  await tx.certificate.update({ where: { id }, data });
  await notify(tx, 'console', 'establishment');
}

async function holdStanding(tx: Tx, seen: { id: string; revision: number }): Promise<Certificate> {
  const certificate = await hold(tx, seen);
  if (certificate.ended !== undefined) throw new AppError('certificate.ended');
  return certificate;
}

async function hold(tx: Tx, { id, revision }: { id: string; revision: number }): Promise<Certificate> {
  await tx.$executeRaw`SELECT 1 FROM "Certificate" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.certificate.findUnique({ where: { id } });
  if (row === null) throw new AppError('not-found');
  if (row.revision !== revision) throw new AppError('certificate.changed-meanwhile');
  return toCertificate(row);
}

/** What is being sent at this moment cannot be called back; whoever gets it hears of the change afterwards. */
async function replaceWaiting(tx: Tx, { id, now }: { id: string; now: Date }): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Delivery" d SET "status" = 'skipped', "reason" = 'replaced', "settledAt" = ${now}
    WHERE d."status" = 'waiting' AND starts_with(d."key", ${`reminder/certificate/${id}/`}) AND d."personId" IN (
      SELECT m."personId" FROM "EstablishmentMember" m JOIN "Certificate" c USING ("establishmentId") WHERE c."id" = ${id}::uuid)`;
}

/** One of a person's establishments that still counts, whatever its last day; undefined when it is not theirs. */
export async function findOwnCertificate(
  db: Db | Tx,
  { id, personId }: { id: string; personId: string },
): Promise<Certificate | undefined> {
  return (await listOwnCertificates(db, personId)).find((each) => each.id === id);
}

/** Those of the establishments that a person acts for, as far as they still count, the one that ends first before the others. */
export async function listOwnCertificates(db: Db | Tx, personId: string): Promise<Certificate[]> {
  const rows = await db.certificate.findMany({
    where: { endedAt: null, establishment: { members: { some: { personId, endedAt: null } } } },
    orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toCertificate);
}

/** A certificate as officers see it: with who entered each of its revisions, the last first. */
export type CertificateHistory = Certificate & {
  endedBy: string | undefined;
  revisions: (CertificateFields & { revision: number; by: string | undefined; at: Date })[];
};

/** Those of an establishment, the living ones first, then by their last day. */
export async function listCertificates(db: Db | Tx, establishmentId: string): Promise<CertificateHistory[]> {
  const rows = await db.certificate.findMany({
    where: { establishmentId },
    orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { validUntil: 'asc' }, { id: 'asc' }],
    include: { revisions: { orderBy: { revision: 'desc' } } },
  });
  const ids = rows.flatMap(({ endedById, revisions }) => [
    endedById ?? '',
    ...revisions.map(({ keptById }) => keptById),
  ]);
  const officers = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = (id: string | null): string | undefined => officers.find((officer) => officer.id === id)?.name;
  return rows.map(({ revisions, ...row }) => ({
    ...toCertificate(row),
    endedBy: nameOf(row.endedById),
    revisions: revisions.map(({ keptById, keptAt, certificateId: _, leads, level, ...said }) => ({
      ...said,
      level: CERTIFICATE_LEVELS.find((known) => known === level) ?? 'province',
      leads: leads.filter(isDayLead),
      ...{ by: nameOf(keptById), at: keptAt },
    })),
  }));
}

/** Those that still count and end from one day to another (ISO, both included), the first first. */
export async function listEndingCertificates(
  db: Db | Tx,
  { from, to }: { from: string; to: string },
): Promise<Certificate[]> {
  const rows = await db.certificate.findMany({
    where: { endedAt: null, validUntil: { gte: from, lte: to }, establishment: { mergedIntoId: null } },
    orderBy: [{ validUntil: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toCertificate);
}

/** Somebody had their data deleted: of an establishment for which nobody acts any more nothing is kept here either. */
export async function forgetCertificates(tx: Tx, { personId }: { personId: string }): Promise<void> {
  await tx.certificateReminder.deleteMany({ where: { personId } });
  await tx.certificate.deleteMany({
    where: { establishment: { AND: [{ members: { some: { personId } } }, { members: { none: { endedAt: null } } }] } },
  });
}
