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
    ['càng sớm càng tốt', '2026-11', '2026-11'],
    ['3', '2027-03', '2027-03'],
    ['tháng 3/2020', '2020-03', '2020-03'],
    ['2050', '2050-01', '2050-12'],
    ['tháng 3 năm ngoái', '2025-03', '2025-03'],
    ['30/2', '2027-02', '2027-02'],
  ])('"%s" is asked back', (text, fromMonth, lastMonth) => {
    expect(readWhenField(text, { today })).toMatchObject({ kind: 'confirm', value: { fromMonth, toMonth: lastMonth } });
  });

  it.each([
    ['sau Tết', ['2027-02', '2027-03']],
    ['trước tết', ['2026-12', '2027-01']],
    ['ra giêng', ['2027-02', '2027-03']],
    ['ngày mùng 6 tết', ['2027-02', '2027-03']],
    ['tháng 8 âm', ['2027-08', '2027-09', '2027-10']],
  ])('of "%s" it is asked which month', (text, expected) => {
    const reading = readWhenField(text, { today });
    const options = reading.kind === 'choose' ? reading.options.map(({ value }) => value) : [];
    expect(options).toEqual(expected.map((month) => ({ fromMonth: month, toMonth: month })));
  });

  it.each([
    ['15/8', '2027-08-15', '2027-08-15'],
    ['15/8/27', '2027-08-15', '2027-08-15'],
    ['15.8.2028', '2028-08-15', '2028-08-15'],
    ['ngày 20 tháng 9', '2027-09-20', '2027-09-20'],
    ['ngày 20 tháng 9 năm sau', '2027-09-20', '2027-09-20'],
    ['mùng 5 tháng 3', '2027-03-05', '2027-03-05'],
    ['khoảng 15/12 ạ', '2026-12-15', '2026-12-15'],
    ['từ 10 đến 15/8', '2027-08-10', '2027-08-15'],
    ['từ 15/3 đến 20/4', '2027-03-15', '2027-04-20'],
    ['20/12 đến 10/1', '2026-12-20', '2027-01-10'],
    ['ngày mai', '2026-11-23', '2026-11-23'],
    ['10 ngày nữa', '2026-12-02', '2026-12-02'],
    ['tuần này', '2026-11-22', '2026-11-22'],
    ['tuần sau', '2026-11-23', '2026-11-29'],
    ['thứ 5 tuần sau', '2026-11-26', '2026-11-26'],
    ['2 tuần nữa', '2026-11-30', '2026-12-06'],
    ['đầu tháng 3', '2027-03-01', '2027-03-10'],
    ['giữa tháng 5 năm sau', '2027-05-11', '2027-05-20'],
    ['cuối tháng sau', '2026-12-21', '2026-12-31'],
    ['cuối tháng', '2026-11-21', '2026-11-30'],
  ])('"%s" keeps its days', (text, fromDay, toDay) => {
    const value = { fromMonth: fromDay.slice(0, 7), toMonth: toDay.slice(0, 7), fromDay, toDay };
    for (const typed of [text, fold(text), text.toUpperCase(), text.normalize('NFD')])
      expect(readWhenField(typed, { today }), typed).toEqual({ kind: 'value', value });
  });

  it.each([
    ['15/11', '2027-11-15'],
    ['ngày 25', '2026-11-25'],
    ['ngày 20', '2026-12-20'],
  ])('"%s" may be meant otherwise: the day is asked back', (text, day) => {
    expect(readWhenField(text, { today })).toMatchObject({ kind: 'confirm', value: { fromDay: day, toDay: day } });
  });

  it('what was kept before days were read is told as before', () => {
    const value = whenValue.parse({ fromMonth: '2027-03', toMonth: '2027-03' });
    expect(say(wordsFor('vi'), 'vi', sayWhen(value))).toBe('tháng 3/2027');
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
      'ngày',
      'tuần',
      'đến ngày',
      '31/2',
      '2026',
    );
    const day = fc.integer({ min: 0, max: 700 }).map((days) => today.add({ days }));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = Temporal.PlainDate.compare(a, b) <= 0 ? [a, b] : [b, a];
        const [fromDay, toDay] = [from.toString(), to.toString()];
        const value = { fromMonth: fromDay.slice(0, 7), toMonth: toDay.slice(0, 7), fromDay, toDay };
        const said = say(wordsFor('vi'), 'vi', sayWhen(value));
        expect(readWhenField(said, { today }), said).toEqual({ kind: 'value', value });
      }),
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
