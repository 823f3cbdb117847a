import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createArrivals } from '../../../bot/conversation/arrivals.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether an answer may go on by now. */
function watch(calm: Promise<void>): () => Promise<boolean> {
  let isCalm = false;
  void calm.then(() => {
    isCalm = true;
  });
  return async () => {
    await vi.advanceTimersByTimeAsync(0);
    return isCalm;
  };
}

function arrive(arrivals: ReturnType<typeof createArrivals>): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  void arrivals.during(() => promise);
  return resolve;
}

it('answers wait while a crowd is being written down, and go on once it is in', async () => {
  const arrivals = createArrivals({ crowd: 2, longestWaitMs: 500 });
  const first = arrive(arrivals);
  expect(await watch(arrivals.calm())()).toBe(true);
  arrive(arrivals);
  const isCalm = watch(arrivals.calm());
  expect(await isCalm()).toBe(false);
  first();
  expect(await isCalm()).toBe(true);
});

it('a crowd that goes on coming keeps an answer waiting for half a second and no longer', async () => {
  const arrivals = createArrivals({ crowd: 1 });
  arrive(arrivals);
  const isCalm = watch(arrivals.calm());
  await vi.advanceTimersByTimeAsync(499);
  expect(await isCalm()).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await isCalm()).toBe(true);
});

it('what could not be written down is no longer arriving', async () => {
  const arrivals = createArrivals({ crowd: 1 });
  await expect(arrivals.during(() => Promise.reject(new Error('the database is away')))).rejects.toThrow();
  expect(await watch(arrivals.calm())()).toBe(true);
});
