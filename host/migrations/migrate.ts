import { createHash } from 'node:crypto';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { filters, readMigrationList, schemaPath } from './migration-list.ts';
import { withSchemaEngine } from './schema-engine.ts';

/** Any number, the same in every process of ours. */
const ADVISORY_LOCK = 20_251_122;

/** Held by each script until it is committed, also when the process that sent it is gone. */
const SCRIPT_LOCK = 20_251_123;

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
    const applied = (await isUpToDate(client)) ? [] : await applyOurs(client, options.url);
    await runMigrations(client, BULLMQ_SCHEMA);
    return { applied };
  } finally {
    // Closing the session gives the lock back.
    await client.end();
  }
}

/** Whether every migration of this copy is applied, unchanged. Cheap: for /readyz and for a fast start. */
export async function isUpToDate(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  if (!(await hasRecords(client))) return false;
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

async function hasRecords(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const table = await client.query<{ found: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS found`);
  return table.rows[0]?.found != null;
}

async function applyOurs(client: pg.Client, url: string): Promise<string[]> {
  await giveUpUnfinished(client);
  const migrationsList = await readMigrationList();
  const result = await withSchemaEngine({ url, schemaPath, wholeScript: withItsRecord }, (engine) =>
    engine.applyMigrations({ migrationsList, filters }),
  );
  return result.appliedMigrationNames;
}

/**
 * A script together with the record that it is done, so that a kill leaves both or neither. The engine writes the
 * record itself only afterwards, and refuses every later start when it was killed in between.
 */
function withItsRecord(script: string): string {
  return `SELECT pg_advisory_xact_lock(${SCRIPT_LOCK});
${script}
;
UPDATE "_prisma_migrations" SET "finished_at" = now() WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL;`;
}

/** Lets the engine begin again what was begun and never committed: by a process that was killed, or with an error. */
async function giveUpUnfinished(client: pg.Client): Promise<void> {
  // PostgreSQL runs to its end what a killed process has sent: only after that is it known what is unfinished.
  await client.query('SELECT pg_advisory_lock($1), pg_advisory_unlock($1)', [SCRIPT_LOCK]);
  if (!(await hasRecords(client))) return;
  await client.query(
    'UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL',
  );
}
