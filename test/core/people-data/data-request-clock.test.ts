import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataRequestClock, incidentReportBy, latestExtension } from '../../../core/people-data/data-request-clock.ts';
import { DATA_REQUEST_KINDS, getDoTerm } from '../../../core/people-data/legal-terms.ts';
import { readHolidayTable } from '../../../core/schedule/holidays.ts';
import { holidaysAhead } from '../../../core/schedule/holidays-ahead.ts';
import { officeDay } from '../../../core/schedule/working-days.ts';
import { loadHolidays } from '../../../data/holidays/load-holidays.ts';

const office = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
const holidays = loadHolidays();
const askedAt = office('2026-11-22 09:00');

describe('the clock of what a person asks about their data', () => {
  it('asked on Sunday 22/11/2026: answered by the end of 25/11, since 24/11 is a holiday, and done by 02/12', () => {
    const clock = dataRequestClock({ kind: 'see', askedAt, holidays });
    expect(clock.answerBy).toEqual(office('2026-11-25 23:59:59.999'));
    expect(clock.doBy).toEqual(office('2026-12-02 23:59:59.999'));
  });

  it('says that 23/11 and 28/11 are only proposed, and moves to 26/11 once they are decided', () => {
    expect(dataRequestClock({ kind: 'see', askedAt, holidays }).notes).toEqual({ undecided: ['2026-11-23'] });
    const day = { name: 'x', certainty: 'officer', source: 'x', isOfficial: true };
    const decided = readHolidayTable({
      ...{ from: '2026-11-22', to: '2026-12-31' },
      days: [
        { ...day, day: '2026-11-23', kind: 'off' },
        { ...day, day: '2026-11-24', kind: 'off' },
        { ...day, day: '2026-11-28', kind: 'work' },
      ],
    });
    const clock = dataRequestClock({ kind: 'see', askedAt, holidays: decided });
    expect(clock).toMatchObject({ answerBy: office('2026-11-26 23:59:59.999'), notes: { undecided: [] } });
  });

  it.each([
    ['see', '2026-12-02'],
    ['correct', '2026-12-02'],
    ['download', '2026-12-02'],
    // Day 20 is Saturday 12/12, day 15 Monday 7/12.
    ['delete', '2026-12-14'],
    ['withdraw', '2026-12-07'],
    ['restrict', '2026-12-07'],
    ['object', '2026-12-07'],
  ] as const)('%s is done by %s', (kind, day) => {
    expect(officeDay(dataRequestClock({ kind, askedAt, holidays }).doBy).toString()).toBe(day);
  });

  it('can be put off once by as many days as the law gives: seeing to 12/12, which is a Saturday, so 14/12', () => {
    const { doBy } = dataRequestClock({ kind: 'see', askedAt, holidays });
    expect(officeDay(latestExtension({ kind: 'see', doBy, holidays })).toString()).toBe('2026-12-14');
  });

  it('never ends before it was asked, nor before its answer, and has a source for every kind', () => {
    const instants = fc.date({ min: office('2026-11-22 00:00'), max: office('2029-12-31 00:00'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom(...DATA_REQUEST_KINDS), (at, kind) => {
        const { answerBy, doBy } = dataRequestClock({ kind, askedAt: at, holidays });
        expect(at.getTime()).toBeLessThan(answerBy.getTime());
        expect(answerBy.getTime()).toBeLessThan(doBy.getTime());
        expect(getDoTerm(kind).document).not.toBe('');
      }),
    );
  });

  it('still has an end where a year of holidays is missing: the earliest, and it names the year', () => {
    const { answerBy, notes } = dataRequestClock({ kind: 'delete', askedAt: office('2027-12-30 09:00'), holidays });
    expect(officeDay(answerBy).toString()).toBe('2028-01-03');
    expect(notes.missingYear).toBe(2028);
  });

  it('of a leak is 72 hours, whatever the weekend', () => {
    expect(incidentReportBy(office('2026-11-27 16:30'))).toEqual(office('2026-11-30 16:30'));
  });
});

describe('the holidays ahead', () => {
  it('lack the next year from October on, when nobody has entered it', () => {
    expect(holidaysAhead(holidays, office('2027-09-30 09:00')).missingYears).toEqual([]);
    expect(holidaysAhead(holidays, office('2027-10-01 09:00')).missingYears).toEqual([2028]);
    expect(holidaysAhead(holidays, office('2028-01-05 09:00')).missingYears).toEqual([2028]);
  });

  it('name the days that are not decided, and those that are past no more', () => {
    const days = (at: string) => holidaysAhead(holidays, office(at)).undecided.map(({ day }) => day);
    expect(days('2026-11-22 09:00').slice(0, 3)).toEqual(['2026-11-23', '2026-11-28', '2027-02-04']);
    expect(days('2027-09-04 00:00')).toEqual([]);
  });
});
