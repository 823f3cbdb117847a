import { describe, expect, it } from 'vitest';
import { planAgain, readAgain, writeAgain } from '../../../core/schedule/remind-again.ts';
import { readSubject, writeSubject } from '../../../core/schedule/reminder-subject.ts';

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
const now = at('2026-11-23 09:00');

describe('once more', () => {
  it.each([
    ['2-days@8', '2026-11-25 08:00'],
    ['1-day@14', '2026-11-24 14:00'],
    ['3-hours@8', '2026-11-23 12:00'],
    ['12-hours@8', '2026-11-24 07:00'],
    ['1-day@22', '2026-11-25 07:00'],
    ['2026-11-27@8', '2026-11-27 08:00'],
    ['2026-11-23@8', '2026-11-23 10:00'],
    ['100-days@8', '2027-03-03 08:00'],
  ])('"%s" leaves at %s', (text, leaves) => {
    const when = readAgain(text);
    expect(when && planAgain(when, { now })).toEqual({ at: at(leaves), isEarlier: false });
    expect(when && readAgain(writeAgain(when))).toEqual(when);
  });

  it.each([
    ['before the last hours when it was asked', '1-day@8', '2026-11-24 17:00', '2026-11-24 08:00', false],
    ['3 hours before a closing that comes earlier', '2-days@8', '2026-11-24 17:00', '2026-11-24 14:00', true],
    ['the evening before a closing in the early morning', '2-days@8', '2026-11-25 08:00', '2026-11-24 19:00', true],
    ['when it was asked, if the last hours have begun', '1-hours@8', '2026-11-23 11:30', '2026-11-23 10:00', false],
  ])('leaves %s', (_, text, closes, leaves, isEarlier) => {
    const when = readAgain(text);
    expect(when && planAgain(when, { now, closesAt: at(closes) })).toEqual({ at: at(leaves), isEarlier });
  });

  it('does not leave when no time is left before the closing', () => {
    const when = readAgain('1-day@8');
    expect(when && planAgain(when, { now, closesAt: at('2026-11-23 11:00') })).toBeUndefined();
  });

  it.each(['', 'x', '2-weeks', '2026-02-30@8', '2026-13-01', 'now'])('"%s" is no time', (text) => {
    expect(readAgain(text)).toBeUndefined();
  });

  it('is of one thing, which is written in a word', () => {
    const subject = { kind: 'window', id: '00000000-0000-8000-8000-000000000000' } as const;
    expect(readSubject(writeSubject(subject))).toEqual(subject);
    for (const text of ['window/', 'person/00000000-0000-8000-8000-000000000000', 'any']) {
      expect(readSubject(text)).toBeUndefined();
    }
  });
});
