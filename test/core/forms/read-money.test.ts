import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListedSums } from '../../../core/forms/fields/listed-sums.ts';
import { readMoneyField, sayMoney } from '../../../core/forms/fields/money-field.ts';
import { readMoney } from '../../../core/forms/fields/read-money.ts';
import { fold } from '../../../core/text/fold.ts';
import { say } from '../../../locales/say.ts';
import { wordsFor } from '../../../locales/words.ts';

const MILLION = 1_000_000;
const millions = (text: string) => {
  const money = readMoney(text);
  if (money === undefined) return undefined;
  const { minVnd, maxVnd } = money;
  return minVnd === maxVnd ? minVnd / MILLION : [minVnd / MILLION, maxVnd / MILLION];
};

const SURE: [string, number | number[]][] = [
  ['400tr', 400],
  ['300 triệu', 300],
  ['ba trăm triệu', 300],
  ['ba trăm rưỡi', 350],
  ['ba trăm rưỡi triệu', 350],
  ['350.000.000', 350],
  ['350,000,000đ', 350],
  ['1 tỷ 2', 1200],
  ['1ty2', 1200],
  ['1 tỉ 2 trăm', 1200],
  ['1 t y hai trăm', 1200],
  ['300 tr ieu', 300],
  ['1 tỷ 250', 1250],
  ['1 tỷ 250 triệu', 1250],
  ['một tỷ hai', 1200],
  ['1,2 tỷ', 1200],
  ['1.5 tỷ', 1500],
  ['tỷ rưỡi', 1500],
  ['nửa tỷ', 500],
  ['1tr5', 1.5],
  ['5 triệu 500 nghìn', 5.5],
  ['500 nghìn', 0.5],
  ['hai mươi lăm triệu', 25],
  ['một trăm linh năm triệu', 105],
  ['tám trăm triệu', 800],
  ['tầm 300 triệu', 300],
  ['tầm ba trăm', 300],
  ['máy sấy 400tr ạ', 400],
  ['2 máy 300tr', 300],
  ['máy 3 pha 20 triệu', 20],
  ['khoảng 2-3 trăm', [200, 300]],
  ['hai ba trăm', [200, 300]],
  ['hai đến ba trăm', [200, 300]],
  ['từ 200 đến 300 triệu', [200, 300]],
  ['200tr - 300', [200, 300]],
  ['800 triệu - 1 tỷ', [800, 1000]],
  ['1,5–2 tỷ', [1500, 2000]],
];

describe('a sum of money as people type it', () => {
  it.each(SURE)('%s', (text, expected) => {
    expect(millions(text)).toEqual(expected);
    expect(readMoney(text)?.isSure).toBe(true);
    expect(readMoney(text.normalize('NFD'))).toEqual(readMoney(text));
    expect(readMoney(fold(text))).toEqual(readMoney(text));
    expect(readMoney(text.toUpperCase())).toEqual(readMoney(text));
  });

  it.each([
    ['400', 400],
    ['200-300', [200, 300]],
    ['ba trăm hai', 320],
    ['1.250 tỷ', 1250],
    ['1 t 200tr', 1200],
    ['khoảng 1 t 2', 1200],
  ])('%s is guessed and not sure', (text, expected) => {
    expect(millions(text)).toEqual(expected);
    expect(readMoney(text)?.isSure).toBe(false);
  });

  it.each([
    '',
    'chưa rõ',
    'vài trăm',
    'mấy chục triệu',
    'năm 2026',
    'nhiều lắm',
    'ba má em lo',
    '0',
    'miến dong',
    'máy sấy 300tr máy gói 100tr',
    '5 trăm - 2 trăm',
    '55 năm',
    'tầm 10 đứa',
    'chừng chục đứa',
    'hơn trăm con',
    'từ hồi 15 tuổi',
    '30 người',
    '0213 3877 001',
  ])('"%s" is no sum', (text) => {
    expect(readMoney(text)).toBeUndefined();
  });

  it('is whole, positive and in order, whatever is typed', () => {
    const word = fc.constantFrom(
      '1',
      '2',
      '300',
      '1,5',
      '1.000',
      'ba',
      'hai',
      'trăm',
      'chục',
      'triệu',
      'tỷ',
      'tr',
      'rưỡi',
      '-',
      'đến',
      'tầm',
      'từ',
      'khoảng',
      'linh',
      'năm',
      'nghìn',
      'đ',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const money = readMoney(typed);
        if (money === undefined) return;
        expect(Number.isInteger(money.minVnd) && Number.isInteger(money.maxVnd)).toBe(true);
        expect(money.minVnd).toBeGreaterThan(0);
        expect(money.maxVnd).toBeGreaterThanOrEqual(money.minVnd);
      }),
      { numRuns: 2000 },
    );
  });

  it('every number of million is read back from how it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (amount) => {
        const written = new Intl.NumberFormat('vi-VN').format(amount);
        expect(millions(`${written} triệu`)).toBe(amount);
        expect(millions(`${amount}tr`)).toBe(amount);
        expect(millions(new Intl.NumberFormat('vi-VN').format(amount * MILLION))).toBe(amount);
      }),
    );
  });
});

describe('a sum as it is said', () => {
  it.each([
    ['300tr', '300 triệu đồng'],
    ['1ty2', '1,2 tỷ đồng'],
    ['1 tỷ 234 triệu', '1.234 triệu đồng'],
    ['850 nghìn', '850.000 đồng'],
    ['2-3 trăm', 'từ 200 đến 300 triệu đồng'],
    ['800tr - 1 tỷ', 'từ 800 triệu đồng đến 1 tỷ đồng'],
  ])('%s is said "%s"', (text, said) => {
    const money = readMoney(text);
    if (money === undefined) throw new Error('no sum');
    expect(say(wordsFor('vi'), 'vi', sayMoney(money))).toBe(said);
  });
});

describe('several things with a sum each', () => {
  it.each([
    ['em muon mua may hut chan khong 90tr va may goi 60tr', 150, ['may hut chan khong', 'may goi']],
    ['máy hút 90tr, máy gói 60tr', 150, ['máy hút', 'máy gói']],
    ['90tr cho máy hút, 60tr cho máy gói', 150, ['máy hút', 'máy gói']],
    ['may say 300tr, them cai may thai 50 trieu nua', 350, ['may say', 'may thai']],
    ['2 máy thái 60tr và 1 máy sấy 100tr', 160, ['2 máy thái', 'máy sấy']],
    ['350tr, thêm máy thái 50tr nữa', 400, [undefined, 'máy thái']],
    ['90tr voi 60tr', 150, [undefined, undefined]],
    ['nhãn 20tr hộp 30tr', 50, ['nhãn', 'hộp']],
  ])('"%s"', (text, sum, names) => {
    const listed = readListedSums(text);
    expect(listed).toMatchObject({ minVnd: sum * MILLION, maxVnd: sum * MILLION });
    expect(listed?.things.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    'vốn 200tr máy 300tr',
    'máy 300tr có sẵn 100tr',
    '90tr nhầm 60tr',
    '90tr, 100tr gì đó',
    'từ 90tr đến 100tr',
    '90tr hoặc 100tr',
    'mỗi máy 50tr với máy gói 60tr',
    'máy hút 90tr, máy gói 60tr, tổng 200tr',
    'máy sấy 300tr',
  ])('"%s" is no list of prices', (text) => {
    expect(readListedSums(text)).toBeUndefined();
  });

  it.each([
    ['2 máy, mỗi máy 50tr', 100],
    ['50tr x 2', 100],
    ['mua 2 cái, 50tr một cái', 100],
    ['hai máy mỗi cái trăm rưỡi', 300],
  ])('of one thing several times "%s" is asked back with all of them', (text, sum) => {
    const plausibleVnd = { min: MILLION, max: 1_000 * MILLION };
    expect(readMoneyField(text, { plausibleVnd })).toMatchObject({ kind: 'confirm', value: { minVnd: sum * MILLION } });
  });

  it.each(['2 máy 300tr', '300 triệu 1 cái', '1 máy 300tr'])('"%s" is what is said', (text) => {
    const plausibleVnd = { min: MILLION, max: 1_000 * MILLION };
    const value = { minVnd: 300 * MILLION, maxVnd: 300 * MILLION };
    expect(readMoneyField(text, { plausibleVnd })).toEqual({ kind: 'value', value });
  });

  it('are asked back as one, and taken where their sum was told', () => {
    const plausibleVnd = { min: MILLION, max: 1_000 * MILLION };
    expect(readMoneyField('nhãn 20tr hộp 30tr', { plausibleVnd })).toMatchObject({ kind: 'confirm' });
    expect(readMoneyField('máy hút 90tr, máy gói 60tr, tổng 150tr', { plausibleVnd })).toMatchObject({
      kind: 'value',
      value: { minVnd: 150 * MILLION },
    });
  });
});
