import { costOfOneSlip } from '../typing/one-slip.ts';
import { type Syllable, splitSyllables } from '../typing/syllables.ts';

/** One place of a pattern: one of several phrases, after at most `gap` other words. */
type Slot = { phrases: (readonly Syllable[])[]; gap: number; isOptional: boolean };
export type WordPattern = readonly Slot[];

/** Where a pattern was found, in syllables: `from` is the first, `to` the one after the last. */
export type Found = { from: number; to: number; slips: number };

const PART = /~(\d+)|(?:\[([^\]]+)\]|([^\s[\]~]+))(\?)?/g;

/**
 * Compiles "[đừng|thôi] ~2 [gửi|nhắn tin] nữa?": a bracket holds phrases to choose from, "~2" lets two other words stand
 * before what follows, "?" makes a place optional. Words are written with their accents.
 */
export function compileWords(pattern: string): WordPattern {
  const slots: Slot[] = [];
  let gap = 0;
  for (const [, skipped, choice, word, optional] of pattern.matchAll(PART)) {
    if (skipped !== undefined) {
      gap = Number(skipped);
      continue;
    }
    const phrases = (choice ?? word ?? '').split('|').map(splitSyllables);
    slots.push({ phrases, gap, isOptional: optional !== undefined });
    gap = 0;
  }
  return slots;
}

export function wordsOf(patterns: readonly WordPattern[]): Syllable[] {
  return patterns.flatMap((slots) => slots.flatMap(({ phrases }) => phrases.flat()));
}

/** Tells whether a typed syllable is a word of the patterns: 0 as it stands, 1 with one slip, undefined when it is not. */
export type Likeness = (typed: Syllable, meant: Syllable) => 0 | 1 | undefined;

/** Shorter words have too many neighbours for a slip to tell anything. */
const LEAST_SLIP_LENGTH = 3;
/** So that the memory of slips looked up cannot grow for ever. */
const MAX_REMEMBERED = 2_000;

/** What is one of `words` is never a slip of another of them, nor is what `isKnown` (folded) as a word of its own. */
export function createLikeness(words: readonly Syllable[], isKnown: (folded: string) => boolean): Likeness {
  const exact = new Set(words.map((word) => word.exact));
  const folded = new Set(words.map((word) => word.folded));
  const longEnough = [...folded].filter((word) => word.length >= LEAST_SLIP_LENGTH);
  const remembered = new Map<string, Set<string>>();

  /** The words that a typed form may be a slip of. */
  function slipsOf(typed: string): Set<string> {
    const known = remembered.get(typed);
    if (known !== undefined) return known;
    const isWord = typed.length < LEAST_SLIP_LENGTH || folded.has(typed) || isKnown(typed);
    const found = new Set(isWord ? [] : longEnough.filter((word) => costOfOneSlip(word, typed) !== undefined));
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(typed, found);
    return found;
  }

  return (typed, meant) => {
    if (typed.folded !== meant.folded) return slipsOf(typed.folded).has(meant.folded) ? 1 : undefined;
    if (typed.exact === meant.exact || typed.exact === typed.folded) return 0;
    return exact.has(typed.exact) ? undefined : 1;
  };
}

/** How a pattern is compared: `slips` at most in the whole of it. */
export type Leniency = { like: Likeness; slips: number };

/** Finds a pattern; the first place counts. */
export function findWords(
  syllables: readonly Syllable[],
  pattern: WordPattern,
  { like, slips }: Leniency,
): Found | undefined {
  for (let from = 0; from < syllables.length; from += 1) {
    const end = matchFrom(syllables, pattern, { at: from, slot: 0, left: slips, like });
    if (end !== undefined) return { from, to: end.to, slips: slips - end.left };
  }
  return undefined;
}

type Place = { at: number; slot: number; left: number; like: Likeness };

function matchFrom(
  syllables: readonly Syllable[],
  pattern: WordPattern,
  { at, slot, left, like }: Place,
): { to: number; left: number } | undefined {
  const wanted = pattern[slot];
  if (wanted === undefined) return { to: at, left };
  const furthest = slot === 0 ? at : Math.min(at + wanted.gap, syllables.length);
  for (let first = at; first <= furthest; first += 1) {
    for (const phrase of wanted.phrases) {
      const after = matchPhrase(syllables, phrase, { at: first, left, like });
      if (after === undefined) continue;
      const end = matchFrom(syllables, pattern, { at: first + phrase.length, slot: slot + 1, left: after, like });
      if (end !== undefined) return end;
    }
  }
  return wanted.isOptional ? matchFrom(syllables, pattern, { at, slot: slot + 1, left, like }) : undefined;
}

/** How many slips are left after the phrase. */
function matchPhrase(
  syllables: readonly Syllable[],
  phrase: readonly Syllable[],
  { at, left, like }: { at: number; left: number; like: Likeness },
): number | undefined {
  let rest = left;
  for (const [offset, meant] of phrase.entries()) {
    const typed = syllables[at + offset];
    const slips = typed === undefined ? undefined : like(typed, meant);
    if (slips === undefined || slips > rest) return undefined;
    rest -= slips;
  }
  return rest;
}
