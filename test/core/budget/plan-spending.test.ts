import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORTANCE } from '../../../core/budget/importance.ts';
import { planSpending, type Wanted } from '../../../core/budget/plan-spending.ts';

const at = (day: number): Date => new Date(Date.UTC(2026, 10, day, 2));
const news = (id: string, more: Partial<Wanted> = {}): Wanted => ({ id, importance: 'news', parts: 1, ...more });
const idsOf = (list: readonly Wanted[]): string => list.map(({ id }) => id).join(' ');
const plan = (wanted: readonly Wanted[], left: number): string => {
  const { fits, short, used } = planSpending(wanted, left);
  return `${idsOf(fits)} | ${idsOf(short)} | ${used}`;
};

const anyWanted: fc.Arbitrary<Wanted[]> = fc.uniqueArray(
  fc.record(
    {
      id: fc.string({ minLength: 1, maxLength: 3 }),
      importance: fc.constantFrom(...IMPORTANCE),
      parts: fc.integer({ min: 1, max: 3 }),
      closesAt: fc.integer({ min: 1, max: 28 }).map(at),
      reachedAt: fc.integer({ min: 1, max: 28 }).map(at),
      isComing: fc.boolean(),
    },
    { requiredKeys: ['id', 'importance', 'parts'] },
  ),
  { selector: ({ id }) => id, maxLength: 40 },
);
const anyLeft = fc.integer({ min: -3, max: 60 });

describe('what a quota has left is spent', () => {
  it.each<[string, number, string]>([
    ['on nobody with nothing left', 0, ' | a b c | 0'],
    ['on one with one left', 1, 'a | b c | 1'],
    ['on all but one when one is short', 2, 'a b | c | 2'],
    ['on all with exactly enough', 3, 'a b c |  | 3'],
    ['on all with one more than enough', 4, 'a b c |  | 3'],
    ['on nobody when less than nothing is left', -1, ' | a b c | 0'],
  ])('%s', (_name, left, expected) => {
    expect(plan([news('c'), news('a'), news('b')], left)).toBe(expected);
  });

  it('on nothing when nothing is wanted', () => {
    expect(plan([], 5)).toBe(' |  | 0');
  });

  it('first on a near deadline of an unfinished dossier, then a near deadline, papers and reports, a followed topic, news', () => {
    const wanted = IMPORTANCE.map((importance) => news(importance, { importance })).toReversed();
    for (let left = 0; left <= IMPORTANCE.length; left += 1) {
      expect(idsOf(planSpending(wanted, left).fits)).toBe(IMPORTANCE.slice(0, left).join(' '));
    }
  });

  it('among equals first on what closes first, and on what closes before what does not', () => {
    const wanted = [news('none'), news('later', { closesAt: at(28) }), news('sooner', { closesAt: at(24) })];
    expect(plan(wanted, 2)).toBe('sooner later | none | 2');
  });

  it('among equals first on who was never reached, then on who was not reached for longest, then by id', () => {
    const wanted = [
      news('b', { reachedAt: at(9) }),
      news('a', { reachedAt: at(9) }),
      news('c', { reachedAt: at(2) }),
      news('d'),
    ];
    expect(plan(wanted, 3)).toBe('d c a | b | 3');
  });

  it('on what waits before its equal that is yet to come, but on a greater one to come before a lesser one that waits', () => {
    const coming = news('coming', { isComing: true });
    expect(plan([coming, news('waits', { reachedAt: at(20) })], 1)).toBe('waits | coming | 1');
    expect(plan([{ ...coming, importance: 'asked' }, news('waits')], 1)).toBe('coming | waits | 1');
  });

  it('on no lesser and shorter message in place of a greater one that is one short', () => {
    expect(plan([news('short'), news('long', { importance: 'followed', parts: 3 })], 2)).toBe(' | long short | 0');
  });

  it('never beyond what is left, and everybody is answered for', () => {
    fc.assert(
      fc.property(anyWanted, anyLeft, (wanted, left) => {
        const { fits, short, used } = planSpending(wanted, left);
        expect(used).toBe(fits.reduce((sum, { parts }) => sum + parts, 0));
        expect(used).toBeLessThanOrEqual(Math.max(0, left));
        expect([...fits, ...short].map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
      }),
    );
  });

  it('never on a lesser one while a greater one goes without', () => {
    const rank = ({ importance }: Wanted): number => IMPORTANCE.indexOf(importance);
    fc.assert(
      fc.property(anyWanted, anyLeft, (wanted, left) => {
        const { fits, short } = planSpending(wanted, left);
        const leastSent = Math.max(-1, ...fits.map(rank));
        const greatestShort = Math.min(IMPORTANCE.length, ...short.map(rank));
        expect(leastSent).toBeLessThanOrEqual(greatestShort);
      }),
    );
  });

  it('so that more left takes nobody’s place away, and the order in which it was asked changes nothing', () => {
    fc.assert(
      fc.property(anyWanted, anyLeft, fc.integer({ min: 0, max: 20 }), (wanted, left, more) => {
        const before = planSpending(wanted, left);
        const after = planSpending(wanted, left + more);
        expect(after.fits.slice(0, before.fits.length)).toEqual(before.fits);
        expect(planSpending(wanted.toReversed(), left)).toEqual(before);
      }),
    );
  });
});
