import { findReadings, findRegional } from '../typing/abbreviations.ts';
import { isSyllableShape } from '../typing/syllable-shape.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';
import { foldTelex } from '../typing/telex.ts';
import { findNear } from './near-forms.ts';
import { countPair, type Vocabulary } from './vocabulary.ts';

/** One syllable of a question as it was understood. An id of -1 is a syllable that the texts do not have. */
export type ReadSyllable = { exact: number; folded: number; form: string; typed?: string };

/** One way of reading what was typed at a place: so many typed pieces as these syllables, at this cost in nats. */
export type Arc = { pieces: number; syllables: ReadSyllable[]; cost: number };

export const UNKNOWN = -1;
/** Built like one, typed often enough to stand among the texts, and still never one. */
const NEVER_A_SYLLABLE = 'ko';
const LETTERS = /^\p{L}+$/u;
/** Marks of tone and vowel; "đ" alone is typed in shortenings as well. */
const HAS_MARKS = /[^a-zđ]/;

/** Beside the bigram model's own costs. Set by hand on dev questions. */
const COST = {
  unknownAccents: 0.5,
  reading: 0.3,
  laterReading: 0.7,
  readingOfSyllable: 2.5,
  regional: 1.5,
  regionalOfSyllable: 3.5,
  telex: 1,
  telexOfSyllable: 6,
  /** A slip in what is built like no syllable, in a syllable that the texts do not have, in one that they have. */
  slip: 3,
  slipOfStranger: 8,
  /** More, where accents were typed: then it is a word. */
  slipOfMarked: 1.5,
  slipOfKnown: 9,
  slipToForeign: 2,
  slipOfShortening: 6,
  split: 4,
  furtherSplit: 3,
  merge: 4,
  mergeOfKnown: 8,
  unknown: 15,
  unknownShapeless: 17.5,
};
const MAX_SLIPS = 12;
const MAX_SLIPS_OF_KNOWN = 6;
const MAX_SPLIT = 3;

/** Everything that a typed piece, or it and the next, may stand for. */
export function createArcLister(vocabulary: Vocabulary, typed: readonly Syllable[]): (at: number) => Arc[] {
  // What is said twice is looked up once.
  const known = new Map<string, Arc[]>();
  const ids = typed.map(({ folded }) => vocabulary.foldedIds.get(folded) ?? UNKNOWN);
  const arePair = (left = UNKNOWN, right = UNKNOWN): boolean =>
    left !== UNKNOWN && right !== UNKNOWN && countPair(vocabulary, left, right) > 0;
  return (at) => {
    const here = typed[at];
    if (here === undefined) return [];
    // A syllable that stands beside its neighbour in the texts as well is hardly a slip.
    const isAtHome = arePair(ids[at - 1], ids[at]) || arePair(ids[at], ids[at + 1]);
    const key = isAtHome ? here.exact : `?${here.exact}`;
    const alone = known.get(key) ?? listAlone(vocabulary, here, isAtHome);
    known.set(key, alone);
    const next = typed[at + 1];
    return next === undefined ? alone : [...alone, ...listMerged(vocabulary, here, next)];
  };
}

function listAlone(vocabulary: Vocabulary, typed: Syllable, isAtHome: boolean): Arc[] {
  const { exact, folded } = typed;
  const asTyped = readAsTyped(vocabulary, typed);
  const isKnown = asTyped.folded !== UNKNOWN;
  const arcs: Arc[] = [];
  const add = (syllables: ReadSyllable[], cost: number) => arcs.push({ pieces: 1, syllables, cost });
  const isMarked = HAS_MARKS.test(exact);
  const isSyllable = isSyllableShape(folded);

  if (isKnown) add([asTyped], asTyped.exact === UNKNOWN ? COST.unknownAccents : 0);
  if (!LETTERS.test(folded)) return isKnown ? arcs : [{ pieces: 1, syllables: [asTyped], cost: 0 }];

  const readings = isMarked ? [] : findReadings(folded);
  const firstCost =
    isKnown && isSyllable && folded.length > 1 && folded !== NEVER_A_SYLLABLE ? COST.readingOfSyllable : COST.reading;
  for (const [rank, reading] of readings.entries())
    addReading(vocabulary, arcs, reading, firstCost + rank * COST.laterReading);
  const regionalCost = isMarked ? 0 : isKnown ? COST.regionalOfSyllable : COST.regional;
  for (const [rank, reading] of findRegional(exact, folded).entries())
    addReading(vocabulary, arcs, reading, regionalCost + rank * COST.laterReading);
  const isShortening = arcs.length > (isKnown ? 1 : 0);
  // Accents that the texts have too are no slip.
  if (isKnown && isMarked && asTyped.exact !== UNKNOWN) return arcs;

  const telex = foldTelex(folded);
  const telexId = telex === undefined ? undefined : vocabulary.foldedIds.get(telex);
  if (telexId !== undefined)
    add([readAs(vocabulary, telexId)], isSyllable && isKnown ? COST.telexOfSyllable : COST.telex);
  if (isKnown && (isAtHome || !isSyllable)) return arcs;
  for (const { id, cost } of listSlips(vocabulary, typed, isKnown))
    add([readAs(vocabulary, id)], cost + (isShortening ? COST.slipOfShortening : 0));
  if (isKnown || isShortening) return arcs;
  for (const ids of listSplits(vocabulary, folded, MAX_SPLIT)) {
    if (ids.length > 1)
      add(
        ids.map((id) => readAs(vocabulary, id)),
        COST.split + (ids.length - 2) * COST.furtherSplit,
      );
  }
  add([asTyped], isSyllable ? COST.unknown : COST.unknownShapeless);
  return arcs;
}

function addReading(vocabulary: Vocabulary, arcs: Arc[], reading: string, cost: number): void {
  const syllables = splitSyllables(reading).map((syllable) => readAsTyped(vocabulary, syllable));
  if (syllables.every((syllable) => syllable.folded !== UNKNOWN)) arcs.push({ pieces: 1, syllables, cost });
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

function listSlips(
  vocabulary: Vocabulary,
  { exact, folded }: Syllable,
  isKnown: boolean,
): { id: number; cost: number }[] {
  if (folded.length < 2) return [];
  const strange = COST.slipOfStranger + (HAS_MARKS.test(exact) ? COST.slipOfMarked : 0);
  const base = isKnown ? COST.slipOfKnown : isSyllableShape(folded) ? strange : COST.slip;
  const likely = ({ id, cost }: { id: number; cost: number }) =>
    cost - Math.log((vocabulary.foldedCounts[id] ?? 0) + 1);
  return findNear(vocabulary.near, vocabulary.foldedForms, folded)
    .flatMap(({ id, cost }) => {
      const form = vocabulary.foldedForms[id] ?? '';
      if (isSyllableShape(form)) return { id, cost: base + cost };
      return isKnown || form.length < 4 ? [] : { id, cost: base + cost + COST.slipToForeign };
    })
    .sort((a, b) => likely(a) - likely(b))
    .slice(0, isKnown ? MAX_SLIPS_OF_KNOWN : MAX_SLIPS);
}

/** Ways of cutting a piece into known syllables, as folded ids. */
function listSplits(vocabulary: Vocabulary, folded: string, most: number): number[][] {
  const whole = vocabulary.foldedIds.get(folded);
  const splits: number[][] = whole !== undefined && isSyllableShape(folded) ? [[whole]] : [];
  if (most === 1) return splits;
  for (let at = 2; at <= folded.length - 2; at += 1) {
    const left = folded.slice(0, at);
    const id = vocabulary.foldedIds.get(left);
    if (id === undefined || !isSyllableShape(left)) continue;
    for (const rest of listSplits(vocabulary, folded.slice(at), most - 1)) splits.push([id, ...rest]);
  }
  return splits;
}

/** "kh ông": a space that does not belong there. */
function listMerged(vocabulary: Vocabulary, left: Syllable, right: Syllable): Arc[] {
  const folded = left.folded + right.folded;
  const id = vocabulary.foldedIds.get(folded);
  if (id === undefined || !isSyllableShape(folded)) return [];
  const areKnown = vocabulary.foldedIds.has(left.folded) && vocabulary.foldedIds.has(right.folded);
  const syllable = readAsTyped(vocabulary, { exact: left.exact + right.exact, folded });
  return [{ pieces: 2, syllables: [syllable], cost: areKnown ? COST.mergeOfKnown : COST.merge }];
}
