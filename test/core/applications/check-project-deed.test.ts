import { describe, expect, it } from 'vitest';
import { checkProjectDeed } from '../../../core/applications/check-project-deed.ts';
import { type Project, projectOf } from '../../../core/applications/project.ts';
import { APPROVED, history, PAID, SIGNED, signed } from './project-history.ts';

describe('a step of a project is refused when it', () => {
  const project = projectOf(
    history(...signed, ['begun'], ['inspected', { inspectedOn: '2027-12-01', passed: true }]),
  ) as Project;
  const check = (deed: Parameters<typeof checkProjectDeed>[0]['deed'], asked?: string) => () =>
    checkProjectDeed({ deed, project, asked, today: '2027-12-20' });
  const settle = (changes: object) => check({ action: 'settle', data: { ...PAID, ...changes } });

  it('pays more from a fund than was approved from it, whatever the other has left', () => {
    expect(settle({})).not.toThrow();
    expect(settle({ paidNationalVnd: 200_000_000 })).not.toThrow();
    expect(settle({ paidNationalVnd: 200_000_001 })).toThrow('project.paid-above-approved');
    expect(settle({ paidLocalVnd: 1 })).toThrow('project.paid-above-approved');
  });

  it('advances more than was approved, gives back more than was advanced, or settles less than that', () => {
    const held = { ...project, advancedNationalVnd: 120_000_000, advancedLocalVnd: 0, advancedOn: '2027-03-01' };
    const with120 = (deed: Parameters<typeof checkProjectDeed>[0]['deed']) => () =>
      checkProjectDeed({ deed, project: held, asked: undefined, today: '2027-12-20' });
    const pay = (nationalVnd: number, localVnd = 0, paidOn = '2027-04-01') =>
      with120({ action: 'pay-advance', data: { nationalVnd, localVnd, paidOn } });
    expect(pay(80_000_000)).not.toThrow();
    expect(pay(80_000_001)).toThrow('project.paid-above-approved');
    expect(pay(1, 1)).toThrow('project.paid-above-approved');
    expect(pay(0)).toThrow('project.sum-is-nothing');
    expect(pay(1, 0, '2027-01-31')).toThrow('project.dates-in-wrong-order');
    expect(pay(1, 0, '2027-12-21')).toThrow('project.day-in-future');
    const giveBack = (nationalVnd: number, returnedOn = '2027-05-01') =>
      with120({ action: 'return-advance', data: { nationalVnd, localVnd: 0, returnedOn, reason: 'Bớt.' } });
    expect(giveBack(120_000_000)).not.toThrow();
    expect(giveBack(120_000_001)).toThrow('project.return-above-advance');
    expect(giveBack(0)).toThrow('project.sum-is-nothing');
    expect(giveBack(1, '2027-02-28')).toThrow('project.dates-in-wrong-order');
    const settleWith = (paidNationalVnd: number) => with120({ action: 'settle', data: { ...PAID, paidNationalVnd } });
    expect(settleWith(120_000_000)).not.toThrow();
    expect(settleWith(119_999_999)).toThrow('project.paid-below-advance');
  });

  it('says that nothing is given: proposed, approved or amended to 0', () => {
    const nothing = { nationalVnd: 0, localVnd: 0, counterpartVnd: 1 };
    expect(check({ action: 'propose', data: { planYear: 2027, fund: 'local', amountVnd: 0 } })).toThrow('is-nothing');
    expect(check({ action: 'propose', data: { planYear: 2027, fund: 'local' } })).not.toThrow();
    expect(check({ action: 'approve', data: nothing })).toThrow('is-nothing');
    expect(check({ action: 'grant-amendment', data: { by: 'moit', sums: nothing } }, 'amount')).toThrow('is-nothing');
  });

  it('is of a plan year that nobody plans yet, or of one long gone', () => {
    const propose = (planYear: number) => check({ action: 'propose', data: { planYear, fund: 'local' } });
    expect(propose(2032)).not.toThrow();
    for (const year of [2021, 2033, 2072]) expect(propose(year)).toThrow('project.year-out-of-reach');
  });

  it('tells of days in the future, or in the wrong order', () => {
    expect(check({ action: 'approve', data: { ...APPROVED, decision: { number: '1', date: '2027-12-21' } } })).toThrow(
      'project.day-in-future',
    );
    expect(settle({ settledOn: '2027-12-21' })).toThrow('project.day-in-future');
    expect(settle({ settledOn: '2027-11-30' })).toThrow('project.dates-in-wrong-order');
    expect(check({ action: 'contract', data: { ...SIGNED, endsOn: '2027-01-31' } })).toThrow('wrong-order');
    expect(check({ action: 'inspect', data: { inspectedOn: '2027-01-31', passed: true } })).toThrow('wrong-order');
    expect(check({ action: 'inspect', data: { inspectedOn: '2027-12-31', passed: true } })).toThrow('in-future');
    expect(check({ action: 'report-progress', data: { month: '2028-01', fileIds: [] } })).toThrow('in-future');
    expect(check({ action: 'report-progress', data: { month: '2027-12', fileIds: [] } })).not.toThrow();
  });

  it('grants another amount without the sums, or another time without the day', () => {
    const grant = (data: object, asked: string) =>
      check({ action: 'grant-amendment', data: { by: 'moit', ...data } }, asked);
    expect(grant({}, 'amount')).toThrow('project.sums-missing');
    expect(grant({}, 'time')).toThrow('project.end-missing');
    expect(grant({}, 'place')).not.toThrow();
    expect(grant({ endsOn: '2028-03-31' }, 'time')).not.toThrow();
    expect(grant({ endsOn: '2026-03-31' }, 'time')).toThrow('project.dates-in-wrong-order');
  });
});
