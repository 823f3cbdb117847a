import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../../bot/channels/channel.ts';
import { listChannelAccounts, pauseAccount, shortenQuotaPause } from '../../../records/channel-accounts.ts';
import { addDelivery } from '../../../records/deliveries.ts';
import { listen } from '../../../records/signals.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createRecordingLog } from '../../support/recording-log.ts';
import {
  addCentre,
  createEchoRooms,
  createRecordingChannel,
  createTestBot,
  createTestClock,
  type TestBot,
} from '../../support/test-bot.ts';

const MORNING = '2026-11-23T02:00:00Z'; // 09:00 in the office
const clock = createTestClock(MORNING);
let database: TestDatabase;
let bot: TestBot;
let lan: string;

beforeEach(async () => {
  clock.set(MORNING);
  database = await createTestDatabase();
  bot = createTestBot({ url: database.url, clock, rooms: createEchoRooms() });
  await addCentre(bot.db, clock.now());
  lan = await meet('lan');
});
afterEach(async () => {
  await bot.close();
  await database.drop();
});

async function meet(name: string): Promise<string> {
  const { contactId } = await bot.say(name, 'chào');
  await bot.settle();
  bot.channel.sent.length = 0;
  return contactId;
}
async function writeTo(contactId: string, text: string): Promise<void> {
  const { personId } = await bot.db.contact.findUniqueOrThrow({ where: { id: contactId } });
  await addDelivery(bot.db, {
    ...{ id: randomUUID(), key: randomUUID(), personId, contactId, kind: 'reply', content: { text, choices: [] } },
    ...{ notBefore: clock.now(), now: clock.now() },
  });
}
const sentTexts = (): string[] => bot.channel.sent.map(({ content }) => content.text);
const answerNext = (...outcomes: SendOutcome[]) => bot.channel.answers.push(...outcomes);

describe('an account that may not send', () => {
  it.each<[SendOutcome, number]>([
    [{ kind: 'quota-exhausted', until: new Date('2026-11-30T17:00:00Z') }, 658_800_000],
    [{ kind: 'quota-exhausted' }, 3_600_000],
    [{ kind: 'rate-limited', retryAfterMs: 7_000 }, 7_000],
    [{ kind: 'channel-broken', reason: 'unauthorized' }, 300_000],
  ])('stops for everybody and in every process, until the very millisecond: %o', async (outcome, pauseMs) => {
    const hoa = await meet('hoa');
    const second = createTestBot({ url: database.url, clock, rooms: createEchoRooms(), channel: bot.channel });
    answerNext(outcome);
    await writeTo(lan, '1');
    await bot.sender.wake(lan);
    await writeTo(hoa, 'cho Hoa');
    clock.advance(pauseMs - 1);
    for (const { sender } of [bot, second]) {
      await sender.sendDue();
      await sender.wake(hoa);
    }
    expect(sentTexts()).toEqual(['1']);
    clock.advance(1);
    await second.sender.sendDue();
    expect(sentTexts().sort()).toEqual(['1', '1', 'cho Hoa']);
    await second.close();
  });

  it('does not stop another account', async () => {
    const elsewhere = createRecordingChannel({}, 'elsewhere');
    const second = createTestBot({ url: database.url, clock, rooms: createEchoRooms(), channel: elsewhere });
    answerNext({ kind: 'quota-exhausted' });
    await writeTo(lan, '1');
    await bot.sender.wake(lan);
    await second.say('lan', 'chào');
    await second.settle();
    expect(elsewhere.sent).toHaveLength(1);
    await second.close();
  });

  it('keeps the longer of two pauses, and sends again as soon as the operator shortens it', async () => {
    answerNext({ kind: 'quota-exhausted', until: new Date('2026-11-30T17:00:00Z') });
    await writeTo(lan, '1');
    await bot.sender.wake(lan);
    const account = { channel: bot.channel.name, account: bot.channel.account };
    const until = new Date(clock.now().getTime() + 1000);
    expect(await pauseAccount(bot.db, { ...account, until, reason: 'rate-limited', now: clock.now() })).toEqual({
      isNew: false,
    });
    expect(await listChannelAccounts(bot.db)).toMatchObject([
      { pauseReason: 'quota-exhausted', pausedUntil: new Date('2026-11-30T17:00:00Z') },
    ]);
    await shortenQuotaPause(bot.db, { ...account, until: clock.now() });
    await bot.sender.sendDue();
    expect(sentTexts()).toEqual(['1', '1']);
  });

  it('raises one alarm and tells the consoles, and logs no text', async () => {
    const log = createRecordingLog();
    const told: string[] = [];
    const signals = await listen({ url: database.url });
    signals.on('console', (kind) => told.push(kind));
    const second = createTestBot({ url: database.url, clock, rooms: createEchoRooms(), channel: bot.channel, log });
    answerNext({ kind: 'quota-exhausted' });
    await writeTo(lan, 'một lời riêng');
    await second.sender.wake(lan);
    await second.sender.wake(lan);
    expect(log.lines.filter((line) => line.startsWith('ALARM'))).toHaveLength(1);
    expect(log.text()).not.toContain('lời riêng');
    await expect.poll(() => told).toEqual(['channel-account']);
    await signals.close();
    await second.close();
  });
});

describe('a text that leaves in parts', () => {
  it('goes on after the parts that are there, also in another process', async () => {
    answerNext({ kind: 'transient', reason: 'network', partsSent: 2 });
    await writeTo(lan, 'dài');
    await bot.sender.wake(lan);
    expect(bot.channel.sent.at(-1)?.partsSent).toBe(0);
    const second = createTestBot({ url: database.url, clock, rooms: createEchoRooms(), channel: bot.channel });
    clock.advance(5_000);
    await second.sender.sendDue();
    expect(bot.channel.sent.at(-1)?.partsSent).toBe(2);
    await second.close();
  });
});
