import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCountField, sayCount } from '../../../core/forms/fields/count-field.ts';
import { readCount } from '../../../core/forms/fields/read-count.ts';
import { fold } from '../../../core/text/fold.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';

const sayWorkers = (value: { minCount: number; maxCount: number }) =>
  say(
    wordsFor('vi'),
    'vi',
    sayCount(value, (part) => `register:shared.workers.${part}`),
  );

function count(text: string) {
  const reading = readCount(text);
  if (reading === undefined) return undefined;
  const { minCount, maxCount } = reading;
  return minCount === maxCount ? minCount : [minCount, maxCount];
}

describe('neighbours', () => {
  it('are not three', () => {
    expect(readCount('cho ba con den xem')).toBeUndefined();
    expect(readCount('bà con 5 người')).toMatchObject({ minCount: 5, maxCount: 5 });
  });
});

describe('how many people, as it is typed', () => {
  it.each<[string, number | number[]]>([
    ['5', 5],
    ['5 người', 5],
    ['khoảng 5 người ạ', 5],
    ['tầm 5 người', 5],
    ['tầm năm người', 5],
    ['năm người', 5],
    ['có 12 lao động', 12],
    ['mười hai công nhân', 12],
    ['chục người', 10],
    ['2 chục người', 20],
    ['hai vợ chồng', 2],
    ['vợ chồng em', 2],
    ['2 vợ chồng', 2],
    ['một mình tôi', 1],
    ['5-7', [5, 7]],
    ['5 – 7 người', [5, 7]],
    ['từ 5 đến 7 người', [5, 7]],
    ['5 hoặc 6', [5, 6]],
    ['hai ba người', [2, 3]],
    ['2,3 người', [2, 3]],
    ['mười đến mười lăm người', [10, 15]],
  ])('"%s" is %j', (text, expected) => {
    expect(count(text)).toEqual(expected);
    expect(readCount(text)?.isSure).toBe(true);
    expect(readCount(fold(text))).toEqual(readCount(text));
    expect(readCount(text.normalize('NFD'))).toEqual(readCount(text));
  });

  it.each<[string, number | number[]]>([
    ['hai vợ chồng và 3 công nhân', 5],
    ['3 nam 2 nữ', 5],
    ['3 ca, mỗi ca 5 người', 5],
    ['lò 3 tầng', 3],
  ])('"%s" is perhaps %j, and asked back', (text, expected) => {
    expect(count(text)).toEqual(expected);
    expect(readCount(text)?.isSure).toBe(false);
  });

  it.each(['', 'vài người', 'mấy chục người', 'nhiều lắm', 'không', '0', '1,5', 'năm 2020', '7-5', 'mười mấy người'])(
    '"%s" is none',
    (text) => {
      expect(readCount(text)).toBeUndefined();
    },
  );

  it('a number that is hardly so is asked back, not refused', () => {
    const read = (text: string) => readCountField(text, { plausible: { min: 1, max: 300 }, say: () => '' }).kind;
    expect([read('300'), read('3000 người'), read('nhiều')]).toEqual(['value', 'confirm', 'unread']);
  });

  it('reads back what it says, and never stumbles', () => {
    const number = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const value = { minCount: Math.min(a, b), maxCount: Math.max(a, b) };
        expect(readCount(sayWorkers(value))).toEqual({ ...value, isSure: true });
      }),
    );
    const word = fc.constantFrom(
      '5',
      '2',
      '2,3',
      'hai',
      'ba',
      'năm',
      'người',
      'vợ',
      'chồng',
      '-',
      'đến',
      'và',
      'chục',
      'nửa',
      '1.000',
      'tám',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 7 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const reading = readCount(typed);
        if (reading === undefined) return;
        expect(Number.isInteger(reading.minCount) && Number.isInteger(reading.maxCount)).toBe(true);
        expect(reading.minCount).toBeGreaterThan(0);
        expect(reading.maxCount).toBeGreaterThanOrEqual(reading.minCount);
      }),
      { numRuns: 1000 },
    );
  });
});
