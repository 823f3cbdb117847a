import { PHOTOS, readPhotos } from '../../core/applications/photos.ts';
import { COURSE } from '../../core/courses/chosen-course.ts';
import { hasDoubtfulCheckDigit } from '../../core/forms/fields/tax-code-field.ts';
import { answerWords, labelWords } from '../../core/forms/form-words.ts';
import { moneyValue, placeValue, skippedValue } from '../../core/forms/values.ts';
import { say } from '../../locales/say.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import type { AnswerValue } from '../../records/request-list.ts';
import { type KeptDossier, type KeptItem, listKeptItems } from './kept-items.ts';

/** One item of a dossier as an officer reads it. */
export type DescribedItem = {
  /** Of the question. */
  id: string;
  /** The request, or what is completed later; `other`: no form of today asks for it. */
  part: 'request' | 'details' | 'other';
  /** "Số điện thoại"; the question's id, when this version of the form no longer knows it. */
  label: string;
  text: string;
  /** The person's own words, where the text is another. */
  raw?: string;
  /** The exact sum, in đồng, where the text is rounded. */
  exactVnd?: { min: number; max: number };
  /** What an officer should look at in it; nothing is wrong by it. */
  warning?: string;
  /** Ids of stored photos. */
  fileIds: string[];
  isSkipped: boolean;
  isAnswered: boolean;
};

/** All that a dossier asks for and holds, in the order of its forms; what no form asks any more comes last, as it was kept. */
export function describeItems(dossier: KeptDossier, locale: Locale): DescribedItem[] {
  return listKeptItems(dossier).map((item) => describeItem(item, locale));
}

/** Those items that have an answer. */
export function describeAnswers(described: KeptDossier, locale: Locale): DescribedItem[] {
  return describeItems(described, locale).filter(({ isAnswered }) => isAnswered);
}

/** What a list shows of a request. */
export type RequestSummary = { what: string; product: string; name?: string; place: string };

export function summarizeAnswers(described: KeptDossier, locale: Locale): RequestSummary {
  const answers = describeAnswers(described, locale);
  const textOf = (id: string): string => answers.find((answer) => answer.id === id && !answer.isSkipped)?.text ?? '';
  const name = textOf('contact-name');
  return {
    what: [textOf('need'), textOf('price')].filter(Boolean).join(' · '),
    product: [textOf('product'), textOf('establishment')].filter(Boolean).join(' · '),
    name: name === '' ? undefined : name,
    place: textOf('commune'),
  };
}

/** One item in words. */
export function describeItem({ id, part, asked, answer, value }: KeptItem, locale: Locale): DescribedItem {
  const words = wordsFor(locale);
  if (asked === undefined) {
    if (id === COURSE) {
      const label = words.t('courses:answerLabel');
      return { ...describe(answer, { id, part, label, text: answer?.raw ?? '' }), raw: undefined };
    }
    if (id !== PHOTOS) return describe(answer, { id, part, label: id, text: plainText(answer) });
    const label = words.t('console-review:photos');
    return { ...describe(answer, { id, part, label, text: answer?.raw ?? '' }), raw: undefined };
  }
  const { form, question } = asked;
  const told = { id, part, label: say(words, locale, labelWords(form, question)) };
  const text = value === undefined ? undefined : say(words, locale, answerWords(form, question, value));
  if (answer === undefined) {
    return { ...told, text: text ?? '', fileIds: [], isSkipped: false, isAnswered: text !== undefined };
  }
  const item = describe(answer, { ...told, text: text ?? plainText(answer) });
  if (question.field.kind !== 'tax-code' || text === undefined) return item;
  const isDoubtful = typeof value === 'string' && hasDoubtfulCheckDigit(value);
  // Of a personal id the last four digits are shown; its own words would show them all.
  return { ...item, raw: undefined, warning: isDoubtful ? words.t('console-review:items.checkDigit') : undefined };
}

function describe(
  answer: AnswerValue | undefined,
  told: Pick<DescribedItem, 'id' | 'part' | 'label' | 'text'>,
): DescribedItem {
  const money = moneyValue.safeParse(answer?.value);
  const place = placeValue.safeParse(answer?.value);
  const said = (place.success ? place.data.legacyAddressText : answer?.raw) ?? '';
  return {
    ...told,
    raw: isSame(said, told.text) ? undefined : said,
    exactVnd: money.success ? { min: money.data.minVnd, max: money.data.maxVnd } : undefined,
    fileIds: readPhotos(answer?.value),
    isSkipped: skippedValue.safeParse(answer?.value).success,
    isAnswered: true,
  };
}

/** Spaces, capitals and marks of punctuation make no difference: 0900000001 is 0900 000 001. */
function isSame(said: string, text: string): boolean {
  const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return said === '' || bare(said) === bare(text);
}

/** As it was kept, when no form explains it. */
export function plainText(answer: AnswerValue | undefined): string {
  if (answer === undefined) return '';
  const { value, raw } = answer;
  if (raw !== null) return raw;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
