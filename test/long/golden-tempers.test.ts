import { describe, expect, it } from 'vitest';
import { KINDS } from '../../core/programmes/kinds.ts';
import { fold } from '../../core/text/fold.ts';
import { linesOf, listScripts, personOf, playAll, renumber, sideBySide } from '../golden/play-scripts.ts';

const TEMPERS = ['hesitant', 'hurried', 'mistaken'];
const folder = 'test/golden/tempers';
const scripts = listScripts(folder);
const lets = (script: string) => linesOf(folder, script).some((line) => 'advance' in JSON.parse(line));
/** Where time passes, reminders go out; who lets none pass is played by themselves. */
const groups = [scripts.filter((script) => !lets(script)), scripts.filter(lets)];

it('every kind of support has the transcript of somebody who hesitates, hurries, and mistakes', () => {
  const wanted = KINDS.flatMap(({ id }) => TEMPERS.map((temper) => `${id}.${temper}`));
  expect(wanted.filter((script) => !scripts.includes(script))).toEqual([]);
});

describe.each(['telegram', 'zalo-bot'] as const)('who is not patient, on %s', (channel) => {
  it.each(groups.map((group) => [group.length, group] as const))(
    'is met by the same words: %i scripts',
    async (_count, group) => {
      const sent = await playAll(sideBySide(group.map((script) => linesOf(folder, script))), channel);
      for (const script of group) {
        await expect(renumber(sent.get(personOf(linesOf(folder, script))) ?? [])).toMatchFileSnapshot(
          `../golden/tempers/${script}.${channel}.jsonl`,
        );
      }
    },
    300_000,
  );
});

describe('who types without accents', () => {
  const patient = listScripts('test/golden/programmes').map((script) => linesOf('test/golden/programmes', script));
  const plain = (line: string) => {
    const { text, ...rest } = JSON.parse(line);
    return JSON.stringify(text === undefined ? rest : { ...rest, text: fold(text) });
  };

  it('is met by the same words, but for their own', async () => {
    const asTyped = await playAll(sideBySide(patient), 'zalo-bot');
    const withoutMarks = await playAll(sideBySide(patient.map((lines) => lines.map(plain))), 'zalo-bot');
    for (const [person, said] of asTyped) {
      expect(withoutMarks.get(person)?.map(fold), person).toEqual(said.map(fold));
    }
  }, 300_000);
});
