import { fold } from '../../text/fold.ts';
import { type Month, monthOfYear, toMonth, yearOf } from './months.ts';

/** The first and the last month that are meant; `isSure` is false when it had to be guessed. `mayBeAny`: one of them is, which is to be asked. */
export type WhenReading = { from: Month; to: Month; isSure: boolean; mayBeAny?: true };

const SPELLED: Readonly<Record<string, number>> = {
  mot: 1,
  gieng: 1,
  i: 1,
  hai: 2,
  ii: 2,
  ba: 3,
  iii: 3,
  bon: 4,
  tu: 4,
  iv: 4,
  nam: 5,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi mot': 11,
  'muoi hai': 12,
  chap: 12,
};
const SPELLED_MONTH =
  /\b(thang|quy) (muoi mot|muoi hai|muoi|mot|gieng|i{1,3}|iv|hai|ba|bon|tu|nam(?! (?:nay|toi|sau|20\d\d))|bay|tam|chin|chap)\b/g;

/**
 * Reads the months that a text means, as people plan: "tháng 3 năm sau", "quý 2/2027", "cuối năm", "2 tháng nữa", "3/2027".
 * A month without a year is the next one to come. `now` is the month in which it is said.
 * By ourselves, since chrono-node 2.10's Vietnamese locale reads nothing without marks, no quarter and no part of a year,
 * and takes "tháng 3 năm sau" for three years from now.
 */
export function readWhen(text: string, now: Month): WhenReading | undefined {
  const words = simplifyWhen(text);
  return (
    readAhead(words, now) ??
    readQuarter(words, now) ??
    readLunarMonth(words, now) ??
    readMonths(words, now) ??
    readPartOfYear(words, now) ??
    readFestival(words, now) ??
    readYear(words, now) ??
    readSoon(words, now)
  );
}

/** Folded, with numbers in digits, and dates written with strokes. What only its marks tell apart is settled before. */
export function simplifyWhen(text: string): string {
  const marked = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/sáu/g, '6')
    .replace(/tháng sau/g, 'thang toi');
  return fold(marked)
    .replace(/[–~]/g, '-')
    .replace(/(\d)\s*[-.]\s*(\d{1,2})\s*[-.]\s*(\d{4})/g, '$1/$2/$3')
    .replace(/(\d)\s*[-./]\s*(20\d\d)/g, '$1/$2')
    .replace(/[^a-z0-9/+-]+/g, ' ')
    .replace(/\bthg\b/g, 'thang')
    .replace(/\bt ?(?=\d)/g, 'thang ')
    .replace(/\bq ?(?=[1-4i])/g, 'quy ')
    .replace(/\bthang sau(?= (?:nam|20))/g, 'thang 6')
    .replace(SPELLED_MONTH, (_, unit: string, word: string) => `${unit} ${SPELLED[word]}`)
    .replace(/\bthang (\d{1,2}) ?(-|den|toi|hoac|hay) ?(\d{1,2})(?![\d/])/g, 'thang $1 den thang $3')
    .trim();
}

/** "tháng sau", "2 tháng nữa", "nửa năm nữa". Without marks "thang sau" may be the sixth month. */
function readAhead(words: string, now: Month): WhenReading | undefined {
  if (/\bthang nay\b/.test(words)) return at(now);
  if (/\bsang thang(?! \d)/.test(words)) return at(now + 1);
  const range = /\b(\d{1,2}) ?(?:-|den|toi|hoac|hay) ?(\d{1,2}) thang nua\b/.exec(words);
  if (range !== null && Number(range[1]) < Number(range[2])) {
    return { from: now + Number(range[1]), to: now + Number(range[2]), isSure: true };
  }
  const count = /\b(\d{1,2}|[a-z]+) (thang|nam) nua\b/.exec(words);
  const number = count === null ? undefined : (SPELLED[count[1] ?? ''] ?? toNumber(count[1]));
  if (/\bnua nam nua\b/.test(words)) return at(now + 6);
  if (count !== null && number !== undefined) {
    return count[2] === 'thang' ? at(now + number) : wholeYear(yearOf(now) + number);
  }
  if (!/\bthang (?:sau|toi)\b/.test(words) || /\bthang \d/.test(words)) return undefined;
  return { ...at(now + 1), isSure: /\bthang toi\b/.test(words) };
}

/** "Tháng 8 âm" lies about a month later by the sun: what is meant is asked back. */
function readLunarMonth(words: string, now: Month): WhenReading | undefined {
  if (!/\bam(?: lich)?\b/.test(words)) return undefined;
  const [only, another] = findPoints(words);
  if (only === undefined || another !== undefined) return undefined;
  const month = resolve(only.month, only.year ?? readSaidYear(words, yearOf(now)), now);
  return { from: month, to: month + 2, isSure: false, mayBeAny: true };
}

/** `isOdd`: of a day that its month does not have. */
type Point = { month: number; year: number | undefined; isOdd: boolean; index: number; end: number };

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function readMonths(words: string, now: Month): WhenReading | undefined {
  const points = findPoints(words);
  const [first, last, third] = points;
  if (first === undefined || third !== undefined) return undefined;
  const said = readSaidYear(words, yearOf(now));
  if (last === undefined) return { ...at(resolve(first.month, first.year ?? said, now)), isSure: !first.isOdd };
  const between = words.slice(first.end, last.index).trim();
  const isRange = /^(?:-|den|toi|hoac|hay|den het)$/.test(between);
  const from = resolve(first.month, first.year ?? last.year ?? said, now);
  // "tháng 11 đến tháng 2/2027" begins in the year before.
  const begin = first.year === undefined && last.year !== undefined && first.month > last.month ? from - 12 : from;
  const year = last.year ?? first.year ?? said;
  const end = year === undefined ? resolve(last.month, undefined, begin) : toMonth(year, last.month);
  const to = end < begin && last.year === undefined ? end + 12 : end;
  return to < begin ? undefined : { from: begin, to, isSure: isRange };
}

/** "15/3/2027", "tháng 3/2027", "3/2027", "tháng 3 năm 2027", "tháng 3", "15/3", "3/27". */
function findPoints(words: string): Point[] {
  const pattern =
    /(?<![\d/])(?:(?:thang )?(?<day>\d{1,2})\/(?<dayMonth>\d{1,2})\/(?<dayYear>20\d\d)|(?:thang )?(?<month>\d{1,2})(?:\/| nam )(?<year>20\d\d)|thang (?<bare>\d{1,2})|(?<left>\d{1,2})\/(?<right>\d{1,2}))(?![\d/])/g;
  return [...words.matchAll(pattern)].flatMap(({ index, 0: all, groups = {} }) => {
    const { left, right } = groups;
    // Of "3/27" the second can only be a year, of "15/3" only a month.
    const isShortYear = Number(right) > 12;
    const month = Number(groups.dayMonth ?? groups.month ?? groups.bare ?? (isShortYear ? left : right));
    const year = groups.dayYear ?? groups.year ?? (isShortYear ? String(2000 + Number(right)) : undefined);
    if (month < 1 || month > 12) return [];
    const day = Number(groups.day ?? (isShortYear ? 1 : (left ?? 1)));
    const isOdd = day < 1 || day > (LONGEST_MONTHS[month - 1] ?? 0);
    return [{ month, year: year === undefined ? undefined : Number(year), isOdd, index, end: index + all.length }];
  });
}

function readQuarter(words: string, now: Month): WhenReading | undefined {
  const current = Math.floor((monthOfYear(now) - 1) / 3) + 1;
  if (/\bquy nay\b/.test(words)) return quarter(yearOf(now), current);
  if (/\bquy (?:sau|toi)\b/.test(words)) {
    return current === 4 ? quarter(yearOf(now) + 1, 1) : quarter(yearOf(now), current + 1);
  }
  const found = /\bquy ([1-4])(?:\/(20\d\d))?(?!\d)/.exec(words);
  if (found === null) return undefined;
  const number = Number(found[1]);
  const said = found[2] === undefined ? readSaidYear(words, yearOf(now)) : Number(found[2]);
  return quarter(said ?? (number < current ? yearOf(now) + 1 : yearOf(now)), number);
}

/** First and last month of "đầu năm", "giữa năm", "cuối năm", and of the halves. */
const PARTS: readonly [RegExp, number, number][] = [
  [/\b(?:nua dau|6 thang dau)(?: cua)?(?: nam)?\b/, 1, 6],
  [/\b(?:nua cuoi|nua sau|6 thang cuoi)(?: cua)?(?: nam)?\b/, 7, 12],
  [/\bdau nam\b/, 1, 3],
  [/\bgiua nam\b/, 5, 7],
  [/\bcuoi nam\b/, 10, 12],
  [/\b(?:mua )?he\b/, 6, 8],
];

function readPartOfYear(words: string, now: Month): WhenReading | undefined {
  const part = PARTS.find(([pattern]) => pattern.test(words));
  if (part === undefined) return undefined;
  const [, first, last] = part;
  const thisYear = toMonth(yearOf(now), last) < now ? yearOf(now) + 1 : yearOf(now);
  const year = readSaidYear(words, yearOf(now)) ?? thisYear;
  return { from: toMonth(year, first), to: toMonth(year, last), isSure: true };
}

/** Tết falls between the end of January and the middle of February: which month is meant is asked. */
function readFestival(words: string, now: Month): WhenReading | undefined {
  if (!/\b(?:tet|ra gieng)\b/.test(words)) return undefined;
  const isBefore = /\b(?:truoc|giap|can) tet\b/.test(words);
  const said = readSaidYear(words, yearOf(now));
  const [first, last] = isBefore ? [0, 1] : [2, 3];
  const year = said ?? (toMonth(yearOf(now), last) < now ? yearOf(now) + 1 : yearOf(now));
  return { from: toMonth(year, 1) + first - 1, to: toMonth(year, last), isSure: false, mayBeAny: true };
}

function readYear(words: string, now: Month): WhenReading | undefined {
  const year = readSaidYear(words, yearOf(now));
  return year === undefined ? undefined : wholeYear(year);
}

/** "2027", "năm nay", "sang năm", "năm sau", "năm tới", "năm ngoái"; `thisYear` is the one in which it is said. */
export function readSaidYear(words: string, thisYear: number): number | undefined {
  const written = /(?<!\d)(20\d\d)(?!\d)/.exec(words)?.[1];
  if (written !== undefined) return Number(written);
  if (/\bnam nay\b/.test(words)) return thisYear;
  if (/\bnam (?:ngoai|truoc|roi)\b/.test(words)) return thisYear - 1;
  return /\b(?:nam (?:sau|toi|ke tiep)|sang nam)\b/.test(words) ? thisYear + 1 : undefined;
}

/** "càng sớm càng tốt" and a bare "3" are guesses. */
function readSoon(words: string, now: Month): WhenReading | undefined {
  const bare = /^\d{1,2}$/.test(words) ? Number(words) : 0;
  if (bare >= 1 && bare <= 12) return { ...at(resolve(bare, undefined, now)), isSure: false };
  const isSoon =
    words === 'ngay' ||
    /\b(?:bay gio|hien tai|ngay bay gio|lam ngay|ngay luon|mua ngay|cang som|som nhat|mua luon|lam luon)\b/.test(words);
  return isSoon && !/\d/.test(words) ? { ...at(now), isSure: false } : undefined;
}

/** A month without a year is the next one to come, this one included. */
function resolve(month: number, year: number | undefined, now: Month): Month {
  if (year !== undefined) return toMonth(year, month);
  const thisYear = toMonth(yearOf(now), month);
  return thisYear < now ? thisYear + 12 : thisYear;
}

function at(month: Month): WhenReading {
  return { from: month, to: month, isSure: true };
}

function quarter(year: number, number: number): WhenReading {
  return { from: toMonth(year, number * 3 - 2), to: toMonth(year, number * 3), isSure: true };
}

function wholeYear(year: number): WhenReading {
  return { from: toMonth(year, 1), to: toMonth(year, 12), isSure: true };
}

function toNumber(digits: string | undefined): number | undefined {
  return digits !== undefined && /^\d+$/.test(digits) ? Number(digits) : undefined;
}
