import { type AskForm, bestAskOf, type WeighedQuestion } from './features.ts';

/** What no article answers, by its ways of asking, and the article of the office that does. */
export type OutsideForms = { asks: AskForm[]; referral?: string };

/** The topic with the way of asking that is nearest to the question, and how near. */
export function findNearest(
  question: WeighedQuestion,
  topics: readonly OutsideForms[],
): { likeness: number; referral?: string } {
  let nearest: { likeness: number; referral?: string } = { likeness: 0 };
  for (const { asks, referral } of topics) {
    const likeness = bestAskOf(question, asks).dice;
    if (likeness > nearest.likeness) nearest = { likeness, referral };
  }
  return nearest;
}
