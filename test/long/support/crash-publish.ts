import { buildLibrary } from '../../../bot/library/load-library.ts';
import { doToEntry } from '../../../staff/knowledge/entry-deeds.ts';
import { countSteps, openSteppedDatabase } from './dies-at-step.ts';

/*
 * Publishes or withdraws an entry in a process of its own that kills itself without warning (SIGKILL) before or after its
 * n-th statement. Arguments: database url, entry, revision, "published" or "withdrawn", request id, step, "before" or "after".
 */
const [url = '', id = '', revision = '', kind = '', requestId = '', step = '', side = ''] = process.argv.slice(2);
const steps = countSteps({ step: Number(step), side });
const db = openSteppedDatabase(url, steps);

const shipped = { articles: [], rates: [], eligibility: [], provinces: [] };
const deps = {
  db,
  clock: { now: () => new Date('2026-11-23T02:00:00Z') },
  library: { current: () => buildLibrary(shipped), shipped, takenOver: () => 0, rehearse: async () => [] },
};
const officer = { id: 'officer', name: 'Nguyễn Thị Hoa', email: 'hoa@example.vn', role: 'officer' as const };
const deed = { kind: kind === 'published' ? ('published' as const) : ('withdrawn' as const) };
await doToEntry(deps, { id, kind: 'article', requestId, revision: Number(revision), deed, officer });
process.stdout.write(`steps ${steps.count()}\n`);
await db.$disconnect();
