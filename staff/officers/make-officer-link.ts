import { AppError } from '../../core/app-error.ts';
import { createAdminLink } from '../../records/admin-links.ts';
import { findOfficer } from '../../records/officers.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';

/**
 * A one-time link with which an officer chooses a password: the first one, or a new one when it is forgotten. Ends
 * their earlier links. Only its hash is kept, so a repeat cannot return the same token: it makes the link anew.
 * Throws `not-found` and `officer.disabled`.
 */
export async function makeOfficerLink(
  deps: StaffDeps,
  { id, requestId, by }: { id: string; requestId: string; by: Officer },
): Promise<string> {
  const { db, clock } = deps;
  const deed = { requestId, actorId: by.id, action: 'officer.link-made', subjectKind: 'User', subjectId: id };
  const made = await writeOnce(deps, deed, async (tx) => {
    const officer = await findOfficer(tx, id);
    if (officer === undefined) throw new AppError('not-found');
    if (officer.disabledAt !== null) throw new AppError('officer.disabled');
    return await createAdminLink({ db: tx, clock, userId: id });
  });
  return made?.result ?? (await createAdminLink({ db, clock, userId: id }));
}
