import { fold } from '../../text/fold.ts';
import type { Saying } from '../saying.ts';
import type { PercentValue } from '../values.ts';
import { type FieldReading, unread } from './field-reading.ts';
import { readNumber } from './numerals.ts';

const LONGEST = 120;
const SIGN = new Set(['%']);
const TO = new Set(['-', 'den', 'toi', 'hoac', 'hay']);
const WHOLE = /\b(?:tat ca|toan bo|het|ca hai|100)\b/;
const HALF = /\b(?:mot nua|1 nua|phan nua|nua)\b/;

/** A share of a hundred: "70%", "bảy mươi phần trăm", "60-70", "một nửa", "2/3", "tất cả". What had to be guessed is asked back. */
export function readPercentField(text: string): FieldReading {
  const share = text.length > LONGEST ? undefined : readPercent(text);
  if (share === undefined) return unread('percent');
  const { isSure, ...value } = share;
  if (isSure) return { kind: 'value', value };
  return { kind: 'confirm', value, about: { key: 'register:confirm.percent', values: { percent: sayPercent(value) } } };
}

function readPercent(text: string): (PercentValue & { isSure: boolean }) | undefined {
  const folded = fold(text.normalize('NFKC')).replace(/[–~]/g, '-');
  const fraction = /(?<![\d/])(\d{1,2}) ?\/ ?(\d{1,2})(?![\d/])/.exec(folded);
  if (fraction !== null) return ofFraction(Number(fraction[1]), Number(fraction[2]));
  const words = folded.replaceAll('phan tram', '%').match(/\d+(?:[.,]\d+)?|[a-z]+|[%-]/g) ?? [];
  const numbers = findShares(words);
  const [first, last, third] = numbers;
  if (first === undefined) return ofWords(folded);
  if (third !== undefined || (last !== undefined && !TO.has(words[last.from - 1] ?? ''))) return undefined;
  const minPercent = first.value;
  const maxPercent = last?.value ?? first.upTo ?? first.value;
  if (minPercent < 1 || maxPercent > 100 || minPercent > maxPercent) return undefined;
  // "70" alone is most likely a share; "7" alone may be anything.
  const isSure = numbers.some(({ hasSign }) => hasSign) || (minPercent >= 10 && words.length <= 3);
  return { minPercent, maxPercent, isSure };
}

/** "70%", "từ 60% đến 70%". */
export function sayPercent({ minPercent, maxPercent }: PercentValue): Saying {
  if (minPercent === maxPercent) return { key: 'register:percent.one', values: { percent: minPercent } };
  return { key: 'register:percent.range', values: { from: minPercent, to: maxPercent } };
}

function findShares(words: readonly string[]) {
  const found: { value: number; upTo?: number; hasSign: boolean; from: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    // Without marks "từ" looks like "tư", and "tầm" like "tám".
    const isFilling = (words[at] === 'tu' || words[at] === 'tam') && readNumber(words.slice(at + 1)) !== undefined;
    const number = isFilling || words[at] === 'nua' ? undefined : readNumber(words.slice(at));
    if (number === undefined) continue;
    const end = at + number.length;
    const hasSign = SIGN.has(words[end] ?? '') || SIGN.has(words[end - 1] ?? '');
    const isLoneWord = number.digits === undefined && number.length === 1;
    if (hasSign || !isLoneWord) found.push({ value: number.value, upTo: number.upTo, hasSign, from: at });
    at = end - 1;
  }
  return found;
}

function ofFraction(part: number, whole: number): (PercentValue & { isSure: boolean }) | undefined {
  if (part < 1 || whole < part) return undefined;
  const percent = Math.max(1, Math.round((part / whole) * 100));
  return { minPercent: percent, maxPercent: percent, isSure: true };
}

function ofWords(folded: string): (PercentValue & { isSure: boolean }) | undefined {
  if (/\b(?:gan|hon|duoi|tren|chua|hau|phan lon)\b/.test(folded)) return undefined;
  if (HALF.test(folded)) return { minPercent: 50, maxPercent: 50, isSure: true };
  return WHOLE.test(folded) ? { minPercent: 100, maxPercent: 100, isSure: true } : undefined;
}
