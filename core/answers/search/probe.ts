import { countHaving, EMPTY_GRAM, extendHash, findTerm, type GramIndex, inverseFrequency } from './gram-index.ts';
import { findFrame } from './question-frame.ts';
import type { Reading } from './read-question.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A question made ready to be compared with many documents. */
export type Probe = {
  /** Folded ids, -1 where the texts do not have the syllable; and exact ids, -1 where accents say nothing. */
  folded: Int32Array;
  exact: Int32Array;
  forms: readonly string[];
  isAccented: boolean;
  /** What finding the 1-, 2- or 3-gram that ends at each place is worth: its rarity. */
  weights: [Float64Array, Float64Array, Float64Array];
  totals: [number, number, number];
  /** 1 where the syllable only frames the question ("đúng hay sai"). */
  frame: Uint8Array;
  /** By exact id: the last place that has it folded, plus one, 0 where it is not asked; by place: the place before, plus one. */
  lastPlaces: Uint16Array;
  earlierPlaces: Uint16Array;
};

/** A syllable that only frames a question says so much less. */
const FRAME_SHARE = 0.25;
/** A syllable said more often than this is looked for at its last places only, so that no litany takes long. */
const MOST_PLACES = 4;

export function createProbe(index: GramIndex, vocabulary: Vocabulary, reading: Reading): Probe {
  const { syllables, isAccented } = reading;
  const { foldedOfExact } = vocabulary;
  const folded = Int32Array.from(syllables, (syllable) => syllable.folded);
  const lastOfFolded = new Map<number, number>();
  const earlierPlaces = new Uint16Array(folded.length);
  folded.forEach((id, place) => {
    if (id < 0) return;
    earlierPlaces[place] = lastOfFolded.get(id) ?? 0;
    lastOfFolded.set(id, place + 1);
  });
  for (const last of lastOfFolded.values()) {
    let place = last;
    for (let kept = 1; kept < MOST_PLACES && place > 0; kept += 1) place = earlierPlaces[place - 1] ?? 0;
    if (place > 0) earlierPlaces[place - 1] = 0;
  }
  const lastPlaces = new Uint16Array(foldedOfExact.length);
  const ofFolded = new Uint16Array(vocabulary.foldedForms.length);
  for (const [id, last] of lastOfFolded) ofFolded[id] = last;
  for (let exact = 0; exact < lastPlaces.length; exact += 1)
    lastPlaces[exact] = ofFolded[foldedOfExact[exact] ?? 0] ?? 0;
  const forms = syllables.map(({ form }) => form);
  const frame = findFrame(forms);
  const weights: Probe['weights'] = [1, 2, 3].map((order) =>
    Float64Array.from(folded, (_, last) => weighGram(index, folded, frame, last - order + 1, last)),
  ) as Probe['weights'];
  return {
    folded,
    exact: Int32Array.from(syllables, ({ exact }) => (isAccented ? exact : -1)),
    forms,
    isAccented,
    weights,
    totals: weights.map((some) => some.reduce((sum, weight) => sum + weight, 0)) as Probe['totals'],
    frame,
    lastPlaces,
    earlierPlaces,
  };
}

/** How rare a gram is. One that no document has is as rare as can be; one that frames the question says little. */
function weighGram(index: GramIndex, folded: Int32Array, frame: Uint8Array, first: number, last: number): number {
  if (first < 0) return 0;
  let hash = EMPTY_GRAM;
  let share = FRAME_SHARE;
  let isKnown = true;
  for (let place = first; place <= last; place += 1) {
    if ((folded[place] ?? -1) < 0) isKnown = false;
    if (frame[place] === 0) share = 1;
    hash = extendHash(hash, folded[place] ?? 0);
  }
  const having = isKnown ? countHaving(index, findTerm(index, hash)) : 0;
  return share * inverseFrequency(index.documentCount, having);
}
