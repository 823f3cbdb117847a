import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftNotice, type DraftStep, decideDraftStep } from '../../../core/schedule/draft-life.ts';

const DAY_MS = 24 * 3_600_000;
const touchedAt = new Date('2026-11-24T02:00:00Z');
const onDay = (days: number, ms = 0): Date => new Date(touchedAt.getTime() + days * DAY_MS + ms);
const step = (now: Date, notices: DraftNotice[] = [], canBeTold = true): DraftStep =>
  decideDraftStep({ touchedAt, notices, canBeTold, now });

describe('a draft that nobody touches', () => {
  it.each([
    ['a moment before 3 days', onDay(3, -1), 'nothing'],
    ['at 3 days', onDay(3), 'remind'],
    ['a moment after 3 days', onDay(3, 1), 'remind'],
  ])('%s: %s', (_, now, kind) => {
    expect(step(now).kind).toBe(kind);
  });

  it('is reminded of once at 3 days', () => {
    expect(step(onDay(3))).toEqual({ kind: 'remind', which: 'first', endsAt: onDay(90) });
    const told: DraftNotice[] = [{ which: 'first', at: onDay(3) }];
    for (const days of [3, 4, 7, 10, 13.999]) expect(step(onDay(days), told)).toEqual({ kind: 'nothing' });
  });

  it('is reminded of once more at 14 days, and not again till its end', () => {
    const first: DraftNotice[] = [{ which: 'first', at: onDay(3) }];
    expect(step(onDay(14, -1), first).kind).toBe('nothing');
    expect(step(onDay(14), first)).toEqual({ kind: 'remind', which: 'second', endsAt: onDay(90) });
    const both: DraftNotice[] = [...first, { which: 'second', at: onDay(14) }];
    for (const days of [14, 20, 60, 82.999]) expect(step(onDay(days), both)).toEqual({ kind: 'nothing' });
  });

  it('is not reminded of twice within 3 days, when the first reminder came late', () => {
    const late: DraftNotice[] = [{ which: 'first', at: onDay(13) }];
    expect(step(onDay(14), late).kind).toBe('nothing');
    expect(step(onDay(16, -1), late).kind).toBe('nothing');
    expect(step(onDay(16), late)).toMatchObject({ which: 'second' });
  });

  it('is not reminded of for the third day when 14 days have passed', () => {
    expect(step(onDay(20))).toMatchObject({ which: 'second' });
    expect(step(onDay(20), [{ which: 'second', at: onDay(15) }])).toEqual({ kind: 'nothing' });
  });

  it('has its end announced 7 days before', () => {
    expect(step(onDay(83, -1)).kind).toBe('remind');
    expect(step(onDay(83))).toEqual({ kind: 'announce-end', endsAt: onDay(90) });
    expect(step(onDay(83, 1))).toMatchObject({ kind: 'announce-end' });
  });

  it('ends at 90 days when that was announced', () => {
    const told: DraftNotice[] = [{ which: 'ending', at: onDay(83) }];
    expect(step(onDay(90, -1), told)).toEqual({ kind: 'nothing' });
    expect(step(onDay(90), told)).toEqual({ kind: 'end' });
  });

  it.each([
    ['one second before 90 days', -1000, 'nothing'],
    ['at 90 days', 0, 'end'],
    ['one second after 90 days', 1000, 'end'],
  ])('%s it is gone or is not: announced, or never to be told', (_, ms, kind) => {
    expect(step(onDay(90, ms), [{ which: 'ending', at: onDay(83) }]).kind).toBe(kind);
    expect(step(onDay(90, ms), [], false).kind).toBe(kind);
  });

  it('never ends earlier than 7 days after the announcement, however late that was', () => {
    expect(step(onDay(100))).toEqual({ kind: 'announce-end', endsAt: onDay(107) });
    const told: DraftNotice[] = [{ which: 'ending', at: onDay(100) }];
    expect(step(onDay(107, -1), told)).toEqual({ kind: 'nothing' });
    expect(step(onDay(107), told)).toEqual({ kind: 'end' });
  });

  it('has its end announced anew when it was touched after the first announcement', () => {
    const before: DraftNotice[] = [{ which: 'ending', at: onDay(0, -1) }];
    expect(step(onDay(90), before)).toMatchObject({ kind: 'announce-end' });
  });
});

describe('what is due of a draft, as of anything that ends', () => {
  const at = (text: string): Date => new Date(`${text}+07:00`);
  const stepOf = (touched: string, now: Date, notices: DraftNotice[] = []): DraftStep =>
    decideDraftStep({ touchedAt: at(touched), notices, canBeTold: true, now });

  it.each([
    ['touched at night waits for the morning', '2026-11-20T22:00:00', '2026-11-24T07:00:00', 'first'],
    ['touched at 06:59:59 waits a second', '2026-11-20T06:59:59', '2026-11-23T07:00:00', 'first'],
    ['touched at 20:00 waits for the morning after', '2026-11-20T20:00:00', '2026-11-24T07:00:00', 'first'],
    ['touched at 19:59:59 leaves the same evening', '2026-11-20T19:59:59', '2026-11-23T19:59:59', 'first'],
    ['over Tết 2027', '2027-02-04T09:00:00', '2027-02-07T09:00:00', 'first'],
    ['over a leap day', '2028-02-27T09:00:00', '2028-03-01T09:00:00', 'first'],
    ['on a leap day', '2028-02-26T09:00:00', '2028-02-29T09:00:00', 'first'],
  ])('%s: a second before, at it, a second after', (_what, touched, instant, which) => {
    const seconds = (count: number): Date => new Date(at(instant).getTime() + count * 1000);
    expect(stepOf(touched, seconds(-1))).toEqual({ kind: 'nothing' });
    expect(stepOf(touched, seconds(0))).toMatchObject({ kind: 'remind', which });
    if (!instant.endsWith('19:59:59')) expect(stepOf(touched, seconds(1))).toMatchObject({ kind: 'remind', which });
  });

  it.each([
    ['the second reminder', '2028-02-16T09:00:00', '2028-03-01T09:00:00', { kind: 'remind', which: 'second' }],
    ['the announcement of its end', '2027-12-10T09:00:00', '2028-03-02T09:00:00', { kind: 'announce-end' }],
    ['the announcement at night', '2027-12-10T21:00:00', '2028-03-03T07:00:00', { kind: 'announce-end' }],
  ])('%s over a leap day: a second before, at it, a second after', (_what, touched, instant, step) => {
    const told: DraftNotice[] = [{ which: 'first', at: at(touched) }];
    if (step.kind === 'announce-end') told.push({ which: 'second', at: at(touched) });
    const seconds = (count: number): Date => new Date(at(instant).getTime() + count * 1000);
    expect(stepOf(touched, seconds(-1), told)).toEqual({ kind: 'nothing' });
    expect(stepOf(touched, seconds(0), told)).toMatchObject(step);
    expect(stepOf(touched, seconds(1), told)).toMatchObject(step);
  });

  it('by a clock that is set back an hour is told of once', () => {
    const told: DraftNotice[] = [{ which: 'first', at: at('2026-11-23T09:00:00') }];
    for (const time of ['08:00:00', '09:00:00', '10:00:00']) {
      expect(stepOf('2026-11-20T09:00:00', at(`2026-11-23T${time}`), told)).toEqual({ kind: 'nothing' });
    }
    const ending: DraftNotice[] = [{ which: 'ending', at: at('2027-02-11T09:00:00') }];
    expect(stepOf('2026-11-20T09:00:00', at('2027-02-11T08:00:00'), ending)).toEqual({ kind: 'nothing' });
  });
});

describe('a draft of somebody who cannot or must not be told', () => {
  it('is never spoken of, and ends at 90 days', () => {
    for (const days of [3, 14, 50, 83, 89.999]) expect(step(onDay(days), [], false)).toEqual({ kind: 'nothing' });
    expect(step(onDay(90), [], false)).toEqual({ kind: 'end' });
  });

  it('keeps its 7 days when the end had been announced before they said stop', () => {
    expect(step(onDay(93), [{ which: 'ending', at: onDay(88) }], false)).toEqual({ kind: 'nothing' });
    expect(step(onDay(95), [{ which: 'ending', at: onDay(88) }], false)).toEqual({ kind: 'end' });
  });
});

it('whenever the sweep looks, a draft is told of at most three times and ends at least 7 days after the last word', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 20 * 24 }), { minLength: 50, maxLength: 200 });
  fc.assert(
    fc.property(gaps, (hoursBetween) => {
      let now = touchedAt;
      const notices: DraftNotice[] = [];
      for (const hours of hoursBetween) {
        now = new Date(now.getTime() + hours * 3_600_000);
        const next = step(now, notices);
        if (next.kind === 'remind') notices.push({ which: next.which, at: now });
        if (next.kind === 'announce-end') {
          expect(next.endsAt.getTime() - now.getTime()).toBeGreaterThanOrEqual(7 * DAY_MS);
          notices.push({ which: 'ending', at: now });
        }
        if (next.kind !== 'end') continue;
        expect(now.getTime() - touchedAt.getTime()).toBeGreaterThanOrEqual(90 * DAY_MS);
        const ending = notices.filter((notice) => notice.which === 'ending');
        expect(ending).toHaveLength(1);
        expect(now.getTime() - (ending[0]?.at.getTime() ?? Number.NaN)).toBeGreaterThanOrEqual(7 * DAY_MS);
        break;
      }
      for (const which of ['first', 'second', 'ending']) {
        expect(notices.filter((notice) => notice.which === which).length).toBeLessThanOrEqual(1);
      }
    }),
  );
});
