import { type MoneyReading, readMoney } from '../../forms/fields/read-money.ts';
import type { SupportKind } from '../rate.ts';
import { costOfOneSlip } from '../typing/one-slip.ts';
import type { Syllable } from '../typing/syllables.ts';
import { isDoubtful } from './amount-doubts.ts';
import { isHarmlessFolded } from './amount-words.ts';
import { compilePhrase, hasPhrase, type PhrasePattern } from './phrase-pattern.ts';
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
  /** The words that the sum hangs on: a slip in one of them is another sum. */
  figures: readonly string[];
};

/** Other kinds of support: with one of these beside a machine we cannot know what the money is for. */
const OTHER_KINDS = [
  ...['bao bì', 'hội chợ', 'gian hàng', 'phòng trưng bày', 'nhân rộng'],
  ...['đào tạo', 'xử lý nước thải', 'phần mềm', 'website', 'học nghề', 'mẫu mã', 'xử lý ô nhiễm'],
].map(compilePhrase);

/** Machines that are not for making goods: whether these are supported is not a sum. */
const NOT_FOR_MAKING = [
  ...['máy tính', 'máy ảnh', 'máy giặt', 'máy lạnh', 'máy điều hòa', 'máy photocopy', 'máy xúc', 'máy ủi', 'máy bay'],
  ...[
    'xe máy',
    'ô tô',
    'xe tải',
    'máy điện thoại',
    'máy lọc nước gia đình',
    'máy cày',
    'máy gặt',
    'bơm tưới',
    'máy tưới',
  ],
  ...['máy phát điện', 'máy chủ', 'máy chiếu', 'máy pha cà phê'],
].map(compilePhrase);

/** Several machines, or a price for each: what the sum would be is not for us to guess. */
const SEVERAL = [
  ...[
    'mỗi cái',
    'mỗi máy',
    'mỗi chiếc',
    'một cái',
    'hai máy',
    'ba máy',
    'hai cái',
    'ba cái',
    'mấy cái',
    'cặp máy',
    'đôi máy',
    'chục máy',
  ],
  ...['các máy', 'những máy', 'nhiều máy', 'vài máy', 'hai con', 'hai chiếc', 'ba chiếc'],
].map(compilePhrase);
const COUNTED = /(?<![\d.,])(?:[2-9]|[1-9]\d+) (?:may|cai|chiec|con|day chuyen|bo)\b/;

const ASKS =
  /\b(?:bao nhi?eu|nhi?eu|nhi?u|bao tien|may|the nao|sao|phan thieu|mot nua|chung (?:mo|nao)|muc(?: \S+)?(?: ho tro| nao| duoc)|muc ho tro|con so|tien ho tro|ho tro(?= \.|$)|hoi ho tro|bang nao)\b/;
const SAYS_SUPPORT = /\b(?:ho tro|duoc|cho|nha nuoc|xin|khuyen cong)\b/;
/** Another thing that is asked than how much. */
const ASKS_OTHER =
  /\b(?:o dau|bao gio|bao lau|khi nao|luc nao|ai|tai sao|vi sao|cho nao|cong suat bao nhieu|(?:bao nhieu|may) (?:lan|nam|ngay|thang|bo|loai)|^sao)\b/;
const HOW_MUCH_BESIDE = /\b(?:bao nhi?eu|nhi?eu|nhi?u|bao tien|may|muc|phan thieu|mot nua)\b/;
/** Nothing is asked in "máy sấy 400 triệu": that is how much, too. */
const ASKS_SOMETHING = /\b(?:thi|co|tien|bao|khong|hong|dung|chua|neu)\b/;

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
  if (!asks && (SAYS_SUPPORT.test(plain) || ASKS_SOMETHING.test(plain))) return undefined;
  const place = read.find((clause) => clause.money.length > 0);
  if (place === undefined || !standsAsPrice(place.syllables, sum, place.things)) return undefined;

  const core = read.filter(
    ({ syllables, things, money: sums }) => things.length > 0 || sums.length > 0 || ASKS.test(plainOf(syllables)),
  );
  // Not even on a condition: another question, or a price that may not have been read whole.
  if (asksOnlyOther(plain) || isCutShort(place.syllables, sum) || hasOtherFigure(place.syllables, sum))
    return undefined;
  const isSure =
    !ASKS_OTHER.test(plain) &&
    core.every((clause) => isAllHarmless(clause.syllables, { isAccented, ...clause })) &&
    areOneThing(read);
  return { kind, priceVnd: sum.minVnd, isSure, figures: figuresOf(place.syllables, sum) };
}

/** "máy 250 triệu ai duyệt": who, when, where, and not how much beside it. */
function asksOnlyOther(plain: string): boolean {
  return ASKS_OTHER.test(plain) && !HOW_MUCH_BESIDE.test(plain.replace(ASKS_OTHER, ' '));
}

/** Whether anything says that the money is for something else, or comes from elsewhere. */
export function isOther(syllables: readonly Syllable[], isAccented: boolean): boolean {
  const plain = syllables.map(({ folded }) => folded).join(' ');
  const things = findThings(syllables, isAccented);
  const isWithin = (at: number): boolean => things.some(({ from, to }) => from <= at && at < to);
  const apart = syllables.filter((_, at) => !isPartOfMachine(syllables, at) && !isWithin(at));
  return (
    isDoubtful(syllables) ||
    COUNTED.test(plain) ||
    OTHER_KINDS.some((pattern) => hasPhrase(apart, isAccented, pattern)) ||
    NOT_FOR_MAKING.some((pattern) => isNearly(syllables, pattern)) ||
    [...NOT_FOR_MAKING, ...SEVERAL].some((pattern) => hasPhrase(syllables, isAccented, pattern))
  );
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
  const before = syllables[from - 1]?.folded ?? '';
  if (syllables[from] !== undefined && costOfFigure(before) < 1) return true;
  return syllables.some(({ folded }, at) => {
    const isApart = at < from || at >= to;
    return isApart && /^\d{2,6}(?:[.,]\d+)?$/.test(folded) && !SHARES.test(folded) && !isMeasured(syllables, at);
  });
}

/** "50 %" of support, "mới 100 %". */
const SHARES = /^(?:30|50|100)$/;
const FIGURES = ['tram', 'chuc', 'muoi', 'trieu', 'nghin', 'ruoi'];

/** Less than 1 where a word is a misspelt figure. */
function costOfFigure(folded: string): number {
  if (isHarmlessFolded(folded)) return 1;
  return Math.min(...FIGURES.map((figure) => costOfOneSlip(figure, folded) ?? 1));
}

/** With one slip, in a word that is no name of another machine: "máy càu". */
function isNearly(syllables: readonly Syllable[], pattern: PhrasePattern): boolean {
  const meant = pattern.map((word) => word?.folded ?? '').join('');
  return syllables.some((_, at) => {
    const said = syllables.slice(at, at + pattern.length);
    if (said.every(({ folded }) => isHarmlessFolded(folded))) return false;
    return (costOfOneSlip(meant, said.map(({ folded }) => folded).join('')) ?? 1) < 1;
  });
}

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

const MACHINE_WORK = /^(?:in|dan|gap|lam|san|cat|dong)$/;

/** The two syllables after a machine and what it does: "máy in bao bì". */
function isPartOfMachine(syllables: readonly Syllable[], at: number): boolean {
  return [1, 2].some((back) => {
    const before = syllables.slice(Math.max(0, at - back - 2), at - back + 1).map(({ folded }) => folded);
    const [machine = '', work = ''] = before.slice(-2);
    return MACHINE_WORK.test(work) && /^(?:may|chuyen|truyen|bi)$/.test(machine);
  });
}

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
  /^(?:\d[\d.,]*|trieu|tr|ty|ti|nghin|dong|ho|tro|duoc|bao|nhieu|nha|nuoc|cho|toi|em|minh|thi|la|va|co|khoang|tam|gia|mua|dau|tu|may|muc|nao|xin|het|khong|vay|a|ad|ruoi|tram)$/;

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
