import { parseArgs } from 'node:util';
import { z } from 'zod';
import { playLines } from '../talk/play-lines.ts';
import { talkByHand } from '../talk/talk-by-hand.ts';

const { values } = parseArgs({
  options: {
    jsonl: { type: 'boolean', default: false },
    channel: { type: 'string', default: 'terminal' },
    province: { type: 'string' },
  },
});
const channel = z.enum(['terminal', 'web-chat', 'telegram', 'zalo-bot']).parse(values.channel);

if (values.jsonl) {
  await playLines({ input: process.stdin, output: process.stdout, channel, provinceCode: values.province });
} else {
  await talkByHand({ provinceCode: values.province });
}
