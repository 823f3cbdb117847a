import { isOfficeHour } from '../../core/schedule/office-hours.ts';
import { listPeopleWaitingLate } from '../../records/late-questions.ts';
import type { Run } from '../job.ts';
import { tellLate } from '../tasks/tell-late.ts';

const PAGE = 500;

export async function sweepPromisesHandler(run: Run): Promise<void> {
  const { db, now } = run;
  if (!isOfficeHour(now, run.holidays())) return;
  let afterId: string | undefined;
  for (;;) {
    const late = await listPeopleWaitingLate(db, { now, afterId, limit: PAGE });
    await run.handOn(
      tellLate,
      late.map((personId) => ({ personId })),
    );
    afterId = late.at(-1);
    if (late.length < PAGE) return;
  }
}
