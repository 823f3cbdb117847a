import { CONCEPT_TEXTS, readConcepts } from '../typing/read-concepts.ts';
import { type Syllable, splitExact, splitSyllables } from '../typing/syllables.ts';
import {
  addImpacts,
  buildGramIndex,
  countHaving,
  EMPTY_GRAM,
  extendHash,
  findTerm,
  type GramIndex,
  inverseFrequency,
} from './gram-index.ts';
import { readAsTyped } from './list-arcs.ts';
import { createProbe, type Probe } from './probe.ts';
import { type Reading, readQuestion } from './read-question.ts';
import { createPassageScorer, type PassageScore } from './score-passages.ts';
import { addRun, draftStore, endDocument, finishStore, PASSAGE, type TextStore } from './text-store.ts';
import { draftVocabulary, finishVocabulary, learnExact, learnRun, type Vocabulary } from './vocabulary.ts';

/** Any text that can be found. */
export type SearchDocument = {
  id: string;
  /** Each field is a list of texts; no phrase spans two of them. */
  fields: readonly (readonly string[])[];
  /** Smaller pieces of the same text (ways of asking, clauses); the best one speaks for the document. A list is one piece. */
  passages: readonly (string | readonly string[])[];
};

export type Hit = { document: number; score: number };

export type SearchSettings = {
  fieldWeights: readonly number[];
  k1: number;
  b: number;
  maxOrder: number;
  /** What a gram of 1, 2, 3 syllables is worth. */
  orderWeights: readonly number[];
  /** What the same gram is worth when its accents agree too. */
  exactWeight: number;
  /** What the best passage adds to its document. */
  passageWeight: number;
  /** What a gram is worth that only frames the question. */
  frameShare: number;
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
  frameShare: 0.5,
  readsConcepts: false,
};

/** Plain data only: it can be cloned out of a worker. */
export type SearchEngine = {
  vocabulary: Vocabulary;
  /** How rare each folded syllable is. */
  syllableWeights: Float32Array;
  documents: readonly { id: string }[];
  store: TextStore;
  index: GramIndex;
  /** In syllables. */
  averagePassage: number;
  /** Documents with the same first field are one group (a law). */
  groups: Uint32Array;
  settings: SearchSettings;
};

/** So many of the index's best are read closely; more where their plain sums are asked for. */
const CLOSE_READ = 120;
const CLOSE_READ_BY_WORDS = 400;

/** Indexes documents. */
export function buildSearchEngine(documents: readonly SearchDocument[], settings = DEFAULT_SETTINGS): SearchEngine {
  const draft = draftVocabulary();
  const texts = draftStore();
  const learn = (text: string): number[] => {
    const ids = splitExact(text).map((exact) => learnExact(draft, exact));
    learnRun(draft, ids);
    return ids;
  };
  // Syllables and their pairs are learnt as they stand in the text, so that typing is decoded before concepts are read.
  if (settings.readsConcepts) for (const text of CONCEPT_TEXTS) learn(text);
  let passageCount = 0;
  let passageLength = 0;
  for (const { fields, passages } of documents) {
    const known = new Map<string, number[]>();
    const indexed = (text: string): number[] => {
      const ids = known.get(text) ?? splitText(text, settings).map((exact) => learnExact(draft, exact.exact));
      known.set(text, ids);
      return ids;
    };
    fields.forEach((field, at) => {
      for (const text of field) {
        const ids = learn(text);
        if (!settings.readsConcepts) known.set(text, ids);
        addRun(texts, at, indexed(text));
      }
    });
    for (const passage of passages) {
      const ids = typeof passage === 'string' ? indexed(passage) : passage.flatMap(indexed);
      passageCount += 1;
      passageLength += ids.length;
      addRun(texts, PASSAGE, ids);
    }
    endDocument(texts);
  }

  const vocabulary = finishVocabulary(draft);
  const store = finishStore(texts);
  const index = buildGramIndex(store, vocabulary.foldedOfExact, settings);
  return {
    vocabulary,
    syllableWeights: Float32Array.from(vocabulary.foldedForms, (_, id) =>
      inverseFrequency(index.documentCount, countHaving(index, findTerm(index, extendHash(EMPTY_GRAM, id)))),
    ),
    documents: documents.map(({ id }) => ({ id })),
    store,
    index,
    groups: numberGroups(documents),
    averagePassage: passageLength / (passageCount || 1) || 1,
    settings,
  };
}

function numberGroups(documents: readonly SearchDocument[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(documents, ({ fields }) => {
    const name = fields[0]?.join(' ') ?? '';
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

/** A text as it is indexed and compared. */
export function splitText(text: string, { readsConcepts }: SearchSettings): Syllable[] {
  const syllables = splitSyllables(text);
  if (!readsConcepts) return syllables;
  const isAccented = syllables.some(({ exact, folded }) => exact !== folded);
  return readConcepts(syllables, isAccented, (syllable) => syllable);
}

/** The documents that share most with a question, by words alone; best first. A score is a sum of rarities, to be compared within one question only. */
export function searchByWords(engine: SearchEngine, question: string): { reading: Reading; hits: Hit[] } {
  const reading = readFor(engine, question);
  const { found } = findByWords(engine, reading, CLOSE_READ_BY_WORDS);
  return { reading, hits: found.map(({ score, document }) => ({ document, score })) };
}

/** The question as this engine reads it. */
export function readFor({ vocabulary, settings }: SearchEngine, question: string): Reading {
  const typed = readQuestion(vocabulary, question);
  if (!settings.readsConcepts) return typed;
  const make = (syllable: Syllable) => readAsTyped(vocabulary, syllable);
  return { ...typed, syllables: readConcepts(typed.syllables, typed.isAccented, make) };
}

export type Found = { document: number; score: number; passage: PassageScore };

/** The documents that share most with a question: BM25F over all, and for the best of those their best passage; best first. */
export function findByWords(
  engine: SearchEngine,
  reading: Reading,
  limit = CLOSE_READ,
): { probe: Probe; found: Found[] } {
  const { settings, store, averagePassage } = engine;
  const probe = createProbe(engine.index, engine.vocabulary, reading);
  const scores = scoreByIndex(engine, probe);
  const scorePassages = createPassageScorer(store, probe, { ...settings, averagePassage });
  const found = findBest(scores, limit).map((document) => {
    const passage = scorePassages(document);
    const more = settings.exactWeight * passage.exact + settings.passageWeight * passage.best;
    return { document, score: (scores[document] ?? 0) + more, passage };
  });
  return { probe, found: found.sort((a, b) => b.score - a.score || a.document - b.document) };
}

function scoreByIndex({ index, settings }: SearchEngine, { folded, frame }: Probe): Float32Array {
  const scores = new Float32Array(index.documentCount);
  for (let start = 0; start < folded.length; start += 1) {
    let hash = EMPTY_GRAM;
    let share = settings.frameShare;
    for (let order = 0; order < settings.maxOrder && start + order < folded.length; order += 1) {
      const id = folded[start + order] ?? -1;
      if (id < 0) break;
      if (frame[start + order] === 0) share = 1;
      hash = extendHash(hash, id);
      const term = findTerm(index, hash);
      if (term < 0) break;
      addImpacts(index, term, share * (settings.orderWeights[order] ?? 0), scores);
    }
  }
  return scores;
}

const BINS = 512;

/** The documents with the highest scores above nothing, about so many, in no order; counted by bins, which is quicker than sorting. */
function findBest(scores: Float32Array, limit: number): number[] {
  let most = 0;
  for (const score of scores) if (score > most) most = score;
  if (most === 0) return [];
  const binOf = (score: number): number => Math.min(BINS - 1, Math.floor((score / most) * BINS));
  const counts = new Uint32Array(BINS);
  for (const score of scores) if (score > 0) counts[binOf(score)] = (counts[binOf(score)] ?? 0) + 1;
  let least = BINS - 1;
  for (let kept = counts[least] ?? 0; kept < limit && least > 0; kept += counts[least] ?? 0) least -= 1;
  const best: number[] = [];
  for (let document = 0; document < scores.length; document += 1) {
    const score = scores[document] ?? 0;
    if (score > 0 && binOf(score) >= least) best.push(document);
  }
  return best;
}
