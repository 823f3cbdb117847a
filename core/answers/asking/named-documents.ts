import { fold } from '../../text/fold.ts';
import type { Article } from '../article.ts';

/** A text of law as people name it: "nghị định 45", "TT 28/2018". Folded; a year only where one was said. */
export type NamedDocument = { kind: string; number: string; year?: string };

const KINDS: Readonly<Record<string, string>> = {
  'nghi dinh': 'nghi dinh',
  nd: 'nghi dinh',
  'thong tu lien tich': 'thong tu',
  'thong tu': 'thong tu',
  ttlt: 'thong tu',
  tt: 'thong tu',
  'quyet dinh': 'quyet dinh',
  qd: 'quyet dinh',
  'nghi quyet': 'nghi quyet',
  nq: 'nghi quyet',
  'chi thi': 'chi thi',
  luat: 'luat',
};
const SPACE = '[ \\t\\n]{0,3}';
const NAMED = new RegExp(
  `(?<![\\p{L}\\d])(${Object.keys(KINDS).join('|').replaceAll(' ', '[ \\t\\n]{1,3}')})${SPACE}(?:so${SPACE})?(\\d{1,4})(?:(?:${SPACE}[/-]${SPACE}| nam )(\\d{4}))?(?:/(?:nd-cp|ttlt-[a-z-]+|tt-[a-z]+|qd-[a-z]+|nq-[a-z]+|ct-[a-z]+|qh\\d+))?(?!\\d|[.,]\\d|${SPACE}%|${SPACE}(?:tr|trieu|ty|phan tram|ngay|nguoi|bo)(?!\\p{L}))`,
  'gu',
);
/** "91/2025/QH15", without its kind or after its name: the number's end says what it is. */
const BY_ITS_END = /(?<![\p{L}\d/])(\d{1,4})\/(\d{4})\/(nd|ttlt|tt|qd|nq|qh)/gu;
const ENDS: Readonly<Record<string, string>> = { ...KINDS, qh: 'luat' };
const YEAR = /^(?:19|20)\d\d$/;

/** The texts of law that are named by their numbers. "Nghị định 2023" names a year and no text. */
export function findNamedDocuments(text: string): NamedDocument[] {
  const ended = [...plainOf(text).matchAll(BY_ITS_END)].map(([, number = '', year, end = '']) => ({
    kind: ENDS[end] ?? end,
    number,
    year,
  }));
  const named = listNamed(text).map(({ document }) => document);
  return [...named, ...ended.filter((one) => !named.some((other) => keyOf(other) === keyOf(one)))];
}

/** What is said beside the names of texts of law: "theo thông tư 28 máy 400tr được mấy" asks for a sum. */
export function dropNamedDocuments(text: string): string {
  let rest = text.normalize('NFC');
  // Folding letter by letter leaves every letter in its place, or else nothing is dropped.
  if (fold(rest).length !== rest.length) return text;
  for (const { from, to } of listNamed(rest).toReversed())
    rest = `${rest.slice(0, from).replace(BEFORE_NAME, '')} ${rest.slice(to)}`;
  return rest.trim();
}

const BEFORE_NAME = /(?:^|\s)(?:theo|căn cứ|can cu|như|nhu)\s*$/i;

/** Any space is one, also the unbreakable one of a phone; each letter stays in its place. */
const plainOf = (text: string): string => fold(text).replace(/\s/g, ' ');

function listNamed(text: string): { document: NamedDocument; from: number; to: number }[] {
  return [...plainOf(text).matchAll(NAMED)]
    .map(({ 0: whole, 1: kind = '', 2: number = '', 3: year, index }) => ({
      document: { kind: KINDS[kind.replace(/\s+/g, ' ')] ?? kind, number, year },
      from: index,
      to: index + whole.length,
    }))
    .filter(({ document: { number, year } }) => year !== undefined || !YEAR.test(number));
}

/** Under which names an article's texts of law are found: its sources', and those it speaks of. */
export function listDocumentKeys({ sources, title, asks, text }: Article): string[] {
  const written = [...sources.map(({ document }) => document), text].flatMap(findNamedDocuments);
  // Who asks leaves the year out because it is known; in a source none is written where the number has none.
  const asked = [title, ...asks].flatMap(findNamedDocuments).map((document) => keyOf(document));
  return [
    ...new Set([
      ...asked,
      ...written.flatMap((document) => [keyOf({ ...document, year: undefined }), keyOf(document, ANY_YEAR)]),
    ]),
  ];
}

function keyOf({ kind, number, year }: NamedDocument, unknownYear?: string): string {
  const said = year ?? unknownYear;
  return said === undefined ? `${kind} ${number}` : `${kind} ${number}/${said}`;
}

const ANY_YEAR = '*';

/** Whether one of an article's keys is that document; one whose year is not known is that of every year. */
export function isDocumentOf(keys: readonly string[], document: NamedDocument): boolean {
  return keys.includes(keyOf(document)) || keys.includes(keyOf({ ...document, year: undefined }, ANY_YEAR));
}
