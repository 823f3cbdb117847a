import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import type { IncomingBody } from '../../../../bot/channels/channel.ts';
import { numberChoices } from '../../../../bot/channels/number-choices.ts';
import { terminalChannel } from '../../../../bot/channels/terminal/terminal-channel.ts';
import { openTalk, type Talk } from '../../../../host/talk/open-talk.ts';
import type { ChannelUnderTest } from '../support/channel-cases.ts';
import { type Ground, readJournal } from '../support/ground.ts';

let opened: Promise<Talk> | undefined;

/** The terminal of `npm run talk`. Its way in is a talk with the whole assistant, its way out the lines that it prints. */
export async function openTerminal(ground: Ground): Promise<ChannelUnderTest<IncomingBody, never>> {
  if (opened === undefined) {
    opened = openTalk({ print: () => {} });
    const { close } = await opened;
    ground.atEnd(close);
  }
  const talk = await opened;
  // A talk logs there.
  const screen = vi.spyOn(console, 'error').mockImplementation((...said) => ground.log.error({ said }, ''));

  return {
    receive: async (body) => {
      const from = randomUUID();
      await talk.say(from, body);
      const all = await readJournal(talk.db, { channel: 'terminal', account: 'talk' });
      return all
        .filter(({ address }) => address === from)
        .map((told) => ({ ...told, address: 'LAN', platformMessageId: 'ID' }));
    },
    send: async ({ content }) => {
      const printed: string[] = [];
      const terminal = terminalChannel({ print: (message) => printed.push(numberChoices(message.content)) });
      const outcome = await terminal.send({
        ...{ deliveryId: randomUUID(), contactId: randomUUID(), address: 'lan', content },
      });
      return { outcome, requests: printed };
    },
    secrets: [],
    close: async () => screen.mockRestore(),
  };
}
