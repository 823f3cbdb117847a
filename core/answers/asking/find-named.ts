import type { Syllable } from '../typing/syllables.ts';
import { isFiller } from './word-weights.ts';

/** Longer than a name with a few polite words. */
const MOST_SYLLABLES = 10;

/** What a message names that says nothing else: "hội chợ", "cho em hỏi hội chợ với ạ". The longest name counts. */
export function findNamed<Found>(names: ReadonlyMap<string, Found>, syllables: readonly Syllable[]): Found | undefined {
  if (syllables.length > MOST_SYLLABLES) return undefined;
  const words = syllables.map(({ folded }) => folded);
  for (let length = words.length; length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const found = names.get(words.slice(from, from + length).join(' '));
      const others = [...words.slice(0, from), ...words.slice(from + length)];
      if (found !== undefined && others.every(isFiller)) return found;
    }
  }
  return undefined;
}
