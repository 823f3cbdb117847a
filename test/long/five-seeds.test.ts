import { describe, expect, it } from 'vitest';
import { STEPS } from '../simulation/life.ts';
import { playMonth } from '../simulation/play-month.ts';
import { tellMonth } from '../simulation/tell-month.ts';
import { createTestDatabase } from '../support/database.ts';
import { loadRealParts } from '../support/test-bot.ts';

const DAYS = 3;
const killed = new Set<string>();

/** What is told of a breach ends with the line that plays that seed again. */
describe('the first days of a hundred people', () => {
  const parts = loadRealParts();

  it.each([11, 12, 13, 14, 15])('keep every promise, wherever the assistant is killed: seed %i', async (seed) => {
    const database = await createTestDatabase();
    try {
      const month = await playMonth({ seed, days: DAYS, people: 100, databaseUrl: database.url, parts: await parts });
      expect(month.breaches, tellMonth(month, { tookMs: 0 })).toEqual([]);
      expect(month.tally.inbound).toBeGreaterThan(100);
      expect(month.evidence.crashes.length).toBeGreaterThan(1);
      for (const { step } of month.evidence.crashes) killed.add(step);
    } finally {
      await database.drop();
    }
  });

  it('together they kill it at each step of a talk and of a sweep', () => {
    // Half a slice needs news that leave in these days, which not every seed has.
    expect([...killed]).toEqual(expect.arrayContaining(Object.keys(STEPS).filter((step) => !/slice/.test(step))));
  });
});
