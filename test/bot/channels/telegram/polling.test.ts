import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TELEGRAM } from '../../../../bot/channels/telegram/telegram-channel.ts';
import { listChannelAccounts } from '../../../../records/channel-accounts.ts';
import { type FakeTelegram, startFakeTelegram } from '../../../platforms/telegram/fake-telegram.ts';
import type { FakePerson } from '../../../platforms/telegram/person.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { takeDatabaseAway } from '../../../support/take-database-away.ts';
import {
  openTelegramProcess,
  type TelegramProcess,
  type TelegramProcessOptions,
} from '../../../support/telegram-process.ts';
import { addCentre, createEchoRooms } from '../../../support/test-bot.ts';

let database: TestDatabase;
let fake: FakeTelegram;
let lan: FakePerson;
let processes: TelegramProcess[];

beforeEach(async () => {
  database = await createTestDatabase();
  fake = await startFakeTelegram();
  lan = fake.person('Lan');
  processes = [];
});
afterEach(async () => {
  for (const each of processes) {
    expect(each.log.text()).not.toContain(fake.token.split(':')[1]);
    await each.close();
  }
  await fake.close();
  await database.drop();
});

async function start(options: Partial<TelegramProcessOptions> = {}): Promise<TelegramProcess> {
  const { apiRoot, token } = fake;
  const made = await openTelegramProcess({ url: database.url, apiRoot, token, ...options });
  if (processes.length === 0) await addCentre(made.db, new Date());
  processes.push(made);
  made.telegram.start();
  return made;
}
const textsOf = (person: FakePerson) => person.received.map(({ text }) => text);
const heard = async (person: FakePerson, ...texts: string[]): Promise<void> => {
  const replies = texts.map((text) => expect.stringContaining(`heard ${text}`));
  await expect.poll(() => textsOf(person), { timeout: 10_000 }).toEqual(replies);
};
const countOf = (method: string): number => fake.calls.filter((call) => call.method === method).length;

describe('polling', () => {
  it('answers what people write, each message once and in order', async () => {
    await start();
    for (const text of ['một', 'hai', 'ba']) lan.says(text);
    fake.repeatLastUpdate();
    await heard(lan, 'một', 'hai', 'ba');
    await expect.poll(fake.pendingUpdates).toBe(0);
    expect(lan.received).toHaveLength(3);
  });

  it('answers once what the process before had written down but not confirmed', async () => {
    const first = await start();
    lan.says('một');
    await heard(lan, 'một');
    await first.telegram.stop();
    fake.repeatLastUpdate();
    const second = await start();
    await expect.poll(fake.pendingUpdates).toBe(0);
    await second.settle();
    expect(lan.received).toHaveLength(1);
  });

  it('tells Telegram its commands, in Vietnamese and for everybody else', async () => {
    await start();
    await expect.poll(() => fake.commands.length).toBe(2);
    const names = fake.commands.map(({ language_code, commands }) => [
      language_code,
      JSON.stringify(commands).match(/(?<="command":")\w+/g),
    ]);
    expect(names).toEqual([
      [undefined, ['menu', 'back', 'repeat', 'stop', 'officer']],
      ['vi', ['menu', 'quaylai', 'doclai', 'dung', 'gapcanbo']],
    ]);
  });

  it('lets nobody wait for another: neither for a slow turn nor for one that throws', async () => {
    const { promise: forever, resolve: letGo } = Promise.withResolvers<void>();
    const rooms = createEchoRooms(async (_turn, text) => {
      if (text === 'chậm') await forever;
      if (text === 'hỏng') throw new Error('a hostile message');
    });
    await start({ rooms });
    const [slow, hostile] = [fake.person('Chậm'), fake.person('Hỏng')];
    slow.says('chậm');
    hostile.says('hỏng');
    lan.says('một');
    await heard(lan, 'một');
    hostile.says('hỏng');
    lan.says('hai');
    await heard(lan, 'một', 'hai');
    expect(slow.received).toEqual([]);
    letGo();
    await heard(slow, 'chậm');
  });

  it('confirms nothing that is not written down: after the database was away everything is answered once', async () => {
    const { log } = await start();
    await expect.poll(() => countOf('getUpdates')).toBeGreaterThan(0);
    const letBack = await takeDatabaseAway(database.url);
    lan.says('một');
    lan.says('hai');
    await expect.poll(() => log.text()).toContain('is held until it can be written down');
    expect(fake.pendingUpdates()).toBe(2);
    await letBack();
    await heard(lan, 'một', 'hai');
    await expect.poll(fake.pendingUpdates).toBe(0);
  });

  it('loses nothing when the process ends while the database is away', async () => {
    const { telegram, log } = await start();
    await expect.poll(() => countOf('getUpdates')).toBeGreaterThan(0);
    const letBack = await takeDatabaseAway(database.url);
    lan.says('một');
    await expect.poll(() => log.text()).toContain('is held until it can be written down');
    const startedMs = performance.now();
    await telegram.stop();
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    expect(log.text()).not.toContain('is lost');
    await letBack();
    await start();
    await heard(lan, 'một');
  });

  it('stops at once, in the middle of a poll', async () => {
    const { telegram } = await start({ pollSeconds: 30 });
    await expect.poll(() => countOf('getUpdates')).toBeGreaterThan(0);
    const startedMs = performance.now();
    await telegram.stop();
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });

  it('goes on after Telegram failed in every way, and says each trouble once', async () => {
    fake.fail('getUpdates', { kind: 'status', status: 500 }, 2);
    fake.fail('getUpdates', { kind: 'non-json', status: 200 });
    fake.fail('getUpdates', { kind: 'drop' });
    fake.fail('getUpdates', { kind: 'status', status: 401, description: 'Unauthorized' }, 2);
    fake.fail('getUpdates', { kind: 'too-many', retryAfter: 0 });
    const { log } = await start();
    lan.says('một');
    await heard(lan, 'một');
    expect(log.lines.filter((line) => line.includes('could not be asked'))).toHaveLength(1);
    expect(log.lines.filter((line) => line.includes('does not know this token'))).toHaveLength(1);
  });

  it('tells of a webhook that is still registered, and goes on once it is gone', async () => {
    const ask = (method: string, body: object) =>
      fetch(`${fake.apiRoot}bot${fake.token}/${method}`, { method: 'POST', body: JSON.stringify(body) });
    await ask('setWebhook', { url: 'https://elsewhere.example/telegram' });
    const { log } = await start();
    await expect.poll(() => log.text()).toContain('a webhook is registered at Telegram');
    await ask('deleteWebhook', {});
    lan.says('một');
    await heard(lan, 'một');
  });

  it('tells of another program that polls the same bot', async () => {
    const { log } = await start({ pollSeconds: 20 });
    await expect.poll(() => countOf('getUpdates')).toBe(1);
    await fetch(`${fake.apiRoot}bot${fake.token}/getUpdates`, { method: 'POST', body: '{"timeout":0}' });
    await expect.poll(() => log.text()).toContain('another program polls this Telegram bot');
  });

  it('is done by one process only, and by the next when that one ends', async () => {
    const first = await start();
    await expect.poll(() => countOf('getUpdates')).toBeGreaterThan(0);
    const second = await start();
    lan.says('một');
    await heard(lan, 'một');
    expect(second.log.text()).not.toContain('asks Telegram for news');
    await first.telegram.stop();
    lan.says('hai');
    await heard(lan, 'một', 'hai');
    expect(first.log.text() + second.log.text()).not.toContain('another program polls');
  });
});

describe('people', () => {
  it('a tap is answered first, even when it is too old for that, and again when the person taps again', async () => {
    const rooms = createEchoRooms();
    const chosen: string[] = [];
    rooms.topics = [
      {
        name: 'menu',
        choose: async (_turn, [verb = '']) => {
          chosen.push(verb);
          return { paragraphs: ['menu'], choices: [{ key: 'menu:again', label: 'Lần nữa' }] };
        },
      },
    ];
    const { settle } = await start({ rooms });
    lan.says('một');
    lan.says('menu');
    await expect.poll(() => lan.received.length).toBe(2);
    fake.fail('answerCallbackQuery', { kind: 'status', status: 400, description: 'Bad Request: query is too old' });
    const first = lan.taps('Lần nữa');
    await expect.poll(() => lan.received.length).toBe(3);
    const second = lan.taps('Lần nữa');
    await expect.poll(() => lan.received.length).toBe(4);
    await settle();
    expect(chosen).toEqual(['show', 'again', 'again']);
    expect(lan.received).toHaveLength(4);
    expect([fake.wasAnswered(first), fake.wasAnswered(second)]).toEqual([false, true]);
    const methods = fake.calls.map(({ method }) => method).filter((method) => method !== 'getUpdates');
    expect(methods.lastIndexOf('answerCallbackQuery')).toBeLessThan(methods.lastIndexOf('sendMessage'));
  });

  it('a file above 20 MB is told of before Telegram is asked for it', async () => {
    await start();
    lan.sendsDocument(new Uint8Array(9), { mimeType: 'image/jpeg', fileSize: 20 * 1024 * 1024 + 1 });
    await expect.poll(() => textsOf(lan)).toEqual([expect.stringContaining('nặng quá')]);
    expect(countOf('getFile')).toBe(0);
  });

  it('who blocks the bot cannot be reached, and can again when they let it in', async () => {
    const { db } = await start();
    lan.says('một');
    await heard(lan, 'một');
    const state = async () => (await db.contact.findFirstOrThrow({ where: { channel: TELEGRAM } })).state;
    lan.blocks();
    await expect.poll(state).toBe('unreachable');
    lan.unblocks();
    await expect.poll(state).toBe('active');
  });

  it('429 stops the whole account for as long as Telegram asked, and what waited leaves afterwards', async () => {
    const { db, bot } = await start();
    fake.fail('sendMessage', { kind: 'too-many', retryAfter: 1 });
    lan.says('một');
    await expect.poll(async () => (await listChannelAccounts(db))[0]?.pauseReason).toBe('rate-limited');
    expect(lan.received).toEqual([]);
    await sleep(1_100);
    await bot.sender.sendDue();
    await heard(lan, 'một');
  });

  it('no line in the middle of answering: nothing is lost, the account rests, and it is an alarm', async () => {
    const { db, log, telegram } = await start();
    lan.says('một');
    await heard(lan, 'một');
    await telegram.stop();
    const message = {
      ...{ deliveryId: 'd', contactId: 'c', address: String(lan.id), content: { text: 'hai', choices: [] } },
    };
    await fake.close();
    const outcomes: string[] = [];
    for (let time = 0; time < 6; time += 1) outcomes.push((await telegram.channel.send(message)).kind);
    expect(outcomes).toEqual([
      ...['transient', 'transient', 'transient', 'transient'],
      ...['channel-broken', 'channel-broken'],
    ]);
    expect(log.text()).not.toContain('hai');
    expect(await db.delivery.count({ where: { status: 'failed' } })).toBe(0);
  });
});
