import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostmaster, isAlive } from './server.ts';
import { startPostgres } from './start-postgres.ts';

const PREFIX = 'khuyencong-tmp-';

export type TemporaryPostgres = {
  url: string;
  /** A folder that goes with it. */
  folder: string;
  stop: () => Promise<void>;
};

/** A database for as long as it is needed, that spares the disk. Those whose process was killed are cleared away first. */
export async function startTemporaryPostgres(
  options: { settings?: Record<string, string> } = {},
): Promise<TemporaryPostgres> {
  await removeOrphans();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  // When root starts it, the database runs as another account that must pass through.
  await chmod(folder, 0o711);
  await writeFile(join(folder, 'owner'), String(process.pid));
  const lax = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const sockets = await makeSocketFolder(folder);
  const postgres = await startPostgres({
    dataDir: folder,
    note: () => {},
    settings: { ...lax, ...(sockets && { unix_socket_directories: sockets }), ...options.settings },
  });
  return {
    url: withSockets(postgres.url, sockets),
    folder,
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A statement through a socket in a folder costs a third less than through the network's, and tests make millions. */
async function makeSocketFolder(folder: string): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  const sockets = join(folder, 'sockets');
  await mkdir(sockets);
  // The account that the database runs as makes them there.
  await chmod(sockets, 0o777);
  return sockets;
}

function withSockets(url: string, sockets: string | undefined): string {
  if (sockets === undefined) return url;
  const through = new URL(url);
  through.searchParams.set('host', sockets);
  return through.href;
}

async function removeOrphans(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = Number(await readFile(join(folder, 'owner'), 'utf8').catch(() => ''));
    // Without an owner it is being made just now.
    if (!owner || isAlive(owner)) continue;
    const left = await findPostmaster(join(folder, 'postgres', 'cluster'));
    if (left) process.kill(left.pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
  }
}
