import pg from 'pg';
import type { Config } from '../../config.ts';
import { AppError } from '../../core/app-error.ts';
import { findRunningUrl } from '../commands/with-records.ts';
import { isUpToDate } from '../migrations/migrate.ts';
import { tryConnection } from '../open-database.ts';
import type { Finding } from './finding.ts';

const OLDEST_POSTGRES = 17;
/** Clocks further apart than this make reminders early or late enough to notice. */
const CLOCK_TOLERANCE_MS = 2_000;

/** The database of DATABASE_URL, or our own while the assistant runs. It is never started for this. */
export async function checkDatabase(config: Config): Promise<Finding[]> {
  const own = config.databaseUrl === undefined;
  const url = config.databaseUrl ?? (await findRunningUrl(config.dataDir).catch(() => undefined));
  if (url === undefined) return [{ state: 'note', says: 'databaseAsleep' }];
  const server = new URL(url).host;
  try {
    await tryConnection(url);
  } catch (error) {
    const reason = error instanceof AppError ? (error.values.reason ?? '') : '';
    return [{ state: 'repair', says: own ? 'ownDatabaseAway' : 'databaseAway', values: { server, reason } }];
  }
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await lookInside(client, server);
  } finally {
    await client.end();
  }
}

async function lookInside(client: pg.Client, server: string): Promise<Finding[]> {
  const before = Date.now();
  const { rows } = await client.query<{ version: number; encoding: string; lower: string; time: Date }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding,
            lower('ĐẶNG') AS lower, clock_timestamp() AS time`,
  );
  const [facts] = rows;
  if (!facts) return [];
  const findings: Finding[] = [];
  const { version } = facts;
  const isGood = version >= OLDEST_POSTGRES;
  findings.push({
    state: isGood ? 'ok' : 'repair',
    says: isGood ? 'database' : 'databaseOld',
    values: { server, version },
  });
  if (facts.encoding !== 'UTF8' || facts.lower !== 'đặng') {
    findings.push({ state: 'repair', says: 'databaseLocale', values: { encoding: facts.encoding } });
  }
  const upToDate = await isUpToDate(client);
  findings.push(upToDate ? { state: 'ok', says: 'migrated' } : { state: 'note', says: 'notMigrated' });

  const offsetMs = Math.abs(facts.time.getTime() - (before + Date.now()) / 2);
  const seconds = (offsetMs / 1000).toFixed(1);
  const isTogether = offsetMs <= CLOCK_TOLERANCE_MS;
  findings.push({
    state: isTogether ? 'ok' : 'repair',
    says: isTogether ? 'clock' : 'clockApart',
    values: { seconds },
  });
  return findings;
}
