import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../../bot/library/read-knowledge.ts';
import { createAnswerer } from '../../../core/answers/answerer.ts';
import type { Article } from '../../../core/answers/article.ts';
import { findKnowledgeProblems } from '../../../core/answers/check-knowledge.ts';
import type { Knowledge } from '../../../core/answers/knowledge.ts';
import type { RateRecord } from '../../../core/answers/rate.ts';
import { projectRoot } from '../../../host/project-root.ts';

// The ceiling goes up on 1 January 2027, and a province's own begins in March.
const LAST_DAY = '2026-12-31';
const FIRST_DAY = '2027-01-01';
const before = 'Thông tư 28/2018/TT-BTC';
const after = 'Thông tư về mức mới';

const oldRate: RateRecord = {
  id: 'machine-2018',
  kind: 'machine',
  scope: 'national',
  percent: 50,
  percentIsAssumed: false,
  ceilingVnd: 300_000_000,
  document: before,
  effectiveFrom: '2018-05-11',
  effectiveTo: LAST_DAY,
  certainty: 'verified',
  articleId: 'machine-rate',
};
const newRate: RateRecord = {
  ...oldRate,
  id: 'machine-2027',
  ceilingVnd: 400_000_000,
  document: after,
  effectiveFrom: FIRST_DAY,
  effectiveTo: undefined,
};
const localRate: RateRecord = {
  ...newRate,
  id: 'machine-local',
  scope: 'local',
  province: '19',
  ceilingVnd: 250_000_000,
  effectiveFrom: '2027-03-01',
};

const articles: Article[] = [
  {
    id: 'machine-rate',
    title: 'Mua máy được hỗ trợ bao nhiêu',
    asks: ['mua máy nhà nước cho bao nhiêu'],
    decisive: [],
    topics: ['money', 'machine'],
    sources: [
      { document: after, effectiveFrom: FIRST_DAY },
      { document: before, effectiveFrom: '2018-05-11', effectiveTo: LAST_DAY, superseded: true },
    ],
    figures: [
      { figure: '50 %', source: after },
      { figure: '400 triệu', source: after },
      { figure: '250 triệu', source: after },
      { figure: '300 triệu', source: before },
      { figure: 'năm 2018', source: before },
    ],
    certainty: 'verified',
    reviewedOn: '2026-11-22',
    text: 'Một nửa (50 %), nhiều nhất 400 triệu đồng; ở tỉnh 250 triệu đồng.\n300 triệu là mức cũ (năm 2018).',
  },
];
const knowledge: Knowledge = {
  ...(await readKnowledge({ root: projectRoot })),
  articles,
  rates: [oldRate, newRate, localRate],
  provinces: [{ code: '19', name: 'tỉnh Thái Nguyên', names: ['Thái Nguyên'] }],
};
const { ask } = createAnswerer(knowledge);

function sumsOn(date: string, provinceCode?: string): number[] {
  const answer = ask({ text: 'máy sấy 1 tỷ được hỗ trợ bao nhiêu', date, provinceCode });
  return answer.kind === 'amount' ? answer.amounts.map(({ amountVnd }) => amountVnd / 1e6) : [];
}

describe('a rate that changes on a day', () => {
  it('is the old one up to its last day and the new one from its first', () => {
    expect(sumsOn('2026-12-30')).toEqual([300]);
    expect(sumsOn(LAST_DAY)).toEqual([300]);
    expect(sumsOn(FIRST_DAY)).toEqual([400]);
    expect(sumsOn('2027-01-02')).toEqual([400]);
  });

  it('is nothing before the first document', () => {
    expect(sumsOn('2018-05-10')).toEqual([]);
    expect(sumsOn('2018-05-11')).toEqual([300]);
  });

  it('joins the national one in its province from its own first day, and only there', () => {
    expect(sumsOn('2027-02-28', '19')).toEqual([400]);
    expect(sumsOn('2027-03-01', '19')).toEqual([400, 250]);
    expect(sumsOn('2027-03-01', '12')).toEqual([400]);
  });

  it('is met as the old figure only once it is over', () => {
    const claim = (date: string) => ask({ text: 'nghe nói máy được 300 triệu', date });
    expect(claim(FIRST_DAY).articles[0]?.text).toContain('300 triệu là mức cũ (năm 2018)');
    expect(claim(LAST_DAY).articles.map(({ id }) => id)).not.toContain('machine-rate');
  });

  it('may be prepared before its day: the check of that day finds nothing wrong', () => {
    expect(findKnowledgeProblems(knowledge, FIRST_DAY)).toEqual([]);
    expect(
      findKnowledgeProblems({ ...knowledge, rates: [{ ...oldRate, effectiveTo: undefined }, newRate] }, FIRST_DAY).join(
        '\n',
      ),
    ).toMatch(/machine-2027: another rate .+: machine-2018/);
  });
});
