import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findClusterFile, urlOf } from '../../host/postgres/cluster-file.ts';
import {
  type Assistant,
  findPostmasterPid,
  makePlace,
  type Place,
  READY_WORDS,
  runAssistant,
} from '../support/assistant.ts';
import { machineSlowness } from '../support/machine-slowness.ts';

let place: Place;
const running: Assistant[] = [];

beforeAll(async () => {
  place = await makePlace();
});
afterAll(async () => {
  for (const each of running) if (each.process.exitCode === null) await each.end('SIGKILL');
  await place.remove();
});

function start(settings = place.settings): Assistant {
  const assistant = runAssistant(settings);
  running.push(assistant);
  return assistant;
}

async function query<T>(sql: string): Promise<T[]> {
  const file = await findClusterFile(place.dataDir);
  if (!file) throw new Error('There is no database yet.');
  const client = new pg.Client({ connectionString: urlOf(file) });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

// One life of one copy, step after step.
describe('a copy of the assistant', { timeout: 60_000 }, () => {
  let first: Assistant;
  let second: Assistant;

  it('starts from nothing under env -i and says where things are within 10 seconds', async () => {
    const startedMs = performance.now();
    first = start();
    await first.says(READY_WORDS);
    // On a busy machine, what other programs took is not ours.
    const ownMs = Math.min(performance.now() - startedMs, await first.cpuMs());
    expect(ownMs / machineSlowness()).toBeLessThan(10_000);
    expect(first.output()).toContain(`${first.url}/console/setup#`);
    expect(first.output()).toContain(`${first.url}/\n`);
    expect(first.output()).toContain('Zalo');
  });

  it('answers probes, and its metrics tell nothing of a person', async () => {
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
    expect(await first.readiness()).toBe(200);
    const metrics = await (await fetch(`${first.url}/metrics`)).text();
    expect(metrics).toContain('khuyencong_database_up 1');
    expect(metrics).not.toMatch(/mẫu|\b0900000\d{3}\b|HTX/);
  });

  it('has the sample centre, marked as such', async () => {
    const answer = await (await fetch(`${first.url}/chat/api/start`)).json();
    expect(answer).toMatchObject({ centre: { isSample: true } });
    expect(first.output()).toContain('(mẫu)');
  });

  it('says so and stops when it is started twice on the same data', async () => {
    const twice = start();
    await expect(twice.says(READY_WORDS)).rejects.toThrow();
    expect(twice.process.exitCode).toBe(1);
    expect(twice.output()).toContain(first.url);
    expect(await first.readiness()).toBe(200);
  });

  it('says so and stops when its port is taken', async () => {
    const elsewhere = await makePlace({ PORT: place.settings.PORT ?? '' });
    const other = start(elsewhere.settings);
    await expect(other.says(READY_WORDS)).rejects.toThrow();
    expect(other.output()).toContain(`Cổng ${place.settings.PORT}`);
    await elsewhere.remove();
  });

  it('makes another link for an administrator while it runs', async () => {
    const command = runAssistant(place.settings, 'host/commands/admin-link.ts');
    running.push(command);
    await command.says('/console/setup#');
    expect(await query('SELECT 1 FROM "AdminLink"')).toHaveLength(2);
  });

  it('heals after kill -9: the next start uses the database that runs on, and finds all data', async () => {
    await query(`UPDATE "Centre" SET "name" = 'Trung tâm có thật'`);
    const postmaster = await findPostmasterPid(place.dataDir);
    await first.end('SIGKILL');
    expect(await findPostmasterPid(place.dataDir)).toBe(postmaster);

    second = start();
    await second.says(READY_WORDS);
    expect(await findPostmasterPid(place.dataDir)).toBe(postmaster);
    const answer = await (await fetch(`${second.url}/chat/api/start`)).json();
    expect(answer).toMatchObject({ centre: { name: 'Trung tâm có thật' } });
  });

  it('ends in order on Ctrl-C, the database last', async () => {
    expect(await second.end('SIGINT')).toBe(0);
    expect(second.output()).toContain('Trợ lý đã dừng');
    expect(await findPostmasterPid(place.dataDir)).toBeUndefined();
  });

  it('logs no secret', async () => {
    const file = await findClusterFile(place.dataDir);
    const logs = running.map((each) => each.output()).join('\n');
    expect(file && logs.includes(file.password)).toBe(false);
    const logLines = logs.split('\n').filter((line) => line.startsWith('{'));
    expect(logLines.length).toBeGreaterThan(0);
    expect(logLines.join('\n')).not.toContain('setup#');
  });
});
