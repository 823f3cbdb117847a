import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../../bot/channels/channel.ts';
import { claimNextDelivery } from '../../../records/claim-deliveries.ts';
import { addDelivery, type DeliveryKind } from '../../../records/deliveries.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
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
let lan: { personId: string; contactId: string };

beforeEach(async () => {
  clock.set(MORNING);
  database = await createTestDatabase();
  bot = createTestBot({ url: database.url, clock, rooms: createEchoRooms() });
  await addCentre(bot.db, clock.now());
  const { contactId } = await bot.say('lan', 'chào');
  await bot.settle();
  const contact = await bot.db.contact.findUniqueOrThrow({ where: { id: contactId } });
  lan = { personId: contact.personId, contactId };
  bot.channel.sent.length = 0;
});

afterEach(async () => {
  await bot.close();
  await database.drop();
});

async function write(
  text: string,
  more: { kind?: DeliveryKind; key?: string; notBefore?: Date; notAfter?: Date } = {},
) {
  const added = await addDelivery(bot.db, {
    id: randomUUID(),
    key: more.key ?? randomUUID(),
    ...lan,
    kind: more.kind ?? 'reply',
    content: { text, choices: [] },
    notBefore: more.notBefore ?? clock.now(),
    notAfter: more.notAfter,
    now: clock.now(),
  });
  return added?.seq;
}

const sentTexts = (): string[] => bot.channel.sent.map(({ content }) => content.text);
const status = async (seq: number | undefined) => {
  const row = await bot.db.delivery.findUniqueOrThrow({ where: { seq } });
  return { status: row.status, reason: row.reason };
};
const answerNext = (...outcomes: SendOutcome[]) => bot.channel.answers.push(...outcomes);

describe('the ledger', () => {
  it('takes a key once and changes nothing the second time', async () => {
    const first = await write('một', { key: 'reminder/1' });
    expect(await write('hai', { key: 'reminder/1' })).toBeUndefined();
    await bot.sender.wake(lan.contactId);
    expect(first).toBeTypeOf('number');
    expect(sentTexts()).toEqual(['một']);
  });

  it('sends a person the messages in the order in which they were written', async () => {
    for (const text of ['1', '2', '3', '4', '5']) await write(text);
    await Promise.all([bot.sender.wake(lan.contactId), bot.sender.sendDue(), bot.sender.wake(lan.contactId)]);
    expect(sentTexts()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('sends each message once when two senders in two processes are woken together', async () => {
    const other = createTestBot({ url: database.url, clock, rooms: createEchoRooms(), channel: bot.channel });
    for (let index = 0; index < 30; index += 1) await write(String(index));
    await Promise.all([bot.sender.wake(lan.contactId), other.sender.wake(lan.contactId)]);
    // Whoever found the other one sending has left; what remains is the sweep's.
    await bot.sender.sendDue();
    expect(sentTexts()).toEqual(Array.from({ length: 30 }, (_, index) => String(index)));
    await other.close();
  });

  it('takes no later message while another process is just taking the one before it', async () => {
    await write('1');
    await write('2');
    const claim = { contactId: lan.contactId, now: clock.now() };
    const other = createTestBot({ url: database.url, clock, rooms: createEchoRooms(), channel: bot.channel });
    let second: Promise<unknown> | undefined;
    await bot.db.$transaction(async (tx) => {
      expect((await claimNextDelivery(tx, claim))?.content).toMatchObject({ text: '1' });
      second = claimNextDelivery(other.db, claim);
      await expect
        .poll(
          async () => bot.db.$queryRaw`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
        .toHaveLength(1);
    });
    expect(await second).toBeUndefined();
    await other.close();
  });

  it('holds later messages back while an earlier one waits for its next attempt', async () => {
    answerNext({ kind: 'transient', reason: 'network' });
    const first = await write('1');
    await write('2');
    await bot.sender.wake(lan.contactId);
    expect(sentTexts()).toEqual(['1']);
    expect(await status(first)).toEqual({ status: 'waiting', reason: 'network' });
    clock.advance(4_999);
    await bot.sender.sendDue();
    expect(sentTexts()).toEqual(['1']);
    clock.advance(1);
    await bot.sender.sendDue();
    expect(sentTexts()).toEqual(['1', '1', '2']);
  });

  it('does not hold a reply back for a message that is planned for later', async () => {
    await write('mai', { kind: 'officer', notBefore: new Date('2026-11-24T00:00:00Z') });
    await write('ngay');
    await bot.sender.wake(lan.contactId);
    expect(sentTexts()).toEqual(['ngay']);
  });

  it('gives a message up after six attempts, and then sends the next', async () => {
    answerNext(...Array.from({ length: 6 }, () => ({ kind: 'transient', reason: 'network' }) as const));
    const first = await write('1');
    await write('2');
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await bot.sender.sendDue();
      clock.advance(3_600_000);
    }
    expect(await status(first)).toEqual({ status: 'failed', reason: 'gave-up' });
    expect(sentTexts().at(-1)).toBe('2');
  });

  it('never sends again what the platform refused', async () => {
    answerNext({ kind: 'refused', reason: 'too-long' });
    const seq = await write('1');
    await bot.sender.wake(lan.contactId);
    clock.advance(86_400_000);
    await bot.sender.sendDue();
    await bot.sender.recoverStuck();
    expect(await status(seq)).toEqual({ status: 'failed', reason: 'too-long' });
    expect(sentTexts()).toEqual(['1']);
  });

  it('marks a contact that blocked us, and the next message from it makes it active again', async () => {
    answerNext({ kind: 'unreachable', reason: 'blocked' });
    await write('1');
    await bot.sender.wake(lan.contactId);
    const reminder = await write('nhắc', { kind: 'reminder' });
    await bot.sender.wake(lan.contactId);
    expect(await status(reminder)).toEqual({ status: 'skipped', reason: 'unreachable' });
    await bot.say('lan', 'tôi đây');
    expect((await bot.db.contact.findUniqueOrThrow({ where: { id: lan.contactId } })).state).toBe('active');
  });
});

describe('a send that nobody can know the end of', () => {
  it('sends an ambiguous reply once more after 60 seconds, and never a third time', async () => {
    answerNext({ kind: 'ambiguous', reason: 'timeout' }, { kind: 'ambiguous', reason: 'timeout' });
    await write('1');
    await bot.sender.wake(lan.contactId);
    clock.advance(59_999);
    await bot.sender.recoverStuck();
    await bot.sender.sendDue();
    expect(sentTexts()).toEqual(['1']);
    clock.advance(1);
    await bot.sender.recoverStuck();
    await bot.sender.sendDue();
    expect(sentTexts()).toEqual(['1', '1']);
    clock.advance(86_400_000);
    await bot.sender.recoverStuck();
    await bot.sender.sendDue();
    expect(sentTexts()).toEqual(['1', '1']);
  });

  it('does not repeat an ambiguous reply when the person has written since', async () => {
    answerNext({ kind: 'ambiguous', reason: 'timeout' });
    await write('1');
    await bot.sender.wake(lan.contactId);
    clock.advance(1_000);
    await bot.say('lan', 'alo');
    await bot.settle();
    clock.advance(60_000);
    expect((await bot.sender.recoverStuck()).resent).toBe(0);
  });

  it('never repeats an ambiguous reminder or an officer’s message', async () => {
    answerNext({ kind: 'ambiguous', reason: 'timeout' }, { kind: 'ambiguous', reason: 'timeout' });
    await write('nhắc', { kind: 'reminder' });
    await write('cán bộ', { kind: 'officer' });
    await bot.sender.wake(lan.contactId);
    clock.advance(3_600_000);
    expect((await bot.sender.recoverStuck()).resent).toBe(0);
  });

  it('calls a send that a crash cut off ambiguous after a minute, and does not settle it later', async () => {
    const gate = Promise.withResolvers<SendOutcome>();
    bot.channel.answers.push(gate.promise);
    const seq = await write('1', { kind: 'reminder' });
    const sending = bot.sender.wake(lan.contactId);
    await expect.poll(() => bot.channel.sent.length).toBe(1);
    clock.advance(60_001);
    expect((await bot.sender.recoverStuck()).recovered).toBe(1);
    gate.resolve({ kind: 'sent' });
    await sending;
    expect(await status(seq)).toEqual({ status: 'ambiguous', reason: 'interrupted' });
  });

  it('simply repeats a send that a crash cut off where repeating does no harm', async () => {
    const channel = createRecordingChannel({ sendIsRepeatable: true });
    const other = createTestBot({ url: database.url, clock, rooms: createEchoRooms(), channel });
    const seq = await write('1');
    await bot.db.delivery.update({ where: { seq }, data: { status: 'sending', attempts: 1, claimedAt: clock.now() } });
    clock.advance(5_001);
    await other.sender.recoverStuck();
    await other.sender.sendDue();
    expect(await status(seq)).toEqual({ status: 'sent', reason: null });
    await other.close();
  });
});

describe('what the bot starts by itself', () => {
  it.each([
    ['the second before 07:00', '2026-11-22T23:59:59Z', []],
    ['at 07:00', '2026-11-23T00:00:00Z', ['nhắc']],
    ['the second before 20:00', '2026-11-23T12:59:59Z', ['nhắc']],
    ['at 20:00', '2026-11-23T13:00:00Z', []],
  ])('leaves only in sending hours: %s', async (_name, now, expected) => {
    clock.set(now);
    await write('nhắc', { kind: 'reminder' });
    await bot.sender.wake(lan.contactId);
    expect(sentTexts()).toEqual(expected);
  });

  it('is skipped once it no longer helps', async () => {
    const seq = await write('nhắc', { kind: 'reminder', notAfter: new Date(clock.now().getTime() + 1000) });
    clock.advance(1000);
    await bot.sender.wake(lan.contactId);
    expect(await status(seq)).toEqual({ status: 'skipped', reason: 'too-late' });
  });

  it('never reaches somebody who said stop, asked for deletion, or is a sample', async () => {
    const news = await write('tin', { kind: 'announcement' });
    await bot.sender.wake(lan.contactId);
    expect(await status(news)).toEqual({ status: 'skipped', reason: 'said-stop' });

    await bot.db.person.update({ where: { id: lan.personId }, data: { erasedAt: clock.now(), wantsNews: true } });
    const afterErasure = await write('tin', { kind: 'announcement' });
    await bot.sender.wake(lan.contactId);
    expect(await status(afterErasure)).toEqual({ status: 'skipped', reason: 'erased' });

    await bot.db.person.update({ where: { id: lan.personId }, data: { isSample: true } });
    const sample = await write('tin', { kind: 'officer' });
    await bot.sender.wake(lan.contactId);
    expect(await status(sample)).toEqual({ status: 'skipped', reason: 'sample' });
    expect(sentTexts()).toEqual([]);
  });
});
