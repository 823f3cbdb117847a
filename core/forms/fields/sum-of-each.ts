import { fold } from '../../text/fold.ts';
import { findMoney, type MoneyReading } from './read-money.ts';

const THING = '(?:may|cai|chiec|bo|lo|noi|gian|bon|tu|thung|khuon)';
const NUMBER: Readonly<Record<string, number>> = { hai: 2, ba: 3, bon: 4, nam: 5, sau: 6 };
const COUNT = new RegExp(`(?:^| )(\\d{1,2}|hai|ba|bon|nam|sau) ${THING}(?= |$)`, 'g');
const EACH = new RegExp(`(?:^| )(?:moi ${THING}|(?:mot|1|\\/) ?${THING}|${THING} (?:la|gia) |tung ${THING})(?= |$)`);
const TIMES = / ?(?:x|×|\*|nhan) ?(\d{1,2})$/;

/** "2 máy, mỗi máy 50tr", "50tr x 2": what all of them cost. Undefined where the sum of one, or how many there are, is not told. */
export function readSumOfEach(text: string): Pick<MoneyReading, 'minVnd' | 'maxVnd'> | undefined {
  const typed = fold(text)
    .replace(/\//g, ' 1 ')
    .replace(/,(?!\d)|[.;](?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const times = TIMES.exec(typed);
  const counts = [...typed.matchAll(COUNT)]
    .map(([, number = '']) => NUMBER[number] ?? Number(number))
    .filter((n) => n > 1);
  const [count, another] = times === null ? counts : [Number(times[1])];
  if (count === undefined || another !== undefined || (times === null && !EACH.test(typed))) return undefined;
  const words = (times === null ? typed : typed.slice(0, times.index)).match(/\d+(?:[.,]\d+)*|[a-z]+|-/g) ?? [];
  const [sum, further] = findMoney(words).filter(({ hasUnit }) => hasUnit);
  if (sum === undefined || further !== undefined) return undefined;
  return { minVnd: Math.round(sum.minVnd * count), maxVnd: Math.round(sum.maxVnd * count) };
}
