import { z } from 'zod';
import { playLines } from '../talk/play-lines.ts';
import { talkByHand } from '../talk/talk-by-hand.ts';
import { endWithUsage, readOptions } from './read-options.ts';
import { runCommand } from './run-command.ts';

const USAGE = 'talk:usage';

const { values } = readOptions(
  {
    options: {
      jsonl: { type: 'boolean', default: false },
      channel: { type: 'string', default: 'terminal' },
      province: { type: 'string' },
      start: { type: 'string' },
    },
  },
  USAGE,
);
const provinceCode = values.province;
const { channel, start: startAt } = readSetting();

await runCommand(async () => {
  if (values.jsonl) await playLines({ input: process.stdin, output: process.stdout, channel, provinceCode, startAt });
  else await talkByHand({ provinceCode });
});

function readSetting() {
  const setting = z.object({
    channel: z.enum(['terminal', 'web-chat', 'telegram', 'zalo-bot']),
    start: z.iso
      .datetime({ offset: true })
      .transform((text) => new Date(text))
      .optional(),
  });
  const read = setting.safeParse({ channel: values.channel, start: values.start });
  return read.success ? read.data : endWithUsage(USAGE);
}
