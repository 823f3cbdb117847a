import { AppError } from '../../core/app-error.ts';
import { findRequestHead } from '../../records/request-detail.ts';
import { notify } from '../../records/signals.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { inFrame, requestFrame } from '../messages/frames.ts';
import { nameDossier } from '../messages/name-dossier.ts';
import { getAddressee, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** Writes back to the person of a request. Throws `not-found`, `person.erased` and `person.unreachable`. */
export async function writeAboutRequest(
  deps: StaffDeps,
  { id, requestId, text, officer }: { id: string; requestId: string; text: string; officer: Officer },
): Promise<void> {
  const deed = { requestId, actorId: officer.id, action: 'request.written', subjectKind: 'Application', subjectId: id };
  await writeOnce(deps, deed, async (tx, now) => {
    const request = await findRequestHead(tx, id);
    if (request === undefined) throw new AppError('not-found');
    const addressee = await getAddressee(tx, request.personId);
    const code = await nameDossier(tx, request, addressee.locale);
    const frame = requestFrame({ locale: addressee.locale, officerName: officer.name, code });
    await writeToPerson(tx, deps, { addressee, text: inFrame(frame, text), requestId, officerId: officer.id, now });
    await notify(tx, 'console', 'message');
  });
}
