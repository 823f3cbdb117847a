import type { Probe } from './probe.ts';
import { PASSAGE, type TextStore } from './text-store.ts';

/** What a document and a question share, as sums of the probe's weights. */
export type Comparison = {
  /** 1-, 2- and 3-grams of the question that the document has anywhere, and that its best passage has. */
  shared: Sums;
  passage: { shared: Sums; length: number };
  /** The weight of the syllables whose accents agree as well. */
  exact: number;
  /** The heaviest run of syllables that both have in the same order without a gap. */
  longestRun: number;
  /** The heaviest run at the very beginning of a text that goes on with "là": a definition. */
  defined: number;
  fields: FieldComparison[];
  /** The rarest syllable of the question that the document lacks, and how many numbers it lacks. */
  rarestMissing: number;
  missingNumbers: number;
  length: number;
  /** How much of the gram that ends at each place of the question was found, in syllables: anywhere, in the best passage, by field. */
  marks: { document: Uint8Array; passage: Uint8Array; fields: Uint8Array[] };
};

export type FieldComparison = {
  syllables: number;
  weight: number;
  /** The weight of its syllables that the question has, how many of its pairs the question has, what it covers of the question. */
  sharedWeight: number;
  sharedPairs: number;
  covers: number;
};

type Sums = [number, number, number];

export type CompareSource = {
  store: TextStore;
  foldedOfExact: Uint32Array;
  syllableWeights: Float32Array;
  /** The folded id of "là". */
  definer: number;
  fieldCount: number;
};

/** Reads one document along a question, all its fields and its best passage (a run of the store, or -1). */
export function compareDocument(source: CompareSource, probe: Probe, document: number, bestRun: number): Comparison {
  const { store, foldedOfExact, syllableWeights, definer, fieldCount } = source;
  const { syllables, runStarts, runFields, documentRuns } = store;
  const { lastPlaces, earlierPlaces } = probe;
  const [ones] = probe.weights;
  const count = probe.folded.length;

  // Per place of the question: where it was last met (kept one too high), how long and how heavy the run that ends there is.
  const metAt = new Int32Array(count);
  const runLengths = new Uint16Array(count);
  const runWeights = new Float64Array(count);
  const inDocument = new Uint8Array(count);
  const inPassage = new Uint8Array(count);
  const isExact = new Uint8Array(count);
  const inFields = Array.from({ length: fieldCount }, () => new Uint8Array(count));
  const fields = inFields.map(() => ({ syllables: 0, weight: 0, sharedWeight: 0, sharedPairs: 0, covers: 0 }));
  const heaviest = { run: 0, defined: 0 };

  const readRun = (run: number): void => {
    const start = runStarts[run] ?? 0;
    const end = runStarts[run + 1] ?? 0;
    const fieldAt = runFields[run] ?? PASSAGE;
    const field = fields[fieldAt];
    const marks = inFields[fieldAt] ?? inPassage;
    for (let at = start; at < end; at += 1) {
      const exact = syllables[at] ?? 0;
      const rarity = syllableWeights[foldedOfExact[exact] ?? 0] ?? 0;
      let place = (lastPlaces[exact] ?? 0) - 1;
      if (field !== undefined) {
        field.syllables += 1;
        field.weight += rarity;
        if (place >= 0) field.sharedWeight += rarity;
      }
      let isPair = false;
      // Later places first, so that the run before is still the one that ended at the syllable before.
      for (; place >= 0; place = (earlierPlaces[place] ?? 0) - 1) {
        const goesOn = place > 0 && at > start && metAt[place - 1] === at;
        const length = goesOn ? (runLengths[place - 1] ?? 0) + 1 : 1;
        const weight = (goesOn ? (runWeights[place - 1] ?? 0) : 0) + (ones[place] ?? 0);
        metAt[place] = at + 1;
        runLengths[place] = length;
        runWeights[place] = weight;
        const order = Math.min(3, length);
        if (order > (marks[place] ?? 0)) marks[place] = order;
        if (field === undefined) continue;
        isPair ||= goesOn;
        if (order > (inDocument[place] ?? 0)) inDocument[place] = order;
        if (exact === probe.exact[place]) isExact[place] = 1;
        if (weight > heaviest.run) heaviest.run = weight;
        const begins = at - start - length <= 1 && at + 1 < end;
        if (begins && weight > heaviest.defined && foldedOfExact[syllables[at + 1] ?? 0] === definer)
          heaviest.defined = weight;
      }
      if (isPair && field !== undefined) field.sharedPairs += 1;
    }
  };

  const lastRun = documentRuns[document + 1] ?? 0;
  for (let run = documentRuns[document] ?? 0; run < lastRun && runFields[run] !== PASSAGE; run += 1) readRun(run);
  if (bestRun >= 0) readRun(bestRun);

  fields.forEach((field, at) => {
    field.covers = sumMarked(ones, inFields[at], 1);
  });
  const sums = (marks: Uint8Array): Sums => [
    sumMarked(probe.weights[0], marks, 1),
    sumMarked(probe.weights[1], marks, 2),
    sumMarked(probe.weights[2], marks, 3),
  ];
  const missing = probe.forms.flatMap((form, place) =>
    inDocument[place] === 0 ? [{ form, weight: ones[place] ?? 0 }] : [],
  );
  return {
    shared: sums(inDocument),
    passage: {
      shared: sums(inPassage),
      length: bestRun < 0 ? 0 : (runStarts[bestRun + 1] ?? 0) - (runStarts[bestRun] ?? 0),
    },
    exact: sumMarked(ones, isExact, 1),
    longestRun: heaviest.run,
    defined: heaviest.defined,
    fields,
    rarestMissing: Math.max(0, ...missing.map(({ weight }) => weight)),
    missingNumbers: missing.filter(({ form }) => /^\d/.test(form)).length,
    length: fields.reduce((sum, field) => sum + field.syllables, 0),
    marks: { document: inDocument, passage: inPassage, fields: inFields },
  };
}

/** The weights of the places that are marked so high or higher. */
function sumMarked(weights: Float64Array, marks: Uint8Array | undefined, least: number): number {
  let sum = 0;
  for (let place = 0; place < weights.length; place += 1)
    if ((marks?.[place] ?? 0) >= least) sum += weights[place] ?? 0;
  return sum;
}
