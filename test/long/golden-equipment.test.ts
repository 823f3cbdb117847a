import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { playLines, type TalkChannel } from '../../host/talk/play-lines.ts';

const folder = 'test/golden';
const START = new Date('2026-11-23T02:00:00Z');

/** What `npm run --silent talk -- --jsonl --channel … --start …` prints for a script. */
async function play(script: string, channel: TalkChannel): Promise<string> {
  const output = new PassThrough();
  const printed = text(output);
  await playLines({ input: createReadStream(`${folder}/${script}.script.jsonl`), output, channel, startAt: START });
  output.end();
  return await printed;
}

describe('a golden transcript', () => {
  it.each(['telegram', 'zalo-bot'] as const)(
    'of the whole programme, from the request to the decision, is the same word for word: %s',
    async (channel) => {
      await expect(await play('equipment', channel)).toMatchFileSnapshot(`../golden/equipment.${channel}.jsonl`);
    },
    60_000,
  );
});
