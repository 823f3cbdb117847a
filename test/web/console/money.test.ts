import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney, sayExactly, sayMillions, sayMoney, typeMoney } from '../../../web/console/text/money.ts';
import '../../../web/console/words/projects.ts';

describe('a sum as an officer types it', () => {
  it.each([
    ['300 triệu', 300_000_000],
    ['300tr', 300_000_000],
    ['1,2 tỷ', 1_200_000_000],
    ['1.2 tỉ đồng', 1_200_000_000],
    ['1 tỷ 200 triệu', 1_200_000_000],
    ['18,246 tỷ', 18_246_000_000],
    ['1.500 triệu', 1_500_000_000],
    ['300.000.000', 300_000_000],
    ['300,000,000', 300_000_000],
    ['300.000.000 đ', 300_000_000],
    ['0', 0],
  ])('“%s” is %i đồng', (typed, vnd) => expect(readMoney(typed)).toBe(vnd));

  it.each(['300', 'ba trăm triệu', '1 tỷ 2', '200 triệu 1 tỷ', '-5 triệu', '1,5 đồng', 'triệu', '', '5 triệu 3 triệu'])(
    '“%s” is not guessed',
    (typed) => expect(readMoney(typed)).toBeUndefined(),
  );

  it('is read back as the very sum that the console says or types, for any sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 10 ** 13 }), (vnd) => {
        expect([sayMoney(vnd), sayExactly(vnd), typeMoney(vnd), `${sayMillions(vnd)} triệu`].map(readMoney)).toEqual([
          vnd,
          vnd,
          vnd,
          vnd,
        ]);
      }),
    );
  });
});
