import type { Clock } from '../core/time.ts';
import type { Db } from '../records/database.ts';
import { readDatabaseTime } from '../records/database-time.ts';

const MEASURE_EVERY_MS = 60_000;

export type DatabaseClock = Clock & {
  /** By how much this machine's clock is behind the database's. */
  offsetMs: () => number;
  stop: () => void;
};

/** This machine's clock, corrected by the database's, so that all processes of one database agree on what is due. */
export async function createDatabaseClock(db: Db): Promise<DatabaseClock> {
  let offsetMs = 0;

  const measure = async (): Promise<void> => {
    const before = Date.now();
    const databaseTime = await readDatabaseTime(db);
    const after = Date.now();
    offsetMs = Math.round(databaseTime.getTime() - (before + after) / 2);
  };

  await measure();
  // A database that is away for a while leaves the last correction standing.
  const timer = setInterval(() => void measure().catch(() => {}), MEASURE_EVERY_MS);
  timer.unref();

  return { now: () => new Date(Date.now() + offsetMs), offsetMs: () => offsetMs, stop: () => clearInterval(timer) };
}
