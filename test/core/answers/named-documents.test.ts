import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../../bot/library/load-library.ts';
import { dropNamedDocuments, findNamedDocuments } from '../../../core/answers/asking/named-documents.ts';
import { projectRoot } from '../../../host/project-root.ts';

const library = await loadLibrary({ root: projectRoot });
const ask = (text: string, provinceCode = '19') => library.ask({ text, provinceCode, date: '2026-11-22' });

describe('a text of law named by its number', () => {
  it.each([
    ['nghị định 45/2012/NĐ-CP còn dùng không', [{ kind: 'nghi dinh', number: '45', year: '2012' }]],
    ['NĐ45 nói gì', [{ kind: 'nghi dinh', number: '45', year: undefined }]],
    ['thong tu so 28 nam 2018', [{ kind: 'thong tu', number: '28', year: '2018' }]],
    ['Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15', [{ kind: 'luat', number: '91', year: '2025' }]],
    ['thông tư 28 thay nghị định 45 à', ['28', '45']],
    ['nghi\u00a0quyet\u00a0 18 noi gi', [{ kind: 'nghi quyet', number: '18', year: undefined }]],
    // A year, a sum, a share, a day: no number of a law.
    ['nghị định 2023 hết chưa', []],
    ['quyết định 300 triệu cho ai', []],
    ['nghị quyết 1.000 triệu', []],
    ['em nộp ngày 28/2018', []],
    ['mua máy 45 triệu', []],
  ])('is found: %s', (text, expected) => {
    const found = findNamedDocuments(text);
    expect(typeof expected[0] === 'string' ? found.map(({ number }) => number) : found).toMatchObject(expected);
    expect(found).toHaveLength(expected.length);
  });

  it('is dropped with the word before it, and the rest stays as it was typed', () => {
    expect(dropNamedDocuments('Theo Thông tư 28/2018/TT-BTC máy sấy 400tr được mấy')).toBe('máy sấy 400tr được mấy');
    expect(dropNamedDocuments('máy sấy 400tr được mấy')).toBe('máy sấy 400tr được mấy');
  });

  it.each([
    'nghị định 98 hỗ trợ bao nhiêu',
    'thong tu 39/2019 con hieu luc khong',
    'theo NĐ 57/2018 mua máy được mấy phần trăm',
  ])('that no article rests on is not answered by another law’s article: %s', (text) =>
    expect(ask(text).kind).toBe('none'),
  );

  it('with another year is another text of law', () => {
    expect(ask('thông tư 28/2018 còn hiệu lực không').articles[0]?.id).toBe('circular-28-still-valid');
    expect(ask('thông tư 28/2017 còn hiệu lực không').kind).toBe('none');
  });

  it('brings no sum by another programme’s decree, and the same sum by ours', () => {
    expect(ask('theo nghị định 57 máy sấy 400 triệu được bao nhiêu').kind).not.toBe('amount');
    expect(ask('theo nghị định 80 máy sấy 400 triệu được bao nhiêu').kind).not.toBe('amount');
    for (const law of ['thông tư 28', 'nghị định 235/2025/NĐ-CP', 'TT 28/2018'])
      expect(ask(`theo ${law} máy sấy 400 triệu được bao nhiêu`)).toMatchObject({
        kind: 'amount',
        amounts: [{ amountVnd: 200_000_000 }],
      });
  });

  it.each(['nghi dinh 45 con hieu luc khong', 'Nghị định 45/2012 còn hiệu lực không'])(
    'is told whether it still holds: %s',
    (text) => expect(ask(text).articles[0]?.id).toBe('decree-45-still-valid'),
  );

  it('narrows nothing in a long story that only mentions it', () => {
    const story =
      'Năm ngoái xã phổ biến nghị định 57 cho bà con trồng lúa, nhà em thì làm miến từ đời ông nội, giờ ba anh em góp vốn làm chung một xưởng ở cuối thôn, hàng bán cũng được, chỉ có cái lò cũ quá, cho em hỏi máy cũ mua lại có được hỗ trợ không';
    expect(ask(story).articles[0]?.id).toBe('new-machine-only');
  });
});
