import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { numberChoices } from '../../bot/channels/number-choices.ts';
import { wordsFor } from '../../locales/words.ts';
import { openTalk } from './open-talk.ts';

/** A conversation in the terminal, by hand. An empty line is an empty message; Ctrl-D ends it. */
export async function talkByHand(options: { provinceCode?: string }): Promise<void> {
  const words = wordsFor('vi');
  stdout.write(`${words.t('talk:starting')}\n`);
  const talk = await openTalk({
    provinceCode: options.provinceCode,
    print: ({ content }) => stdout.write(`\n${numberChoices(content)}\n\n`),
  });
  stdout.write(`${words.t('talk:ready')}\n`);
  const terminal = createInterface({ input: stdin, output: stdout, prompt: '> ' });
  terminal.prompt();
  try {
    for await (const text of terminal) {
      await talk.say('terminal', { kind: 'text', text });
      terminal.prompt();
    }
  } finally {
    await talk.close();
  }
}
