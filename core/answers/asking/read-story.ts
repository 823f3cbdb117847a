import type { MoneyMention } from '../../forms/fields/read-money.ts';
import type { SupportKind } from '../rate.ts';
import type { Syllable } from '../typing/syllables.ts';
import { ASKS_OTHER, asksOnlyOther } from './amount-asks.ts';
import { isDoubtfulAside } from './amount-doubts.ts';
import { isOther, isOtherThing } from './amount-other.ts';
import { type AmountQuestion, isBesideFigure } from './amount-question.ts';
import { findRole } from './figure-roles.ts';
import type { Clauses } from './read-clauses.ts';
import { findThings, type Thing } from './support-thing.ts';
import { dropHarmless, isMeasured, listMoney } from './sure-price.ts';

// A price in a story: "vốn em có 150tr, máy 300tr, khuyến công cho thêm được mấy". What is told in other clauses (own capital, a loan,
// what was earned, what was heard) is not the price and does not speak against it. Never sure: the sum is told on a condition.

type Part = { syllables: readonly Syllable[]; things: Thing[]; money: MoneyMention[] };

/** The one price of a story in which the support for it is asked; undefined where there is none or it may be another one. */
export function readStory(clauses: Clauses, isAccented: boolean): AmountQuestion | undefined {
  const parts = clauses
    .flatMap((clause) => splitAtJoints(clause, isAccented))
    .map((syllables): Part => {
      const things = findThings(syllables, isAccented);
      return { syllables, things, money: listFigures(syllables) };
    });
  const figures = parts.flatMap((part, at) =>
    part.money.map((sum) => ({ part, at, sum, role: findRole(part.syllables, sum, part.things) })),
  );
  const prices = figures.filter(({ role }) => role === 'price');
  const [price] = prices;
  if (price === undefined || prices.length > 1 || figures.some(({ role }) => role === 'unknown')) return undefined;
  if (!isWholePrice(price.sum) || hasFigureBeside(price.part, price.sum)) return undefined;
  const kind = findKind(parts, price.at);
  if (kind === undefined || !asksForSupport(parts, price)) return undefined;
  const isTotal = TOTAL.test(plainOf(price.part.syllables.slice(0, price.sum.from)));
  const isElse = parts.some((part) => {
    const rest = dropHarmless(part.syllables, isAccented);
    const known = { kind, isTotal, isEach: true };
    if (part === price.part) return isOther(rest, isAccented, known);
    return isDoubtfulAside(rest) || isOtherThing(rest, isAccented, known);
  });
  if (isElse) return undefined;
  return { kind, priceVnd: price.sum.minVnd, isSure: false, isTold: true, figures: [] };
}

const LEAST_PRICE = 1_000_000;
const GREATEST_PRICE = 1e12;

/** A digit may have been guessed: the price is said with the sum. */
function isWholePrice({ minVnd, maxVnd }: MoneyMention): boolean {
  return minVnd === maxVnd && minVnd >= LEAST_PRICE && minVnd <= GREATEST_PRICE;
}

/** Several machines for one sum. */
const TOTAL = /\b(?:het|tong|tong cong|ca thay|thay|tron bo|tron goi|ca bo|ca dan|tat ca)\b/;

/** Where a clause begins without a mark. */
const JOINTS = new Set(['thì', 'nhưng', 'nên', 'mà', 'giờ', 'nay']);
const FOLDED_JOINTS = new Set(['thi', 'nhung', 'nen']);

function splitAtJoints(clause: readonly Syllable[], isAccented: boolean): Syllable[][] {
  const parts: Syllable[][] = [[]];
  for (const syllable of clause) {
    const isJoint =
      isAccented && syllable.exact !== syllable.folded
        ? JOINTS.has(syllable.exact)
        : FOLDED_JOINTS.has(syllable.folded);
    if (isJoint && (parts.at(-1)?.length ?? 0) > 0) parts.push([]);
    parts.at(-1)?.push(syllable);
  }
  return parts;
}

/** "giá 65": of triệu, since it is the price of a machine. */
function listFigures(syllables: readonly Syllable[]): MoneyMention[] {
  const money = joinFigures(listMoney(syllables));
  const bare = syllables.flatMap(({ folded }, at): MoneyMention[] => {
    if (!/^\d{2,3}$/.test(folded) || isMeasured(syllables, at)) return [];
    if (money.some(({ from, to }) => from <= at && at < to)) return [];
    const vnd = Number(folded) * 1_000_000;
    return [{ minVnd: vnd, maxVnd: vnd, isSure: false, hasUnit: false, from: at, to: at + 1 }];
  });
  return [...money, ...bare.filter(({ from, to }) => isMillions(syllables, from, to))].sort(
    (one, other) => one.from - other.from,
  );
}

/** "6 trăm mười triệu", "bốn trăm năm sáu triệu": a smaller sum right after a greater one belongs to it. */
function joinFigures(money: readonly MoneyMention[]): MoneyMention[] {
  const joined: MoneyMention[] = [];
  for (const sum of money) {
    const before = joined.at(-1);
    if (before === undefined || !isRestOf(sum, before)) {
      joined.push(sum);
      continue;
    }
    const [minVnd, maxVnd] = [before.minVnd + sum.minVnd, before.maxVnd + sum.maxVnd];
    joined.splice(-1, 1, { ...before, minVnd, maxVnd, to: sum.to, isSure: false });
  }
  return joined;
}

function isRestOf(sum: MoneyMention, before: MoneyMention): boolean {
  const isRound = before.minVnd >= LARGEST_PART && before.minVnd % SMALLEST_PART === 0;
  return before.to === sum.from && isRound && sum.maxVnd < LARGEST_PART;
}

const LARGEST_PART = 100_000_000;
const SMALLEST_PART = 10_000_000;

function isMillions(syllables: readonly Syllable[], from: number, to: number): boolean {
  const before = plainOf(syllables.slice(Math.max(0, from - 2), from));
  const isEnd = to === syllables.length || /^(?:thoi|a|nhe|nha|do|roi|vay|bank)$/.test(syllables[to]?.folded ?? '');
  return isEnd && /(?:^| )(?:gia|gia la|bo|bo ra|co|vay|bank|gop|san|het|khoang)$/.test(before);
}

/** Another number beside the price, which may belong to it. */
function hasFigureBeside({ syllables, money }: Part, { from, to }: MoneyMention): boolean {
  const isFigure = (at: number): boolean => /^\d/.test(syllables[at]?.folded ?? '');
  const others = money.filter((one) => one.from !== from);
  const isOwn = (at: number): boolean => others.some((one) => one.from <= at && at < one.to);
  if (isFigure(from - 1) || NUMERAL.test(syllables[from - 1]?.folded ?? '')) return true;
  if (isBesideFigure(syllables, { from, to })) return true;
  return syllables.some(
    ({ folded }, at) =>
      (at < from || at >= to) && !isOwn(at) && /^\d{2,6}(?:[.,]\d+)?$/.test(folded) && !isCount(syllables, at),
  );
}

const NUMERAL = /^(?:mot|hai|bon|sau|bay|tam|chin|muoi|tram|chuc|nm|trm)$/;

/** "12 đầu", "15 cái", "30 %": a number of something, not of money. */
function isCount(syllables: readonly Syllable[], at: number): boolean {
  const next = syllables[at + 1]?.folded ?? '';
  return (
    isMeasured(syllables, at) ||
    /^(?:30|50|100)$/.test(syllables[at]?.folded ?? '') ||
    /^(?:cai|chiec|bo|dau|tang|tho|xa|khach|ho|cay|con|mau|cong|met|cua|vong|kim|o|lo|ngan)$/.test(next)
  );
}

/** What is named last before the price, or else first after it. */
function findKind(parts: readonly Part[], at: number): SupportKind | undefined {
  const here = parts[at]?.things ?? [];
  const kinds = new Set(here.map(({ kind }) => kind));
  if (kinds.size > 1)
    return LARGER.find((kind) => kinds.has(kind) && [...kinds].every((one) => one === kind || one === 'machine'));
  const before = parts.slice(0, at).flatMap(({ things }) => things);
  const after = parts.slice(at + 1).flatMap(({ things }) => things);
  const all = new Set([...before, ...here, ...after].map(({ kind }) => kind));
  if (all.size > 1 && here.length === 0) return undefined;
  return here[0]?.kind ?? before.at(-1)?.kind ?? after[0]?.kind;
}

/** Of which machines are a part. */
const LARGER: readonly SupportKind[] = ['demonstration-model', 'technology-line', 'cleaner-production'];

const HOW_MUCH =
  /\b(?:bao nhi?eu|nhi?eu|nhi?u|bao tien|may|the nao|phan nao|dong nao|mot nua|mot phan|chung (?:mo|nao)|muc(?: \S+)?(?: ho tro| nao| duoc)|muc ho tro|con so|tien ho tro|hoi ho tro|thi sao|ho tro (?:duoc )?(?:khong|gi)|duoc (?:ho tro )?khong)\b/;
const SUPPORT = /\b(?:ho tro|duoc|cho|nha nuoc|xin|khuyen cong|giup|do|bu|lo|cap|gop|nhan|chi|tra|phu|lay lai)\b/;
/** How much of something else is asked. */
const OF_ELSE =
  /\b(?:lai suat|tien lai|doi ung|tam ung|ung truoc|nop phat|phat|dat coc|luong|thue|(?<!kinh |chi )phi|hoa hong|vay duoc(?! ho tro)|cho vay|vay may|tra gop|moi thang|hoc phi|tra no|gia bao nhieu|gia the nao|ban duoc|bao nhieu tien mot|cong suat|may thang|may ngay|bao lau)\b/;

/** Whether one clause asks how much of support there is, before the price or after it. */
function asksForSupport(parts: readonly Part[], price: { part: Part; sum: MoneyMention }): boolean {
  const asking = parts.filter(({ syllables, things }) => HOW_MUCH.test(plainWithout(syllables, things)));
  const plains = asking.map(({ syllables, things }) => plainWithout(syllables, things));
  if (plains.length === 0 || plains.some((plain) => OF_ELSE.test(plain))) return false;
  const whole = parts.map(({ syllables, things }) => plainWithout(syllables, things)).join(' . ');
  if (ASKS_OTHER.test(whole) && asksOnlyOther(whole)) return false;
  return plains.some((plain) => SUPPORT.test(plain)) || asking.includes(price.part);
}

function plainWithout(syllables: readonly Syllable[], things: readonly Thing[]): string {
  return syllables
    .map(({ folded }, at) => (things.some(({ from, to }) => from <= at && at < to) ? 'x' : folded))
    .join(' ');
}

function plainOf(syllables: readonly Syllable[]): string {
  return syllables.map(({ folded }) => folded).join(' ');
}
