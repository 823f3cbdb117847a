import { retentionCutoffs } from '../../core/schedule/retention.ts';
import { gatherStrays } from '../../records/join-people.ts';
import { removeExpired } from '../../records/retention.ts';
import { removeStrayFiles } from '../../records/stored-files.ts';
import type { Run } from '../job.ts';

/** Words first: photos whose message was forgotten have become stray files by then. */
export async function sweepRetentionHandler({ db, files, retention, now, log }: Run): Promise<void> {
  const cutoffs = retentionCutoffs(now, retention);
  await gatherStrays(db);
  const removed = await removeExpired(db, cutoffs);
  const stray = await removeStrayFiles(db, files, { before: cutoffs.strayFiles });
  const facts = { ...removed, 'stray-files': stray.rows + stray.files };
  if (Object.values(facts).some((count) => count > 0)) log.info(facts, 'what was kept long enough is removed');
}
