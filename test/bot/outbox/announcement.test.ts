import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../../bot/channels/channel.ts';
import { createRooms } from '../../../bot/conversation/rooms.ts';
import { type AnnouncementLedger, readAnnouncementLedgers } from '../../../records/announcement-ledger.ts';
import { pauseAnnouncement, resumeAnnouncement, stopAnnouncement } from '../../../records/announcements.ts';
import { addDelivery } from '../../../records/deliveries.ts';
import { addReaders, announce, planSlice, type Reader } from '../../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  addCentre,
  createEchoRooms,
  createTestBot,
  createTestClock,
  loadRealParts,
  type TestBot,
} from '../../support/test-bot.ts';

const MORNING = '2026-11-23T02:00:00Z'; // 09:00 in the office
const clock = createTestClock(MORNING);
let database: TestDatabase;
let bot: TestBot;

beforeEach(async () => {
  clock.set(MORNING);
  database = await createTestDatabase();
  bot = createTestBot({ url: database.url, clock, rooms: createEchoRooms() });
  await addCentre(bot.db, clock.now());
});
afterEach(async () => {
  await bot.close();
  await database.drop();
});

/** An announcement whose messages stand in the ledger. */
async function planned(count: number): Promise<{ id: string; readers: Reader[] }> {
  const readers = await addReaders(bot.db, count, { now: clock.now() });
  const { id } = await announce(bot.db, { now: clock.now() });
  clock.advance(5 * 60_000);
  await planSlice(bot.db, { id, now: clock.now() });
  return { id, readers };
}
const stop = (id: string) =>
  bot.db.$transaction((tx) => stopAnnouncement(tx, { id, officerId: 'officer-1', now: clock.now() }));
const pause = (id: string) =>
  bot.db.$transaction((tx) => pauseAnnouncement(tx, { id, officerId: 'officer-1', now: clock.now() }));
const resume = (id: string) => bot.db.$transaction((tx) => resumeAnnouncement(tx, { id, now: clock.now() }));
async function ledgerOf(id: string): Promise<AnnouncementLedger> {
  const ledger = (await readAnnouncementLedgers(bot.db, [id])).get(id);
  if (ledger === undefined) throw new Error('It has no messages.');
  const { targeted, sent, failed, skipped, ambiguous, waiting, skippedBy } = ledger;
  expect(targeted).toBe(sent + failed + skipped + ambiguous + waiting);
  expect(skipped).toBe(Object.values(skippedBy).reduce((sum, count) => sum + count, 0));
  return ledger;
}

describe('a stopped announcement', () => {
  it('reaches nobody but those to whom it was being sent at that moment, and its sum stays exact', async () => {
    const { id } = await planned(120);
    const { promise: answer, resolve } = Promise.withResolvers<SendOutcome>();
    bot.channel.answers.push(...Array.from({ length: 120 }, () => answer));
    const sending = bot.sender.sendDue();
    await expect.poll(() => bot.channel.sent.length).toBe(25);
    const { skipped } = await stop(id);
    expect(skipped).toBe(95);
    expect(await ledgerOf(id)).toMatchObject({ targeted: 120, waiting: 25, skippedBy: { stopped: 95 } });
    resolve({ kind: 'sent' });
    await sending;
    expect(bot.channel.sent).toHaveLength(25);
    expect(await ledgerOf(id)).toMatchObject({ sent: 25, waiting: 0, skipped: 95 });
    await expect(stop(id)).rejects.toMatchObject({ code: 'announcement.not-allowed' });
  });

  it('is not tried again for those whose send had failed for the moment', async () => {
    const { id } = await planned(1);
    const { promise: answer, resolve } = Promise.withResolvers<SendOutcome>();
    bot.channel.answers.push(answer);
    const sending = bot.sender.sendDue();
    await expect.poll(() => bot.channel.sent.length).toBe(1);
    await stop(id);
    resolve({ kind: 'transient', reason: 'http-502' });
    await sending;
    clock.advance(60_000);
    await bot.sender.sendDue();
    expect(bot.channel.sent).toHaveLength(1);
    expect(await ledgerOf(id)).toMatchObject({ targeted: 1, skippedBy: { stopped: 1 } });
  });
});

describe('a paused announcement', () => {
  it('reaches nobody but those to whom it was being sent at that moment, waits as long as it must, and goes on to all others once', async () => {
    const { id } = await planned(120);
    const { promise: answer, resolve } = Promise.withResolvers<SendOutcome>();
    bot.channel.answers.push(...Array.from({ length: 25 }, () => answer));
    const sending = bot.sender.sendDue();
    await expect.poll(() => bot.channel.sent.length).toBe(25);
    await pause(id);
    resolve({ kind: 'sent' });
    await sending;
    await bot.sender.sendDue();
    expect(bot.channel.sent).toHaveLength(25);
    expect(await ledgerOf(id)).toMatchObject({ targeted: 120, sent: 25, waiting: 95 });
    clock.advance(3 * 3_600_000);
    await bot.sender.sendDue();
    expect(bot.channel.sent).toHaveLength(25);

    await resume(id);
    await bot.sender.sendDue();
    expect(await ledgerOf(id)).toMatchObject({ targeted: 120, sent: 120, waiting: 0 });
    expect(new Set(bot.channel.sent.map(({ address }) => address)).size).toBe(120);
  });

  it('holds up no reply, no reminder and no other announcement', async () => {
    const { id, readers } = await planned(3);
    bot.channel.answers.push(...Array.from({ length: 3 }, () => ({ kind: 'transient' as const, reason: 'http-502' })));
    await bot.sender.sendDue();
    await pause(id);
    clock.advance(60_000);
    for (const kind of ['reply', 'reminder'] as const) {
      await addDelivery(bot.db, {
        ...{ id: randomUUID(), key: randomUUID(), kind, content: { text: kind, choices: [] } },
        ...{ personId: readers[0]?.personId ?? '', contactId: readers[0]?.contactId ?? '' },
        ...{ notBefore: clock.now(), now: clock.now() },
      });
    }
    const other = await announce(bot.db, { text: 'Tin khác.', now: clock.now() });
    clock.advance(5 * 60_000);
    await planSlice(bot.db, { id: other.id, now: clock.now() });
    await bot.sender.sendDue();
    const texts = bot.channel.sent.slice(3).map(({ content }) => content.text);
    expect(texts).toEqual(expect.arrayContaining(['reply', 'reminder']));
    expect(await ledgerOf(other.id)).toMatchObject({ sent: 3 });
    expect(await ledgerOf(id)).toMatchObject({ targeted: 3, waiting: 3 });
  });

  it('can be stopped, also when one of it was being sent and comes back to wait', async () => {
    const { id } = await planned(30);
    const { promise: answer, resolve } = Promise.withResolvers<SendOutcome>();
    bot.channel.answers.push(...Array.from({ length: 30 }, () => answer));
    const sending = bot.sender.sendDue();
    await expect.poll(() => bot.channel.sent.length).toBe(25);
    await pause(id);
    expect((await stop(id)).skipped).toBe(5);
    resolve({ kind: 'transient', reason: 'http-502' });
    await sending;
    clock.advance(60_000);
    await bot.sender.sendDue();
    expect(bot.channel.sent).toHaveLength(25);
    expect(await ledgerOf(id)).toMatchObject({ targeted: 30, skippedBy: { stopped: 30 }, waiting: 0 });
    await expect(resume(id)).rejects.toMatchObject({ code: 'announcement.not-allowed' });
  });
});

describe('an announcement on its way', () => {
  it('passes over who has said stop meanwhile, and who turned out to be told already', async () => {
    const { id, readers } = await planned(4);
    const [quiet, first, second] = readers;
    await bot.db.person.update({ where: { id: quiet?.personId }, data: { wantsNews: false } });
    // As joining does: all that is the one's becomes the other's.
    const into = { where: { personId: second?.personId }, data: { personId: first?.personId ?? '' } };
    await bot.db.contact.updateMany(into);
    await bot.db.delivery.updateMany(into);
    await bot.sender.sendDue();
    expect(await ledgerOf(id)).toMatchObject({
      targeted: 4,
      sent: 2,
      skippedBy: { 'said-stop': 1, 'told-already': 1 },
    });
  });

  it('is never sent again when nobody can know whether it arrived', async () => {
    const { id } = await planned(3);
    bot.channel.answers.push({ kind: 'ambiguous', reason: 'timeout' });
    await bot.sender.sendDue();
    clock.advance(3_600_000);
    await bot.sender.recoverStuck();
    await bot.sender.sendDue();
    expect(bot.channel.sent).toHaveLength(3);
    expect(await ledgerOf(id)).toMatchObject({ sent: 2, ambiguous: 1 });
  });

  it('makes nobody’s reply wait, however many it is for and however slow the platform', async () => {
    const { id } = await planned(400);
    const send = bot.channel.send;
    bot.channel.send = async (message) => {
      await sleep(100);
      return await send(message);
    };
    const sending = bot.sender.sendDue();
    await expect.poll(() => bot.channel.sent.length).toBeGreaterThan(20);
    await bot.say('mai', 'chào');
    await expect.poll(() => bot.channel.sent.some(({ address }) => address === 'mai'), { interval: 5 }).toBe(true);
    expect((await ledgerOf(id)).waiting).toBeGreaterThan(100);
    await sending;
    expect(await ledgerOf(id)).toMatchObject({ sent: 400 });
  });

  it('holds up no reply while it waits for its next attempt', async () => {
    const { readers } = await planned(1);
    bot.channel.answers.push({ kind: 'transient', reason: 'http-502' });
    await bot.sender.sendDue();
    const [reader] = readers;
    await addDelivery(bot.db, {
      ...{ id: randomUUID(), key: randomUUID(), kind: 'reply', content: { text: 'trả lời', choices: [] } },
      ...{ personId: reader?.personId ?? '', contactId: reader?.contactId ?? '' },
      ...{ notBefore: clock.now(), now: clock.now() },
    });
    await bot.sender.wake(reader?.contactId ?? '');
    expect(bot.channel.sent.map(({ content }) => content.text)).toContain('trả lời');
  });
});

describe('the line at the end of an announcement', () => {
  it('names words that stop the news, also in the middle of a form', async () => {
    const real = createTestBot({ url: database.url, clock, rooms: createRooms(), parts: await loadRealParts() });
    const { contactId } = await real.say('lan', 'chào');
    await real.settle();
    const { personId } = await real.db.contact.findUniqueOrThrow({ where: { id: contactId } });
    await real.db.person.update({ where: { id: personId }, data: { wantsNews: true } });
    const { id } = await announce(real.db, { now: clock.now() });
    clock.advance(5 * 60_000);
    await planSlice(real.db, { id, now: clock.now() });
    await real.sender.sendDue();
    const said = real.channel.sent.at(-1)?.content.text ?? '';
    const word = said.split('\n').at(-1)?.split(': ').at(-1) ?? '';
    expect(word).not.toBe('');

    for (const before of [[], ['gửi phiếu nhu cầu', 'đồng ý']]) {
      for (const text of [...before, word]) await real.say('lan', text);
      await real.settle();
      expect(real.channel.sent.at(-1)?.content.choices.map(({ key }) => key)).toContain('news:off');
    }
    // Its choices do what they say, by number too.
    const withChoices = await announce(real.db, { choices: ['register', 'remind', 'courses'], now: clock.now() });
    clock.advance(5 * 60_000);
    await planSlice(real.db, { id: withChoices.id, now: clock.now() });
    await real.sender.sendDue();
    expect(real.channel.sent.at(-1)?.content.choices).toHaveLength(3);
    await real.say('lan', '2');
    await real.settle();
    expect(await real.db.reminderWish.count({ where: { personId, stoppedAt: null } })).toBe(1);

    await real.say('lan', { kind: 'choice', key: 'news:off' });
    await real.settle();
    expect((await real.db.person.findUniqueOrThrow({ where: { id: personId } })).wantsNews).toBe(false);
    await real.close();
  });
});
