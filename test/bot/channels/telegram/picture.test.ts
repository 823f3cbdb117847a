import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, MessageContent, SendOutcome } from '../../../../bot/channels/channel.ts';
import { createTelegramApi } from '../../../../bot/channels/telegram/call-telegram.ts';
import { telegramChannel } from '../../../../bot/channels/telegram/telegram-channel.ts';
import { type Db, openDatabase } from '../../../../records/database.ts';
import type { DeliveryPicture } from '../../../../records/deliveries.ts';
import { type FakeTelegram, startFakeTelegram } from '../../../platforms/telegram/fake-telegram.ts';
import type { FakePerson } from '../../../platforms/telegram/person.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { ALT, IN_WORDS, keepPicture, letters } from '../support/picture.ts';

const choices = [{ key: 'register:start', label: 'Đăng ký' }];
const now = new Date('2026-11-23T02:00:00Z');
let database: TestDatabase;
let db: Db;
let telegram: FakeTelegram;
let picture: DeliveryPicture;
let lan: FakePerson;

beforeAll(async () => {
  [database, telegram] = await Promise.all([createTestDatabase(), startFakeTelegram()]);
  db = openDatabase({ url: database.url });
});
beforeEach(async () => {
  picture = await keepPicture(db, { now });
  lan = telegram.person('Lan');
  lan.says('chào');
});
afterAll(async () => {
  await db.$disconnect();
  await Promise.all([database.drop(), telegram.close()]);
});

const open = (timeoutMs = 2_000): Channel =>
  telegramChannel({
    api: createTelegramApi({ token: telegram.token, apiUrl: telegram.apiRoot, timeoutMs }),
    ...{ account: '123456', db },
  });
const send = (channel: Channel, content: MessageContent, more: { to?: FakePerson; partsSent?: number } = {}) =>
  channel.send({
    ...{ deliveryId: randomUUID(), contactId: randomUUID(), content, partsSent: more.partsSent },
    address: String((more.to ?? lan).id),
  });
const message = (text: string): MessageContent => ({ text, choices, picture });
/** What was uploaded since, and what was named. */
const photosSince = (calls: number): string[] =>
  telegram.calls
    .slice(calls)
    .filter(({ method }) => method === 'sendPhoto')
    .map(({ payload }) => (typeof payload.photo === 'string' ? 'named' : 'uploaded'));

describe('a picture on Telegram', () => {
  it.each([
    ['one letter below', 1023, ['caption']],
    ['just as long as', 1024, ['caption']],
    ['one letter above', 1025, ['', 'text']],
  ])(
    'goes with a text %s what fits under it, else before it; the buttons are under the last',
    async (_, length, shown) => {
      const text = letters(length);
      expect(await send(open(), message(text))).toMatchObject({ kind: 'sent', partsSent: shown.length });
      expect(lan.received.map((one) => one.text)).toEqual(shown.map((what) => (what === '' ? '' : text)));
      expect(lan.received.map((one) => one.photo !== undefined)).toEqual(shown.map((_one, index) => index === 0));
      expect(lan.received.map(({ buttons }) => buttons.flat().length)).toEqual(shown.length === 1 ? [1] : [0, 1]);
    },
  );

  it('is uploaded once, also for many at the same moment and by another process; all others name the file', async () => {
    const people = Array.from({ length: 12 }, (_, index) => telegram.person(`Người ${index}`));
    for (const person of people) person.says('chào');
    const before = telegram.calls.length;
    const channel = open();
    const outcomes = await Promise.all(people.map((to) => send(channel, message('Tin mới.'), { to })));
    expect(outcomes.map(({ kind }) => kind)).toEqual(people.map(() => 'sent'));
    await send(open(), message('Tin mới.'));
    const photos = photosSince(before);
    expect(photos.toSorted()).toEqual([...Array.from({ length: 12 }, () => 'named'), 'uploaded']);
    expect(new Set(people.map((person) => person.last()?.photo))).toEqual(new Set([lan.last()?.photo]));
    expect(people.every(({ received }) => received.length === 1)).toBe(true);
  });

  it('that Telegram knows no more by its name is uploaded anew, and nobody gets it twice', async () => {
    const channel = open();
    await send(channel, message('Một.'));
    await db.pictureUpload.updateMany({ where: { pictureId: picture.id }, data: { fileId: 'gone' } });
    const before = telegram.calls.length;
    expect(await send(channel, message('Hai.'))).toMatchObject({ kind: 'sent' });
    expect(photosSince(before)).toEqual(['named', 'uploaded']);
    expect(lan.received.map(({ text }) => text)).toEqual(['Một.', 'Hai.']);
    expect((await db.pictureUpload.findFirstOrThrow({ where: { pictureId: picture.id } })).fileId).not.toBe('gone');
  });

  it('that Telegram will not take, or that is there no more, is told in words in the same message', async () => {
    telegram.fail('sendPhoto', { kind: 'status', status: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' });
    expect(await send(open(), message('Tin mới.'))).toMatchObject({ kind: 'sent', partsSent: 1 });
    picture = { ...picture, id: randomUUID() };
    await send(open(), message('Tin sau.'));
    expect(lan.received.map(({ text }) => text)).toEqual([`${IN_WORDS}\n\nTin mới.`, `${IN_WORDS}\n\nTin sau.`]);
    expect(lan.received[0]?.buttons.flat()).toHaveLength(1);
    expect(ALT).not.toBe('');
  });

  it.each<[string, Parameters<FakeTelegram['fail']>[1], SendOutcome['kind'], number]>([
    ['a connection that breaks before', { kind: 'drop' }, 'ambiguous', 0],
    ['a connection that breaks after', { kind: 'drop-after' }, 'ambiguous', 1],
    ['a limit of messages', { kind: 'too-many', retryAfter: 3 }, 'rate-limited', 0],
    [
      'a person who blocked the bot',
      { kind: 'status', status: 403, description: 'Forbidden: bot was blocked by the user' },
      'unreachable',
      0,
    ],
  ])('with %s ends as any message does', async (_name, fault, kind, arrived) => {
    telegram.fail('sendPhoto', fault);
    expect((await send(open(), message('Tin mới.'))).kind).toBe(kind);
    expect(lan.received).toHaveLength(arrived);
  });

  it('that arrived before its text failed is not sent again with the next attempt', async () => {
    telegram.fail('sendMessage', { kind: 'too-many', retryAfter: 3 });
    const content = message(letters(1025));
    const first = await send(open(), content);
    expect(first).toMatchObject({ kind: 'rate-limited', partsSent: 1 });
    await send(open(), content, { partsSent: first.partsSent });
    expect(lan.received.map(({ photo }) => photo !== undefined)).toEqual([true, false]);
  });
});
