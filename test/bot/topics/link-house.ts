import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { type Bot, createBot } from '../../../bot/bot.ts';
import type { IncomingBody, MessageContent } from '../../../bot/channels/channel.ts';
import { createRooms } from '../../../bot/conversation/rooms.ts';
import { takeTurn } from '../../../bot/conversation/take-turn.ts';
import { type Db, openDatabase } from '../../../records/database.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  addCentre,
  createRecordingChannel,
  createTestClock,
  loadRealParts,
  quietLog,
  type RealParts,
} from '../../support/test-bot.ts';

/** A house with two channels for the tests of one file, and people who write on either. */
export function prepareLinkHouse() {
  const clock = createTestClock('2026-11-23T02:00:00Z');
  const channels = { page: createRecordingChannel(), zalo: createRecordingChannel({ hasButtons: false }, 'zalo-bot') };
  const rooms = createRooms();
  let database: TestDatabase;
  let db: Db;
  let bot: Bot;
  let parts: RealParts;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ url: database.url });
    await addCentre(db, clock.now());
    parts = await loadRealParts();
    bot = createBot({ db, channels: Object.values(channels), ...common() });
  });
  afterAll(async () => {
    await bot.stop();
    await db.$disconnect();
    await database.drop();
  });

  const common = () => ({ clock, ids: { next: randomUUID }, log: quietLog, rooms, ...parts });

  /** One chat on one channel. */
  function meet(on: keyof typeof channels) {
    const { name, account, sent } = channels[on];
    const address = randomUUID();
    const where = { channel: name, account, address };
    const write = (body: IncomingBody) => bot.receive({ ...where, platformMessageId: randomUUID(), body });
    const heard = () => sent.filter((message) => message.address === address).map(({ content }) => content);
    const send = async (body: IncomingBody): Promise<MessageContent> => {
      const before = heard().length;
      await write(body);
      await bot.settle();
      const [reply, another] = heard().slice(before);
      if (reply === undefined || another !== undefined) throw new Error(`${heard().length - before} replies`);
      return reply;
    };
    const contact = () => db.contact.findFirstOrThrow({ where });
    return {
      heard,
      write: (text: string) => write({ kind: 'text', text }),
      type: (text: string) => send({ kind: 'text', text }),
      tap: (key: string) => send({ kind: 'choice', key }),
      contactId: async () => (await contact()).id,
      personId: async () => (await contact()).personId,
    };
  }

  /** How many rows of each kind name a person. */
  async function countOf(personId: string): Promise<Record<string, number>> {
    const where = { where: { personId } };
    return {
      contacts: await db.contact.count(where),
      inbound: await db.inboundMessage.count(where),
      deliveries: await db.delivery.count(where),
      applications: await db.application.count(where),
      handoffs: await db.humanHandoff.count(where),
      consents: await db.consentRecord.count(where),
      files: await db.storedFile.count(where),
      dataRequests: await db.dataSubjectRequest.count(where),
      codes: await db.linkCode.count(where),
      conversations: await db.conversation.count(where),
    };
  }

  /** A turn outside the bot's own lanes, so that a test can stand in its middle. */
  const turnOf = (personId: string, after: () => Promise<void> = async () => {}) =>
    db.$transaction(async (tx) => {
      const result = await takeTurn(tx, personId, common());
      await after();
      return result;
    });

  return {
    clock,
    meet,
    countOf,
    turnOf,
    get db() {
      return db;
    },
    get bot() {
      return bot;
    },
  };
}

export type Chat = ReturnType<ReturnType<typeof prepareLinkHouse>['meet']>;

export const FORM = ['gửi phiếu nhu cầu', 'đồng ý', 'mua máy', 'miến dong'];

export async function getCode(chat: Chat): Promise<string> {
  const { text } = await chat.tap('link:show');
  return /\d{4} \d{4}/.exec(text)?.[0] ?? '';
}

export async function typeAll(chat: Chat, texts: readonly string[]): Promise<MessageContent | undefined> {
  let last: MessageContent | undefined;
  for (const text of texts) last = await chat.type(text);
  return last;
}

export async function joinChats(first: Chat, second: Chat): Promise<MessageContent> {
  await second.type(`nối ${await getCode(first)}`);
  return await second.type('1');
}
