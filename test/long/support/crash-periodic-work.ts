import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { PLAN_CALENDAR } from '../../../core/schedule/plan-calendar.ts';
import { RETENTION } from '../../../core/schedule/retention.ts';
import { loadHolidays } from '../../../data/holidays/load-holidays.ts';
import { runPeriodicWork } from '../../../jobs/run-periodic-work.ts';
import { openFileStore } from '../../../records/file-store.ts';
import { quietLog } from '../../support/test-bot.ts';
import { countSteps, openSteppedDatabase } from './dies-at-step.ts';

/*
 * The periodic work, once, in a process of its own that kills itself without warning (SIGKILL) before or after its n-th
 * statement. Arguments: database url, folder of files, file for what it did, the time it runs at, step, "before" or "after".
 */
const [url = '', folder = '', journal = '', now = '', step = '', side = ''] = process.argv.slice(2);
const steps = countSteps({ step: Number(step), side });
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
appendFileSync(journal, `steps ${steps.count()}\n`);
await db.$disconnect();
