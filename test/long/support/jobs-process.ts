import { randomUUID } from 'node:crypto';
import { PLAN_CALENDAR } from '../../../core/schedule/plan-calendar.ts';
import { RETENTION } from '../../../core/schedule/retention.ts';
import { loadHolidays } from '../../../data/holidays/load-holidays.ts';
import { startJobs } from '../../../jobs/start-jobs.ts';
import { allWorks } from '../../../jobs/works.ts';
import { openDatabase } from '../../../records/database.ts';
import { openFileStore } from '../../../records/file-store.ts';
import { quietLog } from '../../support/test-bot.ts';

/*
 * The jobs role in a process of its own, with hurried sweeps, until it is killed.
 * Arguments: database url, folder of files, the time it believes it is, Redis url or nothing.
 */
const [url = '', folder = '', now = '', redisUrl] = process.argv.slice(2);

await startJobs({
  db: openDatabase({ url }),
  databaseUrl: url,
  redisUrl,
  clock: { now: () => new Date(now) },
  works: { ...allWorks, sweeps: allWorks.sweeps.map((sweep) => ({ ...sweep, everyMs: 200 })) },
  ids: { next: randomUUID },
  log: quietLog,
  files: openFileStore(folder),
  retention: RETENTION,
  holidays: loadHolidays,
  plan: () => PLAN_CALENDAR,
  bot: { sweepInbound: async () => {} },
  outbox: { sendDue: async () => {}, recoverStuck: async () => {} },
});
process.stdout.write('started\n');
