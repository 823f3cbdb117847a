import type { Intent } from '../../answer.ts';
import type { Syllable } from '../../typing/syllables.ts';
import { splitSyllables } from '../../typing/syllables.ts';
import { expandShortenings } from '../plain-form.ts';
import { type KindLesson, learnKinds, weighKinds } from './learn-kinds.ts';
import { listGrams } from './list-grams.ts';

/** A linear model of what kind of message a text is. Plain data. */
export type KindModel = {
  intents: Intent[];
  /** As `learnKinds` lays them out: questions for the articles first, then what none answers, then the intents. */
  weights: Float32Array;
};

/** How likely a message is each kind; all together 1. */
export type MessageKind = {
  inside: number;
  outside: number;
  /** The likeliest wish. */
  wish: { intent: Intent; share: number };
};

/** What one text teaches: there are fewer of some, and none counts for little. */
const LESSON_WEIGHTS = { inside: 1, outside: 2, wish: 5 };
const BEFORE_INTENTS = 2;
/** Longer messages are stories. */
const MOST_SYLLABLES = 60;

/** Learns the kinds from the articles' ways of asking, what no article answers, and examples of wishes. */
export function learnMessageKinds({
  inside,
  outside,
  wishes,
}: {
  inside: readonly string[];
  outside: readonly string[];
  wishes: readonly { intent: Intent; texts: readonly string[] }[];
}): KindModel {
  const lessonsOf = (texts: readonly string[], kind: number, weight: number): KindLesson[] =>
    texts.map((text) => ({ grams: listGrams(expandShortenings(splitSyllables(text))), kind, weight }));
  const lessons = [
    ...lessonsOf(inside, 0, LESSON_WEIGHTS.inside),
    ...lessonsOf(outside, 1, LESSON_WEIGHTS.outside),
    ...wishes.flatMap(({ texts }, at) => lessonsOf(texts, BEFORE_INTENTS + at, LESSON_WEIGHTS.wish)),
  ];
  return {
    intents: wishes.map(({ intent }) => intent),
    weights: learnKinds(lessons, BEFORE_INTENTS + wishes.length),
  };
}

/** What kind of message a text is, by its syllables with slips mended. */
export function findMessageKind({ intents, weights }: KindModel, syllables: readonly Syllable[]): MessageKind {
  const shares = new Float64Array(BEFORE_INTENTS + intents.length);
  weighKinds(weights, listGrams(syllables.slice(0, MOST_SYLLABLES)), shares);
  const [inside = 0, outside = 0, ...ofWishes] = shares;
  const best = ofWishes.reduce((found, share, at) => (share > (ofWishes[found] ?? 0) ? at : found), 0);
  return { inside, outside, wish: { intent: intents[best] ?? 'about', share: ofWishes[best] ?? 0 } };
}
