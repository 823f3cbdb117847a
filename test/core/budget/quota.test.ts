import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isUnchecked,
  leftForReplies,
  leftForStarted,
  quotaContent,
  suggestReserve,
} from '../../../core/budget/quota.ts';
import { daysInMonth, monthEnd, monthOf, nextMonthMorning } from '../../../core/budget/quota-month.ts';

describe('what a month has left', () => {
  const quota = { limit: 100, reserve: 40 };
  it.each<[string, { sent: number; started: number }, number]>([
    ['all but the reserve before anything is sent', { sent: 0, started: 0 }, 60],
    ['the same while replies are within the reserve', { sent: 40, started: 0 }, 60],
    ['one less with the first reply above the reserve', { sent: 41, started: 0 }, 59],
    ['one with one left', { sent: 59, started: 59 }, 1],
    ['nothing when reminders and announcements have had all but the reserve', { sent: 60, started: 60 }, 0],
    ['nothing when replies took everything', { sent: 100, started: 0 }, 0],
    ['never less than nothing', { sent: 130, started: 70 }, 0],
  ])('for reminders and announcements is %s', (_name, spent, expected) => {
    expect(leftForStarted({ ...quota, ...spent })).toBe(expected);
  });

  it('for replies is everything', () => {
    expect([0, 60, 100, 130].map((sent) => leftForReplies({ limit: 100, sent }))).toEqual([100, 40, 0, 0]);
  });

  it('for reminders and announcements never reaches into what is left of the reserve', () => {
    const number = fc.nat(200);
    fc.assert(
      fc.property(number, number, number, number, (limit, reserve, started, replies) => {
        const left = leftForStarted({ limit, reserve, sent: started + replies, started });
        if (left === 0) return;
        // Were all of it spent, the rest of the reserve would still be there for replies.
        expect(limit - (started + replies + left)).toBeGreaterThanOrEqual(Math.max(0, reserve - replies));
      }),
    );
  });
});

describe('a reserve for replies that nobody settled', () => {
  it.each<[string, number[], number]>([
    ['a fifth where nobody wrote yet', [], 600],
    ['a fifth where few wrote', [10, 30], 600],
    ['a month of the busiest week', [100, 210, 70], 900],
    ['rounded up', [211], 905],
    ['four fifths at the most', [5000], 2400],
  ])('is %s', (_name, repliesByWeek, expected) => {
    expect(suggestReserve({ repliesByWeek, limit: 3000, days: 30 })).toBe(expected);
  });
});

describe('the day on which a quota was looked up', () => {
  it.each<[string | null, boolean]>([
    ['2026-10-19', false],
    ['2026-10-18', true],
    ['2026-11-23', false],
    [null, true],
  ])('%s asks on 2026-11-23 for another look: %s', (checkedOn, expected) => {
    expect(isUnchecked(checkedOn, '2026-11-23')).toBe(expected);
  });
});

describe('what an administrator writes of a quota', () => {
  const written = { limit: 3000, reserve: 3000, certainty: 'verified', checkedOn: '2026-11-23' };
  it('keeps no more for replies than there is', () => {
    expect(quotaContent.safeParse(written).success).toBe(true);
    expect(quotaContent.safeParse({ ...written, reserve: null }).success).toBe(true);
    expect(quotaContent.safeParse({ ...written, reserve: 3001 }).success).toBe(false);
    expect(quotaContent.safeParse({ ...written, limit: 0, reserve: 0 }).success).toBe(false);
    expect(quotaContent.safeParse({ ...written, checkedOn: '2026-02-30' }).success).toBe(false);
  });
});

describe('the month of a quota', () => {
  it('is that of Việt Nam, to the second', () => {
    const [last, first] = [new Date('2026-11-30T16:59:59.999Z'), new Date('2026-11-30T17:00:00Z')];
    expect([last, first].map(monthOf)).toEqual(['2026-11', '2026-12']);
    expect([last, first].map(monthEnd)).toEqual([first, new Date('2026-12-31T17:00:00Z')]);
    expect(nextMonthMorning(last)).toEqual(new Date('2026-12-01T00:00:00Z'));
    expect(daysInMonth(new Date('2028-02-10T00:00:00Z'))).toBe(29);
  });
});
