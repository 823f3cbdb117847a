/**
 * `npm run bench -- turn`: what a turn costs when nothing may be lost: the eight-question request over the real webhook, on a
 * PostgreSQL that keeps its promises, beside the same dialogue as other bots keep it. Prints tables, then one JSON object.
 */
import { parseArgs } from 'node:util';
import { startTemporaryPostgres } from '../host/postgres/temporary-postgres.ts';
import { rounded } from './answers/run-alone.ts';
import { NAMES } from './turn/assistants.ts';
import { measureCommits } from './turn/commit-limit.ts';
import { measureFaults } from './turn/faults.ts';
import { measureAcks, measureSoak } from './turn/offered.ts';
import { measureThroughput } from './turn/throughput.ts';

const USAGE = `npm run bench -- turn [--only turns,commits,ack,soak,faults] [--quick] [--minutes 10]

  --quick      a fraction of everything, for a look
  --minutes N  how long the soak takes`;
const PARTS = ['turns', 'commits', 'ack', 'soak', 'faults'] as const;
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', max_wal_size: '4GB' };

export async function bench(args: string[]): Promise<object> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      minutes: { type: 'string' },
    },
  });
  const only = values.only?.split(',') ?? PARTS;
  const known: readonly string[] = PARTS;
  const minutes = Number(values.minutes ?? (values.quick ? 0.2 : 10));
  if (only.some((part) => !known.includes(part)) || !(minutes > 0)) {
    console.error(USAGE);
    process.exitCode = 2;
    return { error: 'no such part' };
  }
  const isWanted = (part: (typeof PARTS)[number]): boolean => only.includes(part);
  const result: Record<string, unknown> = {};
  const postgres = await startTemporaryPostgres({ settings: DURABLE });
  const { url } = postgres;
  try {
    if (isWanted('commits')) result.commitLimitPerSecond = await measureCommits(url, values.quick ? 2 : 10);
    if (isWanted('turns')) Object.assign(result, await measureTurns(url, values.quick));
    if (isWanted('ack')) {
      const acks = await measureAcks(url, { rates: [50, 500], seconds: values.quick ? 5 : 30 });
      for (const ack of acks) console.log(`ack       ${JSON.stringify(rounded(ack))}`);
      result.ackP99Ms = { at50: acks[0]?.p99Ms, at500: acks[1]?.p99Ms };
    }
    if (isWanted('soak')) result.soak = await measureSoak(url, { perSecond: 50, minutes });
    if (isWanted('faults')) {
      console.table(await measureFaults(url, values.quick ? { people: 20, kills: 1 } : { people: 200, kills: 5 }));
    }
  } finally {
    await postgres.stop();
  }
  const { turnsPerSecond, peers, commitLimitPerSecond, ackP99Ms, soak } = result;
  return Object(rounded({ turnsPerSecond, peers, commitLimitPerSecond, ackP99Ms, soak }));
}

async function measureTurns(serverUrl: string, isQuick: boolean) {
  const peers: Record<string, number> = {};
  let turnsPerSecond = 0;
  for (const name of NAMES) {
    const size = isQuick
      ? { people: 100, warmUpSeconds: 5, seconds: 10 }
      : { people: 500, warmUpSeconds: 30, seconds: 60 };
    const measured = await measureThroughput(name, { serverUrl, ...size });
    console.log(`${name.padEnd(9)} ${JSON.stringify(rounded(measured))}`);
    if (name === 'ours') turnsPerSecond = measured.turnsPerSecond;
    else peers[name] = measured.turnsPerSecond;
  }
  return { turnsPerSecond, peers };
}
