import { describe, expect, it } from 'vitest';
import { whatWasTold } from '../../../core/certificates/what-was-told.ts';
import { type CertificateDates, certificateDue } from '../../../core/schedule/certificate-reminders.ts';

const at = (text: string): Date => new Date(`${text}+07:00`);
const KEPT = at('2026-01-05T09:00:00');
const dates = (more: Partial<CertificateDates> = {}): CertificateDates => ({
  ...{ validUntil: '2026-12-31', leads: [], since: KEPT },
  ...more,
});
const told = (more: Partial<CertificateDates>, now: string, done: string[] = []) => {
  const { due, missed, next } = certificateDue(dates(more), { now: at(now), dealtWith: new Set(done) });
  return { due: due?.which, missed: missed.map(({ which }) => which), next: next?.which };
};

describe('a certificate that ends', () => {
  it.each([
    // 90, 30 and 7 days before 31/12/2026, at 8 in the morning; the year before its end is no leap year.
    ['2026-10-02', [], '90-days'],
    ['2026-12-01', ['90-days'], '30-days'],
    ['2026-12-24', ['90-days', '30-days'], '7-days'],
  ])('is told of on %s at 8, not a second before, and a second after all the same', (day, done, which) => {
    expect(told({}, `${day}T07:59:59`, done)).toMatchObject({ due: undefined, next: which });
    expect(told({}, `${day}T08:00:00`, done).due).toBe(which);
    expect(told({}, `${day}T08:00:01`, done).due).toBe(which);
    expect(told({}, `${day}T08:00:01`, [...done, which]).due).toBeUndefined();
  });

  it.each([
    ['over Tết 2027 (from 06/02)', '2027-02-08', '7-days', '2027-02-01T08:00:00'],
    ['over a leap day', '2028-03-05', '7-days', '2028-02-27T08:00:00'],
    ['on a leap day', '2028-02-29', '30-days', '2028-01-30T08:00:00'],
    ['over new year', '2027-01-02', '7-days', '2026-12-26T08:00:00'],
  ])('%s is told of by the days of the calendar', (_what, validUntil, which, instant) => {
    const earlier = ['90-days', '30-days', '7-days'].slice(0, which === '7-days' ? 2 : 1);
    const second = (ms: number) =>
      certificateDue(dates({ validUntil }), { now: new Date(at(instant).getTime() + ms), dealtWith: new Set(earlier) });
    expect(second(-1000)).toMatchObject({ due: undefined, next: { which } });
    expect(second(0).due?.which).toBe(which);
    expect(second(1000).due?.which).toBe(which);
  });

  it('by a clock that is set back an hour is told of once', () => {
    expect(told({}, '2026-12-01T08:10:00', ['90-days']).due).toBe('30-days');
    expect(told({}, '2026-12-01T07:10:00', ['90-days', '30-days']).due).toBeUndefined();
    expect(told({}, '2026-12-01T08:10:00', ['90-days', '30-days']).due).toBeUndefined();
  });

  it('holds to the last second of its last day, and nothing is told after', () => {
    expect(told({}, '2026-12-31T19:59:59', ['90-days', '30-days']).due).toBe('7-days');
    expect(told({}, '2026-12-31T23:59:59', ['90-days', '30-days'])).toMatchObject({
      due: undefined,
      missed: ['7-days'],
    });
    expect(told({}, '2027-01-01T00:00:00', ['90-days', '30-days'])).toEqual({
      ...{ due: undefined, missed: ['7-days'], next: undefined },
    });
  });

  it('while nothing ran is told of once, with the rest written down as missed', () => {
    expect(told({}, '2026-12-27T10:00:00')).toEqual({ due: '7-days', missed: ['90-days', '30-days'], next: undefined });
  });

  it('by its own leads alone, where an officer named them', () => {
    expect(told({ leads: ['14-days'] }, '2026-12-17T07:59:59')).toMatchObject({ due: undefined, next: '14-days' });
    expect(told({ leads: ['14-days'] }, '2026-12-17T08:00:00')).toMatchObject({ due: '14-days', next: undefined });
  });

  it('and whose last day is put right: who was told hears of the right one at once, then of what is yet to come', () => {
    const since = at('2026-12-10T10:00:00');
    const changed = { toldDay: '2027-12-31', since };
    expect(told(changed, '2026-12-10T10:00:00')).toEqual({ due: 'changed', missed: [], next: '7-days' });
    expect(told(changed, '2026-12-10T22:00:00')).toMatchObject({ due: undefined, next: 'changed' });
    expect(told(changed, '2026-12-24T08:00:00', ['changed']).due).toBe('7-days');
    // Who was told nothing before is told as if it had always been so.
    expect(told({ since }, '2026-12-10T10:00:00').due).toBe('30-days');
  });
});

describe('what somebody was told of a certificate', () => {
  const kept = (validUntil: string, day: string, leads: `${number}-days`[] = []) => ({
    ...{ validUntil, leads, keptAt: at(`2026-${day}T09:00:00`) },
  });
  const round = (version: number, which: string, day: string) => ({
    ...{ version, which, outcome: 'told', at: at(`2026-${day}T08:00:00`) },
  });

  it('is of the day that they heard of last, and stays told when a day comes back', () => {
    const days = [kept('2026-12-31', '01-05'), kept('2027-12-31', '10-05'), kept('2026-12-31', '10-06')];
    const first = whatWasTold(days, [round(1, '90-days', '10-02')]);
    expect(first).toMatchObject({ toldDay: '2026-12-31', dealtWith: new Set(['90-days']), addedLeads: [] });
    const second = whatWasTold(days, [round(1, '90-days', '10-02'), round(2, 'changed', '10-05')]);
    expect(second).toMatchObject({ toldDay: '2027-12-31', dealtWith: new Set(['90-days']) });
  });

  it('does not begin with a lead that was named when its time was over', () => {
    const revisions = [kept('2026-12-31', '01-05'), kept('2026-12-31', '11-05', ['60-days', '7-days'])];
    const { addedLeads } = whatWasTold(revisions, []);
    expect(addedLeads).toEqual([{ lead: '60-days', at: at('2026-11-05T09:00:00') }]);
    const named = { leads: ['60-days', '7-days'] as const, addedLeads };
    expect(told(named, '2026-11-05T09:00:00')).toEqual({ due: undefined, missed: [], next: '7-days' });
  });
});
