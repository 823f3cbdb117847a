import { isSendingHour } from '../../core/schedule/sending-hours.ts';
import { listAgainDue } from '../../records/remind-again.ts';
import type { Run } from '../job.ts';
import { tellAgain } from '../tasks/tell-again.ts';

/** Those that wait for the end of a talk stand in front; so many talk at once nowhere. */
const MOST = 1000;

export async function sweepAgainHandler(run: Run): Promise<void> {
  const { db, now } = run;
  if (!isSendingHour(now)) return;
  const due = await listAgainDue(db, { now, limit: MOST });
  await run.handOn(
    tellAgain,
    due.map(({ id }) => ({ id })),
  );
}
