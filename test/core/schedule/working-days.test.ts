import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/app-error.ts';
import { type HolidayTable, readHolidayTable } from '../../../core/schedule/holidays.ts';
import { officerPromise } from '../../../core/schedule/officer-promise.ts';
import {
  addCalendarDays,
  addWorkingDays,
  endOfOfficeDay,
  isWorkingDay,
  officeDay,
} from '../../../core/schedule/working-days.ts';
import { loadHolidays } from '../../../data/holidays/load-holidays.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const office = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
const holidays = loadHolidays();

function foundDay(result: ReturnType<typeof addWorkingDays>): string {
  if (result.kind !== 'found') throw new Error(`no table for ${result.day.toString()}`);
  return result.day.toString();
}

const tableOf = (days: { day: string; kind: 'off' | 'work'; isOfficial: boolean }[]): HolidayTable =>
  readHolidayTable({
    from: '2026-11-01',
    to: '2026-12-31',
    days: days.map((row) => ({ ...row, name: 'x', certainty: 'officer', source: 'x' })),
  });

describe('a term in working days', () => {
  it('asked on Sunday 22/11/2026, two working days end with 25/11/2026, since 24/11 is a holiday', () => {
    const end = addWorkingDays({ from: day('2026-11-22'), count: 2, holidays });
    expect(foundDay(end)).toBe('2026-11-25');
    expect(endOfOfficeDay(day('2026-11-25'))).toEqual(office('2026-11-25 23:59:59.999'));
  });

  it('tells that the answer hangs on a swap that is not decided', () => {
    const end = addWorkingDays({ from: day('2026-11-22'), count: 2, holidays });
    expect(end.kind === 'found' && end.undecided.map((row) => row.day)).toEqual(['2026-11-23']);
  });

  it('moves on once that swap is official', () => {
    const swapped = tableOf([
      { day: '2026-11-23', kind: 'off', isOfficial: true },
      { day: '2026-11-24', kind: 'off', isOfficial: true },
      { day: '2026-11-28', kind: 'work', isOfficial: true },
    ]);
    expect(foundDay(addWorkingDays({ from: day('2026-11-22'), count: 2, holidays: swapped }))).toBe('2026-11-26');
    // The Saturday that is worked in exchange counts.
    expect(foundDay(addWorkingDays({ from: day('2026-11-27'), count: 1, holidays: swapped }))).toBe('2026-11-28');
  });

  it('does not count the first day, even when it is a working day', () => {
    expect(foundDay(addWorkingDays({ from: day('2026-11-25'), count: 1, holidays }))).toBe('2026-11-26');
    expect(foundDay(addWorkingDays({ from: day('2026-11-27'), count: 1, holidays }))).toBe('2026-11-30');
  });

  it('an undecided day counts for what the office owes, and not for what it promises', () => {
    const table = tableOf([
      { day: '2026-11-26', kind: 'off', isOfficial: false },
      { day: '2026-11-28', kind: 'work', isOfficial: false },
    ]);
    const from = day('2026-11-25');
    expect(foundDay(addWorkingDays({ from, count: 1, holidays: table }))).toBe('2026-11-26');
    expect(foundDay(addWorkingDays({ from, count: 1, holidays: table, undecided: 'avoid' }))).toBe('2026-11-27');
    // A Saturday that may yet be worked is a Saturday for both.
    expect(isWorkingDay(day('2026-11-28'), table)).toBe(false);
    expect(isWorkingDay(day('2026-11-28'), table, 'avoid')).toBe(false);
  });

  it('says so when the table does not reach, one day after its end and one before its beginning', () => {
    expect(foundDay(addWorkingDays({ from: day('2027-12-30'), count: 1, holidays }))).toBe('2027-12-31');
    const beyond = addWorkingDays({ from: day('2027-12-31'), count: 1, holidays });
    expect(beyond).toEqual({ kind: 'no-table', day: day('2028-01-01') });
    expect(isWorkingDay(day('2026-11-22'), holidays)).toBe(false);
    expect(isWorkingDay(day('2026-11-21'), holidays)).toBeUndefined();
  });

  it('always ends on a working day, with exactly that many working days after the first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 20 }), (offset, count) => {
        const from = day('2026-11-22').add({ days: offset });
        const end = addWorkingDays({ from, count, holidays });
        if (end.kind !== 'found') throw new Error('the table reaches');
        let worked = 0;
        for (
          let each = from.add({ days: 1 });
          Temporal.PlainDate.compare(each, end.day) <= 0;
          each = each.add({ days: 1 })
        ) {
          if (isWorkingDay(each, holidays)) worked += 1;
        }
        expect(worked).toBe(count);
        expect(isWorkingDay(end.day, holidays)).toBe(true);
      }),
    );
  });
});

describe('a term in calendar days', () => {
  it('ten days from 22/11/2026 end with 02/12/2026', () => {
    expect(foundDay(addCalendarDays({ from: day('2026-11-22'), count: 10, holidays }))).toBe('2026-12-02');
  });

  it.each([
    ['a Friday stays', 5, '2026-11-27'],
    ['a Saturday moves to Monday', 6, '2026-11-30'],
    ['a Sunday moves to Monday', 7, '2026-11-30'],
    ['a holiday moves to the day after', 2, '2026-11-25'],
  ])('whose last day is %s', (_, count, expected) => {
    expect(foundDay(addCalendarDays({ from: day('2026-11-22'), count, holidays }))).toBe(expected);
  });
});

describe("an officer's promise", () => {
  it.each([
    ['on a working day', '2026-11-25 09:00:00', '2026-11-26 16:00:00'],
    ['a moment before midnight', '2026-11-25 23:59:59.999', '2026-11-26 16:00:00'],
    ['at midnight', '2026-11-26 00:00:00.000', '2026-11-27 16:00:00'],
    ['on a Friday', '2026-11-27 09:00:00', '2026-11-30 16:00:00'],
    ['before a day that may be off and a holiday', '2026-11-22 09:00:00', '2026-11-25 16:00:00'],
  ])('given %s is for 16:00 of the next working day', (_, askedAt, by) => {
    expect(officerPromise({ askedAt: office(askedAt), holidays })).toEqual({ kind: 'promised', by: office(by) });
  });

  it('names no time when the holidays of that time are not entered', () => {
    expect(officerPromise({ askedAt: office('2027-12-31 09:00:00'), holidays })).toEqual({
      kind: 'no-table',
      day: day('2028-01-01'),
    });
  });

  it('follows what the centre set', () => {
    expect(officerPromise({ askedAt: office('2026-11-25 09:00:00'), holidays, workingDays: 2, hour: 10 })).toEqual({
      kind: 'promised',
      by: office('2026-11-27 10:00:00'),
    });
  });

  it('counts the day in office time', () => {
    expect(officeDay(new Date('2026-11-25T16:59:59.999Z')).toString()).toBe('2026-11-25');
    expect(officeDay(new Date('2026-11-25T17:00:00.000Z')).toString()).toBe('2026-11-26');
  });
});

describe('the table of holidays', () => {
  it('knows 24/11, which common calendars lack', () => {
    expect(holidays.find(day('2026-11-24'))).toMatchObject({ kind: 'off', isOfficial: true });
    expect(holidays.find(day('2027-11-24'))).toMatchObject({ kind: 'off', isOfficial: true });
  });

  it('does not call Tết 2027 official', () => {
    expect(holidays.find(day('2027-02-05'))?.isOfficial).toBe(false);
  });

  it.each([
    ['a day twice', ['2026-11-24', '2026-11-24']],
    ['a day out of its range', ['2027-01-01']],
    ['a day that is no day', ['24/11/2026']],
  ])('is refused with %s', (_, days) => {
    expect(() => tableOf(days.map((each) => ({ day: each, kind: 'off', isOfficial: true })))).toThrow(AppError);
  });
});
