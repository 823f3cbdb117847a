import { describe, expect, it } from 'vitest';
import { search } from '../../../core/answers/search/search.ts';
import { buildSearchEngine } from '../../../core/answers/search/search-engine.ts';

const texts: Record<string, string> = {
  dryer: 'Mua máy sấy miến thì được hỗ trợ một nửa giá máy.',
  packing: 'Bao bì và nhãn mác do cơ sở tự thiết kế được tư vấn.',
  fair: 'Gian hàng hội chợ trong nước được hỗ trợ tiền thuê.',
  papers: 'Hồ sơ gồm đơn đề nghị, báo giá máy và giấy đăng ký kinh doanh.',
  line: 'Dây chuyền công nghệ sản xuất được hỗ trợ nhiều hơn máy.',
};
const engine = buildSearchEngine(
  Object.entries(texts).map(([id, text]) => ({ id, fields: [[], [], [text]], passages: [text] })),
);
const best = (question: string): string | undefined => {
  const [hit] = search(engine, question, 3).hits;
  return hit && engine.documents[hit.document]?.id;
};
const read = (question: string): string =>
  search(engine, question, 1)
    .reading.syllables.map(({ form }) => form)
    .join(' ');

describe('search', () => {
  it.each([
    ['máy sấy miến', 'dryer'],
    ['may say mien', 'dryer'],
    ['MÁY SẤY MIẾN', 'dryer'],
    ['máy sấy miến'.normalize('NFD'), 'dryer'],
    ['may saay mieesn', 'dryer'],
    ['hoo chợ gian hnag', 'fair'],
    ['hs gom j', 'papers'],
    ['dk kinh doanh', 'papers'],
    ['daychuyen', 'line'],
    ['muamaysay', 'dryer'],
    ['bao b ì nhan mac', 'packing'],
    ['hs gom j zay', 'papers'],
  ])('finds the passage for "%s"', (question, id) => {
    expect(best(question)).toBe(id);
  });

  it('reads a shortening by its neighbours', () => {
    expect(read('dk kinh doanh')).toBe('dang ky kinh doanh');
  });

  it('mends a slip in what is no syllable, and leaves a word that it does not know alone', () => {
    expect(read('gian hnag hoi cho')).toBe('gian hang hoi cho');
    expect(read('con meo')).toContain('meo');
  });

  it('weighs accents where they were typed: "bảo" is not "báo"', () => {
    const accents = buildSearchEngine(
      ['báo giá', 'bảo hành'].map((text, at) => ({ id: String(at), fields: [[], [], [text]], passages: [text] })),
    );
    expect(search(accents, 'bảo', 2).hits[0]?.document).toBe(1);
    expect(search(accents, 'báo', 2).hits[0]?.document).toBe(0);
  });

  it('tells how likely each is right, the likeliest first', () => {
    const scores = (question: string) => search(engine, question, 5).hits.map(({ score }) => score);
    for (const question of ['máy sấy miến', 'giay dang ky', 'thời tiết ngày mai']) {
      const told = scores(question);
      expect(told).toEqual(told.toSorted((a, b) => b - a));
      expect(told.every((score) => score > 0 && score < 1)).toBe(true);
    }
    expect(scores('máy sấy miến')[0]).toBeGreaterThan(scores('máy bay hạ cánh')[0] ?? 0);
  });

  it('takes a regional word for what it means, and only with its own accents', () => {
    const regional = buildSearchEngine(
      ['Nộp ở đâu thì được.', 'Mở xưởng ở xã.'].map((text, at) => ({
        id: String(at),
        fields: [[], [], [text]],
        passages: [text],
      })),
    );
    expect(search(regional, 'nộp ở mô', 2).hits[0]?.document).toBe(0);
    expect(search(regional, 'mở ở xã', 2).reading.syllables.map(({ form }) => form)).toEqual(['mo', 'o', 'xa']);
  });

  it('is plain data, which a thread can hand over', () => {
    expect(search(structuredClone(engine), 'máy sấy miến', 3)).toEqual(search(engine, 'máy sấy miến', 3));
  });

  it('prefers the pair to two strangers', () => {
    const pairs = buildSearchEngine(
      ['kinh doanh hộ gia đình', 'hộ kinh doanh đăng ký ở xã', 'đăng ký nhãn hiệu'].map((text, at) => ({
        id: String(at),
        fields: [[], [], [text]],
        passages: [text],
      })),
    );
    expect(search(pairs, 'hộ kinh doanh', 3).hits[0]?.document).toBe(1);
  });

  it('finds nothing for what shares nothing, and nothing in an empty corpus', () => {
    expect(search(engine, 'xyz 123', 3).hits).toEqual([]);
    expect(search(buildSearchEngine([]), 'máy sấy', 3).hits).toEqual([]);
  });
});
