import { splitSyllables } from '../typing/syllables.ts';
import {
  addImpacts,
  buildGramIndex,
  EXACT_SPACE,
  extendHash,
  FOLDED_SPACE,
  findTerm,
  type GramIndex,
  type GramSettings,
  type Unit,
} from './gram-index.ts';
import { type Reading, readQuestion } from './read-question.ts';
import { countRun, createVocabulary, learnExact, learnFolded, type Vocabulary } from './vocabulary.ts';

/** Any text that can be found. */
export type SearchDocument = {
  id: string;
  /** Each field is a list of texts; no phrase spans two of them. */
  fields: string[][];
  /** Smaller pieces of the same text (ways of asking, clauses); the best one speaks for the document. */
  passages: string[];
};

export type Hit = { document: number; score: number };

export type SearchSettings = {
  fieldWeights: number[];
  k1: number;
  b: number;
  maxOrder: number;
  /** What a gram of 1, 2, 3 syllables is worth. */
  orderWeights: number[];
  /** What the same gram is worth when its accents agree too. */
  exactWeight: number;
  /** What the best passage adds to its document. */
  passageWeight: number;
};

/** Set on dev data; docs/answering.md tells the figures. */
export const DEFAULT_SETTINGS: SearchSettings = {
  fieldWeights: [2, 2, 1],
  k1: 0.9,
  b: 0.5,
  maxOrder: 3,
  orderWeights: [1, 1, 0.6],
  exactWeight: 0.6,
  passageWeight: 0.6,
};

export type SearchEngine = {
  vocabulary: Vocabulary;
  documents: readonly SearchDocument[];
  whole: GramIndex;
  passages: GramIndex;
  /** The document of each passage. */
  passageOwners: Uint32Array;
  settings: SearchSettings;
};

/** Indexes documents twice: whole, and by passage. */
export function buildSearchEngine(documents: readonly SearchDocument[], settings = DEFAULT_SETTINGS): SearchEngine {
  const vocabulary = createVocabulary();
  const wholeUnits: Unit[] = [];
  const passageUnits: Unit[] = [];
  const owners: number[] = [];

  documents.forEach((document, at) => {
    wholeUnits.push({ fields: document.fields.map((texts) => toRuns(vocabulary, texts, true)) });
    for (const passage of document.passages) {
      passageUnits.push({ fields: [toRuns(vocabulary, [passage], false)] });
      owners.push(at);
    }
  });

  const { k1, b, maxOrder, fieldWeights } = settings;
  const shared: GramSettings = { k1, b, maxOrder, fieldWeights };
  return {
    vocabulary,
    documents,
    whole: buildGramIndex(wholeUnits, shared),
    passages: buildGramIndex(passageUnits, { ...shared, fieldWeights: [1] }),
    passageOwners: Uint32Array.from(owners),
    settings,
  };
}

function toRuns(vocabulary: Vocabulary, texts: readonly string[], count: boolean): Unit['fields'][number] {
  const exact: Int32Array[] = [];
  const folded: Int32Array[] = [];
  for (const text of texts) {
    const syllables = splitSyllables(text);
    exact.push(Int32Array.from(syllables, (syllable) => learnExact(vocabulary, syllable.exact)));
    const run = Int32Array.from(syllables, (syllable) => learnFolded(vocabulary, syllable.folded));
    folded.push(run);
    if (count) countRun(vocabulary, run);
  }
  return { exact, folded };
}

/** The best documents for a question, best first. */
export function search(engine: SearchEngine, question: string, limit: number): { reading: Reading; hits: Hit[] } {
  const reading = readQuestion(engine.vocabulary, question);
  return { reading, hits: findHits(engine, reading, limit) };
}

function findHits(engine: SearchEngine, reading: Reading, limit: number): Hit[] {
  const scores = scoreUnits(engine.whole, reading, engine.settings);
  const passageScores = scoreUnits(engine.passages, reading, engine.settings);
  const best = new Float32Array(engine.documents.length);
  for (let passage = 0; passage < passageScores.length; passage += 1) {
    const owner = engine.passageOwners[passage] ?? 0;
    best[owner] = Math.max(best[owner] ?? 0, passageScores[passage] ?? 0);
  }

  const hits: Hit[] = [];
  for (let document = 0; document < scores.length; document += 1) {
    const score = (scores[document] ?? 0) + engine.settings.passageWeight * (best[document] ?? 0);
    if (score > 0) hits.push({ document, score });
  }
  hits.sort((a, b) => b.score - a.score || a.document - b.document);
  return hits.slice(0, limit);
}

function scoreUnits(index: GramIndex, reading: Reading, settings: SearchSettings): Float32Array {
  const scores = new Float32Array(index.unitCount);
  const { syllables, isAccented } = reading;
  addSpace(
    index,
    syllables.map((syllable) => syllable.folded),
    FOLDED_SPACE,
    1,
    settings,
    scores,
  );
  if (isAccented) {
    addSpace(
      index,
      syllables.map((syllable) => syllable.exact),
      EXACT_SPACE,
      settings.exactWeight,
      settings,
      scores,
    );
  }
  return scores;
}

function addSpace(
  index: GramIndex,
  ids: readonly number[],
  space: number,
  weight: number,
  settings: SearchSettings,
  scores: Float32Array,
): void {
  for (let start = 0; start < ids.length; start += 1) {
    let hash = space;
    for (let order = 0; order < settings.maxOrder && start + order < ids.length; order += 1) {
      const id = ids[start + order] ?? -1;
      if (id < 0) break;
      hash = extendHash(hash, id);
      const term = findTerm(index, hash);
      if (term < 0) break;
      addImpacts(index, term, weight * (settings.orderWeights[order] ?? 0), scores);
    }
  }
}
