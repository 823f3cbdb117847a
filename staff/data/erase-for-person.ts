import { AppError } from '../../core/app-error.ts';
import { wordsForTime } from '../../core/schedule/words-for-time.ts';
import { sayDay } from '../../locales/say-time.ts';
import { wordsFor } from '../../locales/words.ts';
import { type DataRequestRow, findDataRequest } from '../../records/data-request-list.ts';
import { noteOutcome } from '../../records/data-request-steps.ts';
import type { Db, Tx } from '../../records/database.ts';
import { type ForeseenErasure, foreseeErasure } from '../../records/foresee-erasure.ts';
import { holdLane } from '../../records/people.ts';
import { erasePerson } from '../../records/personal-data.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { toLocale } from '../messages/to-locale.ts';
import { getAddressee, planSending, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** What deleting would take and leave, and the words in which the person will hear of it. */
export type ForeseenDeletion = ForeseenErasure & { message: string };

/** Throws `not-found`, and `data-request.over` where no deletion is asked or it is over. */
export async function foreseeDeletion(
  { db, clock }: Pick<StaffDeps, 'db' | 'clock'>,
  id: string,
): Promise<ForeseenDeletion> {
  const now = clock.now();
  const request = await getDeletion(db, { id, now });
  const foreseen = await foreseeErasure(db, request.personId);
  const { locale } = await getAddressee(db, request.personId);
  return { ...foreseen, message: messageOf({ request, kept: foreseen.stays.codes, locale, now, reason: '' }) };
}

/**
 * Deletes a person's data for them, as their request asks, with the officer's reason; they are told on their channel what
 * went and what a law keeps. `mark`: of what the officer was shown. Throws as above, and `data-request.changed` when
 * something else would go now.
 */
export async function eraseForPerson(
  deps: StaffDeps,
  deed: { id: string; requestId: string; mark: string; reason: string; officer: Officer },
): Promise<void> {
  const { id, requestId, mark, reason, officer } = deed;
  const write = { requestId, actorId: officer.id, action: 'person.erased' };
  await writeOnce(deps, { ...write, subjectKind: 'DataSubjectRequest', subjectId: id }, async (tx, now) => {
    const { personId } = await getDeletion(tx, { id, now });
    await holdLane(tx, personId);
    const request = await getDeletion(tx, { id, now });
    if ((await foreseeErasure(tx, personId)).mark !== mark) throw new AppError('data-request.changed');
    const addressee = await getAddressee(tx, personId);
    const { kept } = await erasePerson(tx, {
      ...{ personId, requestId: id, eventId: deps.ids.next, officerId: officer.id, now },
    });
    await noteOutcome(tx, { id, officerId: officer.id, outcome: reason, now });
    if (planSending(addressee, now).kind === 'impossible') return;
    const text = messageOf({ request, kept, locale: addressee.locale, now, reason });
    await writeToPerson(tx, deps, { addressee, text, requestId, officerId: officer.id, now });
  });
}

async function getDeletion(db: Db | Tx, { id, now }: { id: string; now: Date }): Promise<DataRequestRow> {
  const request = await findDataRequest(db, { id, now });
  if (request === undefined) throw new AppError('not-found');
  const isOpen = request.state === 'waiting' || request.state === 'answered';
  if (request.kind !== 'delete' || !isOpen) throw new AppError('data-request.over');
  return request;
}

function messageOf(told: {
  request: DataRequestRow;
  kept: string[];
  locale: string;
  now: Date;
  reason: string;
}): string {
  const { request, kept, locale, now, reason } = told;
  const words = wordsFor(toLocale(locale));
  const asked = sayDay(words, wordsForTime({ at: request.at, now }));
  return [
    words.t('data-by-officer:erased', { asked }),
    ...(kept.length === 0 ? [] : [words.t('my-data:mustStay', { codes: kept.join(', ') })]),
    words.t('my-data:whatStays'),
    ...(reason === '' ? [] : [reason]),
  ].join('\n');
}
