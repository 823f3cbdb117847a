import { type MoneyReading, readMoney } from '../../forms/fields/read-money.ts';
import type { SupportKind } from '../rate.ts';
import { costOfOneSlip } from '../typing/one-slip.ts';
import { isSyllableShape } from '../typing/syllable-shape.ts';
import type { Syllable } from '../typing/syllables.ts';
import { ASKS, ASKS_OTHER, ASKS_SOMETHING, asksOfElse, asksOnlyOther, SAYS_SUPPORT } from './amount-asks.ts';
import { isOther } from './amount-other.ts';
import { isHarmlessFolded } from './amount-words.ts';
import { isCompared } from './figure-roles.ts';
import { type Clauses, readClauses } from './read-clauses.ts';
import { findSupportKind, findThings, type Thing } from './support-thing.ts';
import { dropHarmless, isAllHarmless, isMeasured, isPrice, listMoney, standsAsPrice } from './sure-price.ts';

/**
 * A question with a price in it: "may say che 400tr dc ho tro bn". `isSure`: all that was said is understood, and the price is
 * that of a new machine; otherwise the sum holds only if it is.
 */
export type AmountQuestion = {
  kind: SupportKind;
  priceVnd: number;
  isSure: boolean;
  /** How much support there is was asked in so many words, and the price told in a story: read-story.ts. */
  isTold?: boolean;
  /** The words that the sum hangs on: a slip in one of them is another sum. */
  figures: readonly string[];
};

/** Reads a question with a price in it; undefined when it is none, or when the money is surely something else. */
export function readAmountQuestion(clauses: Clauses, isAccented: boolean): AmountQuestion | undefined {
  const read = clauses.map((syllables) => {
    const things = findThings(syllables, isAccented);
    return { syllables, things, money: listMoney(syllables) };
  });
  const money = read.flatMap((clause) => clause.money);
  const [sum] = money;
  const kind = findSupportKind(clauses.flat(), isAccented);
  if (kind === undefined || sum === undefined || money.length > 1 || !isPrice(sum)) return undefined;

  const rest = clauses.map((syllables) => dropHarmless(syllables, isAccented));
  if (rest.some((clause) => isOther(clause, isAccented))) return undefined;
  // "máy" is no "mấy".
  const plain = read.map(({ syllables, things }) => plainWithout(syllables, things)).join(' . ');
  const asks = ASKS.test(plain);
  if (asksOfElse(plain)) return undefined;
  if (!asks && (SAYS_SUPPORT.test(plain) || ASKS_SOMETHING.test(plain))) return undefined;
  const place = read.find((clause) => clause.money.length > 0);
  if (place === undefined || !standsAsPrice(place.syllables, sum, place.things)) return undefined;

  const core = read.filter(
    ({ syllables, things, money: sums }) => things.length > 0 || sums.length > 0 || ASKS.test(plainOf(syllables)),
  );
  // Not even on a condition: another question, or a price that may not have been read whole.
  const { syllables: words } = place;
  if (asksOnlyOther(plain) || isCutShort(words, sum) || hasOtherFigure(words, sum) || isCompared(words, sum.from))
    return undefined;
  const isSure =
    !ASKS_OTHER.test(plain) &&
    core.every((clause) => isAllHarmless(clause.syllables, { isAccented, ...clause })) &&
    areOneThing(read);
  return { kind, priceVnd: sum.minVnd, isSure, figures: figuresOf(place.syllables, sum) };
}

const UNITS = /^(?:trieu|tr|ty|ti|dong|d|vnd)$/;
/** "ba trăm rưỡi": what follows may belong to it. */
const OPEN_END = /^(?:tram|chuc|ty|ti)$/;

function figuresOf(syllables: readonly Syllable[], { from, to }: { from: number; to: number }): string[] {
  const isOpen = OPEN_END.test(syllables[to - 1]?.folded ?? '');
  return syllables
    .slice(from, isOpen ? to + 1 : to)
    .map(({ folded }) => folded)
    .filter((word) => !UNITS.test(word));
}

/** "nm sau trieu": a sum in words with another figure before it was not read whole. */
function isCutShort(syllables: readonly Syllable[], { from }: { from: number }): boolean {
  const [before, first] = [syllables[from - 1]?.folded ?? '', syllables[from]?.folded ?? ''];
  return !/^\d/.test(first) && /^(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram|chuc|tra|tr|nm)$/.test(before);
}

/** "may 300 hoac 500 trieu", "ba trrăm hai mươi triệu": a figure, or what may be a misspelt one, that was not read with the sum. */
function hasOtherFigure(syllables: readonly Syllable[], { from, to }: { from: number; to: number }): boolean {
  if (isBesideFigure(syllables, { from, to })) return true;
  return syllables.some(({ folded }, at) => {
    const isApart = at < from || at >= to;
    return isApart && /^\d{2,6}(?:[.,]\d+)?$/.test(folded) && !SHARES.test(folded) && !isMeasured(syllables, at);
  });
}

/** "50 %" of support, "mới 100 %". */
const SHARES = /^(?:30|50|100)$/;
const FIGURES = ['tram', 'chuc', 'muoi', 'trieu', 'nghin', 'ruoi'];

/** Whether what may be a misspelt figure stands right beside the sum, so that the sum was perhaps not read whole. */
export function isBesideFigure(syllables: readonly Syllable[], { from, to }: { from: number; to: number }): boolean {
  return isNearFigure(syllables[from - 1]) || isNearFigure(syllables[to]) || isAfterBillion(syllables, from);
}

/** "1 ỷt hai trăm", "1 t y 200": a number and what may be a misspelt "tỷ". */
function isAfterBillion(syllables: readonly Syllable[], from: number): boolean {
  const folded = (back: number): string => syllables[from - back]?.folded ?? '';
  const [unit, count] = folded(2).length === 1 && !/\d/.test(folded(2)) ? [folded(2) + folded(1), 3] : [folded(1), 2];
  if (!/^\d/.test(folded(count)) && !NUMERALS.has(folded(count))) return false;
  if (/^\d/.test(unit) || unit === '' || unit.length > LONGEST_BILLION || isHarmlessFolded(unit)) return false;
  return !isSyllableShape(unit) || ['ty', 'ti'].some((word) => (costOfOneSlip(word, unit) ?? 1) < 1);
}

const LONGEST_BILLION = 3;

/** Whether a word is a misspelt figure: "33 củ ưrỡi". */
function isNearFigure(word: Syllable | undefined): boolean {
  if (word === undefined || isHarmlessFolded(word.folded)) return false;
  return FIGURES.some((figure) => (costOfOneSlip(figure, word.folded) ?? 1) < 1) || isSwappedFigure(word.folded);
}

/** "bno trăm", "ab trăm": two letters of a number changed about, however short it is. */
function isSwappedFigure(folded: string): boolean {
  if (folded.length > LONGEST_NUMERAL || isSyllableShape(folded)) return false;
  return Array.from(
    folded,
    (_, at) => folded.slice(0, at) + (folded[at + 1] ?? '') + folded[at] + folded.slice(at + 2),
  ).some((word) => NUMERALS.has(word));
}

const LONGEST_NUMERAL = 5;
const NUMERALS: ReadonlySet<string> = new Set(
  'mot hai ba bon nam sau bay tam chin muoi tram chuc tu lam ty trieu ruoi'.split(' '),
);

function plainWithout(syllables: readonly Syllable[], things: readonly Thing[]): string {
  return plainOf(
    syllables.map((word, at) =>
      things.some(({ from, to }) => from <= at && at < to) ? { exact: 'x', folded: 'x' } : word,
    ),
  );
}

/** One machine, named once; "máy này", "giá máy" may come back to it. A machine within a line is a part of it. */
function areOneThing(read: readonly { syllables: readonly Syllable[]; things: readonly Thing[] }[]): boolean {
  const named = read.flatMap(({ syllables, things }) =>
    things.filter(({ to }, at) => {
      const next = syllables[to];
      const isWithin = at > 0 && to - (things[at - 1]?.to ?? 0) <= 2;
      return next !== undefined && !isWithin && isHarmlessFolded(next.folded) && !BACK.test(next.folded);
    }),
  );
  return named.length <= 1;
}

/** What stands after a machine that has no name there. */
const BACK =
  /^(?:nay|do|ay|kia|gia|la|thi|moi|duoc|hay|em|minh|toi|tui|khoang|tam|o|co|cua|trong|ho|nha|sau|nao|mat|ton|het|ma|bao|bang|cho)$/;

/** The one price in a short text that leaves no doubt, with or without a thing: what a follow-up adds. */
export function findPrice(text: string): number | undefined {
  const clauses = readClauses(text);
  const money = clauses.flatMap(listMoney);
  const [sum] = money;
  if (sum === undefined || money.length > 1 || !isPrice(sum)) return undefined;
  const syllables = clauses.flat();
  const isAccented = syllables.some(({ exact, folded }) => exact !== folded);
  return isOther(dropHarmless(syllables, isAccented), isAccented) || CLAIM.test(plainOf(syllables))
    ? undefined
    : sum.minVnd;
}

/** "được hỗ trợ 200 triệu đúng không": the sum is a claim about the support, not a price. */
const CLAIM =
  /\b(?:dung|phai) (?:khong|ko|k|chua|a)\b|\bnghe (?:noi|dau|bao)\b|\btren (?:mang|facebook|fb|zalo|bao)\b|\b(?:ho tro|duoc|cho|toi da|nhieu nhat|tran)(?: (?:toi da|nhieu nhat|den|la|khoang))* (?=\d|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) )/;
const HOW_MUCH = /\b(?:bao nhieu|may|duoc gi|the nao)\b/;
/** "50 phần trăm", "một trăm phần trăm": a share, no price. */
const NO_SUMS = /(?:\S+ ){0,2}phan tram|(?<=\b(?:in|khac|quet|cat|ve) )[2-5] d\b|\btu dong\b/g;

/** The one sum that is said to be the support: "nghe nói được 200 triệu", or a sum alone with nothing asked. */
export function findClaimedSum(syllables: readonly Syllable[]): number | undefined {
  const plain = plainOf(syllables);
  const isAlone = isBareSum(syllables) && !HOW_MUCH.test(plain);
  return CLAIM.test(plain) || isAlone ? readOneSum(plain) : undefined;
}

const BARE_SUM_WORDS =
  /^(?:\d[\d.,]*|tong|trieu|tr|ty|ti|nghin|dong|ho|tro|duoc|bao|nhieu|nha|nuoc|cho|toi|em|minh|thi|la|va|co|khoang|tam|gia|mua|dau|tu|may|muc|nao|xin|het|khong|vay|a|ad|ruoi|tram)$/;

/** "400tr được hỗ trợ bao nhiêu": a price, and nothing said of what it is for. */
export function isBareSum(syllables: readonly Syllable[]): boolean {
  const plain = plainOf(syllables);
  const isBare = syllables.every(({ folded }) => BARE_SUM_WORDS.test(folded));
  return isBare && !CLAIM.test(plain) && readOneSum(plain) !== undefined;
}

function readOneSum(plain: string): number | undefined {
  const money: MoneyReading | undefined = readMoney(plain.replace(NO_SUMS, ''));
  if (money === undefined) return undefined;
  return isPrice({ ...money, hasUnit: true, from: 0, to: 1 }) ? money.minVnd : undefined;
}

function plainOf(syllables: readonly Syllable[]): string {
  return syllables.map(({ folded }) => folded).join(' ');
}
