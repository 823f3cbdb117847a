import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/*
 * The proofs that take longer than anybody waits for: `npm run prove`. Months of many seeds, and everything that is killed,
 * killed more often and among more people than in `npm run test:long`. Each line says how to run that one again.
 */

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '20' }, people: { type: 'string', default: '100' } },
});

const simulate = ['run', 'simulate', '--', '--days', '30', '--people', values.people];
const longTests = ['vitest', 'run', '-c', 'vitest.long.config.ts'];
const proofs: { command: string; args: string[]; settings?: Record<string, string> }[] = [
  ...Array.from({ length: Number(values.seeds) }, (_, index) => ({
    ...{ command: 'npm', args: [...simulate, '--seed', String(index + 1)] },
  })),
  {
    ...{ command: 'npx', args: [...longTests, 'test/long/kill-announcement.test.ts'] },
    settings: { KILLS: '20', RECIPIENTS: '10000' },
  },
  {
    ...{ command: 'npx', args: [...longTests, 'test/long/kill-'] },
    settings: { KILLS: '20', EVERY_STEP: '1' },
  },
];

const failed: string[] = [];
for (const { command, args, settings = {} } of proofs) {
  const line = [...Object.entries(settings).map(([name, value]) => `${name}=${value}`), command, ...args].join(' ');
  console.log(`\n── ${line}`);
  const beganMs = performance.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...settings } });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${((performance.now() - beganMs) / 1000).toFixed(0)} s`);
  if (status !== 0) failed.push(line);
}
console.log(failed.length === 0 ? '\nAll held.' : `\nNot all held. To run again:\n${failed.join('\n')}`);
process.exit(failed.length === 0 ? 0 : 1);
