import { describe, expect, it } from 'vitest';
import { checkTarget, progressOf, reportTarget, SHIPPED_TARGETS } from '../../../core/reports/target.ts';
import { fact, project } from './facts.ts';

const target = reportTarget.parse({
  ...{ name: 'Kinh phí', measure: 'paidSupportVnd', fromYear: 2021, toYear: 2025, value: 18_246_000_000 },
  parts: [
    { name: 'Địa phương', value: 4_446_000_000, fund: 'local' },
    { name: 'Quốc gia', value: 13_800_000_000, fund: 'national' },
  ],
  ...{ document: 'Kế hoạch', certainty: 'officer' },
});

describe('a target', () => {
  it('with parts that do not make up the whole is refused, and it is said what they add up to', () => {
    expect(() => checkTarget(target)).not.toThrow();
    expect(() => checkTarget({ ...target, value: 18_240_000_000 })).toThrow(
      expect.objectContaining({
        code: 'report.target-parts',
        values: { value: 18_240_000_000, sum: 18_246_000_000 },
      }),
    );
    expect(() => checkTarget({ ...target, toYear: 2020 })).toThrow('report.target-years');
    expect(() => checkTarget({ ...target, mostValue: target.value })).toThrow('report.target-range');
  });

  it('that is shipped holds together, and has the figures of its document', () => {
    for (const each of SHIPPED_TARGETS) checkTarget(each);
    const money = SHIPPED_TARGETS.find(({ id }) => id === 'cao-bang-2021-2025-money');
    expect([money?.value, money?.parts.map(({ value }) => value)]).toEqual([
      18_246_000_000,
      [4_446_000_000, 13_800_000_000],
    ]);
  });

  it('is reached by what a report of its years shows, each part by its own source of money', () => {
    const paid = (id: string, planYear: number, paidNationalVnd: number, paidLocalVnd: number) =>
      fact({ id, status: 'settled', project: project({ planYear, paidNationalVnd, paidLocalVnd }) });
    const facts = [
      ...[paid('a', 2021, 2_500_000_000, 810_000_000), paid('b', 2025, 50_000_000, 1_000_000_000)],
      ...[paid('c', 2026, 0, 9_000_000_000), paid('d', 2020, 9_000_000_000, 0)],
    ];
    // 4,36 of 18,246 billion: 23,895… percent.
    expect(progressOf(target, facts)).toEqual({
      ...{ value: 4_360_000_000, unknown: 0, percent: 23.8 },
      parts: [
        { value: 1_810_000_000, unknown: 0, percent: 40.7 },
        { value: 2_550_000_000, unknown: 0, percent: 18.4 },
      ],
    });
  });
});
