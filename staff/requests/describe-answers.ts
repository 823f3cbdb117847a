import { PHOTOS, readPhotos } from '../../core/applications/photos.ts';
import { COURSE } from '../../core/courses/chosen-course.ts';
import { applicableQuestions } from '../../core/forms/applicable-questions.ts';
import { hasDoubtfulCheckDigit } from '../../core/forms/fields/tax-code-field.ts';
import type { FormDefinition, Question } from '../../core/forms/form.ts';
import { migrateAnswers } from '../../core/forms/form-migration.ts';
import { answerWords, labelWords } from '../../core/forms/form-words.ts';
import { isContent } from '../../core/forms/group.ts';
import { findFittingValue, fittingAnswers, moneyValue, placeValue, skippedValue } from '../../core/forms/values.ts';
import { findProgramme, PROGRAMMES } from '../../core/programmes/programmes.ts';
import { say } from '../../locales/say.ts';
import { type Locale, wordsFor } from '../../locales/words.ts';
import type { AnswerValue } from '../../records/request-list.ts';

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

type Described = { programme: string; answers: Record<string, AnswerValue> };

/** All that a dossier asks for and holds, in the order of its forms; what no form asks any more comes last, as it was kept. */
export function describeItems({ programme, answers }: Described, locale: Locale): DescribedItem[] {
  const found = findProgramme(programme);
  const forms = [
    ...(found === undefined ? [] : [{ part: 'request' as const, form: found.form }]),
    ...(found?.details === undefined ? [] : [{ part: 'details' as const, form: found.details }]),
  ];
  // An answer that an earlier version kept under another id is told once, under the id of today.
  const kept = forms.reduce((taken, { form }) => migrateAnswers(form, taken), answers);
  const known = forms.flatMap(({ part, form }) =>
    questionsOf(form, kept).map((question) => describeQuestion(question, { part, form, answers: kept, locale })),
  );
  const asked = new Set(forms.flatMap(({ form }) => form.questions.map(({ id }) => id)));
  // Photos that were sorted into their papers leave nothing behind.
  const others = Object.entries(kept)
    .filter(([id, { value }]) => !asked.has(id) && !(id === PHOTOS && readPhotos(value).length === 0))
    .flatMap(([id, answer]) => describeOther(id, answer, { answers: kept, locale }));
  return [...known, ...others];
}

/** Those items that have an answer. */
export function describeAnswers(described: Described, locale: Locale): DescribedItem[] {
  return describeItems(described, locale).filter(({ isAnswered }) => isAnswered);
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

/** What applies now, and what was answered when it did; not the questions about whether there is one more. */
function questionsOf(form: FormDefinition, answers: Described['answers']): Question[] {
  const applicable = new Set(applicableQuestions(form, fittingAnswers(form, valuesOf(answers))));
  return form.questions.filter((question) =>
    question.group === undefined
      ? applicable.has(question) || answers[question.id] !== undefined
      : applicable.has(question) && isContent(question.group),
  );
}

function describeQuestion(
  question: Question,
  {
    part,
    form,
    answers,
    locale,
  }: { part: DescribedItem['part']; form: FormDefinition; answers: Described['answers']; locale: Locale },
): DescribedItem {
  const words = wordsFor(locale);
  const told = { id: question.id, part, label: say(words, locale, labelWords(form, question)) };
  const answer = answers[question.id];
  const value = fittingAnswers(form, valuesOf(answers))[question.id] ?? findFittingValue(question, answer?.value);
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

/** What this dossier's forms do not ask. When its programme changed meanwhile, the other one still knows what it was. */
function describeOther(
  id: string,
  answer: AnswerValue,
  { answers, locale }: { answers: Described['answers']; locale: Locale },
): DescribedItem[] {
  if (id === PHOTOS) {
    const label = wordsFor(locale).t('console-review:photos');
    return [{ ...describe(answer, { id, part: 'request', label, text: answer.raw ?? '' }), raw: undefined }];
  }
  if (id === COURSE) {
    const label = wordsFor(locale).t('courses:answerLabel');
    return [{ ...describe(answer, { id, part: 'other', label, text: answer.raw ?? '' }), raw: undefined }];
  }
  for (const { details: form } of PROGRAMMES) {
    const question = form?.questions.find((each) => each.id === id);
    if (form === undefined || question === undefined) continue;
    const isTold = question.group === undefined || isContent(question.group);
    return isTold ? [describeQuestion(question, { part: 'other', form, answers, locale })] : [];
  }
  return [describe(answer, { id, part: 'other', label: id, text: plainText(answer) })];
}

function describe(answer: AnswerValue, told: Pick<DescribedItem, 'id' | 'part' | 'label' | 'text'>): DescribedItem {
  const money = moneyValue.safeParse(answer.value);
  const place = placeValue.safeParse(answer.value);
  const said = (place.success ? place.data.legacyAddressText : answer.raw) ?? '';
  return {
    ...told,
    raw: isSame(said, told.text) ? undefined : said,
    exactVnd: money.success ? { min: money.data.minVnd, max: money.data.maxVnd } : undefined,
    fileIds: readPhotos(answer.value),
    isSkipped: skippedValue.safeParse(answer.value).success,
    isAnswered: true,
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

function valuesOf(answers: Described['answers']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
}
