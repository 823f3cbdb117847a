import { describe, expect, it } from 'vitest';
import { looksLikePersonName } from '../../../core/forms/fields/person-name.ts';
import { readOrdinals } from '../../../core/forms/fields/read-numbers.ts';
import { fold } from '../../../core/text/fold.ts';

describe('places in a list, in words', () => {
  it.each([
    ['cái đầu và cái cuối', [1, 6]],
    ['đầu tiên', [1]],
    ['cuối cùng', [6]],
    ['hai cái đầu', [1, 2]],
    ['3 cái cuối', [4, 5, 6]],
    ['cái thứ hai', [2]],
    ['ý thứ 3', [3]],
    ['một và ba', [1, 3]],
    ['thứ nhất với thứ tư', [1, 4]],
  ])('"%s" of six', (text, places) => {
    for (const typed of [text, fold(text), text.toUpperCase()]) expect(readOrdinals(typed, 6), typed).toEqual(places);
  });

  it('"cái trên" is one of two, and nothing of three', () => {
    expect(readOrdinals('cái trên', 2)).toEqual([1]);
    expect(readOrdinals('cái dưới', 2)).toEqual([2]);
    expect(readOrdinals('cái trên', 3)).toBeUndefined();
  });

  it.each(['bao bì', 'không', 'chưa rõ', ''])('"%s" names none', (text) => {
    expect(readOrdinals(text, 6)).toBeUndefined();
  });
});

describe('a name, whatever else its words may mean', () => {
  it.each(['Tran Thi Mai', 'Lò Văn Pánh', 'chị Mai', 'Giàng A Páo', 'ông Hoàng Văn Thử'])('%s', (text) => {
    expect(looksLikePersonName(text)).toBe(true);
  });

  it.each(['chị ơi', 'cảm ơn em', 'chào em', 'Mai', 'Lan 0900000001', 'để chị hỏi lại chồng đã nhé'])(
    'not "%s"',
    (text) => {
      expect(looksLikePersonName(text)).toBe(false);
    },
  );
});
