import { buildLibrary } from '../../../bot/library/load-library.ts';
import { type Db, openDatabase } from '../../../records/database.ts';
import { doToEntry } from '../../../staff/knowledge/entry-deeds.ts';

/*
 * Publishes or withdraws an entry in a process of its own that kills itself without warning (SIGKILL) before or after its
 * n-th statement. Arguments: database url, entry, revision, "published" or "withdrawn", request id, step, "before" or "after".
 */
const [url = '', id = '', revision = '', kind = '', requestId = '', step = '', side = ''] = process.argv.slice(2);
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

const shipped = { articles: [], rates: [], eligibility: [], provinces: [] };
const library = buildLibrary(shipped);
const deps = {
  db,
  clock: { now: () => new Date('2026-11-23T02:00:00Z') },
  library: { current: () => library, shipped, takenOver: () => 0, rehearse: async () => [] },
};
const officer = { id: 'officer', name: 'Nguyễn Thị Hoa', email: 'hoa@example.vn', role: 'officer' as const };
const deed = { kind: kind === 'published' ? ('published' as const) : ('withdrawn' as const) };
await doToEntry(deps, { id, kind: 'article', requestId, revision: Number(revision), deed, officer });
process.stdout.write(`steps ${steps}\n`);
await db.$disconnect();
