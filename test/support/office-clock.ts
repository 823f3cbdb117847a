import pg from 'pg';

/**
 * From now on this database says that it is `at` and time runs on from there: the assistant corrects its clock by it, so a
 * test of the whole program need not wait for the office to open.
 */
export async function setDatabaseClock(url: string, at: Date): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const ahead = `${at.getTime() - Date.now()} milliseconds`;
    await client.query(`
      CREATE OR REPLACE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
      AS $$ SELECT pg_catalog.clock_timestamp() + interval '${ahead}' $$`);
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    await client.query(
      `ALTER DATABASE ${pg.escapeIdentifier(rows[0]?.name ?? '')} SET search_path = public, pg_catalog`,
    );
  } finally {
    await client.end();
  }
}
