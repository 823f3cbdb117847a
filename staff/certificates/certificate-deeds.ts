import { AppError } from '../../core/app-error.ts';
import {
  type CertificateEnding,
  type CertificateFields,
  findCertificateFault,
} from '../../core/certificates/certificate.ts';
import { officeDay } from '../../core/time.ts';
import { correctCertificate, endCertificate, enterCertificate, resumeCertificate } from '../../records/certificates.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';

type Asked = { id: string; requestId: string; officer: Officer };

/** The request's own id becomes that of the certificate. Throws `not-found` and the faults of `findCertificateFault`. */
export async function enter(
  deps: StaffDeps,
  asked: CertificateFields & { requestId: string; officer: Officer; establishmentId: string; applicationId?: string },
): Promise<string> {
  const { requestId: id, officer, ...fields } = asked;
  await writeOnce(deps, deedOf('entered', { id, requestId: id, officer }), async (tx, now) => {
    refuseFault(fields, now);
    await enterCertificate(tx, { ...fields, id, officerId: officer.id, now });
  });
  return id;
}

/** Throws the faults of `findCertificateFault`, and what `correctCertificate` does. */
export async function correct(
  deps: StaffDeps,
  { requestId, officer, ...fields }: CertificateFields & Asked & { revision: number },
): Promise<void> {
  await writeOnce(deps, deedOf('corrected', { id: fields.id, requestId, officer }), async (tx, now) => {
    refuseFault(fields, now);
    await correctCertificate(tx, { ...fields, officerId: officer.id, now });
  });
}

/** Throws what `endCertificate` does. */
export async function end(deps: StaffDeps, asked: Asked & { revision: number; why: CertificateEnding }): Promise<void> {
  const { id, revision, why, officer } = asked;
  await writeOnce(deps, { ...deedOf('ended', asked), data: { why } }, (tx, now) =>
    endCertificate(tx, { id, revision, why, officerId: officer.id, now }),
  );
}

/** Throws what `resumeCertificate` does. */
export async function resume(deps: StaffDeps, asked: Asked & { revision: number }): Promise<void> {
  const { id, revision } = asked;
  await writeOnce(deps, deedOf('resumed', asked), (tx, now) => resumeCertificate(tx, { id, revision, now }));
}

function refuseFault(days: Pick<CertificateFields, 'issuedOn' | 'validUntil'>, now: Date): void {
  const fault = findCertificateFault(days, { today: officeDay(now) });
  if (fault !== undefined) throw new AppError(fault);
}

function deedOf(kind: string, { id, requestId, officer }: Asked) {
  return { requestId, actorId: officer.id, action: `certificate.${kind}`, subjectKind: 'Certificate', subjectId: id };
}
