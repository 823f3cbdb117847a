import { fold } from '../../text/fold.ts';
import type { Saying } from '../saying.ts';
import type { CountValue } from '../values.ts';
import { type FieldReading, unread } from './field-reading.ts';
import { readCount } from './read-count.ts';

const LONGEST = 120;

/** How many people, or of other units; what had to be guessed, and what is hardly so, is asked back. */
export function readCountField(
  text: string,
  {
    plausible,
    units = [],
    say,
  }: {
    plausible: { min: number; max: number };
    units?: readonly string[];
    say: (value: CountValue) => Saying;
  },
): FieldReading {
  const count = text.length > LONGEST ? undefined : readCount(withoutUnits(text, units));
  if (count === undefined) return unread('count');
  const { minCount, maxCount, isSure } = count;
  const value = { minCount, maxCount };
  if (isSure && minCount >= plausible.min && maxCount <= plausible.max) return { kind: 'value', value };
  return { kind: 'confirm', value, about: { key: 'register:confirm.count', values: { count: say(value) } } };
}

/** "5 người", "từ 5 đến 7 người": the words are the question's own. */
export function sayCount({ minCount, maxCount }: CountValue, keyOf: (part: string) => string): Saying {
  if (minCount === maxCount) return { key: keyOf('count'), values: { number: minCount } };
  return { key: keyOf('range'), values: { from: minCount, to: maxCount } };
}

/** "2 gian hàng" is read as "2": what is counted makes no doubt. */
function withoutUnits(text: string, units: readonly string[]): string {
  if (units.length === 0) return text;
  const longestFirst = units.toSorted((a, b) => b.length - a.length).join('|');
  return fold(text.normalize('NFKC')).replace(new RegExp(`(?<![a-z])(?:${longestFirst})(?![a-z])`, 'g'), ' ');
}
