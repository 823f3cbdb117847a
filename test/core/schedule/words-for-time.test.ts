import { describe, expect, it } from 'vitest';
import { timeLeft, wordsForTime } from '../../../core/schedule/words-for-time.ts';
import { sayDay, sayTime, sayTimeWithLeft } from '../../../locales/say-time.ts';
import { wordsFor } from '../../../locales/words.ts';

const office = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
const closing = office('2026-11-27 17:00:00');

describe('the time left', () => {
  it.each([
    ['2026-11-24 07:00:00', { unit: 'days', count: 3 }],
    ['2026-11-24 19:00:00', { unit: 'days', count: 3 }],
    ['2026-11-26 17:00:00', { unit: 'days', count: 1 }],
    ['2026-11-26 17:00:00.001', { unit: 'hours', count: 23 }],
    ['2026-11-27 16:00:00', { unit: 'hours', count: 1 }],
    ['2026-11-27 16:00:00.001', { unit: 'minutes', count: 59 }],
    ['2026-11-27 16:59:59.999', { unit: 'minutes', count: 1 }],
    ['2026-11-27 17:00:00', { unit: 'over' }],
    ['2026-11-28 17:00:00', { unit: 'over' }],
  ])('at %s is %o', (now, expected) => {
    expect(timeLeft({ at: closing, now: office(now) })).toEqual(expected);
  });
});

describe('a time in words', () => {
  const now = office('2026-11-24 09:00:00');
  const vi = wordsFor('vi');

  it('is said as people say it', () => {
    expect(sayTimeWithLeft(vi, wordsForTime({ at: closing, now }))).toBe('17 giờ thứ Sáu 27/11 (còn 3 ngày)');
  });

  it('tells minutes only when there are some', () => {
    expect(sayTime(vi, wordsForTime({ at: office('2026-11-29 07:05:00'), now }))).toBe('7 giờ 05 Chủ nhật 29/11');
  });

  it('tells the year only when it is another', () => {
    expect(sayDay(vi, wordsForTime({ at: office('2027-02-01 08:00:00'), now }))).toBe('thứ Hai 1/2/2027');
  });

  it('has words for every weekday and every kind of time left, in both languages', () => {
    for (const words of [vi, wordsFor('en')]) {
      for (let hours = -1; hours < 24 * 8; hours += 0.5) {
        const at = new Date(now.getTime() + hours * 3_600_000);
        expect(sayTimeWithLeft(words, wordsForTime({ at, now }))).not.toMatch(/[{}]|jobs:/);
      }
    }
  });
});
