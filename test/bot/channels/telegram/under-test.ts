import { randomInt, randomUUID } from 'node:crypto';
import { createPhotoReceiver } from '../../../../bot/channels/photos/receive-photo.ts';
import { createTelegramApi } from '../../../../bot/channels/telegram/call-telegram.ts';
import { createFileFetcher } from '../../../../bot/channels/telegram/fetch-photo-file.ts';
import { createTelegramIntake } from '../../../../bot/channels/telegram/take-in.ts';
import { TELEGRAM, telegramChannel } from '../../../../bot/channels/telegram/telegram-channel.ts';
import { startFakeTelegram } from '../../../platforms/telegram/fake-telegram.ts';
import type { ChannelUnderTest } from '../support/channel-cases.ts';
import { type Ground, readJournal } from '../support/ground.ts';
import type { Act } from './inward-cases.ts';
import { closedNetwork, type Trouble } from './outward-cases.ts';

/** A bot of Telegram's, in front of a fake Telegram. */
export async function openTelegram(ground: Ground): Promise<ChannelUnderTest<Act, Trouble>> {
  const { db, clock, log, receive, keepPhotos, goodPhoto } = ground;
  const fake = await startFakeTelegram();
  const lan = fake.person('Lan Nguyễn');
  const account = String(randomInt(1, 2 ** 40));
  const api = createTelegramApi({ token: fake.token, apiUrl: fake.apiRoot, timeoutMs: 400 });
  const receivePhoto = createPhotoReceiver({
    channel: TELEGRAM,
    fetch: createFileFetcher({ api, timeoutMs: 400 }),
    retryAfterMs: [10],
    keepPhotos,
    log,
  });
  const intake = createTelegramIntake({ api, db, clock, log, account, receive, receivePhoto });

  /** Takes what waits at the fake, as a poll would. */
  const takeUpdates = async (): Promise<void> => {
    const answer = await api.call('getUpdates', { timeout: 0 });
    if (answer.kind !== 'ok' || !Array.isArray(answer.result)) throw new Error('The fake told nothing.');
    for (const update of answer.result) await intake.take(update);
    await intake.idle();
  };
  /** Numbers differ each time; what matters is that they are the chat's and the message's. */
  const named = (id: string): string =>
    id.replace(/^(tap|\d+)\/\d+$/, (_all, before: string) =>
      before === 'tap' ? 'tap/ID' : before === String(lan.id) ? 'LAN/ID' : before,
    );

  return {
    receive: async (act) => {
      await act({ lan, goodPhoto, fake });
      await takeUpdates();
      const told = await readJournal(db, { channel: TELEGRAM, account });
      return told.map((one) => ({
        ...one,
        address: one.address === String(lan.id) ? 'LAN' : one.address,
        platformMessageId: named(one.platformMessageId),
      }));
    },
    send: async ({ content, partsSent }, trouble) => {
      lan.says('chào');
      await trouble?.({ lan, fake });
      const isClosed = trouble === closedNetwork;
      const used = isClosed ? createTelegramApi({ token: fake.token, apiUrl: 'http://127.0.0.1:9' }) : api;
      const outcome = await telegramChannel({ api: used, account, db }).send({
        ...{ deliveryId: randomUUID(), contactId: randomUUID(), content, partsSent },
        address: String(lan.id),
      });
      const isRightId = outcome.kind === 'sent' && outcome.providerMessageId === String(lan.last()?.message_id);
      return {
        outcome: isRightId ? { ...outcome, providerMessageId: 'its id' } : outcome,
        requests: fake.calls
          .filter(({ method }) => method === 'sendMessage')
          .map(({ payload: { chat_id, link_preview_options, ...rest } }) => ({
            ...rest,
            ...(chat_id === String(lan.id) && link_preview_options ? {} : { chat_id }),
          })),
      };
    },
    secrets: [fake.token, 'fake-token-for-tests'],
    close: async () => {
      await intake.stop();
      await fake.close();
    },
  };
}
