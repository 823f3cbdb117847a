import type { Probe } from './probe.ts';
import { PASSAGE, type TextStore } from './text-store.ts';

export type PassageSettings = {
  orderWeights: readonly number[];
  k1: number;
  b: number;
  /** In syllables. */
  averagePassage: number;
};

/** What a document adds to its score by the index. */
export type PassageScore = { best: number; bestRun: number; exact: number };

/**
 * Scores one document's passages by BM25, and what its fields share with the question to the very accent. It is asked of
 * hundreds of documents a question, so it does one thing in one pass, on arrays that are used again.
 */
export function createPassageScorer(
  store: TextStore,
  probe: Probe,
  settings: PassageSettings,
): (document: number) => PassageScore {
  const { syllables, runStarts, runFields, documentRuns } = store;
  const { lastPlaces, earlierPlaces, exact } = probe;
  const count = probe.folded.length;
  const worths = probe.weights.map((weights, order) =>
    weights.map((weight) => weight * (settings.orderWeights[order] ?? 0)),
  );
  const [ones = new Float64Array(), twos = new Float64Array(), threes = new Float64Array()] = worths;
  const metAt = new Int32Array(count);
  const runLengths = new Uint16Array(count);
  const marks = new Uint8Array(count);
  const touched = new Uint16Array(count);

  const scorePassage = (start: number, end: number): number => {
    let sum = 0;
    let touchedCount = 0;
    for (let at = start; at < end; at += 1) {
      let place = (lastPlaces[syllables[at] ?? 0] ?? 0) - 1;
      // Later places first, so that the run before is still the one that ended at the syllable before.
      while (place >= 0) {
        const goesOn = place > 0 && at > start && metAt[place - 1] === at;
        const length = goesOn ? (runLengths[place - 1] ?? 0) + 1 : 1;
        // Kept one too high, so that nothing is met at 0.
        metAt[place] = at + 1;
        runLengths[place] = length;
        const mark = marks[place] ?? 0;
        if (mark === 0) {
          sum += ones[place] ?? 0;
          touched[touchedCount] = place;
          touchedCount += 1;
        }
        if (length > 1 && mark < 2) sum += twos[place] ?? 0;
        if (length > 2 && mark < 3) sum += threes[place] ?? 0;
        if (length > mark) marks[place] = Math.min(3, length);
        place = (earlierPlaces[place] ?? 0) - 1;
      }
    }
    for (let at = 0; at < touchedCount; at += 1) marks[touched[at] ?? 0] = 0;
    return sum;
  };

  /** Marks 1 where a syllable of the question stands with its accents, 2 where it and the one before do. */
  const markExact = (start: number, end: number): void => {
    for (let at = start; at < end; at += 1) {
      const id = syllables[at] ?? 0;
      let place = (lastPlaces[id] ?? 0) - 1;
      while (place >= 0) {
        if (exact[place] === id) {
          const both = place > 0 && at > start && exact[place - 1] === syllables[at - 1];
          if (both) marks[place] = 2;
          else if (marks[place] === 0) marks[place] = 1;
        }
        place = (earlierPlaces[place] ?? 0) - 1;
      }
    }
  };

  /** What was marked, summed up; the marks are wiped. */
  const settleExact = (): number => {
    let sum = 0;
    for (let place = 0; place < count; place += 1) {
      const mark = marks[place] ?? 0;
      if (mark > 0) sum += ones[place] ?? 0;
      if (mark > 1) sum += twos[place] ?? 0;
    }
    marks.fill(0);
    return sum;
  };

  return (document) => {
    const score: PassageScore = { best: 0, bestRun: -1, exact: 0 };
    const lastRun = documentRuns[document + 1] ?? 0;
    // Fields come first, then passages.
    let run = documentRuns[document] ?? 0;
    for (; run < lastRun && runFields[run] !== PASSAGE; run += 1)
      if (probe.isAccented) markExact(runStarts[run] ?? 0, runStarts[run + 1] ?? 0);
    if (probe.isAccented) score.exact = settleExact();
    for (; run < lastRun; run += 1) {
      const start = runStarts[run] ?? 0;
      const end = runStarts[run + 1] ?? 0;
      const norm = 1 - settings.b + (settings.b * (end - start)) / settings.averagePassage;
      const sum = (scorePassage(start, end) * (settings.k1 + 1)) / (1 + settings.k1 * norm);
      if (sum <= score.best) continue;
      score.best = sum;
      score.bestRun = run;
    }
    return score;
  };
}
