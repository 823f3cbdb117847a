import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { defineSweep, type Sweep } from '../../jobs/job.ts';
import { startJobs } from '../../jobs/start-jobs.ts';
import { allWorks, type Works } from '../../jobs/works.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { openQueueHome, queueKinds } from './support/queue-homes.ts';
import { office, openVillage, type Village } from './support/village.ts';

const clock = { now: () => office('2026-11-24 09:00:00') };
const everyMs = 100;
const hurried: Works = { ...allWorks, sweeps: allWorks.sweeps.map((sweep): Sweep => ({ ...sweep, everyMs })) };

// The half that only Redis has; where redis-server is missing, that has been told loudly.
describe.runIf(queueKinds.includes('redis'))('a Redis that is not there', () => {
  let database: TestDatabase;
  let village: Village;

  beforeEach(async () => {
    database = await createTestDatabase();
    onTestFinished(() => database.drop());
    village = await openVillage(database.url);
    onTestFinished(() => village.close());
  });

  it('costs nothing but its clock: the works run without it, and on it again once it is back', async () => {
    const home = await openQueueHome('redis', database.url);
    const port = Number(new URL(home.redisUrl ?? '').port);
    await home.close();

    const jobs = await startJobs({
      ...village.parts,
      clock,
      databaseUrl: database.url,
      redisUrl: home.redisUrl,
      works: hurried,
      healMs: 300,
      retryMs: 200,
    });
    onTestFinished(() => jobs.stop());
    expect(jobs.isQueueUp()).toBe(false);
    expect(village.calls.sendDue).toBeGreaterThan(0);

    const back = await openQueueHome('redis', database.url, { port });
    onTestFinished(() => back.close());
    await vi.waitFor(() => expect(jobs.isQueueUp()).toBe(true), 20_000);
    const before = village.calls.sendDue;
    await vi.waitFor(() => expect(village.calls.sendDue).toBeGreaterThan(before + 3), 5_000);

    await back.close();
    await vi.waitFor(() => expect(jobs.isQueueUp()).toBe(false), 20_000);
    const away = village.calls.sendDue;
    await vi.waitFor(() => expect(village.calls.sendDue).toBeGreaterThan(away), 10_000);
  });

  it('two copies of the assistant on one Redis do not take each other’s work', async () => {
    const home = await openQueueHome('redis', database.url);
    onTestFinished(() => home.close());
    const otherDatabase = await createTestDatabase();
    onTestFinished(() => otherDatabase.drop());
    const other = await openVillage(otherDatabase.url);
    onTestFinished(() => other.close());
    const runs = { mine: 0, theirs: 0 };
    const worksNamed = (id: 'mine' | 'theirs'): Works => ({
      sweeps: [
        defineSweep({
          id,
          everyMs,
          load: async () => async () => {
            runs[id] += 1;
          },
        }),
      ],
      tasks: [],
    });
    const common = { clock, redisUrl: home.redisUrl };
    const first = await startJobs({
      ...village.parts,
      ...common,
      databaseUrl: database.url,
      works: worksNamed('mine'),
    });
    onTestFinished(() => first.stop());
    const second = await startJobs({
      ...other.parts,
      ...common,
      databaseUrl: otherDatabase.url,
      works: worksNamed('theirs'),
    });
    onTestFinished(() => second.stop());
    // On shared keys the second would have ended the schedulers of the first, and each would take what it does not know.
    const before = { ...runs };
    await vi.waitFor(() => expect(runs.mine).toBeGreaterThan(before.mine + 4), 5_000);
    await vi.waitFor(() => expect(runs.theirs).toBeGreaterThan(before.theirs + 4), 5_000);
  });
});
