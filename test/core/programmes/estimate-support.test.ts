import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RateRecord } from '../../../core/answers/rate.ts';
import type { Answers } from '../../../core/forms/values.ts';
import { estimateSupport, isConfirmed } from '../../../core/programmes/estimate-support.ts';

const national: RateRecord = {
  id: 'national',
  kind: 'machine',
  scope: 'national',
  percent: 50,
  percentIsAssumed: false,
  ceilingVnd: 300_000_000,
  document: 'Thông tư 28/2018/TT-BTC',
  effectiveFrom: '2018-05-11',
  certainty: 'verified',
  articleId: 'machine-rate',
};
const local: RateRecord = { ...national, id: 'local', scope: 'local', province: '12', ceilingVnd: 250_000_000 };
const machine = { rateKind: 'machine' as const };
const exactly = (vnd: number) => ({ minVnd: vnd, maxVnd: vnd });
const place = (provinceCode: string) => ({
  communeCode: '1',
  commune: 'Xã A',
  provinceCode,
  province: 'Tỉnh B',
  legacyAddressText: '',
});

const estimate = (
  answers: Answers,
  { programme = machine as Parameters<typeof estimateSupport>[1]['programme'], date = '2026-11-23' } = {},
) => estimateSupport([national, local], { programme, answers, date, province: '19' });

describe('what could be got', () => {
  it('is the share of the price up to the ceiling, and the rest is their own', () => {
    const [sum] = estimate({ price: exactly(400_000_000) })?.sums ?? [];
    expect(sum?.support).toEqual(exactly(200_000_000));
    expect(sum?.ownCapital).toEqual(exactly(200_000_000));
    const [dear] = estimate({ price: exactly(1_000_000_000) })?.sums ?? [];
    expect(dear?.support).toEqual(exactly(300_000_000));
    expect(dear?.ownCapital).toEqual(exactly(700_000_000));
  });

  it('is by the rates of the province where it is made, the workshop before the commune, and by those of the day', () => {
    const price = exactly(600_000_000);
    const ids = (answers: Answers, date?: string) =>
      estimate({ price, ...answers }, { date })?.sums.map(({ rate }) => rate.id);
    expect(ids({})).toEqual(['national']);
    expect(ids({ commune: place('12') })).toEqual(['national', 'local']);
    expect(ids({ commune: place('12'), workshop: place('19') })).toEqual(['national']);
    expect(ids({}, '2018-05-10')).toBeUndefined();
    expect(ids({}, '2018-05-11')).toEqual(['national']);
  });

  it('is of the new machines once each has its price, and of what was said before as long as the list may go on to it', () => {
    const first = { 'machines.1.name': 'Lò', 'machines.1.state': 'new', 'machines.1.price': exactly(100_000_000) };
    const second = { 'machines.1.more': 'yes', 'machines.2.name': 'Máy', 'machines.2.state': 'new' };
    const price = exactly(400_000_000);
    expect(estimate({ price, ...first })?.price).toEqual(price);
    expect(estimate({ price: exactly(90_000_000), ...first })?.price).toEqual(exactly(100_000_000));
    expect(estimate({ price, ...first, 'machines.1.more': 'no' })?.price).toEqual(exactly(100_000_000));
    expect(estimate({ price, ...first, ...second })?.price).toEqual(price);
    const both = { price, ...first, ...second, 'machines.2.price': exactly(50_000_000) };
    expect(estimate(both)?.price).toEqual(price);
    expect(estimate({ ...both, 'machines.2.more': 'no' })?.price).toEqual(exactly(150_000_000));
    const used = { ...second, 'machines.2.state': 'used', 'machines.2.price': exactly(50_000_000) };
    expect(estimate({ price, ...first, ...used })?.price).toEqual(exactly(100_000_000));
    expect(estimate({ price, ...first, 'machines.1.state': 'used' })).toBeUndefined();
  });

  it('is nothing without a price, without a rate of that kind, and for an option that has none', () => {
    const price = exactly(400_000_000);
    expect(estimate({})).toBeUndefined();
    expect(estimate({ price: { isSkipped: true } })).toBeUndefined();
    expect(estimate({ price }, { programme: {} })).toBeUndefined();
    expect(estimate({ price }, { programme: { rateKind: 'trademark' } })).toBeUndefined();
    const programme = {
      rateKind: 'machine' as const,
      rateKindBy: { question: 'kind', ofOption: { new: 'machine' as const } },
    };
    expect(estimate({ price, kind: 'new' }, { programme })?.sums).toHaveLength(1);
    expect(estimate({ price, kind: 'other' }, { programme })).toBeUndefined();
  });

  it('is confirmed only where it was read in its source or entered by an officer, and nothing is assumed', () => {
    const told = (change: Partial<RateRecord>): boolean | undefined => {
      const made = { programme: machine, answers: { price: exactly(1) }, date: '2026-11-23', province: '19' };
      const [sum] = estimateSupport([{ ...national, ...change }], made)?.sums ?? [];
      return sum && isConfirmed(sum);
    };
    expect(
      ['verified', 'officer', 'verified-old', 'secondary', 'recalled'].map((certainty) =>
        told({ certainty } as Partial<RateRecord>),
      ),
    ).toEqual([true, true, false, false, false]);
    expect(told({ percentIsAssumed: true })).toBe(false);
  });

  it('never exceeds price or ceiling, and with the own capital always makes up the price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000_000 }), fc.nat(1_000_000_000), (minVnd, more) => {
        const price = { minVnd, maxVnd: minVnd + more };
        for (const { support, ownCapital, rate } of estimate({ price, commune: place('12') })?.sums ?? []) {
          for (const end of ['minVnd', 'maxVnd'] as const) {
            expect(support[end] + ownCapital[end]).toBe(price[end]);
            expect(support[end]).toBeLessThanOrEqual(rate.ceilingVnd);
          }
          expect(support.minVnd).toBeLessThanOrEqual(support.maxVnd);
          expect(ownCapital.minVnd).toBeLessThanOrEqual(ownCapital.maxVnd);
        }
      }),
    );
  });
});
