import { AppError } from '../../core/app-error.ts';
import { latestExtension } from '../../core/people-data/data-request-clock.ts';
import { wordsForTime } from '../../core/schedule/words-for-time.ts';
import { endOfOfficeDay } from '../../core/schedule/working-days.ts';
import { sayDay } from '../../locales/say-time.ts';
import { wordsFor } from '../../locales/words.ts';
import { withdrawConsents } from '../../records/consents.ts';
import { type DataRequestRow, findDataRequest } from '../../records/data-request-list.ts';
import { extendDataRequest, finishDataRequest, markDataRequestAnswered } from '../../records/data-request-steps.ts';
import type { Tx } from '../../records/database.ts';
import { eraseDrafts } from '../../records/personal-data.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { toLocale } from '../messages/to-locale.ts';
import { getAddressee, planSending, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';

type Deed = { id: string; requestId: string; officer: Officer };

/** Tells the person how it goes on, within the two working days. Throws `not-found`, `data-request.over` and those of `writeToPerson`. */
export async function answerDataRequest(deps: StaffDeps, deed: Deed & { text: string }): Promise<void> {
  await doOnce(deps, deed, 'answered', async (tx, request, now) => {
    const { id, officer, text } = deed;
    if (!(await markDataRequestAnswered(tx, { id, officerId: officer.id, now })))
      throw new AppError('data-request.over');
    await tell(tx, deps, { deed, request, now, key: 'answer', text });
  });
}

/**
 * Puts it off, once, no farther than the law lets, with a reason that the person reads. Throws `not-found`,
 * `data-request.over`, `data-request.extended-before`, `data-request.too-far` and those of `writeToPerson`.
 */
export async function putOffDataRequest(
  deps: StaffDeps,
  deed: Deed & { to: Temporal.PlainDate; reason: string },
): Promise<void> {
  await doOnce(deps, deed, 'extended', async (tx, request, now) => {
    const { id, officer, reason } = deed;
    const { doBy, kind, extendedTo } = request;
    if (doBy === null) throw new AppError('data-request.over');
    if (extendedTo !== null) throw new AppError('data-request.extended-before');
    const to = endOfOfficeDay(deed.to);
    if (to <= doBy || to > latestExtension({ kind, doBy, holidays: deps.holidays() })) {
      throw new AppError('data-request.too-far');
    }
    const done = await extendDataRequest(tx, { id, officerId: officer.id, now, to, reason });
    if (!done) throw new AppError('data-request.over');
    await tell(tx, deps, { deed, request, now, key: 'extend', text: reason, until: to });
  });
}

/**
 * It is done, or refused with its reason. Who cannot be written to must hear it another way; it is done all the same. A
 * deletion is done by deleting (`eraseForPerson`), never by saying so: throws `data-request.not-erased`.
 */
export async function closeDataRequest(
  deps: StaffDeps,
  deed: Deed & { as: 'done' | 'refused'; text: string },
): Promise<void> {
  await doOnce(deps, deed, deed.as, async (tx, request, now) => {
    const { id, officer, as, text } = deed;
    const { personId, kind } = request;
    if (as === 'done' && kind === 'delete') throw new AppError('data-request.not-erased');
    if (!(await finishDataRequest(tx, { id, officerId: officer.id, now, as, outcome: text }))) {
      throw new AppError('data-request.over');
    }
    if (as === 'done' && kind === 'withdraw') {
      // Asked elsewhere than in the chat, this is where the consent ends; otherwise it ended there and nothing is left.
      await withdrawConsents(tx, { personId, purpose: 'request', now });
      await eraseDrafts(tx, { personId, requestId: deed.requestId, ids: deps.ids, now });
    }
    const sending = planSending(await getAddressee(tx, personId), now);
    if (sending.kind !== 'impossible') await tell(tx, deps, { deed, request, now, key: as, text });
  });
}

async function doOnce(
  deps: StaffDeps,
  { id, requestId, officer }: Deed,
  what: string,
  work: (tx: Tx, request: DataRequestRow, now: Date) => Promise<void>,
): Promise<void> {
  const write = { requestId, actorId: officer.id, subjectKind: 'DataSubjectRequest', subjectId: id };
  await writeOnce(deps, { ...write, action: `data-request.${what}` }, async (tx, now) => {
    const request = await findDataRequest(tx, { id, now });
    if (request === undefined) throw new AppError('not-found');
    await work(tx, request, now);
  });
}

async function tell(
  tx: Tx,
  deps: StaffDeps,
  options: {
    deed: Deed;
    request: DataRequestRow;
    now: Date;
    key: 'answer' | 'extend' | 'done' | 'refused';
    text: string;
    until?: Date;
  },
): Promise<void> {
  const { deed, request, now, key, text, until } = options;
  const addressee = await getAddressee(tx, request.personId);
  const words = wordsFor(toLocale(addressee.locale));
  const day = (at: Date): string => sayDay(words, wordsForTime({ at, now }));
  const before = words.t(`console-data:toPerson.${key}`, {
    officer: deed.officer.name,
    what: words.word(`my-data:kind.${request.kind}`),
    asked: day(request.at),
    day: until === undefined ? '' : day(until),
  });
  const { requestId, officer } = deed;
  await writeToPerson(tx, deps, { addressee, text: `${before}\n${text}`, requestId, officerId: officer.id, now });
}
