import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeTelegram, startFakeTelegram } from '../../../platforms/telegram/fake-telegram.ts';
import type { FakePerson } from '../../../platforms/telegram/person.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { openTelegramProcess, type TelegramProcess } from '../../../support/telegram-process.ts';
import { addCentre, createEchoRooms } from '../../../support/test-bot.ts';

let database: TestDatabase;
let fake: FakeTelegram;
let lan: FakePerson;
let bot: TelegramProcess;

/** Asked for "số", they ask for the phone number; all else they say back, with a button under it. */
const rooms = {
  ...createEchoRooms(),
  answerQuestion: async (_turn: unknown, text: string) =>
    text === 'số'
      ? { paragraphs: ['Số điện thoại?'], choices: [], contactButton: 'Gửi số' }
      : { paragraphs: [`heard ${text}`], choices: [{ key: 'menu:show', label: 'Về đầu' }] },
};
const open = async (): Promise<void> => {
  const { apiRoot, token } = fake;
  bot = await openTelegramProcess({ url: database.url, apiRoot, token, rooms });
};
const texts = () => lan.received.map(({ text }) => text).slice(1);
const said = (...expected: string[]) => expect.poll(texts, { timeout: 5_000 }).toEqual(expected);

beforeEach(async () => {
  [database, fake] = await Promise.all([createTestDatabase(), startFakeTelegram()]);
  lan = fake.person('Lan');
  await open();
  await addCentre(bot.db, new Date());
  bot.telegram.start();
  lan.says('số');
  await expect.poll(() => lan.keyboard()).toEqual([{ text: 'Gửi số', request_contact: true }]);
});
afterEach(async () => {
  await bot.close();
  await fake.close();
  await database.drop();
});

describe('the key that shares the own number', () => {
  it('is gone although the reply that takes it away is stopped in its middle and another process goes on', async () => {
    fake.fail('sendMessage', { kind: 'slow', ms: 0 });
    fake.fail('sendMessage', { kind: 'too-many', retryAfter: 1 });
    lan.presses('Gửi số');
    await said('Vâng ạ.');
    await bot.settle();
    await bot.close();
    await open();
    await sleep(1_100);
    await bot.bot.sender.sendDue();
    await said('Vâng ạ.', 'heard 0900000001');
    expect(lan.keyboard()).toEqual([]);
  });

  it('goes with the reply after that when the first was lost on the line', async () => {
    fake.fail('sendMessage', { kind: 'drop' });
    lan.presses('Gửi số');
    await expect.poll(async () => await bot.db.delivery.count({ where: { status: 'ambiguous' } })).toBe(1);
    expect(lan.keyboard()).toHaveLength(1);
    lan.says('hai');
    await said('Vâng ạ.', 'heard hai');
    expect(lan.keyboard()).toEqual([]);
    lan.says('ba');
    await said('Vâng ạ.', 'heard hai', 'heard ba');
  });

  it('goes with the next message without buttons in any case', async () => {
    await bot.db.conversation.deleteMany();
    lan.says('hai');
    await said(expect.stringContaining('heard hai'));
    expect(lan.keyboard()).toHaveLength(1);
    lan.says('menu');
    await expect.poll(() => lan.keyboard()).toEqual([]);
  });
});
