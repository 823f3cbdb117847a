import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { IncomingMessage } from '../../../../bot/channels/channel.ts';
import type { Intake } from '../../../../bot/channels/inward/intake.ts';
import { createPhotoKeeper } from '../../../../bot/channels/photos/keep-photos.ts';
import { createZaloBotClient } from '../../../../bot/channels/zalo-bot/client/index.ts';
import { createZaloPhotoReceiver, photoFetchingDefaults } from '../../../../bot/channels/zalo-bot/receive-photo.ts';
import { createZaloIntake } from '../../../../bot/channels/zalo-bot/take-in.ts';
import { zaloBotChannel } from '../../../../bot/channels/zalo-bot/zalo-bot-channel.ts';
import { createReceive } from '../../../../bot/conversation/receive.ts';
import { type Db, openDatabase } from '../../../../records/database.ts';
import { openFileStore } from '../../../../records/file-store.ts';
import { type FakeZalo, startFakeZalo } from '../../../platforms/zalo/fake-zalo.ts';
import type { Fault } from '../../../platforms/zalo/faults.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { paper } from '../../../support/photos.ts';
import { createRecordingLog } from '../../../support/recording-log.ts';
import { createTestClock } from '../../../support/test-bot.ts';
import { type ChannelUnderTest, type Told, testChannel } from '../support/channel-cases.ts';
import { type Event, inwardCases } from './inward-cases.ts';
import { LAN, outwardCases, STRANGER, TO_A_STRANGER } from './outward-cases.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let db: Db;
let zalo: FakeZalo;
let folder: string;
let goodPhoto: Uint8Array;
let log: ReturnType<typeof createRecordingLog>;
let intake: Intake;
let heard: IncomingMessage[];

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
  folder = await mkdtemp(join(tmpdir(), 'khuyencong-zalo-'));
  goodPhoto = await paper();
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
  await rm(folder, { recursive: true });
});

const ids = { next: randomUUID };

beforeEach(async () => {
  zalo = await startFakeZalo();
  log = createRecordingLog();
  heard = [];
  const write = createReceive({ db, clock, ids, log, drain: async () => {} });
  const receive = async (message: IncomingMessage) => {
    heard.push(message);
    return await write(message);
  };
  const space = { storedBytesOfPerson: 10_000_000, storedBytesOfAll: 100_000_000 };
  const keepPhotos = createPhotoKeeper({ db, clock, ids, receive, files: openFileStore(folder), space, log });
  const fetching = {
    ...photoFetchingDefaults,
    hosts: [zalo.url, 'localhost', 'zdn.vn'],
    timeoutMs: 600,
    retryAfterMs: [10],
  };
  const receivePhoto = createZaloPhotoReceiver({ fetching, keepPhotos, log });
  intake = createZaloIntake({ db, clock, log, account: '4286', receive, receivePhoto });
});
afterEach(async () => {
  await intake.stop();
  await zalo.close();
});

const channel: ChannelUnderTest<Event, Fault> = {
  receive: async (given) => {
    await intake.take(typeof given === 'function' ? given({ goodPhoto, hostPhoto: zalo.hostPhoto }) : given);
    await intake.idle();
    return heard.map(({ channel: _channel, account: _account, body, ...rest }): Told => {
      if (body.kind !== 'photo') return { ...rest, body };
      return { ...rest, body: { kind: 'photo', photos: body.fileIds.length, caption: body.caption } };
    });
  },
  send: async ({ content, partsSent }, reply) => {
    zalo.person('Lan').says('chào');
    if (reply !== undefined) zalo.faults.next('sendMessage', reply);
    const client = createZaloBotClient({ token: zalo.token, baseUrl: zalo.url, timeoutMs: 500 });
    const outcome = await zaloBotChannel({ client, account: randomUUID(), monthlyLimit: 3000, db, clock, log }).send({
      ...{ deliveryId: randomUUID(), contactId: randomUUID(), content, partsSent },
      address: content.text === TO_A_STRANGER ? STRANGER : LAN,
    });
    const isRightId =
      outcome.kind === 'sent' && outcome.providerMessageId === zalo.person('Lan').received.at(-1)?.messageId;
    return {
      // Ids of messages differ each time.
      outcome: isRightId ? { ...outcome, providerMessageId: 'its id' } : outcome,
      requests: zalo.callsOf('sendMessage').map(({ body }) => body),
    };
  },
  logged: () => log.text(),
  secrets: () => [zalo.token, 'ThatMustNotLeak', '0900000001'],
};

testChannel(() => channel, { inward: inwardCases, outward: outwardCases });
