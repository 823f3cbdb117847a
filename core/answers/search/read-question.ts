import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import { type Arc, createArcLister, type ReadSyllable, UNKNOWN } from './list-arcs.ts';
import { countPair, type Vocabulary } from './vocabulary.ts';

/** A question as it was understood. */
export type Reading = {
  syllables: ReadSyllable[];
  /** The person typed accents, so exact forms mean something. */
  isAccented: boolean;
};

type Path = { arc: Arc; before: Path | undefined; cost: number };

/** Longer questions are cut here, so that no message can take long to read. */
const MAX_SYLLABLES = 400;
const KEPT_PATHS = 16;
const PAIR_SHARE = 0.75;
/** A shortening's own words go together by themselves. */
const INNER_SHARE = 0.4;

/**
 * Reads what was typed with a beam over a lattice of shortenings, regional words, telex leftovers, slips, and syllables split
 * or run together, weighed by the pairs of syllables of the texts themselves.
 */
export function readQuestion(vocabulary: Vocabulary, text: string): Reading {
  const typed: Syllable[] = splitSyllables(text).slice(0, MAX_SYLLABLES);
  const isAccented = typed.some((syllable) => syllable.exact !== syllable.folded);

  const beams: Map<number | string, Path>[] = Array.from({ length: typed.length + 1 }, () => new Map());
  const listArcs = createArcLister(vocabulary, typed);
  for (let at = 0; at < typed.length; at += 1) {
    const paths = at === 0 ? [undefined] : keepBest(beams[at]);
    for (const arc of listArcs(at)) {
      const beam = beams[at + arc.pieces];
      if (beam !== undefined) extend(vocabulary, beam, paths, arc);
    }
  }

  const syllables: ReadSyllable[] = [];
  for (let path = keepBest(beams[typed.length])[0]; path !== undefined; path = path.before)
    syllables.unshift(...path.arc.syllables);
  return { syllables, isAccented };
}

function keepBest(beam: Map<number | string, Path> | undefined): Path[] {
  return [...(beam?.values() ?? [])].sort((a, b) => a.cost - b.cost).slice(0, KEPT_PATHS);
}

function extend(
  vocabulary: Vocabulary,
  beam: Map<number | string, Path>,
  paths: readonly (Path | undefined)[],
  arc: Arc,
): void {
  const [first, ...others] = arc.syllables;
  let inner = arc.cost;
  let previous = first?.folded ?? UNKNOWN;
  for (const { folded } of others) {
    inner += INNER_SHARE * costOfNext(vocabulary, previous, folded);
    previous = folded;
  }
  const key = previous === UNKNOWN ? (arc.syllables.at(-1)?.form ?? '') : previous;
  for (const before of paths) {
    const last = before?.arc.syllables.at(-1)?.folded ?? UNKNOWN;
    const cost = (before?.cost ?? 0) + inner + costOfNext(vocabulary, last, first?.folded ?? UNKNOWN);
    const rival = beam.get(key);
    if (rival === undefined || cost < rival.cost) beam.set(key, { arc, before, cost });
  }
}

/** Minus the log of an interpolated bigram probability; a stranger's own cost is in its arc. */
function costOfNext(vocabulary: Vocabulary, previous: number, next: number): number {
  if (next === UNKNOWN) return 0;
  const alone = ((vocabulary.foldedCounts[next] ?? 0) + 0.1) / (vocabulary.total + 1);
  if (previous === UNKNOWN) return -Math.log(alone);
  const together = countPair(vocabulary, previous, next);
  const after = together / ((vocabulary.foldedCounts[previous] ?? 0) + 1);
  return -Math.log(PAIR_SHARE * after + (1 - PAIR_SHARE) * alone);
}
