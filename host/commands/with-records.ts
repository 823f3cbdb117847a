import type { Config } from '../../config.ts';
import { AppError } from '../../core/app-error.ts';
import { type Clock, systemClock } from '../../core/time.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { makeDataFolder } from '../data-folder.ts';
import { findHolder } from '../data-lock.ts';
import { createLog } from '../log/create-log.ts';
import { lockIfEmbedded, openMigratedDatabase, tryConnection } from '../open-database.ts';
import { findClusterFile, urlOf } from '../postgres/cluster-file.ts';
import { tellDatabase } from '../tell-database.ts';

/** `address`: where the running assistant says it is, which may differ from this command's own settings. */
export type Lent = { db: Db; clock: Clock; isRunning: boolean; address: string | undefined };

/** An assistant that has just begun to start may need this long until its database answers. */
const STARTING_MS = 15_000;

/**
 * Lends the records of this copy to a command: those of the running assistant when there is one, else the database is
 * started for as long as the command works.
 */
export async function withRecords<T>(config: Config, use: (lent: Lent) => Promise<T>): Promise<T> {
  await using opened = new AsyncDisposableStack();
  const running = config.databaseUrl ?? (await findRunningUrl(config.dataDir));
  if (running !== undefined) await tryConnection(running);
  const url = running ?? (await startOwn(config, opened));
  const db = openDatabase({ url, poolSize: 2 });
  opened.defer(() => db.$disconnect());
  const holder = await findHolder(config.dataDir);
  const address = holder !== undefined && URL.canParse(holder) ? holder : undefined;
  return await use({ db, clock: systemClock, isRunning: running !== undefined, address });
}

/** The embedded database of a running assistant; undefined when none runs on this data folder. */
export async function findRunningUrl(dataDir: string): Promise<string | undefined> {
  const until = Date.now() + STARTING_MS;
  while ((await findHolder(dataDir)) !== undefined) {
    const file = await findClusterFile(dataDir);
    const url = file === undefined ? undefined : urlOf(file);
    const answered =
      url !== undefined &&
      (await tryConnection(url).then(
        () => true,
        () => false,
      ));
    if (answered) return url;
    if (Date.now() > until) throw new AppError('database.unreachable', { server: dataDir, reason: 'timeout' });
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return undefined;
}

async function startOwn(config: Config, opened: AsyncDisposableStack): Promise<string> {
  await makeDataFolder(config.dataDir);
  const lock = await lockIfEmbedded({ ...config, says: 'npm run' });
  opened.defer(() => lock?.release());
  const log = createLog({ level: 'error', to: process.stderr, readable: true });
  const note = tellDatabase({ log, print: (line) => console.error(line) });
  const database = await openMigratedDatabase({ ...config, log, note });
  opened.defer(database.close);
  return database.url;
}
