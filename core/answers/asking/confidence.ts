import type { Features } from './features.ts';

// Two small linear models over the same features, fitted by `node scripts/fit-confidence.ts`: one to put candidates in
// order, one to say how likely a candidate is the right answer at all. The second also looks at how far the candidate is
// ahead of the next, at how much of the question no article knows, and whether it speaks of support at all.

/** What holds for a question whatever the article. */
export type Circumstances = {
  /** Share of the question's weight that no article knows. */
  unknownShare: number;
  /** Share of the weight of its pairs of syllables that no article knows. */
  unknownPairs: number;
  /** The search's best among what no article answers (`OUTSIDE_TOPICS`), beside its best article. */
  outsideScore: number;
  /** The best way of asking for such a thing, as `bestAsk`. */
  outsideAsk: number;
  /** How much likelier its kind is what no article answers than what one does: -1 to 1. */
  outsideOdds: number;
  /** How likely it is a wish and no question. */
  wishShare: number;
  /** How likely it is about nothing that an article answers, by what those topics' ways of asking have that others do not. */
  subjectOutside: number;
  /** 1 when the question speaks of support, papers and the like. */
  cue: number;
};
export const CIRCUMSTANCE_NAMES = [
  'unknownShare',
  'unknownPairs',
  'outsideScore',
  'outsideAsk',
  'outsideOdds',
  'wishShare',
  'subjectOutside',
  'cue',
] as const;

export type RankWeights = Record<keyof Features, number>;
export type ConfidenceWeights = RankWeights & { bias: number; lead: number } & Circumstances;

export const RANK_WEIGHTS: RankWeights = {
  bestAsk: 1.38,
  askCoverage: -2.13,
  coverage: 1.21,
  topicCoverage: 1.04,
  pairCoverage: -0.22,
  relativeScore: 2.43,
  missing: 0.51,
  kindAgreement: 0.59,
  subjectShare: 3.2,
  subjectLog: 4.13,
};

const CONFIDENCE_WEIGHTS: ConfidenceWeights = {
  bias: -6.97,
  bestAsk: 1.67,
  askCoverage: -2.28,
  coverage: 1.85,
  topicCoverage: 1.22,
  pairCoverage: 0.55,
  relativeScore: 1.27,
  missing: 1.81,
  kindAgreement: 0.78,
  subjectShare: 1.51,
  subjectLog: 3.43,
  lead: 0.15,
  unknownShare: 0.09,
  unknownPairs: 0.62,
  outsideScore: -1.5,
  outsideAsk: -0.3,
  outsideOdds: -0.73,
  wishShare: 0.8,
  subjectOutside: -0.44,
  cue: -0.04,
};

/** Being ahead by more than this says no more. */
const MOST_LEAD = 3;

export const FEATURE_NAMES = [
  'bestAsk',
  'askCoverage',
  'coverage',
  'topicCoverage',
  'pairCoverage',
  'relativeScore',
  'missing',
  'kindAgreement',
  'subjectShare',
  'subjectLog',
] as const;

export const CONFIDENCE_NAMES = [...FEATURE_NAMES, 'lead', ...CIRCUMSTANCE_NAMES] as const;

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
  { lead, circumstances }: { lead: number; circumstances: Circumstances },
  weights: ConfidenceWeights = CONFIDENCE_WEIGHTS,
): number {
  const sum =
    weights.bias +
    weighFeatures(features, weights) +
    weights.lead * lead +
    CIRCUMSTANCE_NAMES.reduce((total, name) => total + weights[name] * circumstances[name], 0);
  return 1 / (1 + Math.exp(-sum));
}

export type Thresholds = {
  /** From here on, one article is told as the answer… */
  answer: number;
  /** …unless another that could be offered beside it comes within this much of it. */
  margin: number;
  /** From here on, the best articles together, the question is answered or articles are offered as choices… */
  offer: number;
  /** …those that are each at least this likely. */
  join: number;
};

export const DEFAULT_THRESHOLDS: Thresholds = { answer: 0.6, margin: 0.1, offer: 0.37, join: 0.05 };

/** How many articles are offered at most. */
export const MOST_CHOICES = 3;

/** What to do with candidates, best first: tell the first, offer the first few, or say that it is not known. */
export function decide(confidences: readonly number[], thresholds: Thresholds = DEFAULT_THRESHOLDS): Decision {
  const { answer, margin, offer, join } = thresholds;
  const [first = 0, second = 0] = confidences;
  const together = confidences.slice(0, MOST_CHOICES).reduce((sum, confidence) => sum + confidence, 0);
  if (together < offer) return { kind: 'refuse', count: 0 };
  if (first >= answer && (second < join || first - second >= margin)) return { kind: 'tell', count: 1 };
  const worthOffering = confidences.slice(0, MOST_CHOICES).filter((confidence) => confidence >= join);
  return { kind: 'offer', count: Math.max(1, worthOffering.length) };
}

/** `count` is how many of the candidates are shown. */
export type Decision = { kind: 'tell' | 'offer' | 'refuse'; count: number };
