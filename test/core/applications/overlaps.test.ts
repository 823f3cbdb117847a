import { describe, expect, it } from 'vitest';
import { findOverlaps, type SupportedDossier } from '../../../core/applications/find-overlaps.ts';
import { projectOf } from '../../../core/applications/project.ts';
import { AMENDMENTS, FUNDS } from '../../../core/applications/project-data.ts';
import { whoDecides } from '../../../core/applications/who-decides.ts';

const at = new Date('2025-03-01T02:00:00Z');
const price = { minVnd: 400_000_000, maxVnd: 400_000_000 };
const dossier = (id: string, changes: Partial<SupportedDossier> = {}): SupportedDossier => ({
  ...{ id, code: `KC-2025-000${id}`, establishmentId: 'htx', programme: 'advanced-equipment', status: 'submitted' },
  ...{ answers: {}, project: undefined, submittedAt: at, ...changes },
});
const SUMS = { nationalVnd: 200_000_000, localVnd: 50_000_000, counterpartVnd: 1 };
const PAID = { paidNationalVnd: 180_000_000, paidLocalVnd: 0, counterpartVnd: 1, settledOn: '2024-12-20' };
const project = projectOf([
  { kind: 'proposed', at, data: { planYear: 2024, fund: 'national' } },
  { kind: 'approved', at, data: SUMS },
]);
const paid = projectOf([
  { kind: 'proposed', at, data: { planYear: 2024, fund: 'national' } },
  { kind: 'approved', at, data: SUMS },
  { kind: 'settled', at, data: PAID },
]);

describe('an overlap', () => {
  it('is support of the same kind for the same establishment, with its year and sum', () => {
    expect(
      findOverlaps(dossier('1'), [
        dossier('1'),
        dossier('2', { status: 'in-progress', project }),
        dossier('3', { status: 'closed', project: paid }),
        dossier('4', { status: 'accepted' }),
        dossier('5', { establishmentId: 'other' }),
        dossier('6', { establishmentId: undefined }),
        dossier('7', { programme: 'trademark' }),
      ]),
    ).toEqual([
      { id: '4', code: 'KC-2025-0004', why: 'same-programme', state: 'pending', year: 2025, sumVnd: null },
      { id: '3', code: 'KC-2025-0003', why: 'same-programme', state: 'paid', year: 2024, sumVnd: 180_000_000 },
      { id: '2', code: 'KC-2025-0002', why: 'same-programme', state: 'approved', year: 2024, sumVnd: 250_000_000 },
    ]);
  });

  it('is also the same thing at the same price under another kind', () => {
    const mine = dossier('1', { answers: { product: 'Miến dong', price } });
    const other = (answers: object) => dossier('2', { programme: 'cleaner-production', answers: { ...answers } });
    expect(findOverlaps(mine, [other({ product: 'mien dong', price })])).toMatchObject([{ why: 'same-cost' }]);
    expect(findOverlaps(mine, [other({ product: 'Chè', price })])).toEqual([]);
    expect(findOverlaps(mine, [other({ product: 'Miến dong', price: { ...price, maxVnd: 1e9 } })])).toEqual([]);
    expect(findOverlaps(mine, [other({ product: 'Miến dong' })])).toEqual([]);
  });

  it.each(['declined', 'withdrawn', 'stopped', 'erased', 'draft'] as const)('is none with what is %s', (status) => {
    expect(findOverlaps(dossier('1'), [dossier('2', { status, project })])).toEqual([]);
  });

  it('cannot be told while nobody knows for whom it is', () => {
    const nobodys = dossier('1', { establishmentId: undefined });
    expect(findOverlaps(nobodys, [dossier('2', { establishmentId: undefined })])).toEqual([]);
  });
});

describe('who decides an amendment', () => {
  const of = (amendment: (typeof AMENDMENTS)[number], fund: (typeof FUNDS)[number] = 'national') =>
    whoDecides({ amendment, fund }).map((rule) => [rule.case, rule.decider]);

  it('of the national fund is the ministry, its agency, or the department, as Điều 11 says', () => {
    expect(of('content')).toEqual([[undefined, 'moit']]);
    expect(of('stop')).toEqual([[undefined, 'moit']]);
    expect(of('amount')).toEqual([
      ['more', 'moit'],
      ['same-or-less', 'promotion-agency'],
    ]);
    expect(of('time')).toEqual([
      ['next-year', 'moit'],
      ['within-year', 'promotion-agency'],
    ]);
    const asked = [
      [undefined, 'promotion-agency'],
      ['grouped', 'doit'],
    ];
    expect(of('place')).toEqual(asked);
    expect(of('beneficiary')).toEqual(asked);
  });

  it('of the local fund is for the province’s own rule to say', () => {
    for (const amendment of AMENDMENTS) expect(of(amendment, 'local')).toEqual([[undefined, 'province']]);
  });

  it('always names where that stands', () => {
    for (const fund of FUNDS) {
      for (const amendment of AMENDMENTS) {
        for (const rule of whoDecides({ amendment, fund })) {
          expect(rule).toMatchObject({ document: expect.stringContaining('TT-BCT'), certainty: 'verified-old' });
        }
      }
    }
  });
});
