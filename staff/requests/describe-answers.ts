import { answerWords, labelWords } from '../../core/forms/form-words.ts';
import { findFittingValue, moneyValue, placeValue, skippedValue } from '../../core/forms/values.ts';
import { findProgramme } from '../../core/programmes/programmes.ts';
import { say } from '../../locales/say.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import type { AnswerValue } from '../../records/request-list.ts';

/** One answer as an officer reads it. */
export type DescribedAnswer = {
  id: string;
  /** "Số điện thoại"; the question's id, when this version of the form no longer knows it. */
  label: string;
  text: string;
  /** The person's own words, where the text is another. */
  raw?: string;
  /** The exact sum, in đồng, where the text is rounded. */
  exactVnd?: { min: number; max: number };
  isSkipped: boolean;
};

type Described = { programme: string; answers: Record<string, AnswerValue> };

/** All answers in the order of the form; those to questions that it no longer has come last, as they were kept. */
export function describeAnswers({ programme, answers }: Described, locale: Locale): DescribedAnswer[] {
  const words = wordsFor(locale);
  const form = findProgramme(programme)?.form;
  const questions = form?.questions ?? [];
  const known = questions.flatMap((question) => {
    const answer = answers[question.id];
    if (form === undefined || answer === undefined) return [];
    const value = findFittingValue(question, answer.value);
    const text = value === undefined ? plainText(answer) : say(words, locale, answerWords(form, question, value));
    return [describe(answer, { id: question.id, label: say(words, locale, labelWords(form, question)), text })];
  });
  const unknown = Object.entries(answers)
    .filter(([id]) => questions.every((question) => question.id !== id))
    .map(([id, answer]) => describe(answer, { id, label: id, text: plainText(answer) }));
  return [...known, ...unknown];
}

/** What a list shows of a request. */
export type RequestSummary = { what: string; product: string; name?: string; place: string };

export function summarizeAnswers(described: Described, locale: Locale): RequestSummary {
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

function describe(answer: AnswerValue, told: { id: string; label: string; text: string }): DescribedAnswer {
  const money = moneyValue.safeParse(answer.value);
  const place = placeValue.safeParse(answer.value);
  const said = (place.success ? place.data.legacyAddressText : answer.raw) ?? '';
  return {
    ...told,
    raw: isSame(said, told.text) ? undefined : said,
    exactVnd: money.success ? { min: money.data.minVnd, max: money.data.maxVnd } : undefined,
    isSkipped: skippedValue.safeParse(answer.value).success,
  };
}

/** Spaces, capitals and marks of punctuation make no difference: 0900000001 is 0900 000 001. */
function isSame(said: string, text: string): boolean {
  const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return said === '' || bare(said) === bare(text);
}

/** As it was kept, when no form explains it. */
function plainText({ value, raw }: AnswerValue): string {
  if (raw !== null) return raw;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
