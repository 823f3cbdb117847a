import { describe, expect, it } from 'vitest';
import type { Article } from '../../core/answers/article.ts';
import { findKnowledgeProblems } from '../../core/answers/check-knowledge.ts';
import { tellsRate } from '../../core/answers/check-rates.ts';
import type { RateRecord } from '../../core/answers/rate.ts';

const today = '2026-11-22';
const document = 'Thông tư 28/2018/TT-BTC';
const article: Article = {
  id: 'machine-rate',
  title: 'Mua máy',
  asks: ['mua máy được bao nhiêu'],
  decisive: [],
  topics: ['money'],
  sources: [{ document, effectiveFrom: '2018-05-11' }],
  figures: [
    { figure: '50 %', source: document },
    { figure: '300 triệu', source: document },
  ],
  certainty: 'verified',
  reviewedOn: today,
  text: 'Một nửa (50 %), nhiều nhất 300 triệu đồng.',
};
const rate: RateRecord = {
  id: 'machine-national',
  kind: 'machine',
  scope: 'national',
  percent: 50,
  percentIsAssumed: false,
  ceilingVnd: 300_000_000,
  document,
  effectiveFrom: '2018-05-11',
  certainty: 'verified',
  articleId: article.id,
};
const provinces = [{ code: '19', name: 'tỉnh Thái Nguyên', names: ['Thái Nguyên'] }];

function problemsOf(
  change: Partial<RateRecord>,
  others: readonly RateRecord[] = [],
  told: Partial<Article> = {},
): string {
  const rates = [...others, { ...rate, ...change }];
  return findKnowledgeProblems({ articles: [{ ...article, ...told }], rates, provinces }, today).join('\n');
}

describe('the check of a rate', () => {
  it('finds nothing wrong with one that its article tells', () => {
    expect(problemsOf({})).toBe('');
  });

  it('refuses one without its article, saying which rate and what to do', () => {
    expect(problemsOf({ articleId: 'gone' })).toBe(
      'knowledge/rates, rate machine-national: refers to article "gone", which does not exist; write it, or correct articleId',
    );
  });

  it('refuses a ceiling, a percentage or a multiplier that its article does not tell, and one that says nothing', () => {
    expect(problemsOf({ ceilingVnd: 310_000_000 })).toMatch(/310 triệu is not told by article machine-rate; tell it/);
    expect(problemsOf({ percent: 62.5 })).toMatch(/62,5 % is not told/);
    expect(problemsOf({ multiplier: 1.5 })).toMatch(/1,5 lần is not told/);
    expect(problemsOf({ percent: undefined, ceilingVnd: undefined })).toMatch(/says nothing; give/);
  });

  it('does not ask for a percentage that is only assumed', () => {
    expect(problemsOf({ percent: 62.5, percentIsAssumed: true })).toBe('');
  });

  it('refuses a document that its article does not name', () => {
    expect(problemsOf({ document: 'Thông tư 1' })).toMatch(
      /"Thông tư 1" is none of the sources of article machine-rate/,
    );
  });

  it('refuses an uncertain one that is told as certain', () => {
    expect(problemsOf({ certainty: 'recalled' })).toMatch(/is not certain, and article machine-rate tells it/);
    const doubting = { text: `${article.text} Trợ lý chưa đối chiếu.` };
    expect(problemsOf({ certainty: 'recalled' }, [], doubting)).toBe('');
  });

  it('refuses one that is over and told as in force, and the other way round', () => {
    expect(problemsOf({ effectiveTo: '2026-11-21' })).toMatch(
      /is over, and article machine-rate names its document as one/,
    );
    const [source] = article.sources;
    const sources = [
      { document, ...source, effectiveTo: '2026-11-21', superseded: true },
      { document: 'Thông tư mới' },
    ];
    expect(problemsOf({}, [], { sources })).toMatch(
      /is in force, and article machine-rate names its document as super/,
    );
  });

  it('refuses a local one without a place, a national one with a place, and an unknown province', () => {
    expect(problemsOf({ scope: 'local' })).toMatch(/a local rate, and only that, has a province/);
    expect(problemsOf({ province: '19' })).toMatch(/a local rate, and only that, has a province/);
    expect(problemsOf({ scope: 'local', province: '00' })).toMatch(/unknown province 00/);
  });

  it('refuses crossed dates, an id used twice, and two that hold on one day', () => {
    expect(problemsOf({ effectiveTo: '2018-05-10' })).toMatch(/would end before it begins/);
    expect(problemsOf({}, [{ ...rate, scope: 'local', province: '19' }])).toMatch(/the id is used twice/);
    const older = { ...rate, id: 'older', effectiveFrom: '2014-01-01' };
    expect(problemsOf({}, [older])).toMatch(/rate machine-national: another rate .+ same time: older; end/);
    expect(problemsOf({}, [{ ...older, kind: 'startup' }])).not.toMatch(/same time/);
    expect(problemsOf({}, [{ ...older, effectiveTo: '2018-05-10' }])).not.toMatch(/same time/);
    expect(problemsOf({}, [{ ...older, effectiveTo: '2018-05-11' }])).toMatch(/same time/);
  });
});

describe('an article that tells a rate', () => {
  it('tells it as in force only while its document is not superseded', () => {
    expect(tellsRate(article, rate)).toBe(true);
    expect(tellsRate({ ...article, sources: [{ document, superseded: true }] }, rate)).toBe(false);
    expect(tellsRate({ ...article, figures: [] }, rate)).toBe(false);
  });
});
