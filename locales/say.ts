import type { Saying } from '../core/forms/saying.ts';
import type { Locale, Words } from './words.ts';

/** Turns what the core wants said into words; numbers are written as the language writes them ("1,2", "2.500"). */
export function say(words: Words, locale: Locale, saying: Saying): string {
  if (typeof saying === 'string') return saying;
  const values = Object.entries(saying.values ?? {}).map(([name, value]): [string, string] => [
    name,
    typeof value === 'number' ? formatNumber(locale, value) : say(words, locale, value),
  ]);
  const key = saying.or === undefined || words.has(saying.key) ? saying.key : saying.or;
  return words.word(key, Object.fromEntries(values));
}

const FORMATS: Record<Locale, Intl.NumberFormat> = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
};

function formatNumber(locale: Locale, value: number): string {
  return FORMATS[locale].format(value);
}
