/**
 * `npm run bench -- delivery`: what the ledger costs and how long things wait in it, on a PostgreSQL that keeps its promises and
 * against a platform of our own, with peers that keep no ledger in the same run.
 */
import { parseArgs } from 'node:util';
import { rounded } from './answers/run-alone.ts';
import { measureLedgers } from './delivery/ledger.ts';
import { measureDue, measureLimited, measureReplies } from './delivery/paced.ts';
import { measurePlanning } from './delivery/planning.ts';

const USAGE = `npm run bench -- delivery [--only planning,ledger,limited,due,reply] [--quick]

  --quick  a tenth of everything, for a look`;
const PARTS = ['planning', 'ledger', 'limited', 'due', 'reply'] as const;

export async function bench(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
  });
  const only = values.only?.split(',') ?? PARTS;
  const known: readonly string[] = PARTS;
  if (only.some((part) => !known.includes(part))) {
    console.error(USAGE);
    process.exitCode = 2;
    return { error: 'no such part' };
  }
  const of = values.quick ? 0.1 : 1;
  const isWanted = (part: (typeof PARTS)[number]): boolean => only.includes(part);
  const result: Record<string, unknown> = {};
  const tell = (part: string, measured: unknown): void => {
    result[part] = measured;
    console.log(`${part.padEnd(9)} ${JSON.stringify(rounded(measured))}`);
  };

  if (isWanted('planning')) tell('planning', await measurePlanning(1_000_000 * of));
  if (isWanted('ledger')) tell('ledger', await measureLedgers(20_000 * of));
  if (isWanted('limited')) tell('limited', await measureLimited(Math.max(12, 60 * of)));
  if (isWanted('due')) tell('due', await measureDue({ waiting: 100_000 * of, seconds: Math.max(20, 90 * of) }));
  if (isWanted('reply')) {
    tell('reply', await measureReplies({ announced: 100_000 * of, replies: Math.max(50, 200 * of) }));
    const flood = await measureReplies({ announced: 100_000 * of, replies: Math.max(50, 100 * of), perSecond: 0 });
    console.log(`the same on an account that is not paced: ${JSON.stringify(rounded(flood))}`);
  }
  return Object(rounded(result));
}
