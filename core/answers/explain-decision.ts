import { MOST_CHOICES, type Thresholds } from './asking/confidence.ts';

/** What is needed to say why an answer was given so: a part of the trace that is kept with it. */
export type Decided = {
  kind: 'answer' | 'amount' | 'choices' | 'intent' | 'none';
  intent?: string;
  of?: number;
  articles: readonly unknown[];
  candidates: readonly { confidence: number }[];
  confidence: number;
  thresholds: Thresholds;
};

/**
 * Why a question was told, offered or refused.
 * chosen: the person chose the article. sum: computed from a rate. rule: the very words decide by themselves. sure, unsure,
 * far: by the likeliest candidates against the thresholds. outside: something near was found, but the question is of those
 * that no article answers. several, partly: several questions in one message. wish: no question.
 */
export type Reason = 'chosen' | 'sum' | 'rule' | 'sure' | 'unsure' | 'far' | 'outside' | 'several' | 'partly' | 'wish';

export type Explanation = {
  reason: Reason;
  /** 0 to 1: how sure it was of what the reason is about, and how sure it must have been; absent where neither matters. */
  sure?: number;
  needed?: number;
};

export function explainDecision(decided: Decided): Explanation {
  const { kind, articles, candidates, confidence, thresholds } = decided;
  if (decided.of !== undefined) return { reason: 'chosen' };
  const likeliest = candidates.slice(0, MOST_CHOICES).reduce((sum, candidate) => sum + candidate.confidence, 0);
  switch (kind) {
    case 'amount':
      return { reason: 'sum' };
    case 'intent':
      return { reason: decided.intent === 'multi' ? 'partly' : 'wish' };
    case 'answer':
      if (candidates.length === 0) return { reason: 'rule' };
      if (articles.length > 1) return { reason: 'several' };
      return { reason: 'sure', sure: confidence, needed: thresholds.answer };
    case 'choices':
      if (candidates.length === 0) return { reason: 'rule' };
      return { reason: 'unsure', sure: confidence, needed: thresholds.answer };
    case 'none':
      if (likeliest < thresholds.offer) return { reason: 'far', sure: likeliest, needed: thresholds.offer };
      return { reason: 'outside' };
  }
}

/** How sure in words: the page says these before it says a number. */
export type Sureness = 'very' | 'fairly' | 'somewhat' | 'little' | 'hardly';

export function surenessOf(confidence: number): Sureness {
  if (confidence >= 0.85) return 'very';
  if (confidence >= 0.6) return 'fairly';
  if (confidence >= 0.4) return 'somewhat';
  return confidence >= 0.15 ? 'little' : 'hardly';
}
