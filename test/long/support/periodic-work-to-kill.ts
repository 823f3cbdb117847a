import { randomUUID } from 'node:crypto';
import { PLAN_CALENDAR } from '../../../core/schedule/plan-calendar.ts';
import { RETENTION } from '../../../core/schedule/retention.ts';
import { loadHolidays } from '../../../data/holidays/load-holidays.ts';
import { runPeriodicWork } from '../../../jobs/run-periodic-work.ts';
import { openFileStore } from '../../../records/file-store.ts';
import { quietLog } from '../../support/test-bot.ts';
import { type Crash, countSteps, openSteppedDatabase } from './dies-at-step.ts';

export type PeriodicWorkToKill = {
  url: string;
  /** Where the files are. */
  folder: string;
  /** The time it runs at, ISO. */
  now: string;
  /** The process kills itself at this statement, before it is taken or after. */
  crash?: Crash;
};

/** The periodic work, once; returns how many statements it took. */
export async function runOnce({ url, folder, now, crash }: PeriodicWorkToKill): Promise<number> {
  const steps = countSteps(crash);
  const db = openSteppedDatabase(url, steps);
  await runPeriodicWork({
    db,
    now: new Date(now),
    ids: { next: randomUUID },
    log: quietLog,
    files: openFileStore(folder),
    retention: RETENTION,
    holidays: loadHolidays,
    plan: () => PLAN_CALENDAR,
    bot: { sweepInbound: async () => {} },
    outbox: { sendDue: async () => {}, recoverStuck: async () => {} },
  });
  await db.$disconnect();
  return steps.count();
}
