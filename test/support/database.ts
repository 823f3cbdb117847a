import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** A migrated, empty database of its own for one test file; several may be made at once. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(templateUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => asOwner(templateUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** An empty database without our migrations, for what tests the migrations themselves. */
export async function createBareDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const name = `bare_${randomBytes(6).toString('hex')}`;
  await asOwner(templateUrl, `CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => asOwner(templateUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function asOwner(templateUrl: string, statement: string): Promise<void> {
  const url = new URL(templateUrl);
  // From "postgres", since a template must have no connection while it is copied.
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    // Copies of one template exclude each other: wait in line instead of failing.
    await client.query('SELECT pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
