import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../core/app-error.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { DATABASE_USER } from './cluster-file.ts';
import { runProgram } from './run-program.ts';

/**
 * Makes the database files in `folder`/cluster unless they are there. Made beside and renamed into place, so that a
 * kill in the middle leaves nothing half made.
 */
export async function makeCluster(options: {
  folder: string;
  binaries: Binaries;
  account: Account | undefined;
  password: string;
  /** Extra lines of postgresql.conf, e.g. { fsync: 'off' } in tests. */
  settings?: Record<string, string>;
}): Promise<string> {
  const { folder, binaries, account } = options;
  const cluster = join(folder, 'cluster');
  if (await isThere(join(cluster, 'PG_VERSION'))) return cluster;

  const draft = join(folder, 'cluster.new');
  const passwordFile = join(folder, 'password.new');
  await rm(draft, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  if (account) {
    await chown(folder, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const settings = { ...standingSettings, ...options.settings };
  const { code, output } = await runProgram(
    binaries.initdb,
    [
      `--pgdata=${draft}`,
      `--username=${DATABASE_USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // Without these a start with LANG unset makes an SQL_ASCII database, in which lower('ĐẶNG') is wrong.
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
    ],
    account,
  );
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new AppError('postgres.initdb-failed', { output: output.slice(-2000) });
  await rename(draft, cluster);
  return cluster;
}

/** Database files belong to one major version. Throws `postgres.other-version` when they are another's. */
export async function checkVersion(options: { folder: string; major: number }): Promise<void> {
  const found = await readFile(join(options.folder, 'cluster', 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (found === undefined || Number(found) === options.major) return;
  throw new AppError('postgres.other-version', { folder: options.folder, found: found.trim(), ours: options.major });
}

const standingSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Its log must never hold a person's words: no failing statement, no DETAIL with key values, no parameters.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
};

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
