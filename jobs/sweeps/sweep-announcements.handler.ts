import { announcementContent } from '../../bot/outbox/announcement-content.ts';
import { whenToSend } from '../../core/schedule/when-to-send.ts';
import { listAnnouncementsDue } from '../../records/announcements.ts';
import { planAnnouncementSlice } from '../../records/plan-announcement.ts';
import type { Run } from '../job.ts';

/** A slice a transaction: whatever is killed in between, the next sweep goes on where it stood. */
export async function sweepAnnouncementsHandler({ db, ids, now, log }: Run): Promise<void> {
  const notBefore = whenToSend({ kind: 'announcement', now });
  for (const id of await listAnnouncementsDue(db, now)) {
    const contentOf = (text: string) => ({
      vi: announcementContent(text, 'vi'),
      en: announcementContent(text, 'en'),
    });
    let step = await planAnnouncementSlice(db, { id, ids, now, contentOf, notBefore });
    while (step === 'more') step = await planAnnouncementSlice(db, { id, ids, now, contentOf, notBefore });
    if (step === 'done') log.info({ announcement: id }, 'the messages of an announcement are in the ledger');
  }
}
