import pg from 'pg';
import { AppError } from '../core/app-error.ts';
import type { Log } from '../core/log.ts';
import { type DataLock, lockDataFolder } from './data-lock.ts';
import { hideSecrets } from './log/clean-facts.ts';
import { migrate } from './migrations/migrate.ts';
import type { PostgresNote } from './postgres/postgres-note.ts';
import { startPostgres } from './postgres/start-postgres.ts';

export type OpenedDatabase = {
  url: string;
  isEmbedded: boolean;
  /** Stops the database when it is ours, and gives the data folder back. */
  close: () => Promise<void>;
};

type Options = {
  dataDir: string;
  databaseUrl: string | undefined;
  log: Log;
  note: PostgresNote;
};

/**
 * The database of this copy, brought to the newest schema: the one of DATABASE_URL, or our own in the data folder. The
 * caller holds the lock of `lockIfEmbedded`.
 */
export async function openMigratedDatabase(options: Options): Promise<OpenedDatabase> {
  const database = options.databaseUrl
    ? { url: options.databaseUrl, isEmbedded: false, close: async () => {} }
    : await startOwn(options);
  try {
    await tryConnection(database.url);
    const { applied } = await migrate({ url: database.url }).catch((cause) => {
      throw new AppError('migrations.failed', { reason: firstLine(cause) }, { cause });
    });
    if (applied.length > 0) options.log.info({ migrations: applied }, 'the database has the newest schema now');
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function startOwn({ dataDir, note }: Options): Promise<OpenedDatabase> {
  const postgres = await startPostgres({ dataDir, note });
  return { url: postgres.url, isEmbedded: true, close: postgres.stop };
}

/** Takes the data folder when the database in it is ours; several processes may share one of DATABASE_URL. */
export async function lockIfEmbedded(options: {
  dataDir: string;
  databaseUrl: string | undefined;
  says: string;
}): Promise<DataLock | undefined> {
  return options.databaseUrl === undefined ? lockDataFolder(options) : undefined;
}

/** Tells a server that is away from one that refuses us. Names the server, never the password. */
export async function tryConnection(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    const server = new URL(url).host;
    const code = codeOf(cause) ?? 'timeout';
    // SQLSTATE classes: 28 is a wrong account or password, 3D a database that does not exist, 53 no connection left.
    const isRefusal = /^(28|3D|53)/.test(code);
    throw new AppError(isRefusal ? 'database.refused' : 'database.unreachable', { server, reason: code }, { cause });
  } finally {
    await client.end().catch(() => {});
  }
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function firstLine(error: unknown): string {
  const [line = ''] = error instanceof Error ? error.message.split('\n') : [];
  return hideSecrets(line).slice(0, 200);
}
