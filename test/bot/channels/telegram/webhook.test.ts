import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeTelegram, startFakeTelegram } from '../../../platforms/telegram/fake-telegram.ts';
import type { FakePerson } from '../../../platforms/telegram/person.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { takeDatabaseAway } from '../../../support/take-database-away.ts';
import { openTelegramProcess, type TelegramProcess } from '../../../support/telegram-process.ts';
import { addCentre } from '../../../support/test-bot.ts';

const SECRET = 'a-secret-that-must-not-leak';
const PATH = '/hooks/telegram/123456';

let database: TestDatabase;
let fake: FakeTelegram;
let lan: FakePerson;
let bot: TelegramProcess;

beforeEach(async () => {
  database = await createTestDatabase();
  fake = await startFakeTelegram();
  lan = fake.person('Lan');
  const { apiRoot, token } = fake;
  bot = await openTelegramProcess({ url: database.url, apiRoot, token, webhookSecret: SECRET });
  await addCentre(bot.db, new Date());
  bot.telegram.start();
  await expect.poll(() => bot.log.text()).toContain('Telegram posts to this webhook now');
});
afterEach(async () => {
  expect(bot.log.text()).not.toContain(SECRET);
  expect(bot.log.text()).not.toContain(fake.token.split(':')[1]);
  await bot.close();
  await fake.close();
  await database.drop();
});

const heard = async (...texts: string[]): Promise<void> => {
  const replies = texts.map((text) => expect.stringContaining(`heard ${text}`));
  await expect.poll(() => lan.received.map(({ text }) => text), { timeout: 10_000 }).toEqual(replies);
};
const post = async (body: BodyInit, secret?: string) =>
  (
    await fetch(`${bot.origin}${PATH}`, {
      method: 'POST',
      body,
      headers: secret === undefined ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secret },
    })
  ).status;

describe('a webhook of Telegram', () => {
  it('is registered with its secret and what it wants to hear, and answered through', async () => {
    lan.says('một');
    await heard('một');
    const set = fake.calls.find(({ method }) => method === 'setWebhook');
    expect(set?.payload).toEqual({
      url: `${bot.origin}${PATH}`,
      secret_token: SECRET,
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
    });
    expect(fake.calls.some(({ method }) => method === 'getUpdates')).toBe(false);
  });

  it('answers a message once, however often Telegram posts it', async () => {
    lan.says('một');
    for (let again = 0; again < 3; again += 1) fake.repeatLastUpdate();
    await expect.poll(() => fake.webhookTries.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await bot.settle();
    await heard('một');
  });

  it.each([
    ['none', undefined],
    ['another one', 'a-secret-that-must-not-leaj'],
    ['a part of it', SECRET.slice(0, 8)],
    ['more than it', `${SECRET}x`],
  ])('turns away whoever does not know the secret: %s', async (_name, secret) => {
    expect(await post('{"update_id":1,"message":{}}', secret)).toBe(401);
  });

  it('answers 200 to what is malformed or unknown: Telegram could not mend it', async () => {
    for (const body of ['', '{', '[]', '{"update_id":1}', '{"update_id":1,"message":[]}', 'x'.repeat(1024 * 1024)]) {
      expect(await post(body, SECRET)).toBe(200);
    }
  });

  it('answers 503 when it could not write down, and takes the repeat in order', async () => {
    const letBack = await takeDatabaseAway(database.url);
    lan.says('một');
    lan.says('hai');
    await expect.poll(() => fake.webhookTries[0]?.status).toBe(503);
    await letBack();
    await heard('một', 'hai');
  });
});
