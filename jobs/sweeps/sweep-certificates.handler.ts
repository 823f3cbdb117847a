import { certificateDue } from '../../core/schedule/certificate-reminders.ts';
import { isSendingHour } from '../../core/schedule/sending-hours.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import { listRemindedOf, type RemindedOf } from '../../records/certificate-reminders.ts';
import type { Run } from '../job.ts';
import { tendCertificate } from '../tasks/tend-certificate.ts';

const PAGE = 500;
/** One that ended while nothing ran is looked at once more, so that what was missed is written down. */
const LOOK_BACK_DAYS = 366;

export async function sweepCertificatesHandler(run: Run): Promise<void> {
  const { db, now } = run;
  if (!isSendingHour(now)) return;
  const from = officeDay(now).subtract({ days: LOOK_BACK_DAYS }).toString();
  let after: { certificateId: string; personId: string } | undefined;
  for (;;) {
    const page: RemindedOf[] = await listRemindedOf(db, { from, after, limit: PAGE });
    const due = page.filter((each) => {
      const { due: told, missed } = certificateDue(each, { now, dealtWith: each.dealtWith });
      return told !== undefined || missed.length > 0;
    });
    await run.handOn(
      tendCertificate,
      due.map(({ certificateId, personId }) => ({ certificateId, personId })),
    );
    after = page.at(-1);
    if (page.length < PAGE) return;
  }
}
