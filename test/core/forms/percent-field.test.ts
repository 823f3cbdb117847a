import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPercentField, sayPercent } from '../../../core/forms/fields/percent-field.ts';
import { percentValue } from '../../../core/forms/values.ts';
import { fold } from '../../../core/text/fold.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';

describe('a share as people type it', () => {
  it.each([
    ['70%', 70, 70],
    ['bảy mươi phần trăm', 70, 70],
    ['khoảng 60-70%', 60, 70],
    ['từ 60 đến 70 phần trăm', 60, 70],
    ['một nửa', 50, 50],
    ['2/3', 67, 67],
    ['tất cả', 100, 100],
    ['70', 70, 70],
  ])('"%s" is from %i to %i', (text, minPercent, maxPercent) => {
    for (const typed of [text, fold(text), text.normalize('NFD'), text.toUpperCase()]) {
      expect(readPercentField(typed), typed).toEqual({ kind: 'value', value: { minPercent, maxPercent } });
    }
  });

  it('a bare small number is asked back', () => {
    expect(readPercentField('7').kind).toBe('confirm');
  });

  it.each(['', 'gần hết', 'hơn một nửa', '0%', '120%', 'không', 'nhiều lắm', '5/2'])('"%s" is no share', (text) => {
    expect(readPercentField(text).kind).toBe('unread');
  });

  it('is read back from how it is said, and whatever is typed is a share or none', () => {
    const share = fc.integer({ min: 10, max: 100 });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const value = { minPercent: Math.min(a, b), maxPercent: Math.max(a, b) };
        expect(readPercentField(say(wordsFor('vi'), 'vi', sayPercent(value)))).toEqual({ kind: 'value', value });
      }),
    );
    const word = fc.constantFrom('70', '%', 'phần', 'trăm', 'một', 'nửa', '-', 'đến', '2/3', 'hết', 'bảy', 'mươi');
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const reading = readPercentField(typed);
        if (reading.kind === 'value' || reading.kind === 'confirm') percentValue.parse(reading.value);
      }),
      { numRuns: 1000 },
    );
  });
});
