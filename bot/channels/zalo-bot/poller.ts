import { type Polled, type Poller, startPoller } from '../inward/poller.ts';
import type { ZaloAnswer, ZaloBotClient } from './client/index.ts';
import { ZALO_BOT } from './zalo-bot-channel.ts';

/**
 * Asks Zalo for news. Zalo hands an update over once and forgets it, so the one in hand is kept until it is written down. A
 * kill between the two can lose that one.
 */
export function startZaloPoller({
  client,
  account,
  ...rest
}: {
  client: ZaloBotClient;
  account: string;
} & Omit<Parameters<typeof startPoller>[0], 'bot' | 'platform' | 'poll' | 'tellsOnce'>): Poller {
  return startPoller({
    ...rest,
    bot: { channel: ZALO_BOT, account },
    platform: 'Zalo',
    tellsOnce: true,
    poll: async (poll) => polledOf(await client.getUpdates(poll)),
  });
}

function polledOf(answer: ZaloAnswer<unknown>): Polled {
  switch (answer.kind) {
    case 'ok':
      return { kind: 'updates', updates: [answer.result ?? []].flat() };
    case 'timed-out':
      return { kind: 'nothing' };
    case 'aborted':
      return { kind: 'aborted' };
    case 'unauthorized':
      return { kind: 'trouble', says: 'ALARM: Zalo does not know this token' };
    case 'refused':
      return {
        kind: 'trouble',
        says: 'ALARM: Zalo refuses to be polled; perhaps a webhook is still set (npm run doctor)',
        facts: { code: answer.code },
      };
    default:
      return { kind: 'trouble', says: 'Zalo could not be asked for news', facts: { reason: answer.kind } };
  }
}
