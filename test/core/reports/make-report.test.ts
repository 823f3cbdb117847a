import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectOf } from '../../../core/applications/project.ts';
import { FUNDS } from '../../../core/applications/project-data.ts';
import { sumAdvances, sumLeftAtStopped, sumProjects } from '../../../core/applications/sum-projects.ts';
import type { ReportFact } from '../../../core/reports/fact.ts';
import { countOne, DIMENSIONS, makeReport, type ReportFilter } from '../../../core/reports/make-report.ts';
import { MEASURE_KEYS, MEASURES } from '../../../core/reports/measures.ts';
import { REQUEST_STATUSES } from '../../../records/request-list.ts';
import { anyFacts, fact, project } from './facts.ts';

const anyFilter: fc.Arbitrary<ReportFilter> = fc.record(
  {
    fromYear: fc.integer({ min: 2023, max: 2027 }),
    toYear: fc.integer({ min: 2025, max: 2029 }),
    fund: fc.constantFrom(null, ...FUNDS),
    programme: fc.constantFrom('advanced-equipment', 'trademark'),
    status: fc.constantFrom(...Object.values(REQUEST_STATUSES)),
    communeCode: fc.constantFrom(null, '01363'),
    sector: fc.constantFrom(null, 'food'),
    womanOwned: fc.constantFrom(null, true, false),
  },
  { requiredKeys: [] },
);
const anyDimension = fc.constantFrom(...DIMENSIONS);

describe('a report', () => {
  it('has rows that add up to its total to the đồng, by whatever it is told apart and whatever is left out', () => {
    fc.assert(
      fc.property(anyFacts, anyDimension, anyFilter, (facts, by, filter) => {
        const { rows, total, severalRows } = makeReport({ facts, by, filter });
        for (const key of MEASURE_KEYS) {
          const added = rows.reduce((sum, { cells }) => sum + cells[key].value, 0);
          if (MEASURES[key].how === 'distinct') expect(added).toBe(total[key].value + (severalRows[key] ?? 0));
          else {
            expect([key, added]).toEqual([key, total[key].value]);
            expect(rows.reduce((sum, { cells }) => sum + cells[key].unknown, 0)).toBe(total[key].unknown);
            expect(severalRows).not.toHaveProperty(key);
          }
        }
      }),
    );
  });

  it('counts an establishment once in the total, however many rows it stands in, and never more rows than it has', () => {
    fc.assert(
      fc.property(anyFacts, anyDimension, anyFilter, (facts, by, filter) => {
        const { rows, total, severalRows } = makeReport({ facts, by, filter });
        const all = new Set(facts.flatMap(({ establishmentId }) => establishmentId ?? []));
        expect(total.establishments.value).toBeLessThanOrEqual(all.size);
        for (const more of Object.values(severalRows)) expect(more).toBeGreaterThan(0);
        for (const { cells } of rows) {
          expect(cells.establishments.value).toBeLessThanOrEqual(total.establishments.value);
          expect(cells.womanOwned.value).toBeLessThanOrEqual(cells.supportedEstablishments.value);
        }
      }),
    );
  });

  it('of a plan year says of money what the list of its projects says, whatever stands in them', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 2025, max: 2028 }), (facts, planYear) => {
        const listed = facts.flatMap(({ status, project: of }) =>
          of?.planYear === planYear
            ? [{ status, project: { ...EMPTY, ...of, advancedNationalVnd: of.advancedVnd } }]
            : [],
        );
        const sums = sumProjects(listed);
        for (const fund of [...FUNDS, undefined]) {
          const filter = { fromYear: planYear, toYear: planYear, fund };
          const { total } = makeReport({ facts, by: 'programme', filter });
          const money = sums[fund ?? 'all'];
          for (const key of SUMMED) expect([key, total[key].value]).toEqual([key, money[key]]);
          expect(total.advancedVnd.value).toBe(sumAdvances(listed)[fund ?? 'all']);
          expect(total.leftAdvanceVnd.value).toBe(sumLeftAtStopped(listed)[fund ?? 'all']);
          expect(total.supportVnd.value).toBe(money.nationalVnd + money.localVnd);
          expect(total.paidSupportVnd.value).toBe(money.paidNationalVnd + money.paidLocalVnd);
        }
      }),
    );
  });

  it('leaves out nothing that nobody has told: it has a row of its own, the last', () => {
    const facts = [fact({ id: 'a', communeCode: null }), fact({ id: 'b' }), fact({ id: 'c', communeCode: null })];
    const { rows } = makeReport({ facts, by: 'commune' });
    expect(rows.map(({ key, cells }) => [key, cells.requests.value])).toEqual([
      ['01363', 1],
      [null, 2],
    ]);
  });

  it('counts a request in the year it was sent, and its project and all its money in the year of its plan', () => {
    const done = fact({
      ...{ id: 'a', sentYear: 2026, status: 'settled' },
      project: project({ nationalVnd: 200, localVnd: 50, paidNationalVnd: 180, paidLocalVnd: 50 }),
    });
    const { rows } = makeReport({ facts: [done], by: 'year' });
    const told = rows.map(({ key, cells: { requests, projects, supportVnd, paidSupportVnd } }) => [
      ...[key, requests.value, projects.value, supportVnd.value, paidSupportVnd.value],
    ]);
    expect(told).toEqual([
      ['2026', 1, 0, 0, 0],
      ['2027', 0, 1, 250, 230],
    ]);
  });

  it('counts what was declined, withdrawn, stopped or erased as sent, and nowhere else', () => {
    const facts: ReportFact[] = (['declined', 'withdrawn', 'stopped', 'erased'] as const).map((status) =>
      fact({ id: status, status, project: project({ nationalVnd: 5 }) }),
    );
    const { total } = makeReport({ facts, by: 'status' });
    const counted = MEASURE_KEYS.filter((key) => total[key].value > 0);
    expect(counted).toEqual(['requests', 'establishments']);
  });

  it('tells how many figures are missing instead of guessing them', () => {
    const school = { programme: 'vocational-training', status: 'closed', project: project({}) } as const;
    const facts = [
      fact({ id: 'a', ...school, counts: { learners: 30, fairBooths: null } }),
      fact({ id: 'b', ...school }),
      fact({ id: 'c', ...school, womanOwned: true }),
    ];
    expect(countOne(facts, 'trainees')).toEqual({ value: 30, unknown: 2 });
    expect(countOne(facts, 'supportVnd')).toEqual({ value: 0, unknown: 3 });
    expect(countOne(facts, 'womanOwned')).toEqual({ value: 1, unknown: 2 });
  });
});

const SUMMED = [
  ...(['projects', 'proposedVnd', 'nationalVnd', 'localVnd', 'counterpartVnd'] as const),
  ...(['paidNationalVnd', 'paidLocalVnd', 'paidCounterpartVnd'] as const),
];
const EMPTY =
  projectOf([{ kind: 'proposed', at: new Date('2026-11-23T02:00:00Z'), data: { planYear: 2027, fund: 'national' } }]) ??
  expect.fail();
