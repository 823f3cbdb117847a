import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDatesFault } from '../../../core/schedule/window-dates.ts';
import { roundsOf, roundsOfVersion, type WindowDates } from '../../../core/schedule/window-rounds.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** An instant told in office time. */
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
const plus = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);

const LAST = ['3-days', '1-day', '3-hours'];
const opensAt = at('2026-11-02 08:00');
const closesAt = at('2026-11-27 17:00');
const dates: WindowDates = { opensAt, closesAt, version: 1, since: at('2026-10-20 10:00') };
const daysBefore = (days: number): Date => plus(closesAt, -days * DAY_MS);
const namesOf = (rounds: { which: string }[]): string[] => rounds.map(({ which }) => which);
const look = (now: Date, dealt: string[] = [], given = dates) => roundsOf(given, { now, dealtWith: new Set(dealt) });

describe('the rounds of a window', () => {
  it('are the opening, then 14, 7, 3 and 1 days and 3 hours before the closing', () => {
    expect(roundsOfVersion(dates)).toEqual([
      { which: 'opening', dueAt: opensAt, leavesAt: opensAt },
      { which: '14-days', dueAt: daysBefore(14), leavesAt: daysBefore(14) },
      { which: '7-days', dueAt: daysBefore(7), leavesAt: daysBefore(7) },
      { which: '3-days', dueAt: daysBefore(3), leavesAt: daysBefore(3) },
      { which: '1-day', dueAt: daysBefore(1), leavesAt: daysBefore(1) },
      { which: '3-hours', dueAt: at('2026-11-27 14:00'), leavesAt: at('2026-11-27 14:00') },
    ]);
  });

  it('before the opening do not exist, and neither do those on the day of the opening', () => {
    expect(namesOf(roundsOfVersion({ ...dates, opensAt: plus(daysBefore(7), 1) }))).toEqual(['opening', ...LAST]);
    expect(namesOf(roundsOfVersion({ ...dates, opensAt: at('2026-11-20 08:00') }))).toEqual(['opening', ...LAST]);
    expect(namesOf(roundsOfVersion({ ...dates, opensAt: at('2026-11-19 08:00') }))).toContain('7-days');
  });

  it('of a window entered while it is open begin at once', () => {
    const since = at('2026-11-16 09:30');
    expect(roundsOfVersion({ ...dates, since })[0]).toEqual({ which: 'opening', dueAt: since, leavesAt: since });
    expect(namesOf(roundsOfVersion({ ...dates, since }))).toEqual(['opening', '7-days', ...LAST]);
  });

  it('of changed dates begin with the change, and with the opening if that is still to come', () => {
    const changed = { ...dates, version: 2 };
    expect(namesOf(roundsOfVersion({ ...changed, since: at('2026-10-25 09:00') })).slice(0, 3)).toEqual([
      'changed',
      'opening',
      '14-days',
    ]);
    expect(namesOf(roundsOfVersion({ ...changed, since: at('2026-11-21 09:00') }))).toEqual(['changed', ...LAST]);
  });

  it('of a withdrawn window are one word about it', () => {
    const withdrawnAt = at('2026-11-10 10:00');
    expect(roundsOfVersion({ ...dates, withdrawnAt })).toEqual([
      { which: 'withdrawn', dueAt: withdrawnAt, leavesAt: withdrawnAt },
    ]);
    expect(look(plus(withdrawnAt, 60_000), [], { ...dates, withdrawnAt }).due?.which).toBe('withdrawn');
  });

  it('wait for the morning when they fall into the night', () => {
    const night = { ...dates, opensAt: at('2026-11-02 00:00'), closesAt: at('2026-11-27 23:59') };
    const [opening, first] = roundsOfVersion(night);
    expect(opening?.leavesAt).toEqual(at('2026-11-02 07:00'));
    expect(first?.leavesAt).toEqual(at('2026-11-14 07:00'));
  });

  it('go the evening before when the morning would leave less than 2 hours', () => {
    const short = { ...dates, opensAt: at('2026-11-26 22:00'), closesAt: at('2026-11-27 08:30') };
    expect(roundsOfVersion(short)[0]?.leavesAt).toEqual(at('2026-11-26 19:00'));
  });

  it('count the days of a leap year and of Tết as they are', () => {
    const leap = roundsOfVersion({ ...dates, opensAt: at('2028-02-01 08:00'), closesAt: at('2028-03-07 17:00') });
    expect(leap.find(({ which }) => which === '7-days')?.dueAt).toEqual(at('2028-02-29 17:00'));
    // Reminders come in the holidays too: the closing does not wait.
    const tet = roundsOfVersion({ ...dates, opensAt: at('2027-01-15 08:00'), closesAt: at('2027-02-09 17:00') });
    expect(tet.find(({ which }) => which === '3-days')?.leavesAt).toEqual(at('2027-02-06 17:00'));
  });
});

describe('a round', () => {
  it.each([
    ['a millisecond before its time', -1, undefined],
    ['at its time', 0, '7-days'],
    ['a millisecond after', 1, '7-days'],
  ])('%s: %s ms', (_, ms, due) => {
    expect(look(plus(daysBefore(7), ms), ['opening', '14-days']).due?.which).toBe(due);
  });

  it('that was dealt with is not due again', () => {
    expect(look(daysBefore(7), ['opening', '14-days', '7-days'])).toEqual({
      due: undefined,
      missed: [],
      next: { which: '3-days', dueAt: daysBefore(3), leavesAt: daysBefore(3) },
    });
  });

  it('is told late when it still helps, and only the latest of several', () => {
    const { due, missed, next } = look(plus(daysBefore(3), 5 * HOUR_MS));
    // 22 o'clock: the night keeps it.
    expect([due, namesOf(missed), next?.leavesAt]).toEqual([undefined, [], at('2026-11-25 07:00')]);
    const morning = look(at('2026-11-25 07:00'));
    expect([morning.due?.which, namesOf(morning.missed)]).toEqual(['3-days', ['opening', '14-days', '7-days']]);
  });

  it('of changed dates comes before the others that were missed, since it tells the new date', () => {
    const changed = { ...dates, version: 2, since: at('2026-11-18 09:00') };
    const { due, missed } = look(at('2026-11-21 09:00'), [], changed);
    expect([due?.which, namesOf(missed)]).toEqual(['changed', ['7-days']]);
  });

  it.each([
    ['a millisecond before the closing', -1, '3-hours', ['opening', '14-days', '7-days', '3-days', '1-day']],
    ['at the closing', 0, undefined, ['opening', '14-days', '7-days', ...LAST]],
    ['a millisecond after it', 1, undefined, ['opening', '14-days', '7-days', ...LAST]],
  ])('%s', (_, ms, due, missed) => {
    const found = look(plus(closesAt, ms));
    expect([found.due?.which, namesOf(found.missed)]).toEqual([due, missed]);
  });

  it('at night is missed when the closing comes before the morning', () => {
    const late = { ...dates, closesAt: at('2026-11-28 06:00') };
    const found = look(at('2026-11-27 21:00'), ['opening', '14-days', '7-days', '3-days'], late);
    expect([found.due, namesOf(found.missed), found.next]).toEqual([undefined, ['1-day', '3-hours'], undefined]);
  });
});

it('whenever the sweep runs, each round is planned or missed exactly once, nothing at night or after the closing', () => {
  const minutes = (days: number) => fc.integer({ min: 0, max: days * 24 * 60 });
  const given = fc.record({
    openAfter: minutes(40),
    length: minutes(60),
    since: minutes(60),
    version: fc.integer({ min: 1, max: 3 }),
    sweeps: fc.array(fc.oneof(minutes(3), fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 150 }),
    withdrawnAfter: fc.option(minutes(60), { nil: undefined }),
  });
  fc.assert(
    fc.property(given, ({ openAfter, length, since, version, sweeps, withdrawnAfter }) => {
      const start = at('2028-01-20 00:00');
      const minute = (from: Date, count: number): Date => plus(from, count * 60_000);
      const opens = minute(start, openAfter);
      const closes = minute(opens, length + 24 * 60);
      const made = new Date(Math.min(minute(start, since).getTime(), closes.getTime() - 1));
      const window: WindowDates = { opensAt: opens, closesAt: closes, version, since: made };
      if (withdrawnAfter !== undefined) {
        const withdrawnAt = minute(made, withdrawnAfter);
        if (withdrawnAt < closes) window.withdrawnAt = withdrawnAt;
      }
      const planned: string[] = [];
      const missed: string[] = [];
      const sweep = (now: Date): void => {
        const found = roundsOf(window, { now, dealtWith: new Set([...planned, ...missed]) });
        missed.push(...namesOf(found.missed));
        if (found.due === undefined) return;
        expect(now < closes).toBe(true);
        const hour = now.getTime() / HOUR_MS + 7;
        expect(hour % 24 >= 7 && hour % 24 < 20).toBe(true);
        expect(found.due.leavesAt <= now).toBe(true);
        planned.push(found.due.which);
      };
      let now = window.withdrawnAt ?? made;
      for (const gap of sweeps) {
        sweep(now);
        now = minute(now, gap);
      }
      sweep(plus(closes, 1));
      const all = namesOf(roundsOfVersion(window));
      expect([...planned, ...missed].sort()).toEqual(all.sort());
    }),
    { numRuns: 500 },
  );
});

it('whatever the dates are, no two reminders leave on one day', () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 });
  fc.assert(
    fc.property(minutes, minutes, fc.integer({ min: 1, max: 2 }), (openAfter, length, version) => {
      const opens = plus(at('2026-12-01 00:00'), openAfter * 60_000);
      const closes = plus(opens, DAY_MS + length * 60_000);
      const rounds = roundsOfVersion({ opensAt: opens, closesAt: closes, version, since: at('2026-12-20 00:00') });
      const days = rounds
        .filter(({ which }) => which.includes('day'))
        .map(({ leavesAt }) => Math.floor((leavesAt.getTime() / HOUR_MS + 7) / 24));
      expect(new Set(days).size).toBe(days.length);
    }),
  );
});

describe('dates of a window', () => {
  const now = at('2026-11-22 09:00');
  it.each([
    ['that closes before it opens', '2026-12-02 08:00', '2026-12-01 08:00', 'window.closes-before-opening'],
    ['that closed already', '2026-11-01 08:00', '2026-11-22 09:00', 'window.closes-in-past'],
    ['of less than a day', '2026-12-01 08:00', '2026-12-02 07:59', 'window.too-short'],
    ['far away, a slip in the year', '2026-12-01 08:00', '2036-12-01 17:00', 'window.too-far'],
    ['that is open already', '2026-11-01 08:00', '2026-11-22 09:01', undefined],
    ['of one day', '2026-12-01 08:00', '2026-12-02 08:00', undefined],
  ])('%s', (_, opens, closes, fault) => {
    expect(findDatesFault({ opensAt: at(opens), closesAt: at(closes), now })).toBe(fault);
  });
});
