import type { Db } from './database.ts';

/** What time the database has: the one query that asks, so that several processes agree on one clock. */
export async function readDatabaseTime(db: Db): Promise<Date> {
  const rows = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`;
  return rows[0]?.now ?? new Date();
}
