import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import type { Sweep } from '../../jobs/job.ts';
import { startJobs } from '../../jobs/start-jobs.ts';
import { allWorks, type Works } from '../../jobs/works.ts';
import { listen } from '../../records/signals.ts';
import { createTestDatabase } from '../support/database.ts';
import { openQueueHome, queueKinds } from './support/queue-homes.ts';
import { DAY_MS, office, openVillage } from './support/village.ts';

const now = office('2026-11-24 09:00:00');
const clock = { now: () => now };
const hurried: Works = { ...allWorks, sweeps: allWorks.sweeps.map((sweep): Sweep => ({ ...sweep, everyMs: 100 })) };

it.each(queueKinds)(
  'two processes with all their pools full and queues in %s stay under 60 connections',
  async (kind) => {
    const database = await createTestDatabase();
    onTestFinished(() => database.drop());
    const home = await openQueueHome(kind, database.url);
    onTestFinished(() => home.close());
    const village = await openVillage(database.url);
    const watcher = new pg.Client({ connectionString: database.url });
    await watcher.connect();
    onTestFinished(() => watcher.end());
    for (let index = 0; index < 60; index += 1) {
      await village.addDraft({ touchedAt: new Date(now.getTime() - 3 * DAY_MS) });
    }
    await village.close();
    const processes = await Promise.all([0, 1].map(() => openVillage(database.url, { poolSize: 10 })));
    onTestFinished(async () => void (await Promise.all(processes.map((each) => each.close()))));
    const signals = await Promise.all(processes.map(() => listen({ url: database.url })));
    onTestFinished(async () => void (await Promise.all(signals.map((each) => each.close()))));
    const started = await Promise.all(
      processes.map((each) =>
        startJobs({ ...each.parts, clock, databaseUrl: database.url, redisUrl: home.redisUrl, works: hurried }),
      ),
    );
    onTestFinished(async () => void (await Promise.all(started.map((jobs) => jobs.stop()))));
    const busy = processes.flatMap(({ db }) =>
      Array.from({ length: 15 }, async () => await db.$queryRaw`SELECT pg_sleep(0.7)::text`),
    );
    let most = 0;
    let ofQueues = 0;
    for (let look = 0; look < 9; look += 1) {
      const { rows } = await watcher.query<{ all: number; queues: number }>(`
      SELECT count(*)::int AS "all",
        count(*) FILTER (WHERE application_name IN ('khuyencong-jobs', 'sweeps', 'tasks'))::int AS "queues"
      FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`);
      most = Math.max(most, rows[0]?.all ?? 0);
      ofQueues = Math.max(ofQueues, rows[0]?.queues ?? 0);
      await sleep(100);
    }
    await Promise.all(busy);
    console.log(`${kind}: two processes held at most ${most} connections, ${ofQueues} of them for their queues`);
    // A process: 2 workers + 6 for its queues when they are in PostgreSQL, 10 for the records, 1 to listen.
    const perProcess = (kind === 'postgresql' ? 8 : 0) + 10 + 1;
    expect(most).toBeGreaterThanOrEqual(2 * 11);
    // The database still counts one that is just being closed when its successor is there.
    expect(most).toBeLessThanOrEqual(2 * (perProcess + 1));
    expect(most).toBeLessThanOrEqual(60);
  },
);
