import { fold } from '../../text/fold.ts';
import { normaliseTyping } from './normalise.ts';
import { dropVniDigits } from './vni.ts';

/** A syllable, or a number with its separators ("1.000", "28/2018/tt-btc"). */
export type Syllable = {
  /** As typed, normalised. */
  exact: string;
  /** Without marks. */
  folded: string;
};

const SYLLABLE = /\d+(?:[.,/]\d+)*(?:\/\p{L}+(?:-\p{L}+)*)?|\p{L}+/gu;

/** Splits a text at its syllables: Vietnamese writes a space between any two. */
export function splitSyllables(text: string): Syllable[] {
  return splitExact(text).map((exact) => ({ exact, folded: fold(exact) }));
}

/** The same, exact forms only: folding is dear where whole libraries are read. */
export function splitExact(text: string): string[] {
  return dropVniDigits(normaliseTyping(text)).match(SYLLABLE) ?? [];
}
