import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, MessageContent } from '../../../bot/channels/channel.ts';
import { createTelegramApi } from '../../../bot/channels/telegram/call-telegram.ts';
import { telegramChannel } from '../../../bot/channels/telegram/telegram-channel.ts';
import { createZaloBotClient } from '../../../bot/channels/zalo-bot/client/index.ts';
import { zaloBotChannel } from '../../../bot/channels/zalo-bot/zalo-bot-channel.ts';
import { type Db, openDatabase } from '../../../records/database.ts';
import { type FakeTelegram, startFakeTelegram } from '../../platforms/telegram/fake-telegram.ts';
import { type FakeZalo, startFakeZalo } from '../../platforms/zalo/fake-zalo.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createTestClock, quietLog } from '../../support/test-bot.ts';

/** Words and links, some as a Mac writes them: more characters before NFC than after. */
const word = fc.oneof(
  fc.constantFrom('khuyến', 'công', 'hỗ', 'trợ', 'miến', '🇻🇳', '👩🏽‍🌾', 'ế'.normalize('NFD').repeat(40)),
  fc.webUrl({ withQueryParameters: true }),
);
const sentence = (maxLength: number) =>
  fc.array(word, { minLength: 1, maxLength }).map((words) => words.join(words.length % 3 === 0 ? '\n' : ' '));
const message: fc.Arbitrary<MessageContent> = fc.record(
  {
    text: sentence(900),
    choices: fc.array(
      fc.record({
        key: fc.oneof(
          { weight: 9, arbitrary: fc.constant('a:b') },
          { weight: 1, arbitrary: fc.constant('ế'.repeat(22)) },
        ),
        label: fc.oneof({ weight: 4, arbitrary: sentence(4) }, { weight: 1, arbitrary: sentence(400) }),
      }),
      { maxLength: 7 },
    ),
    contactButton: fc.constant('Gửi số điện thoại của tôi'),
    endsContactButton: fc.constant('Vâng ạ.'),
  },
  { requiredKeys: ['text', 'choices'] },
);

let database: TestDatabase;
let db: Db;
let zalo: FakeZalo;
let telegram: FakeTelegram;

beforeAll(async () => {
  [database, zalo, telegram] = await Promise.all([
    createTestDatabase(),
    startFakeZalo({ monthlyLimit: 1_000_000 }),
    startFakeTelegram(),
  ]);
  db = openDatabase({ url: database.url });
});
afterAll(async () => {
  await db.$disconnect();
  await Promise.all([database.drop(), zalo.close(), telegram.close()]);
});

/** The fakes refuse what is too long, as the platforms do. */
async function expectTaken(channel: Channel, address: string, received: () => string[]): Promise<void> {
  const letters = (text: string): string => text.normalize('NFC').replace(/\s/g, '');
  await fc.assert(
    fc.asyncProperty(message, async (content) => {
      const before = received().length;
      const sent = await channel.send({ deliveryId: randomUUID(), contactId: randomUUID(), address, content });
      const parts = received().slice(before);
      expect(sent).toMatchObject({ kind: 'sent', partsSent: parts.length });
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(channel.limits.maxTextLength);
      expect(letters(parts.join(''))).toContain(letters(content.text));
    }),
    { numRuns: 60 },
  );
}

describe('whatever is said, with whatever choices,', () => {
  it('Zalo is never sent a text above 2,000', async () => {
    const lan = zalo.person('Lan');
    lan.says('chào');
    const client = createZaloBotClient({ token: zalo.token, baseUrl: zalo.url });
    const clock = createTestClock('2026-11-23T02:00:00Z');
    const channel = zaloBotChannel({ client, account: '4286', monthlyLimit: 1_000_000, db, clock, log: quietLog });
    expect(channel.limits.maxTextLength).toBe(2000);
    await expectTaken(channel, lan.id, () => lan.texts());
  });

  it('Telegram is never sent a text above 4,096, nor a button that it would refuse', async () => {
    const lan = telegram.person('Lan');
    lan.says('chào');
    const api = createTelegramApi({ token: telegram.token, apiUrl: telegram.apiRoot });
    const channel = telegramChannel({ api, account: '123456', db });
    expect(channel.limits.maxTextLength).toBe(4096);
    await expectTaken(channel, String(lan.id), () => lan.received.map(({ text }) => text));
  });
});
