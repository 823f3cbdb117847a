import { fold } from '../../text/fold.ts';
import { findMoney, type MoneyMention } from './read-money.ts';

/** A thing and its price; `name` is missing where only the sum was said. */
export type PricedThing = { name?: string; minVnd: number; maxVnd: number };

/**
 * Several things with a sum each, and what they cost together. `isTotalTold`: the sum of all was said too, and is right;
 * `areMachines`: whatever is named is a machine, so that the sums are surely prices.
 */
export type ListedSums = {
  things: PricedThing[];
  minVnd: number;
  maxVnd: number;
  isTotalTold: boolean;
  areMachines: boolean;
};

const MACHINE =
  /(?:^| )(?:bua may|may|lo|noi|tu (?:dong|cap dong|say|mat)|day chuyen|thiet bi|he thong|kho lanh|bang tai|xe nang|bon|khuon)(?= |$)/;
const NAMED_MACHINE =
  /^(?:(?:[2-9]|[1-9]\d|hai|ba|bon) )?(?:may|lo|noi|day chuyen|he thong) (?!(?:nay|do|ay|kia|no|moi|cu|to|nho|lon|tot|re|dat|moc|thi|la|gia|toi|em|minh|chau|nha|ben|can|dinh|muon|mua|xong|roi|nua|khac|cai|chiec|gi|nao)(?: |$))\S/;
/** Joins one thing to the next. */
const JOINS = /(?:^| )(?:va|voi|cung|cong|them|con|roi|nua|ca|luon|\+)(?= |$)/;
const BEFORE =
  /^(?:(?:va|voi|cung|cong|them|con|roi|nua|ca|la|thi|co|mot|1|cai|chiec|bo|con|gia|het|khoang|tam|chung|gan|hon|mua|sam) )*(?:(?:va|voi|cung|cong|them|con|roi|nua|ca|la|thi|co|mot|1|cai|chiec|bo|gia|het|khoang|tam|chung|gan|hon|mua|sam)$)?/;
const BEHIND =
  /(?: (?:la|thi|gia|het|khoang|tam|chung|gan|hon|nua|nhe|nha|a|luon|em|thoi|co|cung|tri gia|gia khoang))+$/;
/** Money that is no price, or sums of which only one holds. */
const NO_PRICE =
  /(?:^| )(?:von|vay|no|dat coc|coc|tra truoc|gop|co san|tu co|doi ung|ho tro|duoc|nha nuoc|doanh thu|lai|luong|nam ngoai|truoc|neu|hoac|hay|nham|sua|doi|chu khong|khong phai|a khong|giam|tang|con lai|bot|len|xuong|thanh|den|toi|so voi|thay|tran|toi da|gi do)(?= |$)/;
const WISH_BEFORE_MACHINE = /(?:^| )(?:vay|neu|hoac|ban|no)(?= |$)/;
const EACH = /(?:^| )moi (?:may|cai|chiec|bo|lo)(?= |$)/;
const TOTAL = /(?:^| )(?:tong|tong cong|tat ca|ca thay|cong lai|het tat ca|tong la)(?= |$)/;
/** "2 máy thái": how many there are belongs to what they are. */
const SEVERAL = /^(?:[2-9]|[1-9]\d|hai|ba|bon)$/;
const LONGEST = 300;
const MOST_NAME_WORDS = 7;

/**
 * "Máy hút 90tr, máy gói 60tr", "90tr với 60tr": what several things cost, one sum behind the other. Undefined where there are
 * not several, or where one of them may be no price.
 */
export function readListedSums(text: string): ListedSums | undefined {
  return readSums(text, 2);
}

/** The same of machines by their names, also of one: "máy thái 40tr". "Máy này" and "máy" alone name none. */
export function readPricedMachines(text: string): ListedSums | undefined {
  const listed = readSums(text, 1);
  if (listed?.areMachines !== true) return undefined;
  const [{ name = '' } = {}, another] = listed.things;
  return another === undefined && !NAMED_MACHINE.test(tidy(name)) ? undefined : listed;
}

function readSums(text: string, fewest: number): ListedSums | undefined {
  if (text.length > LONGEST || EACH.test(tidy(text))) return undefined;
  const plain = text.normalize('NFC');
  const folded = fold(plain);
  if (folded.length !== plain.length) return undefined;
  const tokens = [...folded.matchAll(/\d+(?:[.,]\d+)*|[a-z]+|[-–~+]/g)].map(({ 0: word, index }) => ({
    word: /[–~]/.test(word) ? '-' : word,
    start: index,
    end: index + word.length,
  }));
  const sums = findMoney(tokens.map(({ word }) => word)).filter(({ hasUnit }) => hasUnit);
  if (sums.length < fewest) return undefined;
  const startOf = ({ from }: MoneyMention) => tokens[from]?.start ?? 0;
  const endOf = ({ to }: MoneyMention) => tokens[to - 1]?.end ?? plain.length;
  const gaps = [0, ...sums.map(endOf)].map((start, order) => {
    const next = sums[order];
    return plain.slice(start, next === undefined ? plain.length : startOf(next));
  });
  const isAfter = tidy(gaps[0] ?? '') === '' && MACHINE.test(tidy(gaps.at(-1) ?? ''));
  return listThings(isAfter ? gaps.slice(1) : gaps.slice(0, -1), sums, { isAfter, fewest });
}

function listThings(
  gaps: readonly string[],
  sums: readonly MoneyMention[],
  { isAfter, fewest }: { isAfter: boolean; fewest: number },
): ListedSums | undefined {
  const things: PricedThing[] = [];
  let total: MoneyMention | undefined;
  for (const [order, sum] of sums.entries()) {
    const gap = gaps[order] ?? '';
    const said = tidy(gap);
    if (TOTAL.test(said)) {
      if (total !== undefined || order < sums.length - 1) return undefined;
      total = sum;
      continue;
    }
    const lead = order === 0 ? leadOf(said) : '';
    if (NO_PRICE.test(said.slice(lead.length)) || WISH_BEFORE_MACHINE.test(lead)) return undefined;
    const name = nameIn(gap);
    // "90tr, 100tr gì đó" is one sum that is not known exactly.
    if (name === undefined && order > 0 && !isAfter && !JOINS.test(said)) return undefined;
    things.push({ ...(name !== undefined && { name }), minVnd: sum.minVnd, maxVnd: sum.maxVnd });
  }
  if (things.length < fewest) return undefined;
  const minVnd = sumOf(things.map((thing) => thing.minVnd));
  const maxVnd = sumOf(things.map((thing) => thing.maxVnd));
  if (total !== undefined && (total.minVnd !== minVnd || total.maxVnd !== maxVnd)) return undefined;
  const areMachines = things.some(({ name }) => name !== undefined) && things.every(isMachine);
  return { things, minVnd, maxVnd, isTotalTold: total !== undefined, areMachines };
}

function isMachine({ name }: PricedThing): boolean {
  return name === undefined || MACHINE.test(tidy(name));
}

function sumOf(sums: readonly number[]): number {
  return Math.round(sums.reduce((all, one) => all + one, 0));
}

/** What stands before the first machine: "em muốn mua". */
function leadOf(said: string): string {
  return said.slice(0, MACHINE.exec(said)?.index ?? 0);
}

/** What a sum stands beside, in the person's own words: from the machine on, where there is one. */
function nameIn(gap: string): string | undefined {
  const clauses = gap.split(/[,;:.!?\n()]+/).filter((clause) => tidy(clause) !== '');
  const clause = clauses.find((each) => MACHINE.test(tidy(each))) ?? clauses.at(-1) ?? '';
  const words = clause.trim().split(/\s+/).filter(Boolean);
  const folded = words.map((word) => fold(word)).join(' ');
  const machine = MACHINE.exec(folded);
  const from = machine === null ? (BEFORE.exec(folded)?.[0].length ?? 0) : machine.index;
  const rest = folded.slice(from).trim();
  const kept = rest.replace(BEHIND, '').trim();
  if (kept === '' || /^(?:la|thi|gia|khoang|nua|nhe|a|luon)$/.test(kept)) return undefined;
  const first = folded.slice(0, from).split(' ').filter(Boolean).length;
  const counted = machine !== null && SEVERAL.test(fold(words[first - 1] ?? '')) ? 1 : 0;
  const name = words.slice(first - counted, first + kept.split(' ').length).slice(0, MOST_NAME_WORDS);
  return name.join(' ').replace(/^[-–+]\s*|[,;:]+$/g, '');
}

function tidy(gap: string): string {
  return fold(gap)
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
}
