import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { findClusterFile, urlOf } from '../../host/postgres/cluster-file.ts';
import {
  type Assistant,
  findPostmasterPid,
  makePlace,
  type Place,
  READY_WORDS,
  runAssistant,
  waitFor,
} from '../support/assistant.ts';
import { chatClient } from '../support/chat-client.ts';
import { createBareDatabase } from '../support/database.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const places: Place[] = [];
const running: Assistant[] = [];

afterEach(async () => {
  for (const each of running.splice(0)) if (each.process.exitCode === null) await each.end('SIGKILL');
  for (const place of places.splice(0)) await place.remove();
});

async function place(more: Record<string, string> = {}): Promise<Place> {
  const made = await makePlace(more);
  places.push(made);
  return made;
}

function run(settings: Record<string, string>): Assistant {
  const assistant = runAssistant(settings);
  running.push(assistant);
  return assistant;
}

async function started(settings: Record<string, string>): Promise<Assistant> {
  const assistant = run(settings);
  await assistant.says(READY_WORDS);
  return assistant;
}

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

async function databaseOf(dataDir: string): Promise<string> {
  const file = await findClusterFile(dataDir);
  if (!file) throw new Error('There is no database.');
  return urlOf(file);
}

describe('a copy of the assistant', () => {
  it('run by npm ends in order on Ctrl-C, which reaches npm and the assistant at once', async () => {
    const { settings, dataDir } = await place();
    const npm = spawn('npm', ['start'], {
      cwd: root,
      detached: true,
      env: { ...settings, PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`, HOME: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    npm.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    await waitFor(async () => output.includes(READY_WORDS), 60_000);
    // A terminal signals the whole group.
    process.kill(-(npm.pid ?? 0), 'SIGINT');
    await once(npm, 'close');
    expect(output).toContain('Trợ lý đã dừng');
    expect(await findPostmasterPid(dataDir)).toBeUndefined();
  });

  it('ends in order when its terminal is closed, and when told twice', async () => {
    const { settings, dataDir } = await place();
    for (const signals of [['SIGHUP'], ['SIGTERM', 'SIGTERM']] as const) {
      const assistant = await started(settings);
      for (const signal of signals.slice(1)) assistant.process.kill(signal);
      expect(await assistant.end(signals[0])).toBe(0);
      expect(await findPostmasterPid(dataDir)).toBeUndefined();
    }
  });

  it('runs beside another one on another port, each with its own people', async () => {
    const [one, two] = await Promise.all([place(), place()]);
    const [first, second] = await Promise.all([started(one.settings), started(two.settings)]);
    const client = chatClient(first.url);
    await client.openSession();
    await client.say('xin chao');
    const count = 'SELECT count(*)::int AS n FROM "InboundMessage" WHERE "channel" = \'web-chat\'';
    expect(await query(await databaseOf(one.dataDir), count)).toEqual([{ n: 1 }]);
    expect(await query(await databaseOf(two.dataDir), count)).toEqual([{ n: 0 }]);
    expect(await Promise.all([first.end('SIGINT'), second.end('SIGTERM')])).toEqual([0, 0]);
  });

  it('told to stop while people write answers each message once, before or after', async () => {
    const { settings } = await place();
    const first = await started(settings);
    const clients = Array.from({ length: 10 }, () => chatClient(first.url));
    for (const client of clients) await client.openSession();
    const written = Promise.allSettled(clients.map((client) => client.say('may say mien duoc ho tro bao nhieu')));
    expect(await first.end('SIGTERM')).toBe(0);
    const accepted = (await written).map((each) => each.status === 'fulfilled');

    const second = await started(settings);
    for (const [index, client] of clients.entries()) {
      if (!accepted[index]) continue;
      const again = chatClient(second.url, { cookie: client.cookie() });
      await waitFor(async () => (await again.history()).messages.some((message) => message.from !== 'person'));
      const answers = (await again.history()).messages.filter((message) => message.from !== 'person');
      expect(answers).toHaveLength(1);
    }
    await second.end('SIGTERM');
  });

  it('killed at any moment of its first start comes up at the next', async () => {
    for (const afterMs of [200, 700, 1300, 2200]) {
      const { settings } = await place();
      const first = run(settings);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await first.end('SIGKILL');
      const second = await started(settings);
      expect(await second.readiness(), `killed after ${afterMs} ms`).toBe(200);
      expect(await second.end('SIGINT')).toBe(0);
    }
  });

  it('goes on by itself when its database is killed', async () => {
    const { settings, dataDir } = await place();
    const assistant = await started(settings);
    const client = chatClient(assistant.url);
    await client.openSession();
    process.kill((await findPostmasterPid(dataDir)) ?? 0, 'SIGKILL');
    await waitFor(async () => (await assistant.readiness()) === 200);
    await waitFor(async () =>
      client.say('xin chao').then(
        () => true,
        () => false,
      ),
    );
    await waitFor(async () => (await client.history()).messages.some((message) => message.from !== 'person'));
    expect(await assistant.end('SIGINT')).toBe(0);
  });

  it('in two processes on one empty database of DATABASE_URL comes up, in at most 60 connections', async () => {
    const database = await createBareDatabase();
    const centre = { CENTRE_NAME: 'Trung tâm Khuyến công tỉnh Lào Cai', CENTRE_PROVINCE: '15' };
    const shared = { DATABASE_URL: database.url, ...centre };
    const [web, jobs] = [await place({ ...shared, ROLES: 'bot,staff' }), await place({ ...shared, ROLES: 'jobs' })];
    const assistants = await Promise.all([started(web.settings), started(jobs.settings)]);
    const [url] = assistants.map((each) => each.url);
    const clients = Array.from({ length: 30 }, () => chatClient(url ?? ''));
    await Promise.all(clients.map((client) => client.openSession()));
    await Promise.all(clients.map((client) => client.say('xin chao')));
    const name = new URL(database.url).pathname.slice(1);
    const [counted] = await query<{ n: number }>(
      database.url,
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = '${name}'`,
    );
    expect(counted?.n).toBeLessThanOrEqual(60);
    for (const assistant of assistants) expect(await assistant.end('SIGINT')).toBe(0);
    await database.drop();
  });

  it('refuses a database of DATABASE_URL that is away, that refuses, or that has no centre, each in its own words', async () => {
    const database = await createBareDatabase();
    const wrong = new URL(database.url);
    wrong.password = 'sai';
    const cases = [
      ['postgresql://a:mat-khau@127.0.0.1:1/x', 'Không kết nối được cơ sở dữ liệu 127.0.0.1:1'],
      [wrong.href, 'từ chối'],
      [database.url, 'CENTRE_NAME'],
    ] as const;
    for (const [url, words] of cases) {
      const { settings } = await place({ DATABASE_URL: url });
      const assistant = run(settings);
      await expect(assistant.says(READY_WORDS)).rejects.toThrow();
      expect(assistant.output()).toContain(words);
      expect(assistant.output()).not.toContain('mat-khau@');
      expect(assistant.process.exitCode).toBe(1);
    }
    await database.drop();
  });

  it('keeps nothing in its data folder that others on the machine could read', async () => {
    const { settings, dataDir } = await place();
    const assistant = await started(settings);
    await assistant.end('SIGINT');
    const { stdout } = spawn('find', [dataDir, '-mindepth', '1', '-perm', '/044', '-not', '-path', '*/files*']);
    let found = '';
    for await (const chunk of stdout) found += String(chunk);
    expect(found).toBe('');
  });
});
