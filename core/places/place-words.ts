import { fold } from '../text/fold.ts';

/** One word of a place name: letters or digits, without marks, and as typed with its tone told apart from its place. */
export type PlaceWord = {
  folded: string;
  /** "hòa" and "hoà" → "hoa\u0300": equal for the same syllable wherever the tone was typed. */
  exact: string;
  hasMarks: boolean;
  /** The first after a comma or another mark that separates: the words before belong to another name. */
  startsPart: boolean;
};

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const APOSTROPHES = /['’‘`ʼ]/g;

/** Splits a text at everything that is neither letter nor digit, and between letters and digits: "P.1" → "p", "1". */
export function splitPlaceWords(text: string): PlaceWord[] {
  const clean = text.normalize('NFC').replace(APOSTROPHES, '');
  return [...clean.matchAll(/([,;()\n/]?)[^\p{L}\d,;()\n/]*(\p{L}[\p{L}\p{M}]*|\d+)/gu)].map(
    ([, separator, word = '']) => {
      const lower = word.toLowerCase();
      const decomposed = lower.normalize('NFD');
      const tones = decomposed.match(TONES) ?? [];
      const folded = fold(lower);
      return {
        folded: sameEnding(folded),
        exact: sameEnding(decomposed.replace(TONES, '').normalize('NFC')) + tones.join(''),
        hasMarks: folded !== lower,
        startsPart: separator !== '',
      };
    },
  );
}

/** Words run together: so "myphuong", "ea h leo" and "Ea H'leo" meet. */
export function joinFolded(words: readonly PlaceWord[]): string {
  return words.map((word) => word.folded).join('');
}

export function joinExact(words: readonly PlaceWord[]): string {
  return words.map((word) => word.exact).join('');
}

/** "Mỹ" and "Mĩ", "Lý" and "Lí" are the same syllable in two spellings. */
function sameEnding(word: string): string {
  return word.replace(/^([bcdđghklmnpqrstvx]+u?)y$/, '$1i');
}
