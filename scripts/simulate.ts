import { parseArgs } from 'node:util';
import { migrate } from '../host/migrations/migrate.ts';
import { startTemporaryPostgres } from '../host/postgres/temporary-postgres.ts';
import { playMonth } from '../test/simulation/play-month.ts';
import { tellMonth } from '../test/simulation/tell-month.ts';
import { loadRealParts } from '../test/support/test-bot.ts';

/*
 * A month of a centre in virtual time, and afterwards every promise about it: `npm run simulate -- --seed 7 --days 30
 * --people 40`. It runs against a throw-away database and platforms of its own. `--seeds N`: so many seeds from there on.
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    days: { type: 'string', default: '30' },
    people: { type: 'string', default: '40' },
    /** A Monday, for instance; otherwise the seed says. */
    start: { type: 'string' },
  },
});

const [first, count, days, people] = [values.seed, values.seeds, values.days, values.people].map(Number);
if (![first, count, days, people].every((number) => Number.isInteger(number) && (number ?? 0) > 0)) {
  console.error('npm run simulate -- --seed 7 --days 30 --people 40 [--seeds 10] [--start 2027-02-01]');
  process.exit(2);
}

const parts = await loadRealParts();
let failed = 0;
for (let seed = first ?? 1; seed < (first ?? 1) + (count ?? 1); seed += 1) {
  const postgres = await startTemporaryPostgres();
  try {
    await migrate({ url: postgres.url });
    const began = performance.now();
    const month = await playMonth({
      ...{ seed, days: days ?? 30, people: people ?? 40, databaseUrl: postgres.url, parts, startOn: values.start },
    });
    console.log(tellMonth(month, { startOn: values.start, tookMs: performance.now() - began }));
    if (month.breaches.length > 0) failed += 1;
  } finally {
    await postgres.stop();
  }
}
process.exit(failed > 0 ? 1 : 0);
