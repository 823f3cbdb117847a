import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import { type Article, isInForce } from '../../core/answers/article.ts';
import { findArticleProblems, findKnowledgeProblems } from '../../core/answers/check-knowledge.ts';
import { foldPhrase } from '../../core/text/fold.ts';
import { projectRoot } from '../../host/project-root.ts';

const knowledge = await readKnowledge({ root: projectRoot });
const today = '2026-11-22';

const sound: Article = {
  id: 'sound',
  title: 'Mua máy',
  asks: ['mua máy được bao nhiêu'],
  decisive: [],
  topics: ['money'],
  sources: [{ document: 'Thông tư 28/2018/TT-BTC', effectiveFrom: '2018-05-11' }],
  figures: [
    { figure: '50 %', source: 'Thông tư 28/2018/TT-BTC' },
    { figure: '300 triệu', source: 'Thông tư 28/2018/TT-BTC' },
  ],
  certainty: 'verified',
  reviewedOn: '2026-11-22',
  text: 'Một nửa (50 %), nhiều nhất 300 triệu đồng.',
};

describe('the knowledge that is shipped', () => {
  it('has nothing wrong: every article is sourced, in force, short, and every figure in it has a basis', () => {
    expect(findKnowledgeProblems(knowledge, today)).toEqual([]);
  });

  it('answers the commonest questions: at least 180 articles, each with at least five ways of asking', () => {
    expect(knowledge.articles.length).toBeGreaterThanOrEqual(180);
    expect(knowledge.articles.filter(({ asks }) => asks.length < 5).map(({ id }) => id)).toEqual([]);
  });

  it('gives no way of asking to two articles', () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const { id, asks } of knowledge.articles) {
      for (const ask of new Set(asks.map(foldPhrase))) {
        const owner = owners.get(ask);
        if (owner !== undefined) shared.push(`"${ask}": ${owner}, ${id}`);
        owners.set(ask, id);
      }
    }
    expect(shared).toEqual([]);
  });

  it('names every province of today once, with the old names that people still use', () => {
    expect(knowledge.provinces).toHaveLength(34);
    expect(knowledge.provinces.find(({ code }) => code === '19')?.names).toContain('Bắc Kạn');
  });
});

describe('the check of an article', () => {
  const problemsOf = (change: Partial<Article>): string[] => findArticleProblems({ ...sound, ...change }, today);

  it('finds nothing wrong with a sound one', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('refuses one without a source, or with nothing but superseded ones', () => {
    expect(problemsOf({ sources: [], figures: [], text: 'Có.' })).toContain('no source that is not superseded');
    const old = { document: 'Thông tư cũ', effectiveTo: '2018-05-10', superseded: true };
    expect(problemsOf({ sources: [old], figures: [], text: 'Có.' })).toContain('no source that is not superseded');
  });

  it('refuses one whose source has ended, from the day after', () => {
    const [source] = sound.sources;
    const ended = (effectiveTo: string) => problemsOf({ sources: [{ document: '', ...source, effectiveTo }] });
    expect(ended('2026-11-21')).toContain('"Thông tư 28/2018/TT-BTC" ended on 2026-11-21');
    expect(ended('2026-11-22')).toEqual([]);
  });

  it('refuses one that is not in force yet', () => {
    const source = { document: 'Thông tư 28/2018/TT-BTC', effectiveFrom: '2027-01-01' };
    expect(problemsOf({ sources: [source] })).toEqual(['not in force yet']);
  });

  it.each([
    'Nhiều nhất 500 triệu đồng.',
    'Được 80 % giá.',
    'Được 80% giá.',
    'Trước 20/5.',
    'Trong 15 ngày.',
    'Tối đa 1,5 lần.',
    'Mức của năm 2014.',
    'Từ 70 điểm.',
  ])('refuses a figure without a basis: %s', (text) => {
    expect(problemsOf({ text: `${sound.text}\n${text}` }).join()).toMatch(/has no basis/);
  });

  it('refuses a figure tied to a document that is none of the sources, and one that is not in the text', () => {
    expect(problemsOf({ figures: [...sound.figures, { figure: '300 triệu', source: 'Nghị định 1' }] }).join()).toMatch(
      /none of the sources/,
    );
    const elsewhere = { figure: '450 triệu', source: 'Thông tư 28/2018/TT-BTC' };
    expect(problemsOf({ figures: [...sound.figures, elsewhere] })).toContain('figure "450 triệu" is not in the text');
  });

  it('refuses a document named in the text that is none of the sources', () => {
    expect(problemsOf({ text: `${sound.text} Theo Thông tư 99/2030/TT-BTC.` }).join()).toMatch(/99\/2030/);
  });

  it('refuses an uncertain figure told without a word of doubt', () => {
    expect(problemsOf({ certainty: 'recalled' }).join()).toMatch(/without a word of doubt/);
    expect(problemsOf({ certainty: 'recalled', text: `${sound.text} Trợ lý chưa đối chiếu.` })).toEqual([]);
  });

  it('refuses more than three lines', () => {
    expect(problemsOf({ text: `${sound.text}\nHai.\nBa.\nBốn.` })).toContain('4 lines, at most 3');
  });
});

describe('the check of a rate', () => {
  const [rate] = knowledge.rates;
  if (rate === undefined) throw new Error('There is no rate.');
  const problemsOf = (change: Partial<typeof rate>): string =>
    findKnowledgeProblems({ ...knowledge, rates: [{ ...rate, ...change }] }, today).join();

  it('refuses a dead reference', () => {
    expect(problemsOf({ articleId: 'gone' })).toMatch(/does not exist/);
  });

  it('refuses a ceiling or a percentage that its article does not tell', () => {
    expect(problemsOf({ ceilingVnd: 310_000_000 })).toMatch(/310 triệu is not told/);
    expect(problemsOf({ percent: 60 })).toMatch(/60 % is not told/);
  });
});

describe('an article in time', () => {
  it('is told from the day its source is in force to the day it ends', () => {
    const article = { ...sound, sources: [{ document: 'X', effectiveFrom: '2020-01-01', effectiveTo: '2020-12-31' }] };
    expect(['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((day) => isInForce(article, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
