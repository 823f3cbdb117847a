import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { RETENTION } from '../../../core/schedule/retention.ts';
import { loadHolidays } from '../../../data/holidays/load-holidays.ts';
import { runPeriodicWork } from '../../../jobs/run-periodic-work.ts';
import { type Db, openDatabase } from '../../../records/database.ts';
import { openFileStore } from '../../../records/file-store.ts';
import { quietLog } from '../../support/test-bot.ts';

/*
 * The periodic work, once, in a process of its own that kills itself without warning (SIGKILL) before or after its n-th
 * statement. Arguments: database url, folder of files, file for what it did, the time it runs at, step, "before" or "after".
 */
const [url = '', folder = '', journal = '', now = '', step = '', side = ''] = process.argv.slice(2);
let steps = 0;

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  // The signal is on its way; nothing after it may run.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
};

const db = openDatabase({ url }).$extends({
  query: {
    $allOperations: async ({ args, query }) => {
      steps += 1;
      const isMine = steps === Number(step);
      if (isMine && side === 'before') die();
      const result = await query(args);
      if (isMine) die();
      return result;
    },
  },
}) as unknown as Db;

await runPeriodicWork({
  db,
  now: new Date(now),
  ids: { next: randomUUID },
  log: quietLog,
  files: openFileStore(folder),
  retention: RETENTION,
  holidays: loadHolidays,
  bot: { sweepInbound: async () => {} },
  outbox: { sendDue: async () => {}, recoverStuck: async () => {} },
});
appendFileSync(journal, `steps ${steps}\n`);
await db.$disconnect();
