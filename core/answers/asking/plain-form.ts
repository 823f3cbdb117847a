import { findReadings } from '../typing/abbreviations.ts';
import { isSyllableShape } from '../typing/syllable-shape.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';

/** Syllables with the shortenings that cannot be anything else written out ("hs" → "hồ sơ", "ko" → "không"). */
export function expandShortenings(syllables: readonly Syllable[]): Syllable[] {
  return syllables.flatMap((syllable, at) => {
    const { folded } = syllable;
    if (/^\d/.test(syllables[at - 1]?.folded ?? '')) return [syllable];
    // "ko" is shaped like a syllable and still is never one; "chi" may be itself.
    if (isSyllableShape(folded) && folded !== 'ko') return [syllable];
    const [reading] = findReadings(folded);
    return reading === undefined ? [syllable] : splitSyllables(reading);
  });
}

/** One line of folded syllables, shortenings written out: what the patterns of intents are matched against. */
export function plainForm(syllables: readonly Syllable[]): string {
  return expandShortenings(syllables)
    .map((syllable) => syllable.folded)
    .join(' ');
}
