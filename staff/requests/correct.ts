import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../core/app-error.ts';
import { findUndoable } from '../../core/applications/correction.ts';
import type { FormTools } from '../../core/forms/fields/field-reading.ts';
import { type NewAnswer, readNewAnswer } from '../../core/forms/read-new-answer.ts';
import { findFittingValue } from '../../core/forms/values.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import { say } from '../../locales/say.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import { findCentre } from '../../records/centre.ts';
import { correctAnswer } from '../../records/correct-answer.ts';
import type { Db, Tx } from '../../records/database.ts';
import { findRequest, holdRequest, type RequestDetail } from '../../records/request-detail.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { correctionMessage } from '../messages/correction-message.ts';
import type { PersonMessage } from '../messages/decision-message.ts';
import { nameDossier } from '../messages/name-dossier.ts';
import { toLocale } from '../messages/to-locale.ts';
import { getAddressee, planSending, type Sending, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';
import type { AskedCorrection } from './correction.ts';
import { describeItem } from './describe-answers.ts';
import { isCorrectable, type KeptItem, listKeptItems } from './kept-items.ts';
import { withMeanwhile } from './with-meanwhile.ts';

type Deps = Pick<StaffDeps, 'db' | 'clock' | 'ids' | 'loadPlaces'>;
type Options = { id: string; correction: AskedCorrection; officer: Pick<Officer, 'id' | 'name'> };

/** What an entered answer was read as, in the officer's words. */
export type ToldReading =
  | { kind: 'value'; text: string; warning: string | null }
  | { kind: 'choose'; options: string[] }
  | { kind: 'unread'; problem: string }
  /** It says already what is there. */
  | { kind: 'same' };

/**
 * An officer puts an answer right for somebody who told them, or a slip of the office's own, or takes such a correction
 * back; the person is told what was changed, if they can be. Throws `not-found`, `request.invalid` for what no form asks,
 * `correction.unreadable`, `correction.same`, and what `correctAnswer` throws, with what happened meanwhile.
 */
export async function correct(
  deps: Deps,
  { id, requestId, correction, officer }: Options & { requestId: string },
): Promise<void> {
  const { questionId, seen, given, askedBy, reason } = correction;
  const deed = {
    ...{ requestId, actorId: officer.id, action: 'request.corrected', subjectKind: 'Application', subjectId: id },
    // Codes only: what it was and what it is stand in the dossier's own history, and go with it.
    data: { questionId, askedBy },
  };
  const [places, centre] = await Promise.all([deps.loadPlaces(), findCentre(deps.db)]);
  const done = writeOnce(deps, deed, async (tx, now) => {
    const request = await holdRequest(tx, id);
    if (request === undefined) throw new AppError('not-found');
    const tools = toolsFor({ places, nearProvinceCode: centre?.provinceCode, now }, 'vi');
    const read = readCorrection(request, correction, tools);
    if (read.kind === 'same') throw new AppError('correction.same');
    if (read.kind === 'choose' || read.kind === 'unread') throw new AppError('correction.unreadable');
    const changed = 'undoes' in given ? { undoes: given.undoes } : { value: read.after ?? '' };
    const { isRepeated } = await correctAnswer(tx, {
      ...{ id, requestId, now, ids: deps.ids, askedBy, reason },
      actor: { kind: 'officer', id: officer.id },
      correction: { questionId, seenAnsweredAt: seen === null ? null : new Date(seen), ...changed },
    });
    if (isRepeated) return;
    const addressee = await getAddressee(tx, request.personId);
    if (planSending(addressee, now).kind === 'impossible') return;
    const { paragraphs, choices } = await tellingOf(tx, { request, correction, officer, read });
    const written = { text: paragraphs.join('\n'), choices, requestId, officerId: officer.id, now };
    await writeToPerson(tx, deps, { addressee, ...written });
  });
  await done.catch(async (error: unknown) => {
    throw await withMeanwhile(deps.db, id, error);
  });
}

/** What would be kept, what the person would read of it, and when. Throws `not-found` and `request.invalid`. */
export async function previewCorrection(
  deps: Pick<Deps, 'db' | 'clock' | 'loadPlaces'>,
  { id, correction, officer }: Options,
  locale: Locale,
): Promise<{ reading: ToldReading; message: PersonMessage | null; sending: Sending }> {
  const { db, clock } = deps;
  const now = clock.now();
  const request = await findRequest(db, id);
  if (request === undefined) throw new AppError('not-found');
  const [places, centre] = await Promise.all([deps.loadPlaces(), findCentre(db)]);
  const tools = toolsFor({ places, nearProvinceCode: centre?.provinceCode, now }, locale);
  const read = readCorrection(request, correction, tools);
  const sending = planSending(await getAddressee(db, request.personId), now);
  switch (read.kind) {
    case 'same':
      return { reading: { kind: 'same' }, message: null, sending };
    case 'unread':
      return { reading: { kind: 'unread', problem: tools.say(read.problem) }, message: null, sending };
    case 'choose':
      return {
        reading: { kind: 'choose', options: read.options.map(({ label }) => tools.say(label)) },
        ...{ message: null, sending },
      };
    case 'read': {
      const message = await tellingOf(db, { request, correction, officer, read });
      const text = textOf(read.item, read.after, locale);
      const warning = read.warning === undefined ? null : tools.say(read.warning);
      return { reading: { kind: 'value', text, warning }, message, sending };
    }
  }
}

type Read =
  | Exclude<NewAnswer, { kind: 'value' }>
  | { kind: 'same' }
  /** `after`: undefined when the answer that had been put there goes again. */
  | { kind: 'read'; item: KeptItem; after: KeptItem['value']; warning?: Parameters<FormTools['say']>[0] };

function readCorrection(request: RequestDetail, { questionId, given }: AskedCorrection, tools: FormTools): Read {
  const item = listKeptItems(request).find((each) => each.id === questionId);
  if (item?.asked === undefined || !isCorrectable(item)) throw new AppError('request.invalid');
  if ('undoes' in given) {
    const undone = findUndoable(request, given.undoes);
    if (undone?.questionId !== questionId) throw new AppError('correction.not-undoable');
    return { kind: 'read', item, after: findFittingValue(item.asked.question, undone.before?.value) };
  }
  const { form, question } = item.asked;
  const read = readNewAnswer(form, question, { given, tools });
  if (read.kind !== 'value') return read;
  if (isDeepStrictEqual(read.value, item.value)) return { kind: 'same' };
  return { kind: 'read', item, after: read.value, warning: read.warning };
}

async function tellingOf(
  tx: Tx | Db,
  about: Omit<Options, 'id'> & { request: RequestDetail; read: Extract<Read, { kind: 'read' }> },
): Promise<PersonMessage> {
  const { request, correction, officer, read } = about;
  const { locale } = await getAddressee(tx, request.personId);
  const { label, text: before } = describeItem(read.item, toLocale(locale));
  return correctionMessage({
    ...{ locale, officerName: officer.name, askedBy: correction.askedBy, reason: correction.reason.trim() },
    dossier: { id: request.id, code: await nameDossier(tx, request, locale) },
    changed: { label, before, after: textOf(read.item, read.after, toLocale(locale)) },
  });
}

/** The item with this answer in place of its own; empty without one. */
function textOf(item: KeptItem, value: KeptItem['value'], locale: Locale): string {
  return value === undefined ? '' : describeItem({ ...item, answer: undefined, value }, locale).text;
}

function toolsFor(known: Pick<FormTools, 'places' | 'nearProvinceCode'> & { now: Date }, locale: Locale): FormTools {
  const { now, ...rest } = known;
  const words = wordsFor(locale);
  return { ...rest, today: officeDay(now), say: (saying) => say(words, locale, saying) };
}
