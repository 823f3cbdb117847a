import { describe, expect, it } from 'vitest';
import { waitForPapers, waitForReport } from '../../../core/schedule/dossier-reminders.ts';
import { whatIsDue } from '../../../core/schedule/what-is-due.ts';

const SECOND_MS = 1000;
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
const report = waitForReport({ month: '2026-11', on: '2026-11-25' });
const look = (wait: typeof report, now: Date, dealt: string[] = []) =>
  whatIsDue(wait.rounds, { closesAt: wait.closesAt, now, dealtWith: new Set(dealt) });

describe('a report that is due on the 25th', () => {
  it.each([
    ['2026-11-25', '2026-11-22 08:00', '2026-11-24 08:00'],
    ['2027-02-25', '2027-02-22 08:00', '2027-02-24 08:00'],
    ['2028-03-01', '2028-02-27 08:00', '2028-02-29 08:00'],
  ])('%s is reminded of 3 days and 1 day before, over Tết and 29 February too', (on, first, second) => {
    const { rounds } = waitForReport({ month: on.slice(0, 7), on });
    expect(rounds.map(({ leavesAt }) => leavesAt)).toEqual([at(first), at(second)]);
  });

  it.each([
    [-SECOND_MS, undefined],
    [0, '3-before'],
    [SECOND_MS, '3-before'],
  ])('is due neither a second before, and at that second and a second after: %s ms', (ms, due) => {
    expect(look(report, new Date(at('2026-11-22 08:00').getTime() + ms)).due?.which).toBe(due);
  });

  it('that was missed is told until the day is over, then written down as missed', () => {
    expect(look(report, at('2026-11-25 19:59')).due?.which).toBe('1-before');
    expect(look(report, at('2026-11-26 00:00'))).toMatchObject({ due: undefined, missed: report.rounds });
  });

  it('of work that began later than the reminder has none of that time', () => {
    const late = waitForReport({ month: '2026-11', on: '2026-11-25', since: at('2026-11-23 10:00') });
    expect(late.rounds.map(({ which }) => which)).toEqual(['1-before']);
  });
});

it('papers are asked for 3, 10 and 24 days after they came back, of several that were missed only the last', () => {
  const wait = waitForPapers(at('2026-11-01 23:50'));
  expect(wait.rounds.map(({ leavesAt }) => leavesAt)).toEqual([
    at('2026-11-04 08:00'),
    at('2026-11-11 08:00'),
    at('2026-11-25 08:00'),
  ]);
  const late = look(wait, at('2026-11-12 10:00'));
  expect([late.due?.which, late.missed.map(({ which }) => which)]).toEqual(['10-after', ['3-after']]);
});

describe('papers that were asked for', () => {
  it.each([
    ['in November', '2026-11-01 23:50', '2026-11-04 08:00'],
    ['over Tết 2027', '2027-02-05 10:00', '2027-02-08 08:00'],
    ['over a leap day', '2028-02-27 10:00', '2028-03-01 08:00'],
    ['on a leap day', '2028-02-26 10:00', '2028-02-29 08:00'],
    ['over new year', '2026-12-30 10:00', '2027-01-02 08:00'],
  ])('%s are reminded of at 8, not a second before, and a second after all the same', (_what, asked, instant) => {
    const wait = waitForPapers(at(asked));
    const dueAfter = (ms: number) => look(wait, new Date(at(instant).getTime() + ms)).due?.which;
    expect([dueAfter(-SECOND_MS), dueAfter(0), dueAfter(SECOND_MS)]).toEqual([undefined, '3-after', '3-after']);
  });

  it('by a clock that is set back an hour are told of once, and after 60 days of nothing any more', () => {
    const wait = waitForPapers(at('2026-11-01 23:50'));
    expect(look(wait, at('2026-11-04 08:10'), ['3-after']).due).toBeUndefined();
    expect(look(wait, at('2026-11-04 07:10'), ['3-after']).due).toBeUndefined();
    expect(look(wait, at('2026-12-30 19:59')).due?.which).toBe('24-after');
    expect(look(wait, at('2026-12-31 00:00'))).toMatchObject({ due: undefined, missed: wait.rounds });
  });
});
