import { findReadings } from '../typing/abbreviations.ts';
import { costOfOneSlip } from '../typing/one-slip.ts';
import { isSyllableShape } from '../typing/syllable-shape.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import { foldTelex } from '../typing/telex.ts';
import { pairKey, type Vocabulary } from './vocabulary.ts';

/** One syllable of a question as it was understood. An id of -1 is a syllable that the texts do not have. */
export type ReadSyllable = { exact: number; folded: number; form: string; typed?: string };

/** A question as it was understood: the place where a better decoder goes. */
export type Reading = {
  syllables: ReadSyllable[];
  /** The person typed accents, so exact forms mean something. */
  isAccented: boolean;
};

type Candidate = { syllables: ReadSyllable[]; cost: number };
type Path = { candidate: Candidate; before: Path | undefined; cost: number };

const UNKNOWN = -1;
/** Longer questions are cut here, so that no message can take long to read. */
const MAX_SYLLABLES = 400;
const MAX_SLIP_CANDIDATES = 12;
const KEPT_PATHS = 24;

/** In nats, beside the bigram model's own. Set by hand on dev questions. */
const COST = { reading: 0.3, laterReading: 0.7, telex: 1, slip: 4, slipOfRealSyllable: 7.5, split: 4, unknown: 13 };
const PAIR_SHARE = 0.75;

/** Reads what was typed with one pass of dynamic programming over shortenings, telex, slips and run-together syllables. */
export function readQuestion(vocabulary: Vocabulary, text: string): Reading {
  const typed = splitSyllables(text).slice(0, MAX_SYLLABLES);
  const isAccented = typed.some((syllable) => syllable.exact !== syllable.folded);

  let paths: Path[] = [];
  for (const syllable of typed) {
    const candidates = listCandidates(vocabulary, syllable);
    paths = advance(vocabulary, paths, candidates);
  }

  const syllables: ReadSyllable[] = [];
  for (let path = paths[0]; path !== undefined; path = path.before) syllables.unshift(...path.candidate.syllables);
  return { syllables, isAccented };
}

function advance(vocabulary: Vocabulary, paths: Path[], candidates: Candidate[]): Path[] {
  const best = new Map<string, Path>();
  for (const candidate of candidates) {
    for (const before of paths.length > 0 ? paths : [undefined]) {
      const cost = (before?.cost ?? 0) + candidate.cost + costOfRun(vocabulary, before, candidate);
      const last = candidate.syllables.at(-1);
      const key = last === undefined || last.folded === UNKNOWN ? `?${last?.form}` : String(last.folded);
      const rival = best.get(key);
      if (rival === undefined || cost < rival.cost) best.set(key, { candidate, before, cost });
    }
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost).slice(0, KEPT_PATHS);
}

function costOfRun(vocabulary: Vocabulary, before: Path | undefined, candidate: Candidate): number {
  let previous = before?.candidate.syllables.at(-1)?.folded ?? UNKNOWN;
  let cost = 0;
  for (const { folded } of candidate.syllables) {
    cost += costOfNext(vocabulary, previous, folded);
    previous = folded;
  }
  return cost;
}

/** Minus the log of an interpolated bigram probability. */
function costOfNext(vocabulary: Vocabulary, previous: number, next: number): number {
  if (next === UNKNOWN) return 0;
  const alone = ((vocabulary.foldedCounts[next] ?? 0) + 0.1) / (vocabulary.total + 1);
  if (previous === UNKNOWN) return -Math.log(alone) * (1 - PAIR_SHARE);
  const together = vocabulary.pairCounts.get(pairKey(previous, next)) ?? 0;
  const after = together / ((vocabulary.foldedCounts[previous] ?? 0) + 1);
  return -Math.log(PAIR_SHARE * after + (1 - PAIR_SHARE) * alone);
}

function listCandidates(vocabulary: Vocabulary, typed: Syllable): Candidate[] {
  const known = vocabulary.foldedIds.get(typed.folded);
  const candidates: Candidate[] = [];
  if (known !== undefined) candidates.push({ syllables: [readAsTyped(vocabulary, typed)], cost: 0 });

  findReadings(typed.folded).forEach((reading, at) => {
    const syllables = splitSyllables(reading).map((syllable) => readAsTyped(vocabulary, syllable));
    if (syllables.some((syllable) => syllable.folded === UNKNOWN)) return;
    candidates.push({ syllables, cost: COST.reading + at * COST.laterReading });
  });

  if (candidates.length > 0) return candidates;
  if (!/^\p{L}+$/u.test(typed.folded)) return [{ syllables: [readAsTyped(vocabulary, typed)], cost: 0 }];

  const telex = foldTelex(typed.folded);
  const telexId = telex === undefined ? undefined : vocabulary.foldedIds.get(telex);
  if (telexId !== undefined) candidates.push({ syllables: [readAs(vocabulary, telexId)], cost: COST.telex });
  candidates.push(...listSlips(vocabulary, typed.folded), ...listSplits(vocabulary, typed.folded));
  candidates.push({ syllables: [readAsTyped(vocabulary, typed)], cost: COST.unknown });
  return candidates;
}

/** A syllable taken as it stands. */
export function readAsTyped(vocabulary: Vocabulary, { exact, folded }: Syllable): ReadSyllable {
  return {
    exact: vocabulary.exactIds.get(exact) ?? UNKNOWN,
    folded: vocabulary.foldedIds.get(folded) ?? UNKNOWN,
    form: folded,
    typed: exact,
  };
}

function readAs(vocabulary: Vocabulary, folded: number): ReadSyllable {
  return { exact: UNKNOWN, folded, form: vocabulary.foldedForms[folded] ?? '' };
}

function listSlips(vocabulary: Vocabulary, folded: string): Candidate[] {
  if (folded.length < 2) return [];
  const base = isSyllableShape(folded) ? COST.slipOfRealSyllable : COST.slip;
  const found: { candidate: Candidate; likely: number }[] = [];
  vocabulary.foldedForms.forEach((form, id) => {
    const slip = costOfOneSlip(form, folded);
    if (slip === undefined || !isSyllableShape(form)) return;
    const cost = base + slip;
    found.push({
      candidate: { syllables: [readAs(vocabulary, id)], cost },
      likely: cost - Math.log((vocabulary.foldedCounts[id] ?? 0) + 1),
    });
  });
  found.sort((a, b) => a.likely - b.likely);
  return found.slice(0, MAX_SLIP_CANDIDATES).map(({ candidate }) => candidate);
}

function listSplits(vocabulary: Vocabulary, folded: string): Candidate[] {
  const splits: Candidate[] = [];
  for (let at = 2; at <= folded.length - 2; at += 1) {
    const left = vocabulary.foldedIds.get(folded.slice(0, at));
    const right = vocabulary.foldedIds.get(folded.slice(at));
    if (left === undefined || right === undefined) continue;
    if (!isSyllableShape(folded.slice(0, at)) || !isSyllableShape(folded.slice(at))) continue;
    splits.push({ syllables: [readAs(vocabulary, left), readAs(vocabulary, right)], cost: COST.split });
  }
  return splits;
}
