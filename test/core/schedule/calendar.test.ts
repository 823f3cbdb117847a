import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataRequestClock } from '../../../core/people-data/data-request-clock.ts';
import { type CalendarContent, joinCalendar } from '../../../core/schedule/calendar.ts';
import { findContentFault, findOrderFault } from '../../../core/schedule/calendar-faults.ts';
import { reachOfHolidays, reachOfPlan } from '../../../core/schedule/calendar-reach.ts';
import { holidaysAhead } from '../../../core/schedule/holidays-ahead.ts';
import { officerPromise } from '../../../core/schedule/officer-promise.ts';
import { planDatesOf } from '../../../core/schedule/plan-calendar.ts';
import { nextPlanDates, planYearFor } from '../../../core/schedule/plan-year.ts';
import { addWorkingDays, isWorkingDay, officeDay } from '../../../core/schedule/working-days.ts';
import { loadCalendar } from '../../../data/holidays/load-calendar.ts';

const shipped = loadCalendar();
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const office = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
const today = day('2026-11-22');

const off = (first: string, more: object = {}) => ({
  ...({ kind: 'holiday', first, last: first, as: 'off', name: 'Nghỉ', document: 'QĐ 1', isConfirmed: true } as const),
  ...more,
});
const outline = (monthDay: string, more: object = {}) => ({
  ...({ kind: 'plan-date', id: 'outline', document: 'CV 1/SCT', isConfirmed: true, fromYear: 2028 } as const),
  due: { kind: 'day' as const, monthDay, yearOffset: -1 },
  ...more,
});
const join = (...entries: CalendarContent[]) => joinCalendar(shipped, entries);
const twoDays = (...entries: CalendarContent[]) =>
  officeDay(
    dataRequestClock({ kind: 'see', askedAt: office('2026-11-22 09:00'), holidays: join(...entries).holidays })
      .answerBy,
  ).toString();

describe('what officers enter over the holidays', () => {
  it('asked on Sunday 22/11/2026: 25/11 as it is, 26/11 once 23/11 is off, 25/11 again once that is withdrawn', () => {
    expect(twoDays()).toBe('2026-11-25');
    expect(twoDays(off('2026-11-23'))).toBe('2026-11-26');
    expect(twoDays(off('2026-11-23', { isConfirmed: false }))).toBe('2026-11-25');
    expect(twoDays(off('2026-11-23', { as: 'ordinary' }))).toBe('2026-11-25');
    expect(twoDays(off('2026-11-24', { as: 'ordinary' }))).toBe('2026-11-24');
  });

  it('a later entry covers an earlier one, on its own days only', () => {
    const { holidays } = join(off('2026-12-07', { last: '2026-12-09' }), off('2026-12-08', { as: 'ordinary' }));
    expect(['2026-12-07', '2026-12-08', '2026-12-09'].map((text) => isWorkingDay(day(text), holidays))).toEqual([
      ...[false, true, false],
    ]);
    expect(holidays.find(day('2026-12-07'))).toMatchObject({ certainty: 'officer', source: 'QĐ 1', isOfficial: true });
  });

  it('a promise keeps clear of a day that may be off, and changes at midnight in Vietnam, not a second before', () => {
    const { holidays } = join(off('2026-12-01', { isConfirmed: false }));
    const promised = (askedAt: string) => officerPromise({ askedAt: office(askedAt), holidays });
    const by = (text: string) => ({ kind: 'promised', by: office(text) });
    expect(promised('2026-11-29 23:59:59.999')).toEqual(by('2026-11-30 16:00'));
    expect(promised('2026-11-30 00:00:00.000')).toEqual(by('2026-12-02 16:00'));
    expect(promised('2026-11-30 00:00:01.000')).toEqual(by('2026-12-02 16:00'));
  });

  it('a year counts only once it was entered whole; from 1 October on the next one is missed', () => {
    const tet = off('2028-01-26', { last: '2028-01-28' });
    const from = day('2027-12-31');
    expect(addWorkingDays({ from, count: 1, holidays: join(tet).holidays }).kind).toBe('no-table');
    const known = join(tet, { kind: 'year', year: 2028, document: 'CV 2' }).holidays;
    expect(addWorkingDays({ from, count: 1, holidays: known })).toMatchObject({
      kind: 'found',
      day: day('2028-01-03'),
    });
    expect(join({ kind: 'year', year: 2029, document: 'CV 3' }).holidays.to.toString()).toBe('2027-12-31');

    const missing = (at: string, holidays = shipped.holidays) => holidaysAhead(holidays, office(at)).missingYears;
    expect(missing('2027-09-30 23:59:59.999')).toEqual([]);
    expect(missing('2027-10-01 00:00:00.000')).toEqual([2028]);
    expect(missing('2027-10-01 00:00:00.000', known)).toEqual([]);
    expect(holidaysAhead(shipped.holidays, office('2026-11-22 09:00')).undecidedYears).toEqual([2026, 2027]);
  });

  it('a clock of the law counts days that are entered in a year that is not whole yet, and says so', () => {
    const asked = { kind: 'see', askedAt: office('2027-12-31 09:00') } as const;
    const { answerBy, notes } = dataRequestClock({ ...asked, holidays: join(off('2028-01-03')).holidays });
    expect(officeDay(answerBy).toString()).toBe('2028-01-05');
    expect(notes.missingYear).toBe(2028);
  });
});

/** Any days off, days worked and ordinary ones, of the year that is shipped, one over the other. */
const anyEntries = fc.array(
  fc
    .record({
      start: fc.integer({ min: 0, max: 380 }),
      days: fc.integer({ min: 1, max: 12 }),
      as: fc.constantFrom('off', 'work', 'ordinary'),
      isConfirmed: fc.boolean(),
    })
    .map(({ start, days, as, isConfirmed }): CalendarContent => {
      const first = today.add({ days: start });
      const last = first.add({ days: days - 1 }).toString();
      return off(first.toString(), { last, as, isConfirmed });
    }),
  { maxLength: 12 },
);

describe('working days under whatever officers enter', () => {
  const span = { offset: fc.integer({ min: 0, max: 120 }), undecided: fc.constantFrom('ignore', 'avoid') };

  it('a term never ends on a day off, and holds exactly that many working days', () => {
    const any = fc.record({ entries: anyEntries, count: fc.integer({ min: 1, max: 15 }), ...span });
    fc.assert(
      fc.property(any, ({ entries, count, offset, undecided }) => {
        const { holidays } = join(...entries);
        const from = today.add({ days: offset });
        const end = addWorkingDays({ from, count, holidays, undecided });
        if (end.kind === 'no-table') return;
        expect(isWorkingDay(end.day, holidays, undecided)).toBe(true);
        let worked = 0;
        for (let each = from.add({ days: 1 }); !each.equals(end.day.add({ days: 1 })); each = each.add({ days: 1 })) {
          if (isWorkingDay(each, holidays, undecided)) worked += 1;
        }
        expect(worked).toBe(count);
      }),
    );
  });

  it('some days and then some more are as many at once', () => {
    const count = fc.integer({ min: 1, max: 10 });
    const any = fc.record({ entries: anyEntries, one: count, two: count, ...span });
    fc.assert(
      fc.property(any, ({ entries, one, two, offset, undecided }) => {
        const { holidays } = join(...entries);
        const add = (from: Temporal.PlainDate, days: number) =>
          addWorkingDays({ from, count: days, holidays, undecided });
        const from = today.add({ days: offset });
        const [first, whole] = [add(from, one), add(from, one + two)];
        if (first.kind === 'no-table' || whole.kind === 'no-table') return;
        expect(add(first.day, two)).toMatchObject({ kind: 'found', day: whole.day });
      }),
    );
  });
});

describe('what officers enter over the plan year', () => {
  it('holds for its plan years and no other; the years before keep theirs', () => {
    const { plan } = join(outline('04-30'));
    expect(planYearFor('2026-05-20', plan)).toMatchObject({ planYear: 2027, closesOn: '2026-05-20', isPast: false });
    expect(planYearFor('2027-05-01', plan)).toMatchObject({ planYear: 2028, closesOn: '2027-04-30', isPast: true });
    const once = join(outline('04-30', { toYear: 2028 })).plan;
    expect(planYearFor('2028-05-01', once)).toMatchObject({ planYear: 2029, closesOn: '2028-05-20', isPast: false });
    expect(planDatesOf(once, 2028)[0]).toMatchObject({ certainty: 'officer', isConfirmed: true, document: 'CV 1/SCT' });
  });

  it('turns late a day after its day, not on it', () => {
    const calendar = join({ ...outline('05-20'), id: 'progress', due: { kind: 'monthly', dayOfMonth: 20 } }).plan;
    const late = (at: string) =>
      nextPlanDates('in-progress', at, { planYear: 2028, calendar }).find(({ id }) => id === 'progress')?.isPast;
    expect(['2028-03-19', '2028-03-20', '2028-03-21'].map(late)).toEqual([false, false, true]);
  });
});

describe('an entry that cannot stand', () => {
  const faultOf = (content: CalendarContent) => findContentFault(content, { calendar: shipped, today })?.code;

  it.each([
    ['30/2', outline('02-30'), 'calendar.no-such-day'],
    ['29/2, which most years lack', outline('02-29'), 'calendar.no-such-day'],
    ['a thirteenth month', outline('13-01'), 'calendar.no-such-day'],
    ['years backwards', outline('05-20', { toYear: 2027 }), 'calendar.years-wrong-order'],
    ['a plan of long ago', outline('05-20', { fromYear: 2024 }), 'calendar.year-out-of-reach'],
    ['another kind of date', outline('', { due: { kind: 'monthly', dayOfMonth: 5 } }), 'request.invalid'],
    ['days backwards', off('2026-12-08', { last: '2026-12-07' }), 'calendar.days-wrong-order'],
    ['yesterday', off('2026-11-21'), 'calendar.day-over'],
    ['a month off', off('2026-12-01', { last: '2026-12-31' }), 'calendar.too-many-days'],
    ['ten years ahead', off('2036-12-01'), 'calendar.day-too-far'],
    ['a Monday worked in exchange', off('2026-11-30', { as: 'work' }), 'calendar.work-on-weekday'],
    ['a year that is known', { kind: 'year', year: 2027, document: 'x' } as const, 'calendar.year-known'],
    ['a year after a gap', { kind: 'year', year: 2029, document: 'x' } as const, 'calendar.year-gap'],
  ])('%s is refused', (_, content, code) => {
    expect(faultOf(content)).toBe(code);
  });

  it('28/2, today and a Saturday that is worked are not', () => {
    const good = [outline('02-28'), off('2026-11-22'), off('2026-11-28', { as: 'work' })];
    expect(good.map(faultOf)).toEqual([undefined, undefined, undefined]);
  });

  it("the department's day may be the ministry's own, and not a day after it", () => {
    const fault = (...entries: CalendarContent[]) => findOrderFault(join(...entries).plan, today);
    expect(fault()).toBeUndefined();
    expect(fault(outline('06-15'))).toBeUndefined();
    expect(fault(outline('06-16'))).toEqual({
      code: 'calendar.outline-after-appraisal',
      values: { year: 2028, first: '2027-06-16', second: '2027-06-15' },
    });
    const later = { ...outline('07-15'), id: 'appraisal' as const };
    expect(fault(later, outline('06-16'))).toBeUndefined();
    const inspection = outline('01-23', { id: 'inspection', due: { kind: 'day', monthDay: '01-23', yearOffset: 1 } });
    expect(fault(inspection)?.code).toBe('calendar.inspection-after-liquidation');
  });
});

describe('what a change would mean', () => {
  it('is counted in dossiers whose dates move, people who would read it, and what turns late', () => {
    const project = { planYear: 2027, fund: 'national' as const, begunOn: '2027-01-05', reportedMonths: [] };
    const dossiers = [
      { personId: 'a', status: 'in-progress' as const, ...project },
      { personId: 'a', status: 'in-progress' as const, ...project },
      { personId: 'b', status: 'in-progress' as const, ...project, reportedMonths: ['2027-03'] },
      { personId: 'c', status: 'accepted' as const, reportedMonths: [] },
      { personId: 'd', status: 'closed' as const, ...project },
    ];
    const earlier = { ...outline('', { fromYear: 2027 }), id: 'progress' as const };
    const after = join({ ...earlier, due: { kind: 'monthly', dayOfMonth: 10 } }).plan;
    const reach = reachOfPlan({ before: shipped.plan, after, dossiers, today: '2027-03-15' });
    expect(reach).toEqual({ moved: 3, told: 2, newlyLate: 2, lateNoMore: 0 });
    const back = reachOfPlan({ before: after, after: shipped.plan, dossiers, today: '2027-03-15' });
    expect(back).toEqual({ moved: 3, told: 2, newlyLate: 0, lateNoMore: 2 });
    const outlines = join(outline('04-30')).plan;
    expect(reachOfPlan({ before: shipped.plan, after: outlines, dossiers, today: '2026-11-22' })).toMatchObject({
      ...{ moved: 1, told: 0 },
    });
  });

  it('names promises that stand on a day off, and clocks that would end sooner or later', () => {
    const reach = (...entries: CalendarContent[]) =>
      reachOfHolidays({
        before: shipped.holidays,
        after: join(...entries).holidays,
        promises: [{ promisedAt: office('2026-11-26 16:00') }, { promisedAt: office('2026-11-27 16:00') }],
        clocks: [{ kind: 'see', askedAt: office('2026-11-22 09:00') }],
        now: office('2026-11-25 09:00'),
      });
    expect(reach(off('2026-11-26'))).toMatchObject({ promisesOnDaysOff: 1, clocksLater: 0, clocksSooner: 0 });
    expect(reach(off('2026-11-26')).promise).toEqual({
      before: { kind: 'promised', by: office('2026-11-26 16:00') },
      after: { kind: 'promised', by: office('2026-11-27 16:00') },
    });
    expect(reach(off('2026-11-23'))).toMatchObject({ promisesOnDaysOff: 0, clocksLater: 1, clocksSooner: 0 });
    expect(reach(off('2026-11-24', { as: 'ordinary' }))).toMatchObject({ clocksLater: 0, clocksSooner: 1 });
  });
});
