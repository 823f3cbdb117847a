import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { differenceFromMigrations } from '../../host/migrations/difference.ts';
import { isUpToDate, migrate } from '../../host/migrations/migrate.ts';
import { migrationNames } from '../../host/migrations/migration-list.ts';
import { createBareDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts';

const made: TestDatabase[] = [];
afterAll(() => Promise.all(made.map((database) => database.drop())));

async function bare(): Promise<TestDatabase> {
  const database = await createBareDatabase();
  made.push(database);
  return database;
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return use(client).finally(() => client.end());
}

/** How many migrations were begun. */
async function begun(url: string): Promise<number> {
  return await withClient(url, async (client) => {
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
    if (!rows[0]?.found) return 0;
    return (await client.query('SELECT count(*)::int AS n FROM _prisma_migrations')).rows[0]?.n ?? 0;
  });
}

describe('migrations', () => {
  it('make exactly what schema.prisma says', async () => {
    const scratch = await bare();
    expect(await differenceFromMigrations({ url: scratch.url })).toBe('');
  });

  it('applied a second time change nothing', async () => {
    const database = await bare();
    expect((await migrate({ url: database.url })).applied).not.toEqual([]);
    expect((await migrate({ url: database.url })).applied).toEqual([]);
  });

  it('begun by three processes at once are applied once, and all three go on', async () => {
    const database = await bare();
    const program = fileURLToPath(new URL('support/migrate-once.ts', import.meta.url));
    const outputs = await Promise.all(
      [1, 2, 3].map(() => promisify(execFile)(process.execPath, [program, database.url], { env: {} })),
    );
    const applied = outputs.map(({ stdout }) => JSON.parse(stdout)).filter((names) => names.length > 0);
    expect(applied).toEqual([await migrationNames()]);
    expect(await withClient(database.url, isUpToDate)).toBe(true);
  });

  it('that fail leave everything as it was, and say so', async () => {
    const database = await bare();
    // Somebody else's table of the same name stands in the way.
    await withClient(database.url, (client) => client.query('CREATE TABLE "Person" ("x" integer)'));
    await expect(migrate({ url: database.url })).rejects.toThrow();
    expect(await withClient(database.url, isUpToDate)).toBe(false);
    const { rows } = await withClient(database.url, (client) => client.query('SELECT * FROM "Person"'));
    expect(rows).toEqual([]);
  });

  it('whose way is free again are applied at the next start', async () => {
    const database = await bare();
    await withClient(database.url, (client) => client.query('CREATE TABLE "Person" ("x" integer)'));
    await expect(migrate({ url: database.url })).rejects.toThrow();
    await withClient(database.url, (client) => client.query('DROP TABLE "Person"'));
    expect((await migrate({ url: database.url })).applied).toEqual(await migrationNames());
  });

  it('killed at any moment are applied at the next start, each once', async () => {
    const program = fileURLToPath(new URL('support/migrate-once.ts', import.meta.url));
    for (const done of [0, 1, 2, 9, 20, 26]) {
      const database = await bare();
      const child = spawn(process.execPath, [program, database.url], { env: {}, stdio: 'ignore' });
      await vi.waitUntil(async () => (await begun(database.url)) > done, { timeout: 20_000, interval: 1 });
      child.kill('SIGKILL');
      await once(child, 'exit');
      await migrate({ url: database.url });
      expect(await withClient(database.url, isUpToDate), `killed in migration ${done + 1}`).toBe(true);
    }
  });

  it('bring BullMQ its tables in a schema of their own', async () => {
    const database = await createTestDatabase();
    made.push(database);
    const rows = await withClient(database.url, (client) =>
      client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'bullmq'"),
    );
    expect(rows.rowCount).toBeGreaterThan(3);
  });

  it('tell an empty database from an up-to-date one', async () => {
    const [empty, full] = [await bare(), await createTestDatabase()];
    made.push(full);
    expect(await withClient(empty.url, isUpToDate)).toBe(false);
    expect(await withClient(full.url, isUpToDate)).toBe(true);
  });

  it('leave a database that lower-cases Vietnamese rightly', async () => {
    const database = await createTestDatabase();
    made.push(database);
    const { rows } = await withClient(database.url, (client) => client.query("SELECT lower('ĐẶNG') AS name"));
    expect(rows).toEqual([{ name: 'đặng' }]);
  });
});
