import { beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../core/programmes/kinds.ts';
import { linesOf, listScripts, personOf, playAll, renumber } from '../golden/play-scripts.ts';

const folder = 'test/golden/programmes';
const scripts = listScripts(folder);

it('every kind of support but the one of the whole life has its golden transcript', () => {
  expect(KINDS.map(({ id }) => id).filter((id) => id !== 'advanced-equipment' && !scripts.includes(id))).toEqual([]);
});

describe.each(['telegram', 'zalo-bot'] as const)('the golden transcript on %s', (channel) => {
  let sent: Map<string, string[]>;
  beforeAll(async () => {
    sent = await playAll(
      scripts.flatMap((script) => linesOf(folder, script)),
      channel,
    );
  }, 240_000);

  it.each(scripts)('of %s is the same word for word', async (script) => {
    await expect(renumber(sent.get(personOf(linesOf(folder, script))) ?? [])).toMatchFileSnapshot(
      `../golden/programmes/${script}.${channel}.jsonl`,
    );
  });
});
