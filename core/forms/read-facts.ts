import { fold, foldPhrase } from '../text/fold.ts';
import type { Beside } from './accept-answer.ts';
import { applicableQuestions } from './applicable-questions.ts';
import type { FormTools } from './fields/field-reading.ts';
import { looksLikePersonName } from './fields/person-name.ts';
import { readField } from './fields/read-field.ts';
import { hidePersonalIds } from './fields/tax-code-field.ts';
import type { Filling } from './filling.ts';
import type { Field, Question } from './form.ts';
import { isPeopleAlone, isTimeAlone } from './read-elsewhere.ts';
import { isSkipped } from './values.ts';

type Word = { text: string; plain: string; endsClause: boolean };
type Span = { from: number; to: number };

/** What the words tell of questions that were not asked, and what is left of them. */
export type Facts = { told: (Beside & { raw: string })[]; rest: string };

const NUMBER =
  /\d|^(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc|tram|ruoi|linh|lam|moi|den|toi|hoac|hay|-|khoang|chung|gan|hon|duoi|ca)$/;
const SUM = /\d|^(?:ty|ti|trieu|tr|tram|chuc|nghin|ngan|dong|ruoi|muoi|den|toi|hoac|-)$/;
const BEFORE_A_VALUE =
  /^(?:la|co|duoc|khoang|tam|gan|hon|cua|so|ten|cong|ty|htx|co-so|toi|em|minh|nha|ong|ba|anh|chi|:)$/;
const TIME = /^(?:dau|giua|cuoi|thang|quy|sang|nam|ngay|tuan|mua|sau|truoc|ra|mung|mong)$|^\d{1,2}\/\d/;
/** What is left when only a fact was said. */
const LEFT_OVER =
  /^(?:(?:a|ah|nhe|nha|la|va|voi|thi|em|toi|minh|chau|chung|ben|co|cua|so|co so|xuong|cong ty|htx|hien|hien nay|dang|nay|da|vang|oi|ad|thoi|luon|tong|cong|them) )*$/;
/** "Máy này là cả dây chuyền nhé": nothing but the choice is told. */
const OF_IT =
  /^(?:(?:a|ah|nhe|nha|la|thi|ma|em|toi|minh|chau|cua|nay|do|ay|no|day|da|vang|thoi|luon|mua|dinh|muon|may|ca|phai|chu|khong phai) )*$/;
const LONGEST_VALUE = 8;
const LONGEST_NAME = 4;

/**
 * What a text surely tells of questions that are not the one asked: "mã số thuế 0123456787", "có 5 công nhân", "vốn tự có 100tr". Only
 * questions that name the words by which they are told (`toldBy`), and that have no answer yet; `isAgain`: also those that have one.
 */
export function readFacts(
  { form, answers, isOpen = () => true, tools }: Filling & { tools: FormTools },
  asked: Question | undefined,
  text: string,
  { isAgain = false }: { isAgain?: boolean } = {},
): Facts {
  const words = splitWords(text);
  const applicable = applicableQuestions(form, answers);
  const open = form.questions.filter(
    (question) =>
      question.toldBy !== undefined &&
      question.id !== asked?.id &&
      (isAgain || answers[question.id] === undefined) &&
      isOpen(question.id) &&
      (question.isAside === true || applicable.includes(question)),
  );
  const told: Facts['told'] = [];
  const taken: Span[] = [];
  for (const question of open) {
    const read: Read = (said) => {
      const reading = readField(form, question, said, tools);
      return reading.kind === 'value' && !isSkipped(reading.value) ? reading : undefined;
    };
    const fact =
      findFact(words, question, read) ?? (question.field.kind === 'when' ? findTime(words, read) : undefined);
    if (fact === undefined || taken.some(({ from, to }) => fact.from < to && from < fact.to)) continue;
    taken.push(fact);
    const raw = textOf(words, fact);
    const isTaxCode = question.field.kind === 'tax-code';
    told.push({
      questionId: question.id,
      value: fact.value,
      raw: isTaxCode ? hidePersonalIds(raw) : raw,
      ...(fact.warning !== undefined && { notice: fact.warning }),
    });
  }
  if (told.length === 0) return readPeople(open, text, { form, tools }) ?? { told, rest: text };
  const rest = words
    .filter((_, at) => !taken.some(({ from, to }) => at >= from && at < to))
    .map((word) => word.text)
    .join(' ')
    .replace(/^[\s,;.:-]+|[\s,;:-]+$/g, '');
  return { told, rest: LEFT_OVER.test(`${foldPhrase(rest)} `) ? '' : rest };
}

/** "8 người" alone: of who works there, where that is the one number of people that is open. */
function readPeople(
  open: readonly Question[],
  text: string,
  { form, tools }: Pick<Filling, 'form'> & { tools: FormTools },
): Facts | undefined {
  const [question, another] = isPeopleAlone(text) ? open.filter(({ field }) => field.kind === 'count') : [];
  const reading = question && readField(form, question, text, tools);
  if (question === undefined || another !== undefined || reading?.kind !== 'value') return undefined;
  return { told: [{ questionId: question.id, value: reading.value, raw: text }], rest: '' };
}

type Read = (said: string) => (Pick<Beside, 'value'> & { warning?: Beside['notice'] }) | undefined;
type Found = Span & Exclude<ReturnType<Read>, undefined>;

function findFact(words: readonly Word[], { field, toldBy = [] }: Question, read: Read): Found | undefined {
  for (const phrase of toldBy) {
    const parts = phrase.split(' ');
    for (let from = 0; from + parts.length <= words.length; from += 1) {
      if (!parts.every((part, order) => words[from + order]?.plain === part)) continue;
      const isWhole = parts.slice(0, -1).every((_, order) => words[from + order]?.endsClause !== true);
      const spans = isWhole ? spansOf(words, { from, to: from + parts.length }, field.kind) : [];
      for (const { said, span } of spans) {
        const reading = read(textOf(words, said));
        if (reading !== undefined) return { ...span, ...reading };
      }
    }
  }
  return undefined;
}

/** "…, tháng 5 sang năm": a clause that is a time and nothing else needs no other words. */
function findTime(words: readonly Word[], read: Read): Found | undefined {
  for (let from = 0; from < words.length; from = clauseOf(words, { from, to: from + 1 }).to) {
    const clause = clauseOf(words, { from, to: from + 1 });
    const said = textOf(words, clause);
    const reading = isTimeAlone(said) ? read(said) : undefined;
    if (reading !== undefined) return { ...clause, ...reading };
  }
  return undefined;
}

/** Where the value may stand around the words that tell of it, and what is to be cut out with it. */
function spansOf(words: readonly Word[], phrase: Span, kind: Field['kind']): { said: Span; span: Span }[] {
  const around = (said: Span) => ({
    said,
    span: { from: Math.min(said.from, phrase.from), to: Math.max(said.to, phrase.to) },
  });
  switch (kind) {
    case 'count': {
      const from = backWhile(words, phrase.from, (plain) => NUMBER.test(plain));
      // Without accents "trưng bày thổ cẩm" sounds like seven workers: before a single syllable only digits are a number.
      const isSpelled = !words.slice(from, phrase.from).some(({ plain }) => /\d/.test(plain));
      const isSure = from < phrase.from && (!isSpelled || phrase.to - phrase.from > 1);
      const before = isSure ? [around({ from, to: phrase.to })] : [];
      const to = afterValue(words, phrase.to, (plain) => /\d/.test(plain) || plain === 'nguoi');
      return [...before, ...(to > phrase.to ? [around({ from: phrase.to, to })] : [])];
    }
    case 'money':
      return [around({ from: phrase.to, to: afterValue(words, phrase.to, (plain) => SUM.test(plain)) })];
    case 'tax-code':
      return [around({ from: phrase.to, to: afterValue(words, phrase.to, (plain) => /^[\d.-]+$/.test(plain)) })];
    case 'percent':
      return [around(clauseOf(words, phrase))];
    case 'choice': {
      const others = words.filter((_, at) => at < phrase.from || at >= phrase.to).map(({ plain }) => `${plain} `);
      return OF_IT.test(others.join('')) ? [{ said: phrase, span: { from: 0, to: words.length } }] : [];
    }
    case 'when': {
      const first = words[phrase.to]?.plain ?? '';
      return TIME.test(first) ? [around({ from: phrase.to, to: clauseOf(words, phrase).to })] : [];
    }
    case 'name':
      return namesAfter(words, phrase.to).map(around);
    default:
      return [];
  }
}

function backWhile(words: readonly Word[], end: number, belongs: (plain: string) => boolean): number {
  let from = end;
  while (from > 0 && end - from < LONGEST_VALUE) {
    const word = words[from - 1];
    if (word === undefined || word.endsClause || !belongs(word.plain)) break;
    from -= 1;
  }
  return from;
}

function afterValue(words: readonly Word[], from: number, belongs: (plain: string) => boolean): number {
  let to = from;
  let hasBegun = false;
  while (to < words.length && to - from < LONGEST_VALUE && (to === from || words[to - 1]?.endsClause !== true)) {
    const plain = words[to]?.plain ?? '';
    if (!belongs(plain) && (hasBegun || !BEFORE_A_VALUE.test(plain))) break;
    hasBegun ||= belongs(plain);
    to += 1;
  }
  return to;
}

function clauseOf(words: readonly Word[], { from, to }: Span): Span {
  const after = words.findIndex((word, at) => at >= to - 1 && word.endsClause);
  const before = words.findLastIndex((word, at) => at < from && word.endsClause);
  return { from: before + 1, to: after === -1 ? words.length : after + 1 };
}

/** Two to four words that are somebody's name, the longest first. */
function namesAfter(words: readonly Word[], start: number): Span[] {
  const from = backStart(words, start);
  const end = Math.min(clauseOf(words, { from, to: from + 1 }).to, from + LONGEST_NAME);
  const lengths = Array.from({ length: Math.max(0, end - from - 1) }, (_, order) => end - order);
  return lengths
    .map((to) => ({ from, to }))
    .filter((span) => looksLikePersonName(textOf(words, span).replace(/[,;.]+$/, '')) && isNameCased(words, span));
}

function backStart(words: readonly Word[], start: number): number {
  let from = start;
  while (from < words.length && BEFORE_A_VALUE.test(words[from]?.plain ?? '')) from += 1;
  return from;
}

/** "Nông Văn Nam có 5 máy": a name in capitals ends where they end. */
function isNameCased(words: readonly Word[], { from, to }: Span): boolean {
  const cases = words.slice(from, to).map(({ text }) => /^\p{Lu}/u.test(text));
  return cases.every((each) => each === cases[0]);
}

function textOf(words: readonly Word[], { from, to }: Span): string {
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
    .replace(/[,;:.!?]+$/, '');
}

function splitWords(text: string): Word[] {
  const spaced = text.normalize('NFC').replace(/([,;:])(?=[^\s\d])/g, '$1 ');
  return [...spaced.matchAll(/\S+/g)].map(({ 0: word }) => ({
    text: word,
    plain: fold(word).replace(/^[("'.]+|[,;:.!?)"']+$/g, ''),
    endsClause: /[,;.!?]$/.test(word),
  }));
}
