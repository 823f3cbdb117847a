import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningPostgres, startPostgres } from '../../host/postgres/start-postgres.ts';
import { findPostmasterPid, waitFor } from '../support/assistant.ts';

let dataDir: string;
let running: RunningPostgres | undefined;
let notes: string[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'khuyencong-postgres-'));
  await chmod(dataDir, 0o711);
  notes = [];
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<RunningPostgres> {
  running = await startPostgres({ dataDir, note: (what) => notes.push(what), settings: { fsync: 'off' } });
  return running;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

describe('the embedded database', () => {
  it('keeps what was written from one start to the next', async () => {
    const first = await start();
    expect(first.isNew).toBe(true);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS x');
    await first.stop();
    const second = await start();
    expect(second.isNew).toBe(false);
    expect(await ask(second.url, 'SELECT x FROM kept')).toEqual([{ x: 1 }]);
  });

  it('knows Vietnamese letters whatever the language of the machine', async () => {
    const { url } = await start();
    expect(await ask(url, `SELECT lower('ĐẶNG') AS name, current_setting('server_encoding') AS encoding`)).toEqual([
      { name: 'đặng', encoding: 'UTF8' },
    ]);
  });

  it('lets nobody in without its password, and only from this machine', async () => {
    const { url } = await start();
    const stranger = new URL(url);
    stranger.password = 'password';
    await expect(ask(stranger.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(await ask(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await ask(url, 'SHOW unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
    expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'postgres'))).mode & 0o077).toBe(0);
  });

  it('writes no words of a person into its log, even when a statement fails', async () => {
    const { url } = await start();
    await ask(url, 'CREATE TABLE t (phone text UNIQUE)');
    await ask(url, `INSERT INTO t VALUES ('0900000001')`);
    await expect(ask(url, `INSERT INTO t VALUES ('0900000001')`)).rejects.toThrow();
    const { readFile } = await import('node:fs/promises');
    const log = await readFile(join(dataDir, 'postgres', 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('0900000001');
  });

  it('that was killed is started again on the same port, with all its data', async () => {
    const { url } = await start();
    await ask(url, 'CREATE TABLE kept AS SELECT 1 AS x');
    const pid = (await findPostmasterPid(dataDir)) ?? 0;
    process.kill(pid, 'SIGKILL');
    await waitFor(async () => notes.includes('restarted'));
    expect(await ask(url, 'SELECT x FROM kept')).toEqual([{ x: 1 }]);
    expect(notes).toEqual(['died', 'restarted']);
  });

  it('left half made by a kill is made anew', async () => {
    await mkdir(join(dataDir, 'postgres', 'cluster.new', 'base'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'cluster.new', 'PG_VERSION'), '18');
    await start();
    expect(await readdir(join(dataDir, 'postgres'))).not.toContain('cluster.new');
  });

  it('moves to another port when a program has taken its own', async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    await first.stop();
    const squatter = createServer().listen(port, '127.0.0.1');
    const second = await start();
    expect(new URL(second.url).port).not.toBe(String(port));
    expect(await ask(second.url, 'SELECT 1 AS x')).toEqual([{ x: 1 }]);
    squatter.close();
  });

  it('is not hindered by the process id of another program in postmaster.pid, as after a restart of the machine', async () => {
    const first = await start();
    const port = new URL(first.url).port;
    await first.stop();
    const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
    await writeFile(file, `${process.pid}\n${join(dataDir, 'postgres', 'cluster')}\n1\n${port}\n\n127.0.0.1\n`);
    const second = await start();
    expect(await ask(second.url, 'SELECT 1 AS x')).toEqual([{ x: 1 }]);
  });

  it('of another major version is left alone', async () => {
    const first = await start();
    await first.stop();
    running = undefined;
    await writeFile(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'postgres.other-version', values: { found: '17' } });
  });
});
