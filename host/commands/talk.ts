import { parseArgs } from 'node:util';
import { z } from 'zod';
import { playLines } from '../talk/play-lines.ts';
import { talkByHand } from '../talk/talk-by-hand.ts';
import { runCommand } from './run-command.ts';

const { values } = parseArgs({
  options: {
    jsonl: { type: 'boolean', default: false },
    channel: { type: 'string', default: 'terminal' },
    province: { type: 'string' },
    start: { type: 'string' },
  },
});
const channel = z.enum(['terminal', 'web-chat', 'telegram', 'zalo-bot']).parse(values.channel);
const provinceCode = values.province;
const startAt =
  values.start === undefined ? undefined : new Date(Temporal.Instant.from(values.start).epochMilliseconds);

await runCommand(async () => {
  if (values.jsonl) await playLines({ input: process.stdin, output: process.stdout, channel, provinceCode, startAt });
  else await talkByHand({ provinceCode });
});
