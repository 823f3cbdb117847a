import { setTimeout as sleep } from 'node:timers/promises';
import type { TelegramClient } from 'telegram-test-api/lib/modules/telegramClient.js';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createRooms } from '../../../../bot/conversation/rooms.ts';
import { findFreePort } from '../../../../host/postgres/start-postgres.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { openTelegramProcess, type TelegramProcess } from '../../../support/telegram-process.ts';
import { addCentre, loadRealParts, type RealParts } from '../../../support/test-bot.ts';

const shown = z.object({
  text: z.string(),
  reply_markup: z.object({
    inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string() }))).default([]),
    keyboard: z.array(z.array(z.object({ text: z.string(), request_contact: z.boolean().optional() }))).default([]),
  }),
});
type Shown = z.infer<typeof shown>;

/** A fake that we did not write takes our bot for one of Telegram's. What it does not play: docs/decisions. */
describe('the server of telegram-test-api', () => {
  let database: TestDatabase;
  let parts: RealParts;
  let server: TelegramServer;
  let lan: TelegramClient;
  let bot: TelegramProcess;
  let polls: number;
  let token: string;

  beforeAll(async () => {
    [database, parts] = await Promise.all([createTestDatabase(), loadRealParts()]);
  });
  afterAll(async () => await database.drop());
  beforeEach(async () => {
    const port = await findFreePort();
    server = new TelegramServer({ port, host: '127.0.0.1' });
    await server.start();
    const tell = server.getUpdates.bind(server);
    polls = 0;
    // It counts taps from one at each start, and Telegram never gives an id twice to a bot.
    token = `${port}:fake-token-for-tests`;
    server.getUpdates = (asked) => {
      polls += 1;
      return tell(asked);
    };
    lan = server.getClient(token, { userId: port, chatId: port, firstName: 'Lan', timeout: 10_000 });
  });
  afterEach(async () => {
    await bot.close();
    await server.stop();
    expect(bot.log.text()).not.toContain(token);
  });

  const open = async (): Promise<void> => {
    const apiRoot = `${server.config.apiURL}/`;
    const waits = { shortestPollMs: 500 };
    bot = await openTelegramProcess({
      ...{ url: database.url, apiRoot, token, rooms: createRooms(), parts, waits },
    });
    if ((await bot.db.centre.count()) === 0) await addCentre(bot.db, new Date());
    bot.telegram.start();
  };
  /** The messages that came after it, until one says this. */
  const answered = async (act: () => Promise<unknown>, words: string): Promise<Shown> => {
    await act();
    for (;;) {
      const { result } = await lan.getUpdates();
      const found = result.map(({ message }) => shown.parse(message)).find(({ text }) => text.includes(words));
      if (found !== undefined) return found;
    }
  };
  const say = (text: string, words: string) => answered(() => lan.sendMessage(lan.makeMessage(text)), words);
  const start = (payload: string, words: string) =>
    answered(() => lan.sendCommand(lan.makeCommand(`/start ${payload}`)), words);
  const tap = ({ reply_markup: markup }: Shown, label: string, words: string) => {
    const button = markup.inline_keyboard.flat().find(({ text }) => text === label);
    return answered(() => lan.sendCallback(lan.makeCallbackQuery(button?.callback_data ?? '')), words);
  };

  it('is polled: a message is answered, a deep link opens the form, a tap answers its question', async () => {
    await open();
    await say('may say mien ho tro bao nhieu', 'Thông tư 28/2018/TT-BTC');
    const consent = await start('register', 'đồng ý không');
    await tap(consent, 'Đồng ý', 'Anh/chị cần: Mua máy móc, dây chuyền');
    await start('ask-machine-rate', 'Thông tư 28/2018/TT-BTC');
  });

  it('shows the key that shares the own number, and takes the card that comes back', async () => {
    await open();
    await tap(await start('register', 'đồng ý không'), 'Đồng ý', 'Câu 1/8');
    for (const [text, words] of [
      ['mua may', 'Câu 2/8'],
      ['mien dong', 'Câu 3/8'],
      ['xa con minh na ri', 'Câu 4/8'],
      ['HTX Tài Hoan', 'Câu 6/8'],
    ] as const)
      await say(text, words);
    const asked = await say('Nguyễn Thị Lan', 'Câu 7/8');
    expect(asked.reply_markup.keyboard[0]?.[0]).toMatchObject({ request_contact: true });
    const { text: _none, ...card } = lan.makeMessage('');
    const contact = { phone_number: '+84900000001', first_name: 'Lan', user_id: card.from.id };
    await answered(() => lan.sendMessage({ ...card, contact } as never), 'Câu 8/8');
  });

  it('is not stormed with polls, though it never holds one open', async () => {
    await open();
    await say('menu', 'Anh/chị');
    const before = polls;
    await sleep(500);
    // One every 20 ms at most, as the test has it; without the rest they are thousands a second.
    expect(polls - before).toBeGreaterThan(0);
    expect(polls - before).toBeLessThan(30);
  });
});
