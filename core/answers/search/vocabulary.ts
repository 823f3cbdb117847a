/**
 * Syllables as small integers. Exact forms and folded forms have ids of their own; every exact id knows its folded id.
 * Counts and neighbours are learnt from the very texts that are searched, so that what is typed is read as what they say.
 */
export type Vocabulary = {
  exactIds: Map<string, number>;
  foldedIds: Map<string, number>;
  foldedForms: string[];
  /** How often each folded syllable occurs. */
  foldedCounts: number[];
  total: number;
  /** How often two folded syllables stand side by side, by `pairKey`. */
  pairCounts: Map<number, number>;
};

const PAIR_BASE = 1 << 20;

export function pairKey(left: number, right: number): number {
  return left * PAIR_BASE + right;
}

export function createVocabulary(): Vocabulary {
  return {
    exactIds: new Map(),
    foldedIds: new Map(),
    foldedForms: [],
    foldedCounts: [],
    total: 0,
    pairCounts: new Map(),
  };
}

/** The id of an exact form, given out in order of first sight. */
export function learnExact(vocabulary: Vocabulary, exact: string): number {
  const known = vocabulary.exactIds.get(exact);
  if (known !== undefined) return known;
  const id = vocabulary.exactIds.size;
  vocabulary.exactIds.set(exact, id);
  return id;
}

export function learnFolded(vocabulary: Vocabulary, folded: string): number {
  const known = vocabulary.foldedIds.get(folded);
  if (known !== undefined) return known;
  const id = vocabulary.foldedIds.size;
  vocabulary.foldedIds.set(folded, id);
  vocabulary.foldedForms.push(folded);
  vocabulary.foldedCounts.push(0);
  return id;
}

/** Counts a run of folded syllables and the pairs in it. */
export function countRun(vocabulary: Vocabulary, run: Int32Array): void {
  let previous = -1;
  for (const id of run) {
    vocabulary.foldedCounts[id] = (vocabulary.foldedCounts[id] ?? 0) + 1;
    vocabulary.total += 1;
    if (previous >= 0) {
      const key = pairKey(previous, id);
      vocabulary.pairCounts.set(key, (vocabulary.pairCounts.get(key) ?? 0) + 1);
    }
    previous = id;
  }
}
