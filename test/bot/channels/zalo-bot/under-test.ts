import { randomInt, randomUUID } from 'node:crypto';
import { createZaloBotClient } from '../../../../bot/channels/zalo-bot/client/index.ts';
import { createZaloPhotoReceiver, photoFetchingDefaults } from '../../../../bot/channels/zalo-bot/receive-photo.ts';
import { createZaloIntake } from '../../../../bot/channels/zalo-bot/take-in.ts';
import { ZALO_BOT, zaloBotChannel } from '../../../../bot/channels/zalo-bot/zalo-bot-channel.ts';
import { startFakeZalo } from '../../../platforms/zalo/fake-zalo.ts';
import type { Fault } from '../../../platforms/zalo/faults.ts';
import type { ChannelUnderTest } from '../support/channel-cases.ts';
import { type Ground, readJournal } from '../support/ground.ts';
import type { Event } from './inward-cases.ts';
import { LAN, STRANGER, TO_A_STRANGER } from './outward-cases.ts';

/** A bot of Zalo's, in front of a fake Zalo. */
export async function openZalo(ground: Ground): Promise<ChannelUnderTest<Event, Fault>> {
  const { db, clock, log, receive, keepPhotos, goodPhoto } = ground;
  const zalo = await startFakeZalo();
  const account = String(randomInt(1, 2 ** 40));
  const fetching = {
    ...photoFetchingDefaults,
    hosts: [zalo.url, 'localhost', 'zdn.vn'],
    timeoutMs: 600,
    retryAfterMs: [10],
  };
  const receivePhoto = createZaloPhotoReceiver({ fetching, keepPhotos, log });
  const intake = createZaloIntake({ db, clock, log, account, receive, receivePhoto });

  return {
    receive: async (given) => {
      await intake.take(typeof given === 'function' ? given({ goodPhoto, hostPhoto: zalo.hostPhoto }) : given);
      await intake.idle();
      return await readJournal(db, { channel: ZALO_BOT, account });
    },
    send: async ({ content, partsSent }, reply) => {
      const lan = zalo.person('Lan');
      lan.says('chào');
      if (reply !== undefined) zalo.faults.next('sendMessage', reply);
      const client = createZaloBotClient({ token: zalo.token, baseUrl: zalo.url, timeoutMs: 500 });
      const outcome = await zaloBotChannel({ client, account, monthlyLimit: 3000, db, clock, log }).send({
        ...{ deliveryId: randomUUID(), contactId: randomUUID(), content, partsSent },
        address: content.text === TO_A_STRANGER ? STRANGER : LAN,
      });
      const isRightId = outcome.kind === 'sent' && outcome.providerMessageId === lan.received.at(-1)?.messageId;
      return {
        // Ids of messages differ each time.
        outcome: isRightId ? { ...outcome, providerMessageId: 'its id' } : outcome,
        requests: zalo.callsOf('sendMessage').map(({ body }) => body),
      };
    },
    secrets: [zalo.token, 'ThatMustNotLeak'],
    close: async () => {
      await intake.stop();
      await zalo.close();
    },
  };
}
