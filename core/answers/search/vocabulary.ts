import { fold } from '../../text/fold.ts';
import { createIntList, type IntList, packInts, pushInt } from './int-list.ts';
import { buildNearForms, type NearForms } from './near-forms.ts';

/**
 * Syllables as small integers. Exact forms and folded forms have ids of their own; every exact id knows its folded id.
 * Counts and neighbours are learnt from the very texts that are searched, so that what is typed is read as what they say.
 */
export type Vocabulary = {
  exactIds: Map<string, number>;
  exactForms: string[];
  foldedIds: Map<string, number>;
  foldedForms: string[];
  /** The folded id of each exact id. */
  foldedOfExact: Uint32Array;
  /** How often each folded syllable occurs. */
  foldedCounts: Uint32Array;
  total: number;
  /** Which folded syllables follow each one, ascending, and how often. */
  followers: { starts: Uint32Array; rights: Uint32Array; counts: Uint32Array };
  /** Which folded forms are one slip away from what is typed. */
  near: NearForms;
};

/** A vocabulary in the making: `sequence` holds what was learnt, in order, as folded ids plus one, 0 between texts. */
export type VocabularyDraft = {
  exactIds: Map<string, number>;
  exactForms: string[];
  foldedIds: Map<string, number>;
  foldedForms: string[];
  foldedOfExact: IntList;
  sequence: IntList;
};

const PAIR_BASE = 1 << 20;

/** One number for two folded ids side by side. */
export function pairKey(left: number, right: number): number {
  return left * PAIR_BASE + right;
}

export function draftVocabulary(): VocabularyDraft {
  return {
    exactIds: new Map(),
    exactForms: [],
    foldedIds: new Map(),
    foldedForms: [],
    foldedOfExact: createIntList(),
    sequence: createIntList(),
  };
}

/** The id of an exact form, given out in order of first sight. */
export function learnExact(draft: VocabularyDraft, exact: string): number {
  const known = draft.exactIds.get(exact);
  if (known !== undefined) return known;
  const id = draft.exactForms.length;
  draft.exactIds.set(exact, id);
  draft.exactForms.push(exact);
  pushInt(draft.foldedOfExact, learnFolded(draft, fold(exact)));
  return id;
}

function learnFolded(draft: VocabularyDraft, folded: string): number {
  const known = draft.foldedIds.get(folded);
  if (known !== undefined) return known;
  const id = draft.foldedForms.length;
  draft.foldedIds.set(folded, id);
  draft.foldedForms.push(folded);
  return id;
}

/** Learns which syllables a text has, and which stand side by side in it. */
export function learnRun(draft: VocabularyDraft, exactIds: readonly number[]): void {
  for (const id of exactIds) pushInt(draft.sequence, (draft.foldedOfExact.items[id] ?? 0) + 1);
  pushInt(draft.sequence, 0);
}

/** Counts what was learnt. */
export function finishVocabulary(draft: VocabularyDraft): Vocabulary {
  const { exactIds, exactForms, foldedIds, foldedForms } = draft;
  const sequence = packInts(draft.sequence);
  const size = foldedForms.length;
  const foldedCounts = new Uint32Array(size);
  const starts = new Uint32Array(size + 1);
  let total = 0;
  sequence.forEach((value, at) => {
    if (value === 0) return;
    foldedCounts[value - 1] = (foldedCounts[value - 1] ?? 0) + 1;
    total += 1;
    if ((sequence[at + 1] ?? 0) > 0) starts[value] = (starts[value] ?? 0) + 1;
  });
  for (let left = 0; left < size; left += 1) starts[left + 1] = (starts[left + 1] ?? 0) + (starts[left] ?? 0);
  return {
    exactIds,
    exactForms,
    foldedIds,
    foldedForms,
    foldedOfExact: packInts(draft.foldedOfExact),
    foldedCounts,
    total,
    followers: countFollowers(sequence, starts),
    near: buildNearForms(foldedForms),
  };
}

/** `starts` says where the followers of each syllable begin, every occurrence counted. */
function countFollowers(sequence: Uint32Array, starts: Uint32Array): Vocabulary['followers'] {
  const all = new Uint32Array(starts.at(-1) ?? 0);
  const filled = starts.slice(0, -1);
  for (let at = 0; at + 1 < sequence.length; at += 1) {
    const left = sequence[at] ?? 0;
    const right = sequence[at + 1] ?? 0;
    if (left === 0 || right === 0) continue;
    all[filled[left - 1] ?? 0] = right - 1;
    filled[left - 1] = (filled[left - 1] ?? 0) + 1;
  }
  const packedStarts = new Uint32Array(starts.length);
  const rights = createIntList();
  const counts = createIntList();
  for (let left = 0; left + 1 < starts.length; left += 1) {
    const followers = all.subarray(starts[left], starts[left + 1]).sort();
    for (let at = 0; at < followers.length; ) {
      const right = followers[at] ?? 0;
      let end = at + 1;
      while (followers[end] === right) end += 1;
      pushInt(rights, right);
      pushInt(counts, end - at);
      at = end;
    }
    packedStarts[left + 1] = rights.length;
  }
  return { starts: packedStarts, rights: packInts(rights), counts: packInts(counts) };
}

/** How often two folded syllables stand side by side in the texts. */
export function countPair({ followers }: Vocabulary, left: number, right: number): number {
  let low = followers.starts[left] ?? 0;
  let high = (followers.starts[left + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = followers.rights[middle] ?? 0;
    if (found === right) return followers.counts[middle] ?? 0;
    if (found < right) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
