import { describe, expect, it } from 'vitest';
import { type Article, isInForce } from '../../core/answers/article.ts';
import { findKnowledgeProblems } from '../../core/answers/check-knowledge.ts';

const today = '2026-11-22';
const circular = { document: 'Thông tư 28/2018/TT-BTC', effectiveFrom: '2018-05-11' };
const sound: Article = {
  id: 'sound',
  title: 'Mua máy',
  asks: ['mua máy được bao nhiêu'],
  decisive: [],
  topics: ['money'],
  sources: [circular],
  figures: [
    { figure: '50 %', source: circular.document },
    { figure: '300 triệu', source: circular.document },
  ],
  certainty: 'verified',
  reviewedOn: '2026-11-22',
  text: 'Một nửa (50 %), nhiều nhất 300 triệu đồng.',
};
const provinces = [{ code: '19', name: 'tỉnh Thái Nguyên', names: ['Thái Nguyên'] }];

/** What the check says of a sound article that was changed, with others beside it. */
function problemsOf(change: Partial<Article>, others: readonly Article[] = []): string {
  const articles = [...others, { ...sound, ...change }];
  return findKnowledgeProblems({ articles, rates: [], provinces }, today).join('\n');
}

const withText = (text: string): Partial<Article> => ({ text: `${sound.text}\n${text}` });

describe('the check of an article', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(problemsOf({})).toBe('');
  });

  it('says which file, what is wrong, and what to do', () => {
    expect(problemsOf({ text: 'Nhiều nhất 500 triệu đồng.', figures: [] })).toBe(
      'knowledge/articles/sound.md: figure "500 triệu" has no basis; add it under figures with the document that says it, or take it out of the text',
    );
  });

  it('refuses one without a source, or with nothing but superseded ones', () => {
    const bare = { figures: [], text: 'Có.' };
    expect(problemsOf({ ...bare, sources: [] })).toMatch(/sound\.md: no source that is not superseded; name/);
    const old = { document: 'Thông tư cũ', effectiveTo: '2018-05-10', superseded: true };
    expect(problemsOf({ ...bare, sources: [old] })).toMatch(/no source that is not superseded/);
  });

  it('refuses one whose source has ended, from the day after', () => {
    const endingOn = (effectiveTo: string) => problemsOf({ sources: [{ ...circular, effectiveTo }] });
    expect(endingOn('2026-11-21')).toMatch(/sound\.md: "Thông tư 28\/2018\/TT-BTC" ended on 2026-11-21; name what/);
    expect(endingOn('2026-11-22')).toBe('');
  });

  it('refuses one that is not in force yet, and a superseded source without an end', () => {
    expect(problemsOf({ sources: [{ ...circular, effectiveFrom: '2027-01-01' }] })).toMatch(/not in force yet; keep/);
    const old = { document: 'Thông tư cũ', superseded: true };
    expect(problemsOf({ sources: [circular, old] })).toMatch(/"Thông tư cũ" does not say when it ended; add/);
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
    'Có 53 xã.',
    'Thưởng 8, 300 triệu.',
  ])('refuses a figure that is in none of its source lines: %s', (text) => {
    expect(problemsOf(withText(text))).toMatch(/sound\.md: figure ".+" has no basis; add it/);
  });

  it('refuses a figure tied to a document that is none of the sources, and one that is not in the text', () => {
    const elsewhere = { figure: '300 triệu', source: 'Nghị định 1' };
    expect(problemsOf({ figures: [...sound.figures, elsewhere] })).toMatch(
      /"Nghị định 1", which is none of the sources/,
    );
    const unsaid = { figure: '450 triệu', source: circular.document };
    expect(problemsOf({ figures: [...sound.figures, unsaid] })).toMatch(/figure "450 triệu" is not in the text; take/);
  });

  it.each(['Theo Thông tư 99/2030/TT-BTC.', 'Theo Quyết định 407/QĐ-UBND.'])(
    'refuses a document named in the text that is none of the sources: %s',
    (text) => {
      expect(problemsOf(withText(text))).toMatch(/is named and is none of the sources; add it/);
    },
  );

  it('does not take a date for a document', () => {
    const { document: source } = circular;
    const dated = {
      ...withText('Từ 15/10/2025, tin tháng 11/2025.'),
      figures: [...sound.figures, { figure: '15/10/2025', source }],
    };
    expect(problemsOf(dated)).toBe('');
  });

  it('refuses an uncertain figure told without a word of doubt', () => {
    expect(problemsOf({ certainty: 'recalled' })).toMatch(/without a word of doubt; say/);
    expect(problemsOf({ ...withText('Trợ lý chưa đối chiếu.'), certainty: 'recalled' })).toBe('');
  });

  it('refuses more than two lines (the source is the third), a long one, an exclamation mark, and no text', () => {
    expect(problemsOf({ text: `${sound.text}\nHai.\nBa.` })).toMatch(/3 lines, at most 2/);
    expect(problemsOf(withText('a'.repeat(191)))).toMatch(/a line of 191 letters, at most 190; shorten/);
    expect(problemsOf(withText('Được!'))).toMatch(/an exclamation mark; take it out/);
    expect(problemsOf({ text: '', figures: [] })).toMatch(/no text; write/);
  });

  it('refuses one that nobody can ask for, one reviewed in the future, and an unknown province', () => {
    expect(problemsOf({ asks: [] })).toMatch(/no way of asking; write/);
    expect(problemsOf({ reviewedOn: '2026-11-23' })).toMatch(/reviewed in the future; correct/);
    expect(problemsOf({ province: '00' })).toMatch(/unknown province 00; take a code/);
  });

  it('refuses an id, a title or a way of asking that another has, whatever the accents and capitals', () => {
    const other = { ...sound, id: 'other', title: 'Thuê máy', asks: ['thuê máy được bao nhiêu'] };
    expect(problemsOf({}, [other])).toBe('');
    expect(problemsOf({}, [{ ...other, id: 'sound' }])).toMatch(/sound\.md: the id is used twice; rename/);
    expect(problemsOf({}, [{ ...other, title: 'MUA MAY' }])).toMatch(/another article has the title "Mua máy"; change/);
    expect(problemsOf({}, [{ ...other, asks: ['Mua may duoc bao nhieu'] }])).toMatch(
      /sound\.md: "mua máy được bao nhiêu" is a way of asking for other too; leave/,
    );
    expect(problemsOf({ asks: ['mua máy', 'mua may'] })).toMatch(/"mua may" stands twice among its ways of asking/);
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
