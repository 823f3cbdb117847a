import { AppError } from '../../core/app-error.ts';
import { errorFacts } from '../../core/error-facts.ts';
import { wordsForTime } from '../../core/schedule/words-for-time.ts';
import { sayDay } from '../../locales/say-time.ts';
import { wordsFor } from '../../locales/words.ts';
import { findFile } from '../../records/person-files.ts';
import { type RemovalReason, removePhoto } from '../../records/remove-photo.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { toLocale } from '../messages/to-locale.ts';
import { getAddressee, planSending, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';

/**
 * Takes a photo away that the centre may not keep, such as an identity card sent unasked: its bytes, and every place that
 * shows it. That it was there stays in the audit. The person is told, when they can be. Throws `not-found`.
 */
export async function removeOfficePhoto(
  deps: StaffDeps,
  { id, why, requestId, officer }: { id: string; why: RemovalReason; requestId: string; officer: Officer },
): Promise<void> {
  const file = await findFile(deps.db, id);
  if (file === undefined) throw new AppError('not-found');
  const deed = {
    ...{ requestId, actorId: officer.id, action: 'photo.removed', subjectKind: 'Person', subjectId: file.personId },
    data: { fileId: id, why },
  };
  const done = await writeOnce(deps, deed, async (tx, now) => {
    const removed = await removePhoto(tx, { id, officerId: officer.id, why, now });
    if (removed === undefined) throw new AppError('not-found');
    const addressee = await getAddressee(tx, removed.personId);
    const sending = planSending(addressee, now);
    if (sending.kind === 'impossible') return removed.key;
    const words = wordsFor(toLocale(addressee.locale));
    const day = sayDay(words, wordsForTime({ at: removed.cameAt, now }));
    const text = words.t(`console-data:toPerson.removed.${why}`, { day });
    await writeToPerson(tx, deps, { addressee, text, requestId, officerId: officer.id, now });
    return removed.key;
  });
  if (done === undefined) return;
  // What is left when this fails is stray, and goes with the next sweep.
  await deps.files.remove(done.result).catch((error: unknown) => {
    deps.log.warn(errorFacts(error), 'the bytes of a removed photo are still there; the sweep takes them');
  });
}
