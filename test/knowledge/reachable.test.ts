import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../bot/library/load-library.ts';
import { readKnowledge } from '../../bot/library/read-knowledge.ts';
import { projectRoot } from '../../host/project-root.ts';

const knowledge = await readKnowledge({ root: projectRoot });
const library = buildLibrary(knowledge);
const today = '2026-11-22';

/** Whether a person of the article's own province who types this is told that article, before any other. */
function leadsTo(id: string, province: string | undefined, text: string): boolean {
  const answer = library.ask({ text, provinceCode: province, date: today });
  return answer.articles[0]?.id === id;
}

describe('an article that is shipped', () => {
  it('is found first by its title and by the first way of asking that it names', () => {
    const lost = knowledge.articles.flatMap(({ id, province, title, asks: [first = ''] }) =>
      [title, first].filter((text) => !leadsTo(id, province, text)).map((text) => `${id}: ${text}`),
    );
    expect(lost).toEqual([]);
  }, 120_000);

  it('is found first by its ways of asking, of which every third is asked: at least 99 %', () => {
    const all = knowledge.articles.flatMap(({ id, province, asks: own }) =>
      own.map((text) => ({ id, province, text })),
    );
    // All of them take half a minute.
    const asks = all.filter((_, place) => place % 3 === 0);
    const lost = asks.filter(({ id, province, text }) => !leadsTo(id, province, text));
    const share = (100 * (asks.length - lost.length)) / asks.length;
    console.log(
      `${asks.length} ways of asking, ${share.toFixed(1)} % lead to their article; the others are taken for wishes:`,
    );
    console.log(lost.map(({ id, text }) => `${id}: ${text}`).join('\n'));
    expect(share).toBeGreaterThanOrEqual(99);
  }, 120_000);
});

describe('the rates of a province', () => {
  const local = (text: string, provinceCode?: string): string[] =>
    library.ask({ text, provinceCode, date: today }).articles.map(({ id }) => id);

  it.each([
    ['mức hỗ trợ của tỉnh lai châu', 'local-rates-lai-chau'],
    ['mức hỗ trợ của tỉnh cao bằng', 'local-rates-cao-bang'],
    ['muc ho tro khuyen cong cua tinh lang son', 'local-rates-lang-son'],
    ['mức hỗ trợ của tỉnh quảng trị', 'local-rates-quang-tri'],
    ['mức hỗ trợ của tỉnh bắc kạn cũ', 'local-rates-thai-nguyen'],
    ['mức hỗ trợ của tỉnh đắk lắk', 'local-rates-dak-lak'],
    ['mức hỗ trợ của tỉnh phú thọ', 'local-resolutions-elsewhere'],
    ['mức hỗ trợ của tỉnh hòa bình cũ', 'local-rates-hoa-binh'],
  ])('are told, or honestly not known, whoever asks: %s', (text, id) => {
    expect(local(text, '19')[0]).toBe(id);
  });

  it('are not known for every other province, and it is said with that name in the question', () => {
    const own = new Set(knowledge.articles.map(({ province }) => province));
    const elsewhere = /^local-(?:resolutions-(?:elsewhere|unread)|rates-differ)$/;
    const others = knowledge.provinces.filter(({ code }) => !own.has(code));
    expect(others.length).toBeGreaterThanOrEqual(20);
    const unmet = others.filter(({ name, code }) => {
      const ids = local(`mức hỗ trợ khuyến công của ${name} là bao nhiêu`, code);
      return !ids.some((id) => elsewhere.test(id));
    });
    expect(unmet.map(({ name }) => name)).toEqual([]);
  });
});
