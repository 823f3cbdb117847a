import { describe, expect, it } from 'vitest';
import { PROGRAMMES } from '../../../core/programmes/programmes.ts';
import { programmesOfKind, usualRule, WINDOW_KINDS } from '../../../core/schedule/window-kinds.ts';
import { type Lead, leadBefore, readLead, sortLeads } from '../../../core/schedule/window-leads.ts';
import { roundsOf, roundsOfVersion, toldInstead, type WindowDates } from '../../../core/schedule/window-rounds.ts';
import { isSameRule, windowRule } from '../../../core/schedule/window-rule.ts';

const SECOND_MS = 1000;
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
const plus = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);
const windowTo = (closesAt: Date, given: Partial<WindowDates> = {}): WindowDates => ({
  ...{ opensAt: plus(closesAt, -40 * 86_400_000), closesAt, version: 1, since: plus(closesAt, -50 * 86_400_000) },
  ...given,
});
const leavesOf = (dates: WindowDates, which: string): Date | undefined =>
  roundsOfVersion(dates).find((round) => round.which === which)?.leavesAt;

describe('3 hours before the closing', () => {
  it.each([
    ['in the afternoon at their time', '2026-11-27 17:00', '2026-11-27 14:00'],
    ['at 10 in the morning at 7', '2026-11-27 10:00', '2026-11-27 07:00'],
    ['at 9 the morning leaves 2 hours: at 7', '2026-11-27 09:00', '2026-11-27 07:00'],
    ['a minute before 9 it leaves less: the evening before', '2026-11-27 08:59', '2026-11-26 19:00'],
    ['at midnight the evening before', '2026-11-28 00:00', '2026-11-27 19:00'],
  ])('%s (%s)', (_, closes, leaves) => {
    expect(leavesOf(windowTo(at(closes)), '3-hours')).toEqual(at(leaves));
  });

  it.each(['2026-11-27 17:00', '2027-02-06 17:00', '2028-02-29 17:00', '2028-03-01 17:00', '2026-11-27 08:59'])(
    'is due neither a second before, and at that second and a second after: closing %s',
    (closes) => {
      const dates = windowTo(at(closes));
      const leaves = leavesOf(dates, '3-hours') ?? new Date(0);
      const dealtWith = new Set(['opening', '14-days', '7-days', '3-days', '1-day']);
      const dueAt = (ms: number) => roundsOf(dates, { now: plus(leaves, ms), dealtWith }).due?.which;
      expect([-SECOND_MS, 0, SECOND_MS].map(dueAt)).toEqual([undefined, '3-hours', '3-hours']);
    },
  );
});

describe('days before the closing', () => {
  it.each([
    ['over Tết as over any days', '2027-02-09 17:00', '7-days', '2027-02-02 17:00'],
    ['over 29 February', '2028-03-01 17:00', '1-day', '2028-02-29 17:00'],
    ['over the end of February in other years', '2027-03-01 17:00', '1-day', '2027-02-28 17:00'],
    ['over the end of the year', '2027-01-02 17:00', '3-days', '2026-12-30 17:00'],
  ])('%s', (_, closes, which, leaves) => {
    expect(leavesOf(windowTo(at(closes)), which)).toEqual(at(leaves));
  });

  it('are those of the calendar of its zone, where clocks are moved by an hour too', () => {
    const closing = new Date('2027-03-29T15:00:00Z');
    // In Berlin the night to 28 March has an hour less: the same hour of the clock is 71 hours before.
    expect(leadBefore('3-days', { at: closing, zone: 'Europe/Berlin' })).toEqual(new Date('2027-03-26T16:00:00Z'));
    expect(leadBefore('3-days', { at: closing, zone: 'Asia/Ho_Chi_Minh' })).toEqual(new Date('2027-03-26T15:00:00Z'));
    expect(leadBefore('3-hours', { at: closing, zone: 'Europe/Berlin' })).toEqual(new Date('2027-03-29T12:00:00Z'));
  });

  it('are told once though the clock of the machine is set back an hour', () => {
    const dates = windowTo(at('2026-11-27 17:00'));
    const dealtWith = new Set(['opening', '14-days', '7-days', '3-days']);
    const back = roundsOf(dates, { now: at('2026-11-24 16:10'), dealtWith });
    expect([back.due, back.missed, back.next?.which]).toEqual([undefined, [], '1-day']);
  });
});

describe('a rule', () => {
  it('names the rounds, without the opening if it says so', () => {
    const before: Lead[] = ['1-hour', '10-days', '5-hours'];
    const named = (opening: boolean) =>
      roundsOfVersion(windowTo(at('2026-11-27 17:00'), { rule: { opening, before } })).map(({ which }) => which);
    expect(named(false)).toEqual(['10-days', '5-hours', '1-hour']);
    expect(named(true)).toEqual(['opening', '10-days', '5-hours', '1-hour']);
  });

  it('is read back as it was kept, the longest lead first; what is no lead is refused', () => {
    const rule = { opening: true, before: ['3-hours', '7-days', '7-days'], whom: ['wished'] };
    expect(windowRule.parse(rule)).toEqual({ opening: true, before: ['7-days', '3-hours'], whom: ['wished'] });
    for (const lead of ['', '0-days', '1-days', '2-day', '500-days', '100-hours', 'opening', '-1-day', '7 days']) {
      expect([lead, windowRule.safeParse({ ...rule, before: [lead] }).success]).toEqual([lead, false]);
    }
    expect(windowRule.safeParse({ ...rule, whom: [] }).success).toBe(false);
    expect(readLead('14-days')).toEqual({ unit: 'days', count: 14 });
    expect(sortLeads(['3-hours', '1-day', '25-hours'])).toEqual(['25-hours', '1-day', '3-hours']);
  });

  it('is the same whatever the order in which it was written', () => {
    const usual = usualRule('application');
    expect(isSameRule(usual, { ...usual, before: usual.before.toReversed(), whom: usual.whom.toReversed() })).toBe(
      true,
    );
    expect(isSameRule(usual, { ...usual, opening: false })).toBe(false);
  });

  it('of every kind can be kept, and every kind has a programme', () => {
    const ids = PROGRAMMES.map(({ id }) => id);
    for (const kind of WINDOW_KINDS) {
      expect(windowRule.parse(usualRule(kind))).toEqual(usualRule(kind));
      expect(programmesOfKind(kind, ids)).not.toEqual([]);
    }
  });
});

describe('what people asked for themselves', () => {
  const closing = at('2026-11-27 17:00');
  it('is a round of its own, once, and not for a window whose time for it is over', () => {
    const wished = (lead: Lead, since: string) => ({ lead, since: at(since) });
    const rounds = (...all: ReturnType<typeof wished>[]) =>
      roundsOfVersion(windowTo(closing, { wished: all })).map(({ which }) => which);
    const usual = ['opening', '14-days', '7-days', '3-days', '1-day', '3-hours'];
    expect(rounds(wished('10-days', '2026-11-01 09:00'), wished('7-days', '2026-11-01 09:00'))).toEqual(
      usual.toSpliced(2, 0, '10-days'),
    );
    expect(rounds(wished('10-days', '2026-11-20 09:00'))).toEqual(usual);
  });

  it('is told with the round that is told instead of it', () => {
    const dealt = (which: string, day: number, outcome: string) => ({
      ...{ which, outcome },
      dueAt: at(`2026-11-${day} 17:00`),
    });
    const round = { which: '7-days', dueAt: at('2026-11-20 17:00'), leavesAt: at('2026-11-20 17:00') } as const;
    const all = [dealt('14-days', 13, 'missed'), dealt('12-days', 15, 'planned'), dealt('10-days', 17, 'missed')];
    expect(toldInstead(round, all)).toEqual(['10-days']);
    expect(toldInstead(round, [])).toEqual([]);
  });
});
