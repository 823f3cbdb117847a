import { existsSync } from 'node:fs';
import { readFile, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { AppError } from '../../core/app-error.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { runProgram } from './run-program.ts';

/** A cluster on disk and what is needed to run it. */
export type Server = { cluster: string; binaries: Binaries; account: Account | undefined };

const START_TIMEOUT_S = 60;
const LOG_MAX_BYTES = 5_000_000;

/** Starts the server in a session of its own, so that Ctrl-C reaches us and not it. Waits until it answers. */
export async function startServer(server: Server, port: number): Promise<void> {
  const log = join(server.cluster, '..', 'postgres.log');
  await keepSmall(log);
  const args = ['start', '-w', '-t', String(START_TIMEOUT_S), '-D', server.cluster, '-l', log, '-o', `-p ${port}`];
  const { code, output } = await runProgram(server.binaries.pgCtl, args, server.account);
  if (code === 0) return;
  throw new AppError('postgres.start-failed', { log, output: output.slice(-500) });
}

/** Ends connections, writes everything down and stops. Nothing happens when it is not running. */
export async function stopServer(server: Server): Promise<void> {
  if ((await findPostmaster(server.cluster)) === undefined) return;
  const args = ['stop', '-w', '-t', String(START_TIMEOUT_S), '-m', 'fast', '-D', server.cluster];
  const { code, output } = await runProgram(server.binaries.pgCtl, args, server.account);
  if (code !== 0 && (await findPostmaster(server.cluster))) {
    throw new AppError('postgres.stop-failed', { output: output.slice(-500) });
  }
}

/** The running server of this cluster, by its postmaster.pid: survives a kill -9 of ours. */
export async function findPostmaster(cluster: string): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  if (!pid || !port || !isAlive(pid)) return undefined;
  return { pid, port };
}

/** Whether the server on that URL answers and works on this very cluster. */
export async function answersFor(url: string, cluster: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const result = await client.query<{ data_directory: string }>('SHOW data_directory');
    return result.rows[0]?.data_directory === cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * After a restart of the machine the pid in postmaster.pid may belong to another program, and PostgreSQL would refuse
 * to start. Removed only where we can see that the program is not PostgreSQL.
 */
export async function removeStalePidFile(cluster: string, pid: number): Promise<boolean> {
  if (!existsSync('/proc/self/cmdline')) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (command.includes('postgres')) return false;
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  return true;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function keepSmall(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_MAX_BYTES) await truncate(log);
}
