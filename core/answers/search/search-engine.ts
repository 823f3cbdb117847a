import { CONCEPT_TEXTS, readConcepts } from '../typing/read-concepts.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';
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
import { type Reading, readAsTyped, readQuestion } from './read-question.ts';
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
  /** Everyday words are read as the words that the knowledge uses. */
  readsConcepts: boolean;
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
  readsConcepts: false,
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

  if (settings.readsConcepts) for (const text of CONCEPT_TEXTS) learnText(vocabulary, text);
  const toRuns = (texts: readonly string[]): Unit['fields'][number] => {
    const runs = texts.map((text) => splitText(text, settings).map((syllable) => toIds(vocabulary, syllable)));
    return {
      exact: runs.map((run) => Int32Array.from(run, ({ exact }) => exact)),
      folded: runs.map((run) => Int32Array.from(run, ({ folded }) => folded)),
    };
  };
  for (const { fields } of documents) for (const text of fields.flat()) learnText(vocabulary, text);

  documents.forEach((document, at) => {
    wholeUnits.push({ fields: document.fields.map(toRuns) });
    for (const passage of document.passages) {
      passageUnits.push({ fields: [toRuns([passage])] });
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

/** Syllables and their pairs are learnt as they stand in the text, so that typing is decoded before concepts are read. */
function learnText(vocabulary: Vocabulary, text: string): void {
  const ids = splitSyllables(text).map((syllable) => toIds(vocabulary, syllable).folded);
  countRun(vocabulary, Int32Array.from(ids));
}

function toIds(vocabulary: Vocabulary, { exact, folded }: Syllable): { exact: number; folded: number } {
  return { exact: learnExact(vocabulary, exact), folded: learnFolded(vocabulary, folded) };
}

/** A text as it is indexed and compared. */
export function splitText(text: string, { readsConcepts }: SearchSettings): Syllable[] {
  const syllables = splitSyllables(text);
  if (!readsConcepts) return syllables;
  const isAccented = syllables.some(({ exact, folded }) => exact !== folded);
  return readConcepts(syllables, isAccented, (syllable) => syllable);
}

/** The best documents for a question, best first. */
export function search(engine: SearchEngine, question: string, limit: number): { reading: Reading; hits: Hit[] } {
  const { vocabulary, settings } = engine;
  const typed = readQuestion(vocabulary, question);
  const reading = settings.readsConcepts
    ? {
        ...typed,
        syllables: readConcepts(typed.syllables, typed.isAccented, (syllable) => readAsTyped(vocabulary, syllable)),
      }
    : typed;
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
