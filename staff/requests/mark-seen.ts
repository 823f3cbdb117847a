import { AppError } from '../../core/app-error.ts';
import { addRequestEvent, findStateEvent, lockRequest } from '../../records/request-events.ts';
import { notify } from '../../records/signals.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { seenText } from '../messages/frames.ts';
import { getAddressee, planSending, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';

/**
 * An officer has looked at a request; the person is told, if they can be. Throws `not-found`, and `request.already-seen`
 * when a colleague was faster, so that the person is not told twice.
 */
export async function markSeen(
  deps: StaffDeps,
  { id, requestId, officer }: { id: string; requestId: string; officer: Officer },
): Promise<void> {
  const deed = { requestId, actorId: officer.id, action: 'request.seen', subjectKind: 'Application', subjectId: id };
  await writeOnce(deps, deed, async (tx, now) => {
    const request = await lockRequest(tx, id);
    if (request === undefined) throw new AppError('not-found');
    if ((await findStateEvent(tx, id)) !== 'submitted') throw new AppError('request.already-seen');
    await addRequestEvent(tx, {
      id: deps.ids.next(),
      applicationId: id,
      kind: 'seen',
      actorKind: 'officer',
      actorId: officer.id,
      requestId,
      now,
    });

    const addressee = await getAddressee(tx, request.personId);
    if (planSending(addressee, now).kind !== 'impossible') {
      const text = seenText({ locale: addressee.locale, officerName: officer.name, code: request.code });
      await writeToPerson(tx, deps, { addressee, text, requestId, officerId: officer.id, now });
    }
    await notify(tx, 'console', 'request');
  });
}
