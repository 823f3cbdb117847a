import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageContent, SendOutcome } from '../../../../bot/channels/channel.ts';
import { createZaloBotClient } from '../../../../bot/channels/zalo-bot/client/index.ts';
import { zaloBotChannel } from '../../../../bot/channels/zalo-bot/zalo-bot-channel.ts';
import { findSentInMonth } from '../../../../records/channel-accounts.ts';
import { type Db, openDatabase } from '../../../../records/database.ts';
import type { DeliveryPicture } from '../../../../records/deliveries.ts';
import { type FakeZalo, startFakeZalo } from '../../../platforms/zalo/fake-zalo.ts';
import type { Fault } from '../../../platforms/zalo/faults.ts';
import type { FakePerson } from '../../../platforms/zalo/people.ts';
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts';
import { createTestClock, quietLog } from '../../../support/test-bot.ts';
import { IN_WORDS, keepPicture, letters } from '../support/picture.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const choices = [{ key: 'register:start', label: 'Đăng ký' }];
/** "\n1. Đăng ký" */
const CHOICE_LENGTH = 11;
let database: TestDatabase;
let db: Db;
let zalo: FakeZalo;
let lan: FakePerson;
let picture: DeliveryPicture;
let account: string;

beforeAll(async () => {
  [database, zalo] = await Promise.all([createTestDatabase(), startFakeZalo({ monthlyLimit: 1_000 })]);
  db = openDatabase({ url: database.url });
});
beforeEach(async () => {
  account = randomUUID();
  lan = zalo.person(randomUUID());
  lan.says('chào');
  picture = await keepPicture(db, { now: clock.now() });
});
afterAll(async () => {
  await db.$disconnect();
  await Promise.all([database.drop(), zalo.close()]);
});

async function send(content: MessageContent, more: { partsSent?: number } = {}): Promise<SendOutcome> {
  const client = createZaloBotClient({ token: zalo.token, baseUrl: zalo.url, timeoutMs: 500 });
  const channel = zaloBotChannel({ client, account, monthlyLimit: 1_000, db, clock, log: quietLog });
  return await channel.send({
    ...{ deliveryId: randomUUID(), contactId: randomUUID(), address: lan.id, content },
    partsSent: more.partsSent,
  });
}
const counted = () => findSentInMonth(db, { channel: 'zalo-bot', account, month: '2026-11' });

describe('a picture on Zalo', () => {
  it.each([
    ['one letter below', 1999, 1],
    ['just as long as', 2000, 1],
    ['one letter above', 2001, 2],
  ])('goes with a text %s what fits under it and costs no message of its own', async (_name, length, messages) => {
    const text = letters(length - CHOICE_LENGTH);
    expect(await send({ text, choices, picture })).toMatchObject({ kind: 'sent', partsSent: messages });
    const [first, second] = lan.received;
    expect(first).toMatchObject({ kind: 'photo', photo: picture.address });
    expect(second?.kind).toBe(messages === 2 ? 'text' : undefined);
    expect(await counted()).toBe(messages);
  });

  it('without a public address is told in words above the text, in one message', async () => {
    const { address: _, ...hidden } = picture;
    await send({ text: 'Tin mới.', choices, picture: hidden });
    expect(lan.received).toMatchObject([{ kind: 'text', text: `${IN_WORDS}\n\nTin mới.\n1. Đăng ký` }]);
    expect(await counted()).toBe(1);
  });

  it('that Zalo will not take is told in words, in one message in its place', async () => {
    zalo.faults.next('sendPhoto', { kind: 'error', code: 400, description: 'Bad Request: photo' });
    expect(await send({ text: 'Tin mới.', choices, picture })).toMatchObject({ kind: 'sent', partsSent: 1 });
    expect(lan.received).toMatchObject([{ kind: 'text', text: `${IN_WORDS}\n\nTin mới.\n1. Đăng ký` }]);
    // With no room for its words the text goes alone: never a message more.
    zalo.faults.next('sendPhoto', { kind: 'error', code: 400, description: 'Bad Request: photo' });
    await send({ text: letters(2000), choices: [], picture });
    expect(lan.received[1]).toMatchObject({ kind: 'text', text: letters(2000) });
    expect(lan.received).toHaveLength(2);
    expect(await counted()).toBe(2);
  });

  it.each<[string, Fault, SendOutcome['kind'], number]>([
    ['an answer that never comes', { kind: 'drop', done: true }, 'ambiguous', 1],
    ['a Zalo that failed', { kind: 'error', code: 500 }, 'transient', 0],
    ['a quota that is used up', { kind: 'error', code: 429 }, 'quota-exhausted', 0],
    ['a chat that is gone', { kind: 'error', code: 400, description: 'Bad Request: chat not found' }, 'unreachable', 0],
  ])('with %s is not sent as words too', async (_name, fault, kind, arrived) => {
    zalo.faults.next('sendPhoto', fault);
    expect((await send({ text: 'Tin mới.', choices, picture })).kind).toBe(kind);
    expect(lan.received).toHaveLength(arrived);
    expect(await counted()).toBe(0);
  });

  it('that arrived before the rest of a long text is not sent again with the next attempt', async () => {
    const content = { text: `${letters(1500)}\n\n${letters(1500)}`, choices, picture };
    zalo.faults.next('sendMessage', { kind: 'error', code: 500 });
    const first = await send(content);
    expect(first).toMatchObject({ kind: 'transient', partsSent: 1 });
    await send(content, { partsSent: first.partsSent });
    expect(lan.received.map(({ kind }) => kind)).toEqual(['photo', 'text']);
    expect(await counted()).toBe(2);
  });
});
