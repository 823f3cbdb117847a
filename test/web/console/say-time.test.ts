import { describe, expect, it } from 'vitest';
import { sayAgo, sayClock, sayDay, sayDeparture, sayMoment } from '../../../web/console/text/say-time.ts';

/** Monday 23 November 2026, 09:05 in Hanoi. */
const now = new Date('2026-11-23T02:05:00Z');
const at = (text: string): Date => new Date(text);

describe('a time as the console says it, in office time whatever the machine is set to', () => {
  it.each([
    ['2026-11-23T02:05:00Z', '9 giờ 05'],
    ['2026-11-23T10:00:00Z', '17 giờ'],
    ['2026-11-22T17:00:00Z', '0 giờ'],
  ])('%s is %s o’clock', (instant, said) => expect(sayClock(at(instant))).toBe(said));

  it.each([
    ['2026-11-22T16:59:59Z', 'hôm qua'],
    ['2026-11-22T17:00:00Z', 'hôm nay'],
    ['2026-11-23T17:00:00Z', 'ngày mai'],
    ['2026-11-27T10:00:00Z', 'thứ Sáu 27/11'],
    ['2026-11-29T10:00:00Z', 'Chủ nhật 29/11'],
    ['2025-12-31T10:00:00Z', 'thứ Tư 31/12/2025'],
  ])('%s is %s', (instant, said) => expect(sayDay(at(instant), now)).toBe(said));

  it.each([
    ['2026-11-23T02:04:31Z', 'vừa xong'],
    ['2026-11-23T02:04:00Z', '1 phút trước'],
    ['2026-11-23T01:05:01Z', '59 phút trước'],
    ['2026-11-23T01:05:00Z', '1 giờ trước'],
    ['2026-11-22T16:00:00Z', '23 giờ hôm qua'],
    ['2026-11-20T02:05:00Z', '9 giờ 05 thứ Sáu 20/11'],
  ])('%s was %s', (instant, said) => expect(sayAgo(at(instant), now)).toBe(said));

  it.each([
    ['2026-11-24T00:00:00Z', '2026-11-23T14:30:00Z', '7 giờ sáng mai'],
    ['2026-11-24T00:00:00Z', '2026-11-23T20:00:00Z', '7 giờ sáng nay'],
    ['2026-11-23T12:00:00Z', '2026-11-23T02:05:00Z', '19 giờ hôm nay'],
  ])('what leaves at %s, seen from %s, leaves %s', (leaves, seenFrom, said) => {
    expect(sayDeparture(at(leaves), at(seenFrom))).toBe(said);
  });

  it('a moment is a clock and a day', () => {
    expect(sayMoment(at('2026-11-27T10:00:00Z'), now)).toBe('17 giờ thứ Sáu 27/11');
  });
});
