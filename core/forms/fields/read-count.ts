import { fold } from '../../text/fold.ts';
import { readNumber } from './numerals.ts';

/** `isSure` is false when it had to be guessed what the numbers count, or when they were added up. */
export type CountReading = { minCount: number; maxCount: number; isSure: boolean };

type Found = { min: number; max: number; from: number; to: number; isPeople: boolean; isDigits: boolean };

const PEOPLE = new Set(
  'nguoi cong nhan lao tho thanh vien hoc chau ban vo chong xa dua nhan chi anh me con nam nu ong ba co chu em'.split(
    ' ',
  ),
);
const FILLING = new Set(
  'khoang tam chung do co la a duoc hon gan nha em toi minh ca dang hien tat chi thoi nhe ad anh luon phai lam thuong xuyen tren duoi o day hien-nay nay'.split(
    ' ',
  ),
);
const TO = new Set(['-', 'den', 'toi', 'hoac', 'hay']);
const AND = new Set(['va', 'voi', 'cung', 'them', 'cong', '+']);
const VAGUE = new Set(['vai', 'may', 'dam']);
const MOST = 1_000_000;
/** "Có mỗi mình em", "chỉ mình tôi". */
const ALONE =
  /^(?:(?:da|nha|o day|xuong|hien) )*(?:(?:co|chi|chi co|moi|co moi|chi moi) )+minh(?: (?:em|toi|anh|chi|chau|thoi|a))*$/;

/**
 * Reads how many people a text tells: "5", "khoảng 5 người", "5-7", "hai vợ chồng", "hai ba người".
 * Undefined when there is no number, when it is vague ("vài người"), or when it is not clear which one counts.
 */
export function readCount(text: string): CountReading | undefined {
  const words =
    fold(text.normalize('NFKC'))
      .replace(ALONE, '1 nguoi')
      .match(/\d+(?:[.,]\d+)*|[a-z]+|[-+–~]/g)
      ?.map(plainSign) ?? [];
  const found = joinRanges(words, findNumbers(words));
  const counted = found.filter(({ isDigits, isPeople }) => isDigits || isPeople);
  const isAlone = words.every(
    (word, at) => FILLING.has(word) || PEOPLE.has(word) || found.some((each) => isWithin(each, at)),
  );
  const candidates = counted.length > 0 ? counted : isAlone ? found : [];
  const [only, another] = candidates;
  if (only === undefined) return undefined;
  if (another === undefined) return toReading([only], only.isPeople || isAlone);
  const people = candidates.filter(({ isPeople }) => isPeople);
  if (people.length === 1) {
    const isSum = candidates.every((each, order) => order === 0 || AND.has(words[each.from - 1] ?? ''));
    return toReading(isSum ? candidates : people, false);
  }
  return people.length === candidates.length ? toReading(people, false) : undefined;
}

function toReading(found: readonly Found[], isSure: boolean): CountReading | undefined {
  const minCount = found.reduce((sum, { min }) => sum + min, 0);
  const maxCount = found.reduce((sum, { max }) => sum + max, 0);
  const isCount = Number.isInteger(minCount) && Number.isInteger(maxCount) && minCount >= 1 && minCount <= maxCount;
  return isCount && maxCount <= MOST ? { minCount, maxCount, isSure } : undefined;
}

function findNumbers(words: readonly string[]): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const number = isNoNumber(words, at) ? undefined : readAt(words, at);
    if (number === undefined) continue;
    at = number.to - 1;
    if (!VAGUE.has(words[number.to] ?? '')) found.push(number);
  }
  return found;
}

/** "vài chục", "năm 2020", and without marks "tầm" and "từ" before another number. */
function isNoNumber(words: readonly string[], at: number): boolean {
  const [before = '', word = '', next = ''] = [words[at - 1], words[at], words[at + 1]];
  if (VAGUE.has(before)) return true;
  // "Bà con": neighbours, and not three of them.
  if (word === 'ba' && next === 'con') return true;
  if (before === 'nam' && /^(?:19|20)\d\d$/.test(word)) return true;
  if (word === 'nam' && /^(?:19|20)\d\d$/.test(next)) return true;
  return (
    (word === 'tam' || word === 'tu') &&
    next !== 'muoi' &&
    next !== 'chuc' &&
    readNumber(words.slice(at + 1)) !== undefined
  );
}

function readAt(words: readonly string[], from: number): Found | undefined {
  const word = words[from] ?? '';
  const isDigits = /^\d/.test(word);
  if (word === 'vo' && words[from + 1] === 'chong') {
    return { min: 2, max: 2, from, to: from + 2, isPeople: true, isDigits: false };
  }
  // "2,3 người": two or three.
  const either = /^(\d)[.,](\d)$/.exec(word);
  if (either !== null && Number(either[2]) === Number(either[1]) + 1) {
    return found(words, { min: Number(either[1]), max: Number(either[2]), from, to: from + 1, isDigits });
  }
  const number = word === 'nua' || word === 'ruoi' ? undefined : readNumber(words.slice(from));
  if (number === undefined) return undefined;
  const to = from + number.length;
  const next = isDigits || number.length > 1 ? undefined : readNumber(words.slice(to, to + 1));
  const isPair =
    next !== undefined && next.value === number.value + 1 && !/^\d/.test(words[to] ?? '') && isPerson(words, to + 1);
  if (isPair) return found(words, { min: number.value, max: next.value, from, to: to + 1, isDigits });
  return found(words, { min: number.value, max: number.upTo ?? number.value, from, to, isDigits });
}

function found(words: readonly string[], number: Omit<Found, 'isPeople'>): Found {
  // "hai vợ chồng" is one number, not two and two.
  const isCouple = words[number.to] === 'vo' && words[number.to + 1] === 'chong';
  const isOneself = words[number.to - 1] === 'mot' && words[number.to] === 'minh';
  return {
    ...number,
    to: isCouple ? number.to + 2 : number.to,
    isPeople: isCouple || isOneself || isPerson(words, number.to),
  };
}

function isPerson(words: readonly string[], at: number): boolean {
  return PEOPLE.has(words[at] ?? '');
}

function isWithin({ from, to }: Found, at: number): boolean {
  return at >= from && at < to;
}

function joinRanges(words: readonly string[], numbers: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const number of numbers) {
    const first = joined.at(-1);
    const isRange =
      first !== undefined && number.from === first.to + 1 && TO.has(words[first.to] ?? '') && first.max < number.min;
    if (!isRange) joined.push(number);
    else {
      joined.splice(-1, 1, {
        ...number,
        min: first.min,
        from: first.from,
        isDigits: first.isDigits || number.isDigits,
      });
    }
  }
  return joined;
}

function plainSign(word: string): string {
  return /[–~]/.test(word) ? '-' : word;
}
