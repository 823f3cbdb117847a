import { type Syllable, splitSyllables } from '../typing/syllables.ts';

/** A phrase to look for; `undefined` stands for up to three syllables of any kind. */
export type PhrasePattern = readonly (Syllable | undefined)[];

const STAR_LENGTH = 3;

/** "máy * cũ" as a pattern. */
export function compilePhrase(phrase: string): PhrasePattern {
  return phrase.split(/\s+/).flatMap((word) => (word === '*' ? [undefined] : splitSyllables(word)));
}

/** Whether the phrase stands anywhere in the syllables; with its accents where accents were typed. */
export function hasPhrase(syllables: readonly Syllable[], isAccented: boolean, pattern: PhrasePattern): boolean {
  return syllables.some((_, at) => matchesAt(syllables, isAccented, pattern, at, 0));
}

/** Whether the phrase stands at this very place. */
export function matchPhrase(
  syllables: readonly Syllable[],
  isAccented: boolean,
  pattern: PhrasePattern,
  at: number,
): boolean {
  return matchesAt(syllables, isAccented, pattern, at, 0);
}

function matchesAt(
  syllables: readonly Syllable[],
  isAccented: boolean,
  pattern: PhrasePattern,
  at: number,
  part: number,
): boolean {
  if (part === pattern.length) return true;
  const wanted = pattern[part];
  if (wanted === undefined) {
    for (let skipped = 0; skipped <= STAR_LENGTH; skipped += 1) {
      if (matchesAt(syllables, isAccented, pattern, at + skipped, part + 1)) return true;
    }
    return false;
  }
  const typed = syllables[at];
  if (typed === undefined) return false;
  const isSame = isAccented ? typed.exact === wanted.exact : typed.folded === wanted.folded;
  return isSame && matchesAt(syllables, isAccented, pattern, at + 1, part + 1);
}
