import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import { expandShortenings } from './plain-form.ts';

/** A message as its clauses, each in syllables. */
export type Clauses = readonly (readonly Syllable[])[];

const CLAUSE_END = /[!?;:\n…=()]+|->|(?<!\d)[.,]+|[.,]+(?!\d)|\s[-–]\s/;
/** "440 000 000": thousands set apart by spaces. */
const SPACED_THOUSANDS = /(?<![\d.,])\d{1,3}(?: \d{3}){2,}(?![\d.,])/g;
const RANGE = /(?<=\d)\s*(?:tr|triệu|trieu|tỷ|ty)?\s*[-–~]\s*(?=\d)/giu;
/** What a share says of the support, in words: half is the rate itself, any other share is something else. */
const SHARES: readonly [RegExp, string][] = [
  [/(?<![\d.,])50\s*(?:%|phần trăm|phan tram)/giu, ' một nửa '],
  [/(?<=(?:mới|moi)\s*)100\s*(?:%|phần trăm|phan tram)/giu, ' hoàn toàn '],
  [/\d+(?:[.,]\d+)?\s*(?:%|phần trăm|phan tram)/giu, ' tỷlệkhác '],
];

/** Splits at the marks; shortenings are written out. What is no sum of money, and looks like one, is put in words. */
export function readClauses(text: string, read: (clause: string) => readonly Syllable[] = readAsTyped): Clauses {
  let plain = text
    .normalize('NFC')
    .replace(SPACED_THOUSANDS, (digits) => digits.replaceAll(' ', ''))
    .replace(RANGE, ' đến ');
  for (const [share, words] of SHARES) plain = plain.replace(share, words);
  return plain
    .split(CLAUSE_END)
    .map(read)
    .filter(({ length }) => length > 0);
}

function readAsTyped(clause: string): Syllable[] {
  return expandShortenings(splitSyllables(clause));
}
