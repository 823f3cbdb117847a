import { readdirSync, readFileSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../core/programmes/kinds.ts';
import { playLines, type TalkChannel } from '../../host/talk/play-lines.ts';

const folder = 'test/golden/programmes';
const START = new Date('2026-11-23T02:00:00Z');
const ENDING = '.script.jsonl';
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith(ENDING))
  .map((name) => name.slice(0, -ENDING.length));
const linesOf = (script: string) => readFileSync(`${folder}/${script}${ENDING}`, 'utf8').trim().split('\n');
const personOf = (script: string): string => JSON.parse(linesOf(script)[0] ?? '{}').from;

/** All scripts on one throw-away database, each by its own person; what goes out, by person. */
async function playAll(channel: TalkChannel): Promise<Map<string, string[]>> {
  const output = new PassThrough();
  const printed = text(output);
  const input = Readable.from([scripts.flatMap(linesOf).join('\n')]);
  await playLines({ input, output, channel, startAt: START });
  output.end();
  const sent = new Map<string, string[]>();
  for (const line of (await printed).trim().split('\n')) {
    const { to }: { to: string } = JSON.parse(line);
    sent.set(to, [...(sent.get(to) ?? []), line]);
  }
  return sent;
}

/** Numbers of dossiers as if nobody else had sent any, so that a script more changes no other. */
function renumber(lines: readonly string[]): string {
  const codes = [...new Set(lines.join('\n').match(/KC-\d{4}-\d{4}/g))];
  const told = lines.join('\n').replace(/KC-(\d{4})-\d{4}/g, (code, year: string) => {
    return `KC-${year}-${String(codes.indexOf(code) + 1).padStart(4, '0')}`;
  });
  return `${told}\n`;
}

it('every kind of support but the one of the whole life has its golden transcript', () => {
  expect(KINDS.map(({ id }) => id).filter((id) => id !== 'advanced-equipment' && !scripts.includes(id))).toEqual([]);
});

describe.each(['telegram', 'zalo-bot'] as const)('the golden transcript on %s', (channel) => {
  let sent: Map<string, string[]>;
  beforeAll(async () => {
    sent = await playAll(channel);
  }, 240_000);

  it.each(scripts)('of %s is the same word for word', async (script) => {
    await expect(renumber(sent.get(personOf(script)) ?? [])).toMatchFileSnapshot(
      `programmes/${script}.${channel}.jsonl`,
    );
  });
});
