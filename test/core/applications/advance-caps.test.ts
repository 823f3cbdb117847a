import { describe, expect, it } from 'vitest';
import type { RateRecord } from '../../../core/answers/rate.ts';
import { findAdvanceCaps } from '../../../core/applications/advance-caps.ts';
import { PROGRAMMES } from '../../../core/programmes/programmes.ts';

const GENERAL: RateRecord = {
  ...{ id: 'advance-national', kind: 'advance', scope: 'national', percent: 70, percentIsAssumed: false },
  ...{ document: 'Thông tư 28/2018/TT-BTC', effectiveFrom: '2018-05-11', certainty: 'secondary', articleId: 'a' },
};
const OVER: RateRecord = { ...GENERAL, id: 'over', effectiveTo: '2018-05-10', effectiveFrom: '2014-01-01' };
const LOCAL: RateRecord = {
  ...GENERAL,
  id: 'local',
  scope: 'local',
  province: '19',
  percent: 50,
  certainty: 'officer',
};
const rates = [GENERAL, OVER, LOCAL];

describe('how much may be advanced', () => {
  it('is of the national fund what its rule says for the kind of support, in which case, with where that stands', () => {
    const told = Object.fromEntries(
      PROGRAMMES.map(({ id }) => {
        const [cap] = findAdvanceCaps(rates, { programme: id, date: '2026-11-23', province: undefined });
        return [
          id,
          [cap?.percent, cap?.case, cap?.document, cap?.certainty].filter((each) => each !== undefined).join(' '),
        ];
      }),
    );
    const byKind = 'Thông tư 36/2013/TT-BCT verified-old';
    const general = '70 Thông tư 28/2018/TT-BTC secondary';
    expect(told).toMatchObject({
      'advanced-equipment': `70 work-over-70 ${byKind}`,
      'technical-demonstration-model': `70 work-over-70 ${byKind}`,
      'trade-fair': `70 ${byKind}`,
      'cluster-environment': `30 ${byKind}`,
      'business-startup': `100 inspected ${byKind}`,
      trademark: general,
      artisan: general,
    });
  });

  it('is of the local fund only what an officer entered for the province', () => {
    const of = (province: string | undefined) =>
      findAdvanceCaps(rates, { programme: 'trade-fair', date: '2026-11-23', province }).filter(
        ({ fund }) => fund === 'local',
      );
    expect(of('19')).toMatchObject([{ percent: 50, certainty: 'officer' }]);
    expect([...of('04'), ...of(undefined)]).toEqual([]);
  });
});
