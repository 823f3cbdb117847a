import { AppError } from '../../core/app-error.ts';
import { actOnApplication } from '../../records/application-actions.ts';
import { findRequestHead } from '../../records/request-detail.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { seenText } from '../messages/frames.ts';
import { getAddressee, planSending, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';

/**
 * An officer has looked at a request; the person is told, if they can be. Throws `not-found`, and
 * `application.not-allowed` when a colleague was faster, so that the person is not told twice, or when it was taken back.
 */
export async function markSeen(
  deps: StaffDeps,
  { id, requestId, officer }: { id: string; requestId: string; officer: Officer },
): Promise<void> {
  const deed = { requestId, actorId: officer.id, action: 'request.seen', subjectKind: 'Application', subjectId: id };
  await writeOnce(deps, deed, async (tx, now) => {
    const request = await findRequestHead(tx, id);
    if (request === undefined) throw new AppError('not-found');
    const actor = { kind: 'officer', id: officer.id } as const;
    await actOnApplication(tx, { id, action: 'claim', actor, requestId, now, ids: deps.ids });

    const addressee = await getAddressee(tx, request.personId);
    if (planSending(addressee, now).kind !== 'impossible') {
      const text = seenText({ locale: addressee.locale, officerName: officer.name, code: request.code });
      await writeToPerson(tx, deps, { addressee, text, requestId, officerId: officer.id, now });
    }
  });
}
