import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMonth, toMonth, writeMonth } from '../../../core/forms/fields/months.ts';
import { readWhen } from '../../../core/forms/fields/read-when.ts';
import { readWhenField, sayWhen } from '../../../core/forms/fields/when-field.ts';
import { whenValue } from '../../../core/forms/values.ts';
import { fold } from '../../../core/text/fold.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const now = toMonth(2026, 11);

const months = (text: string) => {
  const when = readWhen(text, now);
  return when === undefined ? undefined : `${writeMonth(when.from)} ${writeMonth(when.to)}`;
};

describe('when, as people plan', () => {
  it.each([
    ['tháng 3 năm sau', '2027-03 2027-03'],
    ['tháng 3', '2027-03 2027-03'],
    ['tháng 12', '2026-12 2026-12'],
    ['tháng 11', '2026-11 2026-11'],
    ['t3/2027', '2027-03 2027-03'],
    ['3/2027', '2027-03 2027-03'],
    ['03-2027', '2027-03 2027-03'],
    ['tháng 3 năm 2028', '2028-03 2028-03'],
    ['tháng ba', '2027-03 2027-03'],
    ['tháng năm', '2027-05 2027-05'],
    ['tháng tư sang năm', '2027-04 2027-04'],
    ['tháng giêng', '2027-01 2027-01'],
    ['khoảng giữa tháng 5 ạ', '2027-05 2027-05'],
    ['15/3/2027', '2027-03 2027-03'],
    ['ngày 15/3', '2027-03 2027-03'],
    ['3/27', '2027-03 2027-03'],
    ['tháng sau', '2026-12 2026-12'],
    ['tháng tới', '2026-12 2026-12'],
    ['tháng này', '2026-11 2026-11'],
    ['2 tháng nữa', '2027-01 2027-01'],
    ['hai tháng nữa', '2027-01 2027-01'],
    ['nửa năm nữa', '2027-05 2027-05'],
    ['quý 2/2027', '2027-04 2027-06'],
    ['quý II năm sau', '2027-04 2027-06'],
    ['q2', '2027-04 2027-06'],
    ['quý tư', '2026-10 2026-12'],
    ['quý tới', '2027-01 2027-03'],
    ['cuối năm', '2026-10 2026-12'],
    ['cuối năm sau', '2027-10 2027-12'],
    ['đầu năm', '2027-01 2027-03'],
    ['giữa năm 2027', '2027-05 2027-07'],
    ['nửa đầu năm sau', '2027-01 2027-06'],
    ['6 tháng đầu năm 2027', '2027-01 2027-06'],
    ['năm sau', '2027-01 2027-12'],
    ['2027', '2027-01 2027-12'],
    ['tháng 3 đến tháng 5', '2027-03 2027-05'],
    ['tháng 3-5/2027', '2027-03 2027-05'],
    ['tháng 3-5', '2027-03 2027-05'],
    ['từ tháng 12 đến tháng 2/2027', '2026-12 2027-02'],
    ['tháng 12 đến tháng 2', '2026-12 2027-02'],
    ['3-4 tháng nữa', '2027-02 2027-03'],
    ['thg 3', '2027-03 2027-03'],
    ['15/8', '2027-08 2027-08'],
    ['cuối tháng tới', '2026-12 2026-12'],
    ['hè sang năm', '2027-06 2027-08'],
  ])('"%s" is %s', (text, expected) => {
    expect(months(text)).toBe(expected);
    expect(readWhen(text, now)?.isSure).toBe(true);
    expect(months(fold(text))).toBe(expected);
    expect(months(text.normalize('NFD'))).toBe(expected);
  });

  it('"tháng sáu" is the sixth; without marks it may be the next month, and is asked back', () => {
    expect(months('tháng sáu')).toBe('2027-06 2027-06');
    expect(months('tháng sáu năm sau')).toBe('2027-06 2027-06');
    expect(readWhenField('thang sau', { today }).kind).toBe('confirm');
    expect(readWhenField('tháng sau', { today }).kind).toBe('value');
    expect(months('thang sau nam 2027')).toBe('2027-06 2027-06');
  });

  it.each([
    ['sau Tết', '2027-02', '2027-03'],
    ['trước tết', '2026-12', '2027-01'],
    ['ra giêng', '2027-02', '2027-03'],
    ['tháng 8 âm', '2027-08', '2027-10'],
    ['càng sớm càng tốt', '2026-11', '2026-11'],
    ['3', '2027-03', '2027-03'],
    ['tháng 3/2020', '2020-03', '2020-03'],
    ['2050', '2050-01', '2050-12'],
  ])('"%s" is asked back', (text, fromMonth, lastMonth) => {
    expect(readWhenField(text, { today })).toMatchObject({ kind: 'confirm', value: { fromMonth, toMonth: lastMonth } });
  });

  it('of this year and this quarter only what is left is meant', () => {
    for (const text of ['năm nay', 'quý này', 'cuối năm']) {
      expect(readWhenField(text, { today })).toEqual({
        kind: 'value',
        value: { fromMonth: '2026-11', toMonth: '2026-12' },
      });
    }
  });

  it.each([
    '',
    'vài tháng nữa',
    'bao giờ có tiền',
    'tháng 13',
    'máy sấy',
    '400tr',
    'tháng 1, tháng 3, tháng 5',
    '0900000001',
  ])('"%s" is no time', (text) => {
    expect(months(text)).toBeUndefined();
  });

  it('reads back what it says, in any month, and never stumbles', () => {
    const month = fc.integer({ min: now, max: now + 120 });
    fc.assert(
      fc.property(month, month, (a, b) => {
        const value = { fromMonth: writeMonth(Math.min(a, b)), toMonth: writeMonth(Math.max(a, b)) };
        const said = say(wordsFor('vi'), 'vi', sayWhen(value));
        expect(readWhenField(said, { today }), said).toEqual({ kind: 'value', value });
        expect(readMonth(value.fromMonth)).toBe(Math.min(a, b));
      }),
    );
    const word = fc.constantFrom(
      'tháng',
      'năm',
      'quý',
      'sau',
      'này',
      'nữa',
      '3',
      '12',
      '13',
      '/',
      '2027',
      'đến',
      '-',
      'cuối',
      'đầu',
      'tư',
      'tết',
      '15/3',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const reading = readWhenField(typed, { today });
        if (reading.kind === 'value' || reading.kind === 'confirm')
          expect(whenValue.parse(reading.value)).toEqual(reading.value);
      }),
      { numRuns: 2000 },
    );
  });
});
