import { createHash } from 'node:crypto';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { filters, readMigrationList, schemaPath } from './migration-list.ts';
import { withSchemaEngine } from './schema-engine.ts';

/** Any number, the same in every process of ours. */
const ADVISORY_LOCK = 20_251_122;

/** The PostgreSQL schema that BullMQ's tables live in. */
const BULLMQ_SCHEMA = 'bullmq';

/**
 * Brings a database to the newest schema, ours and BullMQ's, under one advisory lock, since several roles may start
 * at once. Doing it again does nothing. Returns the names of our migrations that were applied now.
 */
export async function migrate(options: { url: string }): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: options.url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    const applied = (await isUpToDate(client)) ? [] : await applyOurs(options.url);
    await runMigrations(client, BULLMQ_SCHEMA);
    return { applied };
  } finally {
    // Closing the session gives the lock back.
    await client.end();
  }
}

/** Whether every migration of this copy is applied, unchanged. Cheap: for /readyz and for a fast start. */
export async function isUpToDate(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const table = await client.query<{ found: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS found`);
  if (!table.rows[0]?.found) return false;
  const rows = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Map(rows.rows.map((row) => [row.migration_name, row.checksum]));
  const { migrationDirectories } = await readMigrationList();
  return migrationDirectories.every(({ path, migrationFile }) => {
    const { content } = migrationFile;
    return content.tag === 'ok' && applied.get(path) === createHash('sha256').update(content.value).digest('hex');
  });
}

async function applyOurs(url: string): Promise<string[]> {
  const migrationsList = await readMigrationList();
  const result = await withSchemaEngine({ url, schemaPath }, (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  );
  return result.appliedMigrationNames;
}
