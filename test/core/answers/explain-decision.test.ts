import { describe, expect, it } from 'vitest';
import { DEFAULT_THRESHOLDS } from '../../../core/answers/asking/confidence.ts';
import { type Decided, explainDecision, surenessOf } from '../../../core/answers/explain-decision.ts';

const decided = (given: Partial<Decided> & Pick<Decided, 'kind'>): Decided => ({
  articles: ['one'],
  candidates: [{ confidence: 0.7 }, { confidence: 0.1 }],
  confidence: 0.7,
  thresholds: { ...DEFAULT_THRESHOLDS, answer: 0.6, offer: 0.4 },
  ...given,
});

describe('why an answer was given so', () => {
  it.each([
    ['told, since one was sure enough', decided({ kind: 'answer' }), { reason: 'sure', sure: 0.7, needed: 0.6 }],
    ['told, since its very words decide', decided({ kind: 'answer', candidates: [] }), { reason: 'rule' }],
    ['told, since the person chose it', decided({ kind: 'answer', of: 5, candidates: [] }), { reason: 'chosen' }],
    ['several at once', decided({ kind: 'answer', articles: ['one', 'two'] }), { reason: 'several' }],
    ['a sum', decided({ kind: 'amount', candidates: [] }), { reason: 'sum' }],
    [
      'offered, since none was sure enough',
      decided({ kind: 'choices', confidence: 0.3 }),
      { reason: 'unsure', sure: 0.3, needed: 0.6 },
    ],
    [
      'refused, since the three likeliest together were not enough',
      decided({
        kind: 'none',
        articles: [],
        candidates: [{ confidence: 0.125 }, { confidence: 0.125 }, { confidence: 0.0625 }, { confidence: 0.5 }],
      }),
      { reason: 'far', sure: 0.3125, needed: 0.4 },
    ],
    [
      'refused, since nothing was near',
      decided({ kind: 'none', candidates: [] }),
      { reason: 'far', sure: 0, needed: 0.4 },
    ],
    ['refused, although something was near', decided({ kind: 'none', articles: [] }), { reason: 'outside' }],
    ['a wish', decided({ kind: 'intent', intent: 'officer' }), { reason: 'wish' }],
    ['a part of several wishes', decided({ kind: 'intent', intent: 'multi' }), { reason: 'partly' }],
  ])('%s', (_, given, expected) => {
    expect(explainDecision(given)).toEqual(expected);
  });

  it('is said in words of how sure it was', () => {
    expect([1, 0.85, 0.84, 0.6, 0.59, 0.4, 0.39, 0.15, 0.14, 0].map(surenessOf)).toEqual([
      'very',
      'very',
      'fairly',
      'fairly',
      'somewhat',
      'somewhat',
      'little',
      'little',
      'hardly',
      'hardly',
    ]);
  });
});
