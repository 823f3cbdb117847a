import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRooms } from '../../../bot/conversation/rooms.ts';
import { createContact, getContact } from '../../../records/people.ts';
import { type FakeTelegram, startFakeTelegram } from '../../platforms/telegram/fake-telegram.ts';
import type { FakePerson } from '../../platforms/telegram/person.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { openTelegramProcess, type TelegramProcess } from '../../support/telegram-process.ts';
import { addCentre, createRecordingChannel, createTestClock, type RecordingChannel } from '../../support/test-bot.ts';

const LINK = 'https://zalo.example/bot-khuyen-cong';
const MINUTE_MS = 60_000;

let database: TestDatabase;
let telegram: FakeTelegram;
let lan: FakePerson;
let zalo: RecordingChannel;
let page: RecordingChannel;
let bot: TelegramProcess;
const clock = createTestClock('2026-11-23T02:00:00Z');

beforeEach(async () => {
  clock.set('2026-11-23T02:00:00Z');
  database = await createTestDatabase();
  telegram = await startFakeTelegram({ now: () => clock.now().getTime() });
  lan = telegram.person('Lan');
  zalo = createRecordingChannel({ isRationed: true }, 'zalo-bot');
  page = createRecordingChannel({ sendIsRepeatable: true }, 'web-chat');
  bot = await open();
  await addCentre(bot.db, clock.now());
  await listen();
  lan.says('chào');
  await expect.poll(() => lan.received.length).toBe(1);
  await bot.settle();
});
afterEach(async () => {
  expect(bot.log.text()).not.toContain('máy sấy');
  await bot.close();
  await telegram.close();
  await database.drop();
});

const open = (otherWays: object = { zalo: { link: LINK } }): Promise<TelegramProcess> =>
  openTelegramProcess({
    ...{ url: database.url, apiRoot: telegram.apiRoot, token: telegram.token, webhookSecret: 'a-secret-of-tests' },
    ...{ clock, channels: [zalo, page], otherWays },
  });

async function listen(): Promise<void> {
  bot.telegram.start();
  await expect.poll(() => bot.log.text()).toContain('Telegram posts to this webhook now');
}
/** Lan asks over the webhook, which still comes; her reply cannot leave. */
async function ask(text: string): Promise<void> {
  const before = await bot.db.inboundMessage.count();
  lan.says(text);
  await expect.poll(() => bot.db.inboundMessage.count({ where: { handledAt: { not: null } } })).toBe(before + 1);
  await bot.settle();
}
async function pass(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    clock.advance(MINUTE_MS);
    await bot.bot.sender.recoverStuck();
    await bot.bot.sender.sendDue();
    await bot.settle();
  }
}
/** Long enough that five sends found no line, and a reply has waited for more than ten minutes. */
async function cutOff(): Promise<void> {
  await telegram.cutLine();
  await ask('máy sấy hỗ trợ bao nhiêu');
  await pass(20);
}
async function link(channel: RecordingChannel): Promise<string> {
  const contact = await bot.db.contact.findFirstOrThrow({ where: { channel: 'telegram' } });
  const key = { channel: channel.name, account: channel.account, address: `lan-${channel.name}` };
  await createContact(bot.db, { id: randomUUID(), personId: randomUUID(), ...key, now: clock.now() });
  const { id } = await getContact(bot.db, key);
  await bot.db.contact.update({ where: { id }, data: { personId: contact.personId } });
  return id;
}
const texts = (): string[] => lan.received.slice(1).map(({ text }) => text);
const statuses = async (): Promise<string[]> =>
  (await bot.db.delivery.findMany({ orderBy: { seq: 'asc' } })).map(({ status }) => status);
const outage = async () => (await bot.db.channelAccount.findFirst({ where: { cutOffAt: { not: null } } }))?.cutOffAt;

describe('while Telegram is cut off', () => {
  it('keeps the reply, and once the line is back explains it and names Zalo, once', async () => {
    await cutOff();
    expect(await outage()).toBeDefined();
    expect(texts()).toEqual([]);
    await telegram.mendLine();
    await pass(10);
    expect(texts()).toEqual([expect.stringContaining('máy sấy'), expect.stringContaining(LINK)]);
    expect(lan.last()?.text).toContain('Telegram vừa bị nghẽn');
    expect(lan.last()?.buttons.flat()).toEqual([{ text: 'Nối với Zalo', callback_data: 'link:show' }]);
    expect(await outage()).toBeUndefined();
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
    await ask('còn máy xay');
    await pass(10);
    expect(texts()).toHaveLength(3);
  });

  it('answers in the platform’s own call who still writes, once an outage, and never sends that again', async () => {
    await cutOff();
    await ask('có ai không');
    await expect.poll(texts).toEqual([expect.stringContaining('Trợ lý đã nhận tin')]);
    expect(texts()[0]).toContain(LINK);
    await ask('alo');
    await pass(5);
    expect(texts()).toHaveLength(1);
    const word = await bot.db.delivery.findFirstOrThrow({ where: { key: { startsWith: 'cut-off/' } } });
    expect(word).toMatchObject({ status: 'ambiguous', reason: 'unconfirmed' });
    await telegram.mendLine();
    await pass(10);
    // The three replies that waited, each once, and no second word about the outage.
    expect(texts()).toHaveLength(4);
    expect((await statuses()).toSorted()).toEqual(['ambiguous', 'sent', 'sent', 'sent', 'sent']);
  });

  it('gives what waited to her Zalo, with a word why, and nothing is doubled when the line is back', async () => {
    const contactId = await link(zalo);
    await cutOff();
    expect(zalo.sent.map(({ content }) => content.text)).toEqual([
      expect.stringMatching(/^Telegram đang bị nghẽn.*\n\nheard máy sấy/s),
    ]);
    const { state } = await bot.db.conversation.findFirstOrThrow();
    expect(state).toMatchObject({ lastContactId: contactId });
    await ask('còn máy xay');
    await pass(2);
    expect(zalo.sent.at(-1)?.content.text).toBe('heard còn máy xay');
    await telegram.mendLine();
    await pass(10);
    expect(texts().filter((text) => text.includes('heard'))).toEqual([]);
    expect(zalo.sent).toHaveLength(2);
    expect((await statuses()).filter((status) => status !== 'sent')).toEqual(['ambiguous']);
  });

  it('leaves on Telegram what would only lie on a page that nobody has open', async () => {
    await link(page);
    await cutOff();
    expect(page.sent).toEqual([]);
    await telegram.mendLine();
    await pass(10);
    expect(texts()[0]).toContain('máy sấy');
  });

  it('a process that has just begun gives no message up: the outage is in the database', async () => {
    await cutOff();
    await pass(60);
    await bot.close();
    bot = await open();
    await pass(60);
    expect(await statuses()).toEqual(['sent', 'waiting']);
    await telegram.mendLine();
    await pass(10);
    expect(texts()[0]).toContain('máy sấy');
  });

  it('says nothing of a Zalo that is not there, and nothing at all after a short break', async () => {
    await bot.close();
    bot = await open({});
    await listen();
    await telegram.cutLine();
    await ask('máy sấy hỗ trợ bao nhiêu');
    await pass(2);
    await telegram.mendLine();
    await pass(10);
    expect(texts()).toEqual(['heard máy sấy hỗ trợ bao nhiêu']);
    await cutOff();
    await telegram.mendLine();
    await pass(10);
    expect(texts().at(-1)).toBe('Telegram vừa bị nghẽn nên câu trả lời đến muộn. Tin của anh/chị không mất.');
  });

  it('was told of beforehand: the first words on Telegram name Zalo', async () => {
    await bot.close();
    bot = await openTelegramProcess({
      ...{ url: database.url, apiRoot: telegram.apiRoot, token: telegram.token, webhookSecret: 'a-secret-of-tests' },
      ...{ clock, rooms: createRooms({ zaloLink: LINK }) },
    });
    await listen();
    const hoa = telegram.person('Hoa');
    hoa.starts();
    await expect.poll(() => hoa.last()?.text).toContain(`qua Zalo: ${LINK}`);
  });
});
