import type { Features } from './features.ts';

// Two small linear models over the same features, fitted by `node scripts/fit-confidence.ts`: one to put candidates in
// order, one to say how likely a candidate is the right answer at all. The second also looks at how far the candidate is
// ahead of the next, at how much of the question no article knows, and whether it speaks of support at all.

export type RankWeights = Record<keyof Features, number>;
export type ConfidenceWeights = RankWeights & { bias: number; lead: number; unknownShare: number; cue: number };

export const RANK_WEIGHTS: RankWeights = {
  bestAsk: 3.04,
  askCoverage: 0.39,
  coverage: 2.14,
  pairCoverage: 1.26,
  relativeScore: 4.49,
};

const CONFIDENCE_WEIGHTS: ConfidenceWeights = {
  bias: -5.7,
  bestAsk: 2.83,
  askCoverage: -0.31,
  coverage: 1.63,
  pairCoverage: 1.01,
  relativeScore: 0.34,
  lead: 0.7,
  unknownShare: -0.11,
  cue: 0.47,
};

/** Being ahead by more than this says no more. */
const MOST_LEAD = 3;

export const FEATURE_NAMES = ['bestAsk', 'askCoverage', 'coverage', 'pairCoverage', 'relativeScore'] as const;

export function weighFeatures(features: Features, weights: RankWeights): number {
  return FEATURE_NAMES.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

/** How far each candidate is ahead of the best of the others (behind it, when negative), at most `MOST_LEAD`. */
export function leadsOf(scores: readonly number[]): number[] {
  const sorted = [...scores].sort((a, b) => b - a);
  const [best = 0, second = best - MOST_LEAD] = sorted;
  return scores.map((score) => {
    const rival = score === best ? second : best;
    return Math.max(-MOST_LEAD, Math.min(MOST_LEAD, score - rival));
  });
}

/** The probability that a candidate answers the question. */
export function confidenceOf(
  features: Features,
  { lead, unknownShare, cue }: { lead: number; unknownShare: number; cue: number },
  weights: ConfidenceWeights = CONFIDENCE_WEIGHTS,
): number {
  const sum =
    weights.bias +
    weighFeatures(features, weights) +
    weights.lead * lead +
    weights.unknownShare * unknownShare +
    weights.cue * cue;
  return 1 / (1 + Math.exp(-sum));
}

export type Thresholds = {
  /** From here on, one article is told as the answer… */
  answer: number;
  /** …unless the next one is itself likely enough to be offered and comes within this much of it. */
  margin: number;
  /** From here on, articles are offered as choices. */
  offer: number;
};

export const DEFAULT_THRESHOLDS: Thresholds = { answer: 0.42, margin: 0.12, offer: 0.25 };
