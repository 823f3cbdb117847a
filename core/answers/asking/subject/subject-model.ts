import type { Syllable } from '../../typing/syllables.ts';
import { listGrams } from '../message-kind/list-grams.ts';

/**
 * Which subject (an article, a topic that none answers, a wish) a text is about, by its grams: a linear model with a weight only where a
 * gram was heard in a subject. Plain data. Rows by gram: `subjects[rowStarts[gram]…rowStarts[gram + 1]]` are those it was heard in.
 */
export type SubjectModel = {
  subjectCount: number;
  /** How much each gram says: its rarity. */
  rarities: Float32Array;
  rowStarts: Uint32Array;
  subjects: Uint16Array;
  weights: Float32Array;
};

/** How many places grams are spread over. */
export const SUBJECT_PLACES = 1 << 18;
/** Longer messages are stories. */
const MOST_SYLLABLES = 60;

export function listSubjectGrams(syllables: readonly Syllable[]): number[] {
  return listGrams(syllables.slice(0, MOST_SYLLABLES), SUBJECT_PLACES);
}

/** How strongly a text speaks for each subject, as logarithms; written into `scores`. */
export function scoreSubjects(model: SubjectModel, grams: readonly number[], scores: Float64Array): void {
  const { rarities, rowStarts, subjects, weights } = model;
  scores.fill(0);
  const value = scaleOf(rarities, grams);
  for (const gram of grams) {
    const rarity = (rarities[gram] ?? 0) * value;
    const end = rowStarts[gram + 1] ?? 0;
    for (let at = rowStarts[gram] ?? 0; at < end; at += 1) {
      const subject = subjects[at] ?? 0;
      scores[subject] = (scores[subject] ?? 0) + rarity * (weights[at] ?? 0);
    }
  }
}

/** What makes texts of any length count alike. */
export function scaleOf(rarities: Float32Array, grams: readonly number[]): number {
  let sum = 0;
  for (const gram of grams) sum += (rarities[gram] ?? 0) ** 2;
  return 1 / Math.sqrt(sum || 1);
}

/** Turns scores into shares that add up to 1. */
export function toShares(scores: Float64Array): void {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let total = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const behind = (scores[at] ?? 0) - most;
    scores[at] = behind < -12 ? 0 : Math.exp(behind);
    total += scores[at] ?? 0;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / total;
}
