import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPump } from '../../../bot/outbox/pump.ts';

/** A source of so many things; how long claims and sends take is drawn. */
function play(count: number, waits: readonly number[]) {
  let next = 0;
  let draw = 0;
  const wait = (): Promise<void> => sleep(waits[draw++ % Math.max(1, waits.length)] ?? 0);
  const source = { added: count };
  const carried: number[] = [];
  let inFlight = 0;
  let most = 0;
  const pump = createPump<number>({
    claim: async (limit) => {
      await wait();
      const size = Math.min(limit, source.added - next);
      const claimed = Array.from({ length: size }, (_, index) => next + index);
      next += size;
      return { claimed, isDry: size < limit };
    },
    carry: async (one) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await wait();
      carried.push(one);
      inFlight -= 1;
      return { isMoreDue: false };
    },
    onError: (error) => {
      throw error;
    },
  });
  return { pump, carried, source, most: () => most };
}

it('carries all there is, each once and never more than 25 at a time, however long claims and sends take', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 120 }),
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }),
      async (count, waits) => {
        const { pump, carried, most } = play(count, waits);
        pump.poke();
        await expect.poll(() => carried.length, { interval: 1 }).toBe(count);
        await pump.stop();
        expect(new Set(carried).size).toBe(count);
        expect(most()).toBeLessThanOrEqual(25);
      },
    ),
    { numRuns: 40 },
  );
});

it('hears who comes at whatever moment, also just as it had found nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 20 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 6 }),
      async (gaps, waits) => {
        const { pump, carried, source } = play(0, waits);
        for (const gap of gaps) {
          source.added += 1;
          pump.poke();
          if (gap > 0) await sleep(gap - 1);
        }
        await pump.settled();
        expect(carried).toHaveLength(gaps.length);
        await pump.stop();
      },
    ),
    { numRuns: 60 },
  );
});

it('takes up nothing new once it is stopped, and what is on its way ends', async () => {
  const { pump, carried, source } = play(60, [5]);
  pump.poke();
  await expect.poll(() => carried.length, { interval: 1 }).toBeGreaterThan(0);
  await pump.stop();
  const ended = carried.length;
  source.added += 10;
  pump.poke();
  await sleep(30);
  expect(carried).toHaveLength(ended);
  expect(ended).toBeLessThan(70);
});
