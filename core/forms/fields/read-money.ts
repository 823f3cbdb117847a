import { fold } from '../../text/fold.ts';
import { type ReadNumber, readNumber } from './numerals.ts';

/** A sum, or two for a range; `isSure` is false when the unit or a digit had to be guessed. */
export type MoneyReading = { minVnd: number; maxVnd: number; isSure: boolean };

const MILLION = 1_000_000;
const UNITS: Readonly<Record<string, number>> = {
  ty: 1_000 * MILLION,
  ti: 1_000 * MILLION,
  toi: 1_000 * MILLION,
  trieu: MILLION,
  tr: MILLION,
  cu: MILLION,
  nghin: 1_000,
  ngan: 1_000,
  k: 1_000,
  dong: 1,
  d: 1,
  vnd: 1,
};
const TO = new Set(['-', 'den', 'hoac', 'hay']);
const VAGUE = new Set(['vai', 'may', 'hang']);
const COUNTED = new Set(['tram', 'chuc', 'muoi', 'ty', 'ti']);
/** What is counted after a sum: "100tr 1 máy" is not 100.1. And a number before it is no sum: "55 năm". */
const THINGS = new Set(
  'may cai chiec bo con nguoi tan lo day he thang nam gian lan cap dan ho ngay loai thu tuoi dua chau ta kg yen met lit'.split(
    ' ',
  ),
);
/** "1 t 2": most likely of tỷ. */
const CUT_SHORT = /(?<!\d)\d ?t ?\d/;
/** "0213 3877 001": no part of it is a sum. */
const PHONE_ALONE = /^\+?0\d[\d .()-]{7,}$/;
/** Of these no sum is ever counted: "chừng chục đứa", "hai trăm con". Of a machine it may be: "ba trăm cái máy". */
const LIVING = new Set('nguoi con dua chau em hoc tho ho nha tan ta kg yen met lit gian tuoi lan ngay cay'.split(' '));
/** A text of so few words is hardly about anything else than the sum. */
const FEW_WORDS = 3;

/** One sum within the words: what its first number was multiplied with tells how "2" in "2-3 trăm" is meant. */
type Sum = {
  minVnd: number;
  maxVnd: number;
  isSure: boolean;
  hasUnit: boolean;
  /** "năm", "ba": rather another word than a sum, unless a range makes it one ("hai đến ba trăm"). */
  isLoneWord: boolean;
  scale: number;
  from: number;
  to: number;
};

/** A sum within a text, with its place among the words: from the first to the one after the last. */
export type MoneyMention = Pick<Sum, 'minVnd' | 'maxVnd' | 'isSure' | 'hasUnit' | 'from' | 'to'>;

/** All sums within folded words, ranges as one. */
export function findMoney(words: readonly string[]): MoneyMention[] {
  return joinRanges(words, findSums(words)).filter(({ isLoneWord }) => !isLoneWord);
}

/**
 * Reads the sum of money in a text: "400tr", "1 tỷ 2", "1ty2", "ba trăm rưỡi", "khoảng 2-3 trăm", "350.000.000".
 * Undefined when there is none, when it is vague ("vài trăm"), or when there are several that make no range.
 */
export function readMoney(text: string): MoneyReading | undefined {
  if (PHONE_ALONE.test(text.trim())) return undefined;
  // With its marks "tầm trăm" is not "tám trăm".
  const words =
    joinUnits(fold(joinThousands(text.normalize('NFC').replace(/tầm(?= trăm)/giu, 'khoảng'))))
      .match(/\d+(?:[.,]\d+)*|[a-z]+|[-–~]/g)
      ?.map((word) => (/[–~]/.test(word) ? '-' : word)) ?? [];
  const all = findMoney(words);
  const sums = all.some(({ hasUnit }) => hasUnit) ? all.filter(({ hasUnit }) => hasUnit) : all;
  const [sum] = sums;
  if (sum === undefined || sums.length > 1 || sum.minVnd > sum.maxVnd || sum.minVnd < 1) return undefined;
  // "Mỗi máy 100tr" does not say how many there are.
  const isEach = /\bmoi (?:may|cai|chiec|bo|lo)\b/.test(words.join(' '));
  const isSure = sum.isSure && !isEach && !CUT_SHORT.test(fold(text));
  return { minVnd: Math.round(sum.minVnd), maxVnd: Math.round(sum.maxVnd), isSure };
}

/** "1 t y hai trăm", "300 tr ieu": a unit in two pieces. */
function joinUnits(folded: string): string {
  return folded
    .replace(/(?<=\d ?)t (?=[yi](?![a-z]))/g, 't')
    .replace(/(?<=(?<!\d)\d ?)t(?= ?\d)/g, 'ty')
    .replace(/(?<=\d ?)t(?:r (?=ieu)|ri (?=eu)|rie (?=u(?![a-z])))/g, (piece) => piece.trimEnd());
}

/** "400 000 000" */
function joinThousands(text: string): string {
  return text.replace(/(?<![\d.,])[1-9]\d{0,2}(?: \d{3}){2,3}(?![\d.,]*\d)/g, (run) => run.replaceAll(' ', ''));
}

function findSums(words: readonly string[]): Sum[] {
  const sums: Sum[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const isVague = VAGUE.has(words[at - 1] ?? '') && COUNTED.has(words[at] ?? '');
    const isYear = words[at - 1] === 'nam' && /^(?:19|20)\d\d$/.test(words[at] ?? '');
    if (isVague || isYear || isQualifier(words, at)) continue;
    const sum = readSum(words, at);
    if (sum === undefined) continue;
    sums.push(sum);
    at = sum.to - 1;
  }
  return sums;
}

/** Without marks "tầm" looks like "tám", and "từ" like "tư": before another number they are no numbers. */
function isQualifier(words: readonly string[], at: number): boolean {
  const word = words[at];
  if (word !== 'tam' && word !== 'tu') return false;
  const next = words[at + 1] ?? '';
  if (/^\d/.test(next)) return true;
  const isRangeAhead = words.slice(at + 1).some((later) => TO.has(later));
  if (word === 'tu' && isRangeAhead) return true;
  const whole = readNumber(words.slice(at));
  return (
    whole?.upTo === undefined &&
    whole?.length === 1 &&
    readNumber(words.slice(at + 1)) !== undefined &&
    next !== 'muoi' &&
    next !== 'chuc'
  );
}

function readSum(words: readonly string[], from: number): Sum | undefined {
  // "tỷ rưỡi", "tỷ hai": one tỷ and a half, and two tenths.
  const isBareBillion = UNITS[words[from] ?? ''] === UNITS.ty && words[from] !== 'toi';
  const number: ReadNumber | undefined = isBareBillion
    ? { value: 1, isRound: false, length: 0 }
    : words[from] === 'tram'
      ? readBareHundred(words, from)
      : readNumber(words.slice(from));
  if (number === undefined) return undefined;
  const at = from + number.length;
  const unit = UNITS[words[at] ?? ''];
  // "Từ 200 tới 300" is a range; "1 tỏi rưỡi" is none.
  const isTo = words[at] === 'toi' && words[at + 1] !== 'ruoi' && readNumber(words.slice(at + 1)) !== undefined;
  const isUnitNext = unit !== undefined && !isTo;
  const next = words[at] ?? '';
  const isCounted = number.isRound ? LIVING.has(next) : number.digits !== undefined && THINGS.has(next);
  if (!isUnitNext) return isBareBillion || isCounted ? undefined : withoutUnit(number, from);

  const rest = readRest(words, { at: at + 1, unit });
  if (isBareBillion && rest.to === at + 1) return undefined;
  // "1.250 tỷ" is hardly a thousand tỷ: 1.25 is proposed.
  const isDecimal = unit > MILLION && /[.,]\d{3}/.test(number.digits ?? '');
  const value = isDecimal ? number.value / 1000 : number.value;
  return {
    minVnd: value * unit + rest.vnd,
    maxVnd: (number.upTo ?? value) * unit + rest.vnd,
    isSure: number.isUnsure !== true && !isDecimal,
    hasUnit: true,
    isLoneWord: false,
    scale: scaleOf(number, unit),
    from,
    to: rest.to,
  };
}

/** "Trăm triệu", "trăm rưỡi": one hundred is likeliest. Without a unit after it, it may be a "trạm" in a longer text. */
function readBareHundred(words: readonly string[], from: number): ReadNumber | undefined {
  const number = readNumber(['mot', ...words.slice(from)]);
  if (number === undefined) return undefined;
  const length = number.length - 1;
  const isSum = UNITS[words[from + length] ?? ''] !== undefined || length > 1 || words.length <= FEW_WORDS;
  return isSum ? { ...number, length, isUnsure: true } : undefined;
}

/** "trăm" and "chục" without a unit are of triệu; a long number is of đồng; a short one is most likely of triệu. */
function withoutUnit(number: ReadNumber, from: number): Sum {
  const unit = !number.isRound && number.value >= MILLION ? 1 : MILLION;
  return {
    minVnd: number.value * unit,
    maxVnd: (number.upTo ?? number.value) * unit,
    isSure: (number.isRound && number.isUnsure !== true) || unit === 1,
    hasUnit: number.isRound || unit === 1,
    isLoneWord: number.digits === undefined && !number.isRound && number.length === 1,
    scale: scaleOf(number, unit),
    from,
    to: from + number.length,
  };
}

/** What follows the unit: "1 tỷ rưỡi", "1 tỷ 2", "1 tỷ 250 triệu", "1tr5", "5 triệu 500 nghìn". */
function readRest(words: readonly string[], { at, unit }: { at: number; unit: number }): { vnd: number; to: number } {
  const nothing = { vnd: 0, to: at };
  if (unit < MILLION) return UNITS[words[at] ?? ''] === 1 ? { vnd: 0, to: at + 1 } : nothing;
  if (words[at] === 'ruoi') return { vnd: unit / 2, to: at + 1 };
  const number = readNumber(words.slice(at));
  if (number === undefined || number.upTo !== undefined)
    return UNITS[words[at] ?? ''] === 1 ? { vnd: 0, to: at + 1 } : nothing;
  const to = at + number.length;
  if (THINGS.has(words[to] ?? '') && words[to + 1] !== 'tro') return nothing;
  const smaller = UNITS[words[to] ?? ''];
  if (smaller !== undefined && smaller > 1 && smaller < unit) return { vnd: number.value * smaller, to: to + 1 };
  if (smaller !== undefined && smaller > 1) return nothing;
  if (number.isRound && unit > MILLION) return { vnd: number.value * MILLION, to };
  const digits = number.digits ?? String(number.value);
  if (!/^\d{1,3}$/.test(digits)) return nothing;
  return { vnd: Number(digits) * unit * 10 ** -digits.length, to };
}

/** What "hai" or "2" before "đến ba trăm" is to be multiplied with. */
function scaleOf(number: ReadNumber, unit: number): number {
  if (!number.isRound) return unit;
  return (number.value >= 100 ? 100 : 10) * unit;
}

/** "200 đến 300 triệu", "2-3 trăm", "200tr - 300": the one without a size of its own takes that of the other. */
function joinRanges(words: readonly string[], sums: readonly Sum[]): Sum[] {
  const joined: Sum[] = [];
  for (const sum of sums) {
    const first = joined.at(-1);
    const between = first === undefined ? [] : words.slice(first.to, sum.from);
    const isRange = between.length === 1 && (TO.has(between[0] ?? '') || between[0] === 'toi');
    if (first === undefined || !isRange) {
      joined.push(sum);
      continue;
    }
    const isFirstBare = !first.hasUnit && sum.hasUnit;
    const isLastBare = first.hasUnit && !sum.hasUnit;
    joined.splice(-1, 1, {
      ...sum,
      minVnd: isFirstBare ? (first.minVnd / first.scale) * sum.scale : first.minVnd,
      maxVnd: isLastBare ? (sum.maxVnd / sum.scale) * first.scale : sum.maxVnd,
      isSure: (isFirstBare || first.isSure) && (isLastBare || sum.isSure),
      hasUnit: first.hasUnit || sum.hasUnit,
      isLoneWord: false,
      from: first.from,
    });
  }
  return joined;
}
