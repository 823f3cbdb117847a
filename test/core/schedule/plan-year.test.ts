import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApplicationStatus } from '../../../core/applications/status.ts';
import { PLAN_CALENDAR, readPlanCalendar } from '../../../core/schedule/plan-calendar.ts';
import * as planYear from '../../../core/schedule/plan-year.ts';

type Facts = Partial<Parameters<typeof planYear.nextPlanDates>[2]>;
const nextPlanDates = (status: ApplicationStatus, day: string, facts: Facts = {}) =>
  planYear.nextPlanDates(status, day, { calendar: PLAN_CALENDAR, ...facts });
const planYearFor = (day: string, calendar = PLAN_CALENDAR) => planYear.planYearFor(day, calendar);

describe('the plan year of a request', () => {
  it('is the next one, and says when outlines for it are handed in', () => {
    expect(planYearFor('2026-03-01')).toEqual({
      ...{ planYear: 2027, closesOn: '2026-05-20', isPast: false },
      next: { planYear: 2028, closesOn: '2027-05-20' },
    });
    expect(planYearFor('2026-05-20').isPast).toBe(false);
    expect(planYearFor('2026-05-21').isPast).toBe(true);
    expect(planYearFor('2026-11-22')).toMatchObject({ planYear: 2027, isPast: true, next: { planYear: 2028 } });
  });
});

describe('what is due next', () => {
  const due = (...asked: Parameters<typeof nextPlanDates>) =>
    nextPlanDates(...asked).map(({ id, of, on, isPast }) => [id, of, on, isPast]);

  it.each(['submitted', 'in-review', 'needs-papers', 'accepted'] as const)(
    'while a request is %s is its outline, in the plan that can still be reached',
    (status) => {
      expect(due(status, '2026-05-20')).toEqual([['outline', 'centre', '2026-05-20', false]]);
      expect(due(status, '2026-11-22')).toEqual([['outline', 'centre', '2027-05-20', false]]);
      expect(nextPlanDates(status, '2026-11-22')[0]).toMatchObject({ planYear: 2028, isConfirmed: false });
    },
  );

  it('follows the plan year of a project, and says what is late', () => {
    const planYear = 2027;
    expect(due('proposed', '2026-06-01', { planYear })).toEqual([['appraisal', 'department', '2026-06-15', false]]);
    expect(due('proposed', '2026-06-16', { planYear })).toEqual([['appraisal', 'department', '2026-06-15', true]]);
    expect(due('approved', '2027-01-10', { planYear })).toEqual([]);
    expect(due('contracted', '2027-02-10', { planYear })).toEqual([['inspection', 'centre', '2027-12-31', false]]);
    expect(due('settled', '2028-01-23', { planYear })).toEqual([['liquidation', 'centre', '2028-01-22', true]]);
    expect(due('closed', '2028-01-23', { planYear })).toEqual([]);
  });

  it('of the producer is a report each month, until it was told', () => {
    const progress = (day: string, more: object = {}) =>
      due('in-progress', day, { planYear: 2027, ...more }).find(([id]) => id === 'progress');
    expect(progress('2027-03-10')).toEqual(['progress', 'person', '2027-03-25', false]);
    expect(progress('2027-03-26')).toEqual(['progress', 'person', '2027-03-25', true]);
    expect(progress('2027-03-10', { reportedMonths: ['2027-03'] })).toEqual([
      'progress',
      'person',
      '2027-04-25',
      false,
    ]);
    expect(progress('2027-03-28', { begunOn: '2027-03-27' })).toEqual(['progress', 'person', '2027-04-25', false]);
    expect(progress('2027-12-26', { reportedMonths: ['2027-12'] })?.[2]).toBe('2028-01-25');
  });

  it('after the inspection are the papers of the settlement, counted from it', () => {
    const asked = { planYear: 2027, inspectedOn: '2027-12-20' };
    expect(due('inspected', '2027-12-21', asked)).toEqual([
      ['settlement-papers', 'centre', '2028-01-04', false],
      ['liquidation', 'centre', '2028-01-22', false],
    ]);
    expect(due('inspected', '2027-12-21', { planYear: 2027 }).map(([id]) => id)).toEqual(['liquidation']);
  });

  it('of the local fund knows nothing of the ministry’s days, and confirms none of the others', () => {
    expect(due('accepted', '2026-03-01', { fund: 'local' })).toEqual([]);
    const local = nextPlanDates('in-progress', '2027-03-10', { planYear: 2027, fund: 'local' });
    expect(local.map(({ id, isConfirmed }) => [id, isConfirmed])).toEqual([
      ['progress', false],
      ['inspection', false],
    ]);
  });

  it('of the local fund has no day of its own until the office enters the province’s, and then that day counts', () => {
    const own = PLAN_CALENDAR.dates.filter(({ funds }) => !funds.includes('national'));
    expect(own.map(({ id, due: rule }) => [id, rule.kind])).toEqual([
      ['local-outline', 'unset'],
      ['local-approval', 'unset'],
    ]);
    expect(due('proposed', '2026-11-22', { planYear: 2027, fund: 'local' })).toEqual([]);
    const entered = {
      ...{ fromYear: 2027, document: 'Quyết định thử 1/QĐ-UBND', isConfirmed: true },
      due: { kind: 'day', monthDay: '12-15', yearOffset: -1 },
    } as const;
    const changes = (['local-outline', 'local-approval'] as const).map((id) => ({ id, ...entered }));
    const calendar = { ...PLAN_CALENDAR, changes };
    expect(nextPlanDates('proposed', '2026-11-22', { planYear: 2027, fund: 'local', calendar })).toMatchObject([
      { id: 'local-approval', of: 'province', on: '2026-12-15', isConfirmed: true, certainty: 'officer' },
    ]);
    // Before it is in a plan nobody knows of which fund it will be.
    expect(nextPlanDates('accepted', '2026-11-22', { planYear: 2027, calendar }).map(({ id }) => id)).toEqual([
      'outline',
      'local-outline',
    ]);
  });

  it('is sorted, and each names its source, on any day', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('accepted', 'proposed', 'in-progress', 'inspected'), (at, status) => {
        const dates = nextPlanDates(status, at.toISOString().slice(0, 10), { inspectedOn: '2027-02-28' });
        expect(dates.map(({ on }) => on)).toEqual(dates.map(({ on }) => on).toSorted());
        for (const { document, on } of dates) {
          expect(document).not.toBe('');
          expect(Temporal.PlainDate.from(on).toString()).toBe(on);
        }
      }),
    );
  });
});

describe('the calendar', () => {
  it('can be another one, whose days are then those that count', () => {
    const dates = PLAN_CALENDAR.dates.map((date) =>
      date.id === 'outline'
        ? { ...date, due: { kind: 'day', monthDay: '06-30', yearOffset: -1 }, isConfirmed: true }
        : date,
    );
    const calendar = readPlanCalendar({ dates });
    expect(planYearFor('2026-06-01', calendar)).toMatchObject({ closesOn: '2026-06-30', isPast: false });
    expect(nextPlanDates('accepted', '2026-06-01', { calendar })[0]).toMatchObject({ isConfirmed: true });
  });

  it('without a day for outlines, or with a day that is none, is refused', () => {
    expect(() => readPlanCalendar({ dates: [] })).toThrow('plan-calendar.invalid');
    const dates = PLAN_CALENDAR.dates.map((date) => ({ ...date, document: '' }));
    expect(() => readPlanCalendar({ dates })).toThrow('plan-calendar.invalid');
  });
});
