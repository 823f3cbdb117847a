import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { IncomingMessage } from '../../../../bot/channels/channel.ts';
import type { Intake } from '../../../../bot/channels/inward/intake.ts';
import { createPhotoKeeper } from '../../../../bot/channels/photos/keep-photos.ts';
import { createPhotoReceiver } from '../../../../bot/channels/photos/receive-photo.ts';
import { createTelegramApi, type TelegramApi } from '../../../../bot/channels/telegram/call-telegram.ts';
import { createFileFetcher } from '../../../../bot/channels/telegram/fetch-photo-file.ts';
import { createTelegramIntake } from '../../../../bot/channels/telegram/take-in.ts';
import { TELEGRAM, telegramChannel } from '../../../../bot/channels/telegram/telegram-channel.ts';
import { createReceive } from '../../../../bot/conversation/receive.ts';
import { type Db, openDatabase } from '../../../../records/database.ts';
import { openFileStore } from '../../../../records/file-store.ts';
import { type FakeTelegram, startFakeTelegram } from '../../../platforms/telegram/fake-telegram.ts';
import type { FakePerson } from '../../../platforms/telegram/person.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { paper } from '../../../support/photos.ts';
import { createRecordingLog } from '../../../support/recording-log.ts';
import { createTestClock } from '../../../support/test-bot.ts';
import { type ChannelUnderTest, type Told, testChannel } from '../support/channel-cases.ts';
import { type Act, inwardCases } from './inward-cases.ts';
import { outwardCases, type Trouble } from './outward-cases.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const ids = { next: randomUUID };
let database: TestDatabase;
let db: Db;
let fake: FakeTelegram;
let lan: FakePerson;
let folder: string;
let goodPhoto: Uint8Array;
let log: ReturnType<typeof createRecordingLog>;
let api: TelegramApi;
let intake: Intake;
let heard: IncomingMessage[];

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
  folder = await mkdtemp(join(tmpdir(), 'khuyencong-telegram-'));
  goodPhoto = await paper();
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  fake = await startFakeTelegram();
  lan = fake.person('Lan Nguyễn');
  log = createRecordingLog();
  heard = [];
  const write = createReceive({ db, clock, ids, log, drain: async () => {} });
  const receive = async (message: IncomingMessage) => {
    heard.push(message);
    return await write(message);
  };
  api = createTelegramApi({ token: fake.token, apiUrl: fake.apiRoot, timeoutMs: 400 });
  const space = { storedBytesOfPerson: 10_000_000, storedBytesOfAll: 100_000_000 };
  const receivePhoto = createPhotoReceiver({
    channel: TELEGRAM,
    fetch: createFileFetcher({ api, timeoutMs: 400 }),
    retryAfterMs: [10],
    keepPhotos: createPhotoKeeper({ db, clock, ids, receive, files: openFileStore(folder), space, log }),
    log,
  });
  intake = createTelegramIntake({ api, db, clock, log, account: '123456', receive, receivePhoto });
});
afterEach(async () => {
  await intake.stop();
  await fake.close();
});

/** Takes what waits at the fake, as a poll would. */
async function takeUpdates(): Promise<void> {
  const answer = await api.call('getUpdates', { timeout: 0 });
  if (answer.kind !== 'ok' || !Array.isArray(answer.result)) throw new Error('The fake told nothing.');
  for (const update of answer.result) await intake.take(update);
  await intake.idle();
}

const channel: ChannelUnderTest<Act, Trouble> = {
  receive: async (act) => {
    await act({ lan, goodPhoto, fake });
    await takeUpdates();
    // Numbers differ each time; what matters is that they are the chat's and the message's.
    return heard.map(({ channel: _channel, account: _account, body, address, platformMessageId, ...rest }): Told => {
      const told = {
        ...rest,
        address: address === String(lan.id) ? 'LAN' : address,
        platformMessageId: platformMessageId.replace(/^(tap|\d+)\/\d+$/, (_all, before: string) =>
          before === 'tap' ? 'tap/ID' : before === String(lan.id) ? 'LAN/ID' : before,
        ),
      };
      if (body.kind !== 'photo') return { ...told, body };
      return { ...told, body: { kind: 'photo', photos: body.fileIds.length, caption: body.caption } };
    });
  },
  send: async ({ content, partsSent }, trouble) => {
    lan.says('chào');
    await trouble?.({ lan, fake });
    const isClosed = trouble?.name === 'closedNetwork';
    const used = isClosed ? createTelegramApi({ token: fake.token, apiUrl: 'http://127.0.0.1:9' }) : api;
    const outcome = await telegramChannel({ api: used, account: randomUUID() }).send({
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
  logged: () => log.text(),
  secrets: () => [fake.token, 'fake-token-for-tests', '0900000001'],
};

testChannel(() => channel, { inward: inwardCases, outward: outwardCases });
