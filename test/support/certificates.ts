import { randomUUID } from 'node:crypto';
import type { CertificateFields } from '../../core/certificates/certificate.ts';
import { enterCertificate } from '../../records/certificates.ts';
import type { Db } from '../../records/database.ts';

/** What stands on a paper. */
export const CERTIFICATE: CertificateFields = {
  ...{ number: '12/GCN-UBND', level: 'province', product: 'Miến dong Tài Hoan' },
  ...{ issuedOn: '2023-09-15', validUntil: '2026-12-31', leads: [] },
};

/** A certificate of an establishment, as an officer enters it; returns its id. */
export async function addCertificate(
  db: Db,
  establishmentId: string,
  { now, ...more }: Partial<CertificateFields> & { now: Date; applicationId?: string },
): Promise<string> {
  const id = randomUUID();
  const entered = { ...CERTIFICATE, ...more, id, establishmentId, officerId: 'officer-1', now };
  await db.$transaction((tx) => enterCertificate(tx, entered));
  return id;
}
