import fc from 'fast-check';
import { FUNDS } from '../../../core/applications/project-data.ts';
import type { ReportFact } from '../../../core/reports/fact.ts';
import { REQUEST_STATUSES } from '../../../records/request-list.ts';

const orNull = <T>(values: readonly T[]) => fc.constantFrom(null, ...values);
const vnd = fc.option(fc.nat({ max: 2_000_000_000 }), { nil: null });
const count = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null });

/** Any request: also ones that hardly happen. The same establishment answers the same everywhere. */
const anyFact: fc.Arbitrary<Omit<ReportFact, 'id' | 'womanOwned'>> = fc.record({
  sentYear: fc.integer({ min: 2024, max: 2027 }),
  programme: fc.constantFrom(
    'advanced-equipment',
    'trademark',
    'trade-fair',
    'vocational-training',
    'typical-rural-product',
  ),
  status: fc.constantFrom(...Object.values(REQUEST_STATUSES)),
  communeCode: orNull(['01363', '01366', '01387']),
  sector: orNull(['food', 'crafts']),
  establishmentId: orNull(['a', 'b', 'c', 'd']),
  project: fc.option(
    fc.record({
      planYear: fc.integer({ min: 2025, max: 2028 }),
      fund: fc.constantFrom(...FUNDS),
      ...{ proposedVnd: vnd, nationalVnd: vnd, localVnd: vnd, counterpartVnd: vnd },
      ...{
        paidNationalVnd: vnd,
        paidLocalVnd: vnd,
        paidCounterpartVnd: vnd,
        advancedVnd: fc.nat({ max: 900_000_000 }),
      },
    }),
    { nil: null },
  ),
  counts: fc.record({ learners: count, fairBooths: count }),
});

const WOMAN_OWNED: Record<string, boolean> = { a: true, b: false };

export const anyFacts: fc.Arbitrary<ReportFact[]> = fc.array(anyFact, { maxLength: 40 }).map((list) =>
  list.map((fact, at) => ({
    ...{ ...fact, id: `request-${at}` },
    womanOwned: WOMAN_OWNED[fact.establishmentId ?? ''] ?? null,
  })),
);

export const fact = (given: Partial<ReportFact> & { id: string }): ReportFact => ({
  ...{ sentYear: 2026, programme: 'advanced-equipment', status: 'submitted', communeCode: '01363', sector: null },
  ...{ establishmentId: given.id, womanOwned: null, project: null, counts: { learners: null, fairBooths: null } },
  ...given,
});

export const project = (given: Partial<NonNullable<ReportFact['project']>>): NonNullable<ReportFact['project']> => ({
  ...{ planYear: 2027, fund: 'national', proposedVnd: null, nationalVnd: null, localVnd: null, counterpartVnd: null },
  ...{ paidNationalVnd: null, paidLocalVnd: null, paidCounterpartVnd: null, advancedVnd: 0 },
  ...given,
});
