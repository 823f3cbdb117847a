import { AppError } from '../../core/app-error.ts';
import { endSessions, findOfficer, lockActiveAdministrators, updateOfficer } from '../../records/officers.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';

/**
 * Shuts an officer out, at once and everywhere, or lets them in again. What they did stays under their name.
 * Throws `not-found`, `officer.is-self`, and `officer.last-administrator` when nobody could administer any more.
 */
export async function setOfficerDisabled(
  deps: StaffDeps,
  { id, requestId, disabled, by }: { id: string; requestId: string; disabled: boolean; by: Officer },
): Promise<void> {
  const action = disabled ? 'officer.disabled' : 'officer.enabled';
  await writeOnce(deps, { requestId, actorId: by.id, action, subjectKind: 'User', subjectId: id }, async (tx, now) => {
    if (disabled && id === by.id) throw new AppError('officer.is-self');
    const administrators = await lockActiveAdministrators(tx);
    if ((await findOfficer(tx, id)) === undefined) throw new AppError('not-found');
    if (disabled && administrators.every((administrator) => administrator === id)) {
      throw new AppError('officer.last-administrator');
    }
    await updateOfficer(tx, { id, disabledAt: disabled ? now : null, now });
    if (disabled) await endSessions(tx, id);
  });
}
