import { AppError } from '../../core/app-error.ts';
import { createOfficer, findOfficerByEmail, type OfficerRole } from '../../records/officers.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';

/**
 * Makes an account without a password and returns its id, the request's own id, so that a repeat returns the same.
 * Throws `officer.email-taken`.
 */
export async function inviteOfficer(
  deps: StaffDeps,
  options: { requestId: string; name: string; email: string; role: OfficerRole; by: Officer },
): Promise<string> {
  const { requestId, name, email, role, by } = options;
  const deed = {
    requestId,
    actorId: by.id,
    action: 'officer.invited',
    subjectKind: 'User',
    subjectId: requestId,
    data: { role },
  };
  await writeOnce(deps, deed, async (tx, now) => {
    if ((await findOfficerByEmail(tx, email)) !== undefined) throw new AppError('officer.email-taken');
    await createOfficer(tx, { id: requestId, name, email, role, now });
  });
  return requestId;
}
