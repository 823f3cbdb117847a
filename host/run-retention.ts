import { RETENTION, retentionCutoffs } from '../core/schedule/retention.ts';
import type { Db } from '../records/database.ts';
import type { FileStore } from '../records/file-store.ts';
import { gatherStrays } from '../records/join-people.ts';
import { countExpired, type RetentionRuleName, removeExpired } from '../records/retention.ts';
import { countStrayFiles, removeStrayFiles } from '../records/stored-files.ts';

export type RetentionReport = Record<RetentionRuleName | 'photos' | 'files', number>;

/** What is past its time, by kind: counted in a dry run, which changes nothing, or removed as the periodic work does. */
export async function runRetention(options: {
  db: Db;
  files: FileStore;
  now: Date;
  isDryRun: boolean;
}): Promise<RetentionReport> {
  const { db, files, now, isDryRun } = options;
  const cutoffs = retentionCutoffs(now, RETENTION);
  const before = cutoffs.strayFiles;
  if (isDryRun) {
    const stray = await countStrayFiles(db, files, { before, after: cutoffs });
    return { ...(await countExpired(db, cutoffs)), photos: stray.rows, files: stray.files };
  }
  await gatherStrays(db);
  const removed = await removeExpired(db, cutoffs);
  const stray = await removeStrayFiles(db, files, { before });
  return { ...removed, photos: stray.rows, files: stray.files };
}
