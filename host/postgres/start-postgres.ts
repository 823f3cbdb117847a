import { createHash, randomBytes } from 'node:crypto';
import { mkdir, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { AppError } from '../../core/app-error.ts';
import { makeDataFolder } from '../data-folder.ts';
import { projectName } from '../project-root.ts';
import { canUse, findAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import {
  type ClusterFile,
  DATABASE_NAME,
  findClusterFile,
  postgresFolder,
  urlOf,
  writeClusterFile,
} from './cluster-file.ts';
import { checkVersion, makeCluster } from './make-cluster.ts';
import type { PostgresNote } from './postgres-note.ts';
import { answersFor, findPostmaster, removeStalePidFile, type Server, startServer, stopServer } from './server.ts';
import { watchServer } from './watch-server.ts';

export type RunningPostgres = {
  /** Holds the password: for a connection, never for a log. Stays the same when the server is restarted. */
  url: string;
  /** True when the cluster was made by this call. */
  isNew: boolean;
  stop: () => Promise<void>;
};

/**
 * Runs the PostgreSQL that came with npm, with its files in `dataDir`, and watches over it until `stop`.
 * The caller holds the lock of `dataDir`: a server found running there was left by a killed process and is adopted.
 */
export async function startPostgres(options: {
  dataDir: string;
  note: PostgresNote;
  settings?: Record<string, string>;
}): Promise<RunningPostgres> {
  await makeDataFolder(options.dataDir);
  const dataDir = await realpath(options.dataDir);
  const known = await findClusterFile(dataDir);
  const folderBefore = known ? postgresFolder(dataDir, known) : join(dataDir, 'postgres');
  const ownerUid = await stat(join(folderBefore, 'cluster')).then(
    (found) => found.uid,
    () => undefined,
  );
  const account = findAccount({ ownerUid });
  const hiddenFolder = join('/var/lib', projectName, createHash('sha256').update(dataDir).digest('hex').slice(0, 12));

  let file = known;
  if (!file) {
    const elsewhere = canUse(account, dataDir, 'enter') ? undefined : join(hiddenFolder, 'postgres');
    file = { port: await findFreePort(), password: randomBytes(24).toString('base64url'), elsewhere };
    // Written before the cluster is made with this password.
    await writeClusterFile(dataDir, file);
  }
  if (file.elsewhere) {
    await mkdir(join(file.elsewhere, '..'), { recursive: true, mode: 0o755 });
    options.note('elsewhere', { folder: file.elsewhere });
  }
  const binaries = await findBinaries({
    account,
    copyTo: account ? hiddenFolder : join(dataDir, 'postgres-programs'),
    onCopy: (folder) => options.note('copied', { folder }),
  });
  const folder = postgresFolder(dataDir, file);
  const isNew = !(await hasCluster(folder));
  const { password } = file;
  await checkVersion({ folder, major: binaries.major });
  const cluster = await makeCluster({ folder, binaries, account, password, settings: options.settings });
  const server: Server = { cluster, binaries, account };

  file = await startOrAdopt({ server, file, dataDir, note: options.note });
  await createDatabase(file);
  const watch = watchServer({ server, port: file.port, note: options.note });
  return {
    url: urlOf(file),
    isNew,
    stop: async () => {
      await watch.stop();
      await stopServer(server);
    },
  };
}

async function startOrAdopt(options: {
  server: Server;
  file: ClusterFile;
  dataDir: string;
  note: PostgresNote;
}): Promise<ClusterFile> {
  const { server, file } = options;
  const left = await findPostmaster(server.cluster);
  if (left) {
    const asFound = { ...file, port: left.port };
    if (await answersFor(urlOf(asFound, 'postgres'), server.cluster)) {
      options.note('adopted', { pid: left.pid });
      if (left.port !== file.port) await writeClusterFile(options.dataDir, asFound);
      return asFound;
    }
    if (!(await removeStalePidFile(server.cluster, left.pid))) await stopServer(server);
  }
  for (let attempt = 1; ; attempt += 1) {
    // Another program may have taken the port since; PostgreSQL's own children may need a moment to leave.
    const port = attempt === 1 && (await isFree(file.port)) ? file.port : await findFreePort();
    try {
      await startServer(server, port);
      const started = { ...file, port };
      if (port !== file.port) await writeClusterFile(options.dataDir, started);
      return started;
    } catch (error) {
      if (attempt === 3) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

async function createDatabase(file: ClusterFile): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(file, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
  } finally {
    await client.end();
  }
}

async function hasCluster(folder: string): Promise<boolean> {
  return stat(join(folder, 'cluster')).then(
    () => true,
    () => false,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A loopback port that nobody uses at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : undefined;
      probe.close(() => (port ? resolve(port) : reject(new AppError('postgres.no-port'))));
    });
  });
}
