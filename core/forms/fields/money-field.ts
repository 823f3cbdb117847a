import type { Saying } from '../saying.ts';
import type { MoneyValue } from '../values.ts';
import { type FieldReading, unread } from './field-reading.ts';
import { readMoney } from './read-money.ts';

const LONGEST = 120;

export function readMoneyField(
  text: string,
  { plausibleVnd }: { plausibleVnd: { min: number; max: number } },
): FieldReading {
  const money = text.length > LONGEST ? undefined : readMoney(text);
  if (money === undefined) return unread('money');
  const { minVnd, maxVnd, isSure } = money;
  if (!Number.isSafeInteger(maxVnd)) return unread('money');
  const value = { minVnd, maxVnd };
  const isPlausible = minVnd >= plausibleVnd.min && maxVnd <= plausibleVnd.max;
  if (isSure && isPlausible) return { kind: 'value', value };
  return { kind: 'confirm', value, about: { key: 'register:confirm.money', values: { money: sayMoney(value) } } };
}

/** "300 triệu đồng", "1,2 tỷ đồng", "từ 200 triệu đồng đến 300 triệu đồng". */
export function sayMoney({ minVnd, maxVnd }: MoneyValue): Saying {
  if (minVnd === maxVnd) return saySum(minVnd);
  return { key: 'register:money.range', values: { from: saySum(minVnd), to: saySum(maxVnd) } };
}

function saySum(vnd: number): Saying {
  const isWholeHundredth = (unit: number) => vnd >= unit && Number.isInteger((vnd / unit) * 100);
  if (isWholeHundredth(1_000_000_000))
    return { key: 'register:money.billion', values: { amount: vnd / 1_000_000_000 } };
  if (isWholeHundredth(1_000_000)) return { key: 'register:money.million', values: { amount: vnd / 1_000_000 } };
  return { key: 'register:money.dong', values: { amount: vnd } };
}
