import { AppError } from '../../core/app-error.ts';
import { dataRequestClock } from '../../core/people-data/data-request-clock.ts';
import type { DataRequestKind } from '../../core/people-data/legal-terms.ts';
import { wordsForTime } from '../../core/schedule/words-for-time.ts';
import { endOfOfficeDay, officeDay } from '../../core/schedule/working-days.ts';
import { sayDay } from '../../locales/say-time.ts';
import { wordsFor } from '../../locales/words.ts';
import {
  addToDataRequest,
  createDataRequest,
  findRecordedRequest,
  listOpenDataRequests,
  type OtherWay,
} from '../../records/data-requests.ts';
import { holdLane } from '../../records/people.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { toLocale } from '../messages/to-locale.ts';
import { getAddressee, planSending, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** How the officer made sure that it is this person: nobody may have another's data deleted by a call. */
export const IDENTITY_CHECKS = ['called-back', 'signed-paper', 'met'] as const;
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];

export type AskedForPerson = {
  personId: string;
  kind: DataRequestKind;
  way: OtherWay;
  check: IdentityCheck;
  /** What was asked, in the person's words; may be empty. */
  text: string;
  /** The day on which it was asked: the law's clocks run from there. */
  askedOn: Temporal.PlainDate;
};

/** A paper may have lain on a desk, not for longer. */
const LONGEST_AGO_DAYS = 60;

/**
 * Writes down what somebody asks about their data by phone, on paper or at the counter, with the law's clocks, and tells
 * them so on their channel: whoever did not ask can say so. What is asked again joins the request of its kind that is open.
 * Returns the id of the request. Throws `not-found`, `person.erased` and `request.invalid` for a day ahead or long ago.
 */
export async function askForPerson(
  deps: StaffDeps,
  { requestId, officer, asked }: { requestId: string; officer: Officer; asked: AskedForPerson },
): Promise<string> {
  const { personId, kind, way, check, text, askedOn } = asked;
  const deed = {
    ...{ requestId, actorId: officer.id, action: 'data-request.recorded', subjectKind: 'Person', subjectId: personId },
    data: { kind, way, check },
  };
  const done = await writeOnce(deps, deed, async (tx, now) => {
    await holdLane(tx, personId);
    const addressee = await getAddressee(tx, personId);
    if (addressee.erasedAt !== null) throw new AppError('person.erased');
    const askedAt = instantOf(askedOn, now);
    const open = (await listOpenDataRequests(tx, personId)).find((each) => each.kind === kind);
    if (open !== undefined) {
      if (text !== '') await addToDataRequest(tx, { id: open.id, text });
      return open.id;
    }
    const clock = dataRequestClock({ kind, askedAt, holidays: deps.holidays() });
    const facts = { checkedBy: [check] };
    await createDataRequest(tx, { id: requestId, personId, kind, text, channel: way, clock, askedAt, facts, now });
    if (planSending(addressee, now).kind === 'impossible') return requestId;
    const words = wordsFor(toLocale(addressee.locale));
    const day = (at: Date): string => sayDay(words, wordsForTime({ at, now }));
    const told = [
      words.t('data-by-officer:recorded', {
        what: words.word(`my-data:kind.${kind}`),
        way: words.word(`data-by-officer:way.${way}`),
        asked: day(askedAt),
      }),
      words.t('my-data:clocks', { answer: day(clock.answerBy), done: day(clock.doBy) }),
      words.t('data-by-officer:notYou'),
    ].join('\n');
    await writeToPerson(tx, deps, { addressee, text: told, requestId, officerId: officer.id, now });
    return requestId;
  });
  if (done !== undefined) return done.result;
  // The same press again: what it made, or what it was added to.
  const made = await findRecordedRequest(deps.db, { id: requestId, personId, kind });
  if (made === undefined) throw new AppError('not-found');
  return made;
}

/** Today it is now; an earlier day counts as a whole. */
function instantOf(day: Temporal.PlainDate, now: Date): Date {
  const today = officeDay(now);
  const ago = day.until(today, { largestUnit: 'days' }).days;
  if (ago < 0 || ago > LONGEST_AGO_DAYS) throw new AppError('request.invalid');
  return ago === 0 ? now : endOfOfficeDay(day);
}
