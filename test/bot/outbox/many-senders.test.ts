import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Pace } from '../../../core/pacing/chat-pace.ts';
import type { Clock } from '../../../core/time.ts';
import { openDatabase } from '../../../records/database.ts';
import { addDelivery, type DeliveryKind } from '../../../records/deliveries.ts';
import { addReaders, type Reader } from '../../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  addCentre,
  createEchoRooms,
  createRecordingChannel,
  createTestBot,
  type RecordingChannel,
  type TestBot,
} from '../../support/test-bot.ts';

const PER_SECOND = 10;
const CHAT: Pace = { burst: 1, everyMs: 1_000 };

/** Nine in the morning at the office, whenever this runs; its time passes as time does. */
const MORNING_MS = Date.parse('2026-11-23T02:00:00Z');
const clock: Clock = { now: () => new Date(MORNING_MS + performance.now()) };

/** A platform that notes when each call came; `answer` says when it is answered. */
function createWatchedChannel(answer: () => Promise<unknown>, name = 'terminal') {
  const calls: { at: number; text: string; address: string }[] = [];
  const channel: RecordingChannel = createRecordingChannel({ pace: { perSecond: PER_SECOND, chat: CHAT } }, name);
  channel.send = async ({ address, content }) => {
    calls.push({ at: performance.now(), text: content.text, address });
    await answer();
    return { kind: 'sent' };
  };
  return { channel, calls };
}

let database: TestDatabase;
let bots: TestBot[];
const db = () => bots[0]?.db ?? openDatabase({ url: database.url });

beforeEach(async () => {
  database = await createTestDatabase();
  bots = [];
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.close()));
  await database.drop();
});

function start(count: number, channel: RecordingChannel): void {
  for (let index = 0; index < count; index += 1) {
    bots.push(createTestBot({ url: database.url, clock, rooms: createEchoRooms(), channel }));
  }
}

async function write(readers: readonly Reader[], kind: DeliveryKind, text: string): Promise<void> {
  const now = clock.now();
  for (const { personId, contactId } of readers) {
    const key = { id: randomUUID(), key: randomUUID(), personId, contactId };
    await addDelivery(db(), { ...key, kind, content: { text, choices: [] }, notBefore: now, now });
  }
}

/** The largest number of calls that the platform saw in any stretch of a second. */
const busiestSecond = (calls: readonly { at: number }[]): number =>
  Math.max(...calls.map(({ at }) => calls.filter((other) => other.at >= at && other.at < at + 1_000).length));

it('ten senders of one account together never begin more sends in a second than it may have', async () => {
  const { channel, calls } = createWatchedChannel(() => sleep(5 + Math.random() * 40));
  start(10, channel);
  await addCentre(db(), clock.now());
  const readers = await addReaders(db(), 60, { now: clock.now(), account: 'test', channel: 'terminal' });
  await write(readers, 'officer', 'một');
  const startedMs = performance.now();
  await Promise.all(bots.map(({ sender }) => sender.sendDue()));
  await expect.poll(() => calls.length, { timeout: 20_000 }).toBe(60);
  expect(busiestSecond(calls)).toBeLessThanOrEqual(PER_SECOND);
  expect(new Set(calls.map(({ address }) => address)).size).toBe(60);
  // Sixty at ten a second: five full seconds between the first and the last ten.
  expect(performance.now() - startedMs).toBeGreaterThan(5_000);
});

it('replies leave before reminders and these before announcements, and none waits for ever', async () => {
  const { channel, calls } = createWatchedChannel(() => sleep(5));
  start(1, channel);
  await addCentre(db(), clock.now());
  const readers = await addReaders(db(), 45, { now: clock.now(), account: 'test', channel: 'terminal' });
  await write(readers.slice(0, 15), 'announcement', 'tin');
  await write(readers.slice(15, 30), 'reminder', 'nhắc');
  await write(readers.slice(30, 45), 'reply', 'trả lời');
  void bots[0]?.sender.sendDue();
  await expect.poll(() => calls.length, { timeout: 20_000 }).toBe(45);
  const order = calls.map(({ text }) => text);
  const last = (text: string): number => order.lastIndexOf(text);
  expect(last('trả lời')).toBeLessThan(last('nhắc'));
  expect(last('nhắc')).toBeLessThan(last('tin'));
  // A second had one place for what was no reply.
  expect(order.slice(0, PER_SECOND).filter((text) => text !== 'trả lời')).toHaveLength(1);
});

it('an account that answers nobody delays no other', async () => {
  const { promise: end, resolve } = Promise.withResolvers<void>();
  const dead = createWatchedChannel(() => end);
  const alive = createWatchedChannel(() => sleep(5), 'other');
  start(1, dead.channel);
  start(1, alive.channel);
  await addCentre(db(), clock.now());
  await write(await addReaders(db(), 30, { now: clock.now(), account: 'test', channel: 'terminal' }), 'officer', 'một');
  await write(await addReaders(db(), 5, { now: clock.now(), account: 'test', channel: 'other' }), 'officer', 'hai');
  for (const { sender } of bots) void sender.sendDue();
  await expect.poll(() => alive.calls.length, { timeout: 5_000 }).toBe(5);
  expect(dead.calls).toHaveLength(PER_SECOND);
  resolve();
});
