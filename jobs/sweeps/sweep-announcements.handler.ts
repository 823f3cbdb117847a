import { announcementContents } from '../../bot/outbox/announcement-content.ts';
import { whenToSend } from '../../core/schedule/when-to-send.ts';
import { listAnnouncementsDue } from '../../records/announcements.ts';
import { type KeptMessage, planAnnouncementSlice, refreshStatistics } from '../../records/plan-announcement.ts';
import type { Run } from '../job.ts';

/** One that cannot be planned keeps no other from leaving; its error is thrown when all have been tried. */
export async function sweepAnnouncementsHandler(run: Run): Promise<void> {
  const failures: unknown[] = [];
  for (const id of await listAnnouncementsDue(run.db, run.now)) {
    await plan(id, run).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

/** A slice a transaction: whatever is killed in between, the next sweep goes on where it stood. */
async function plan(id: string, { db, ids, now, log, publicUrl }: Run): Promise<void> {
  const notBefore = whenToSend({ kind: 'announcement', now });
  const contentOf = (kept: KeptMessage) => announcementContents(kept, { publicUrl });
  const planNext = () => planAnnouncementSlice(db, { id, ids, now, contentOf, notBefore });
  let step = await planNext();
  const isLong = step === 'more';
  // After the first, so that the next are planned well, and after the last, so that the claims are.
  if (isLong) await refreshStatistics(db);
  while (step === 'more') step = await planNext();
  if (isLong) await refreshStatistics(db);
  if (step === 'asked')
    log.info({ announcement: id }, 'an announcement is for more people now and must be approved again');
  if (step === 'done') log.info({ announcement: id }, 'the messages of an announcement are in the ledger');
}
