import { correctedData, findUndoable, mayCorrect } from '../../core/applications/correction.ts';
import { optionWords } from '../../core/forms/form-words.ts';
import { choicesValue, findFittingValue } from '../../core/forms/values.ts';
import { say } from '../../locales/say.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import type { RequestDetail, RequestEvent } from '../../records/request-detail.ts';
import { describeItem } from './describe-answers.ts';
import { isCorrectable, type KeptItem, listKeptItems } from './kept-items.ts';

/** How an answer is entered anew: in words, or as options, with those that stand now. */
export type Entry =
  | { kind: 'text'; text: string }
  | { kind: 'choice' | 'choices'; options: { id: string; label: string }[]; chosen: string[] };

/** By question id, how each answer that an officer may put right now is entered; none for who may not. */
export function listEntries(
  request: Pick<RequestDetail, 'programme' | 'answers' | 'status'>,
  { mayCorrectNow, locale }: { mayCorrectNow: boolean; locale: Locale },
): Map<string, Entry> {
  if (!mayCorrectNow) return new Map();
  const correctable = listKeptItems(request).filter(
    (item) => isCorrectable(item) && mayCorrect({ status: request.status, questionId: item.id }),
  );
  return new Map(correctable.map((item) => [item.id, entryOf(item, locale)]));
}

function entryOf(item: KeptItem, locale: Locale): Entry {
  const { asked, value } = item;
  const field = asked?.question.field;
  if (asked !== undefined && (field?.kind === 'choice' || field?.kind === 'choices')) {
    const words = wordsFor(locale);
    const label = (id: string): string => say(words, locale, optionWords(asked.form, asked.question, id));
    const several = choicesValue.safeParse(value).data?.optionIds;
    return {
      kind: field.kind,
      options: field.options
        .filter(({ isKeptOnly }) => isKeptOnly !== true)
        .map(({ id }) => ({ id, label: label(id) })),
      chosen: several ?? (typeof value === 'string' ? [value] : []),
    };
  }
  const { text, isSkipped } = describeItem({ ...item, answer: item.answer && { ...item.answer, raw: null } }, locale);
  // A personal id is shown by its last digits: those cannot be entered again.
  return { kind: 'text', text: isSkipped || field?.kind === 'tax-code' ? '' : text };
}

/** What a correction says to who reads the history, in words. */
export type ToldCorrection = {
  questionId: string;
  label: string;
  /** Empty where there was, or is, no answer. */
  before: string;
  after: string;
  askedBy: string;
  reason: string;
  isUndo: boolean;
  mayUndo: boolean;
};

/** The history as officers read it: of a correction words stand there, and none of the values as they are kept. */
export function tellEvents(
  request: Pick<RequestDetail, 'programme' | 'answers' | 'events'>,
  { mayCorrectNow, locale }: { mayCorrectNow: boolean; locale: Locale },
): (RequestEvent & { correction?: ToldCorrection })[] {
  const items = listKeptItems(request);
  return request.events.map((event) => {
    const corrected = event.kind === 'corrected' ? correctedData.safeParse(event.data).data : undefined;
    if (corrected === undefined) return event.kind === 'corrected' ? { ...event, data: {} } : event;
    const { questionId, before, after, askedBy, reason, undoes } = corrected;
    const item = items.find(({ id }) => id === questionId);
    const textOf = (kept: typeof before): string => (kept === null ? '' : wordsOf(item, kept.value, locale));
    const correction: ToldCorrection = {
      ...{ questionId, label: item === undefined ? questionId : describeItem(item, locale).label },
      ...{ before: textOf(before), after: textOf(after), askedBy, reason, isUndo: undoes !== undefined },
      mayUndo: mayCorrectNow && findUndoable(request, event.id) !== undefined,
    };
    return { ...event, data: {}, correction };
  });
}

function wordsOf(item: KeptItem | undefined, kept: unknown, locale: Locale): string {
  const value = item?.asked === undefined ? undefined : findFittingValue(item.asked.question, kept);
  return item === undefined || value === undefined
    ? '…'
    : describeItem({ ...item, answer: undefined, value }, locale).text;
}
