import { createIntList, type IntList, packInts, pushInt } from './int-list.ts';

/**
 * All texts as syllable ids, one after the other in one array. A run is one text; no phrase spans two runs.
 * Fields are what a document is found by, passages the smaller pieces of which the best one speaks for it.
 */
export type TextStore = {
  /** Exact ids. */
  syllables: Uint32Array;
  /** Where each run begins; one entry more than there are runs. */
  runStarts: Uint32Array;
  /** The field of each run; `PASSAGE` for passages, which come last in each document. */
  runFields: Uint8Array;
  /** The first run of each document; one entry more than there are documents. */
  documentRuns: Uint32Array;
};

export const PASSAGE = 255;

export type StoreDraft = { syllables: IntList; runStarts: IntList; runFields: IntList; documentRuns: IntList };

export function draftStore(): StoreDraft {
  const draft = {
    syllables: createIntList(),
    runStarts: createIntList(),
    runFields: createIntList(),
    documentRuns: createIntList(),
  };
  pushInt(draft.runStarts, 0);
  pushInt(draft.documentRuns, 0);
  return draft;
}

export function addRun(draft: StoreDraft, field: number, exactIds: readonly number[]): void {
  for (const id of exactIds) pushInt(draft.syllables, id);
  pushInt(draft.runStarts, draft.syllables.length);
  pushInt(draft.runFields, field);
}

export function endDocument(draft: StoreDraft): void {
  pushInt(draft.documentRuns, draft.runFields.length);
}

export function finishStore(draft: StoreDraft): TextStore {
  return {
    syllables: packInts(draft.syllables),
    runStarts: packInts(draft.runStarts),
    runFields: Uint8Array.from(draft.runFields.items.subarray(0, draft.runFields.length)),
    documentRuns: packInts(draft.documentRuns),
  };
}

export function countDocuments(store: TextStore): number {
  return store.documentRuns.length - 1;
}
