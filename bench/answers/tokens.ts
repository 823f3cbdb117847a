import { fold } from '../../core/text/fold.ts';

const WORD = /[\p{L}\p{N}]+/gu;

/** Words without accents: what every typing has in common. */
export function foldedWords(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** Words without accents, then neighbours as one, since most Vietnamese words are written as two. */
export function foldedWordsAndPairs(text: string): string[] {
  const words = foldedWords(text);
  return [...words, ...words.slice(1).map((word, at) => `${words[at]}_${word}`)];
}
