import { fold } from '../../text/fold.ts';
import type { Saying } from '../saying.ts';
import type { MoneyValue } from '../values.ts';
import { type FieldReading, unread } from './field-reading.ts';
import { type ListedSums, readListedSums } from './listed-sums.ts';
import { readMoney } from './read-money.ts';
import { readSumOfEach } from './sum-of-each.ts';

const LONGEST = 120;
const VAGUE = /\b(?:vai|may|hang) (?:tram|chuc|tr|trieu|ty|ti)\b/;

export function readMoneyField(
  text: string,
  { plausibleVnd }: { plausibleVnd: { min: number; max: number } },
): FieldReading {
  const each = text.length > LONGEST ? undefined : readSumOfEach(text);
  if (each !== undefined) return sumUp({ ...each, isTotalTold: false, areMachines: false }, plausibleVnd);
  const money = text.length > LONGEST ? undefined : readMoney(text);
  const listed = money === undefined ? readListedSums(text) : undefined;
  if (listed !== undefined) return sumUp(listed, plausibleVnd);
  if (money === undefined) return unread(VAGUE.test(fold(text)) ? 'moneyVague' : 'money');
  const { minVnd, maxVnd, isSure } = money;
  if (!Number.isSafeInteger(maxVnd)) return unread('money');
  const value = { minVnd, maxVnd };
  const isPlausible = minVnd >= plausibleVnd.min && maxVnd <= plausibleVnd.max;
  if (isSure && isPlausible) return { kind: 'value', value };
  return { kind: 'confirm', value, about: { key: 'register:confirm.money', values: { money: sayMoney(value) } } };
}

/** Of several things what they cost together, asked back; where they are machines by their names it needs no asking elsewhere. */
function sumUp(
  { minVnd, maxVnd, isTotalTold, areMachines }: Omit<ListedSums, 'things'>,
  plausibleVnd: { min: number; max: number },
): FieldReading {
  const value = { minVnd, maxVnd };
  if (maxVnd > plausibleVnd.max || !Number.isSafeInteger(maxVnd)) return unread('money');
  if (isTotalTold) return { kind: 'value', value };
  const values = { money: sayMoney(value) };
  return {
    kind: 'confirm',
    value,
    about: { key: 'register:confirm.moneySum', values },
    ...(areMachines && { notice: { key: 'register:moneySum', values } }),
  };
}

/** "300 triệu đồng", "1,2 tỷ đồng", "từ 200 đến 300 triệu đồng", "từ 800 triệu đồng đến 1 tỷ đồng". */
export function sayMoney({ minVnd, maxVnd }: MoneyValue): Saying {
  const [from, to] = [inUnit(minVnd), inUnit(maxVnd)];
  if (minVnd === maxVnd) return saySum(to);
  const isSameUnit = from.unit === to.unit;
  return { key: 'register:money.range', values: { from: isSameUnit ? from.amount : saySum(from), to: saySum(to) } };
}

type Sum = { unit: 'billion' | 'million' | 'dong'; amount: number };

function saySum({ unit, amount }: Sum): Saying {
  return { key: `register:money.${unit}`, values: { amount } };
}

/** The largest unit in which the sum needs at most two decimals. */
function inUnit(vnd: number): Sum {
  if (vnd >= 1_000_000_000 && vnd % 10_000_000 === 0) return { unit: 'billion', amount: vnd / 1_000_000_000 };
  if (vnd >= 1_000_000 && vnd % 10_000 === 0) return { unit: 'million', amount: vnd / 1_000_000 };
  return { unit: 'dong', amount: vnd };
}
