import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { migrate } from '../../host/migrations/migrate.ts';
import { type RunningPostgres, startPostgres } from '../../host/postgres/start-postgres.ts';
import { startJobs } from '../../jobs/start-jobs.ts';
import { allWorks } from '../../jobs/works.ts';
import { openVillage, type Village } from '../jobs/support/village.ts';

let folder: string;
let postgres: RunningPostgres;
let village: Village;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khuyencong-away-'));
  await chmod(folder, 0o711);
  postgres = await startPostgres({ dataDir: folder, note: () => {} });
  await migrate({ url: postgres.url });
  village = await openVillage(postgres.url);
});

afterEach(async () => {
  await village.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

it('a database that dies again and again, the queues in it too, stops the sweeps for no longer than it is away', async () => {
  const jobs = await startJobs({
    ...village.parts,
    clock: { now: () => new Date() },
    databaseUrl: postgres.url,
    works: { ...allWorks, sweeps: allWorks.sweeps.map((sweep) => ({ ...sweep, everyMs: 300 })) },
    // The product's own: what is tested is that the workers come back by themselves.
    healMs: 600_000,
  });
  for (let kills = 0; kills < 3; kills += 1) {
    await vi.waitFor(() => expect(village.calls.sendDue).toBeGreaterThan(3), 10_000);
    const pid = Number((await readFile(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGQUIT');
    await expect.poll(() => village.db.person.count().catch(() => -1)).toBe(-1);
    await expect.poll(() => village.db.person.count().catch(() => -1), { timeout: 30_000 }).toBe(0);
    village.calls.sendDue = 0;
    const backAt = Date.now();
    await vi.waitFor(() => expect(village.calls.sendDue).toBeGreaterThan(3), { timeout: 60_000, interval: 50 });
    console.log(`sweeps were back ${Date.now() - backAt} ms after the database`);
    await sleep(500);
  }
  await jobs.stop();
});

it('stops within a few seconds while the database is away', async () => {
  const jobs = await startJobs({ ...village.parts, clock: { now: () => new Date() }, databaseUrl: postgres.url });
  await vi.waitFor(() => expect(village.calls.sendDue).toBeGreaterThan(0), 10_000);
  await postgres.stop();
  const stoppedAt = Date.now();
  await jobs.stop();
  const tookMs = Date.now() - stoppedAt;
  console.log(`stopped in ${tookMs} ms`);
  expect(tookMs).toBeLessThan(10_000);
});
