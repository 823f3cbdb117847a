import { isSyllableShape } from './syllable-shape.ts';

/** Letters with digits among them: "ma1y", "ho64", "d9u7o7c5". Not "400tr", not "nd45", not "d/45". */
const TYPED = /(?<![\p{L}\p{N}/.,-])\p{L}(?:[a-z]|[1-9](?=[a-z1-9]|\b))*[1-9][a-z1-9]*(?![\p{L}\p{N}/-])/giu;
const INSIDE = /[a-z][1-9]+[a-z]/i;
/** A mark of the vowel and a tone, or the bar of "đ". */
const TWO_KEYS = /[aeou][6-8][1-5]|^d9/i;
/** What stands beside a number: "1 ty2", "400 tr5", "1 cu2". */
const UNITS = /^(?:ty|ti|tr|trieu|cu|k|tram|chuc|nghin|ngan|t)$/;

/**
 * What was typed by VNI's digits without the keyboard that reads them ("ma1y sa61y" is "may say"), without the digits; no marks
 * are put, as with other leftovers of typing. A syllable with one digit at its end may be another thing ("co2", "so1"): it is
 * read so only beside others that can be nothing else.
 */
export function dropVniDigits(text: string): string {
  if (!/[a-z][1-9]/i.test(text)) return text;
  const found = text.match(TYPED)?.filter(isVni) ?? [];
  if (!found.some((word) => INSIDE.test(word) || TWO_KEYS.test(word))) return text;
  return text.replace(TYPED, (word) => (isVni(word) ? word.replace(/[1-9]/g, '') : word));
}

/** Digits stand after the letters whose marks they are, and what is left is a syllable. */
function isVni(word: string): boolean {
  const plain = word.replace(/[1-9]/g, '').toLowerCase();
  if (!/^[a-z]+$/.test(plain) || (UNITS.test(plain) && !/[67][1-5]/.test(word)) || !isSyllableShape(plain))
    return false;
  if (/^[a-z]*[1-5][1-5]|[1-9]{4}/i.test(word)) return false;
  const marks = word.match(/[6-9]/g) ?? [];
  return (
    /[aeiouy][a-z]*[1-9]|^d9/i.test(word) &&
    marks.every((mark) => (mark === '6' ? /[aeo]/i : mark === '7' ? /[uo]/i : mark === '8' ? /a/i : /^d/i).test(plain))
  );
}
