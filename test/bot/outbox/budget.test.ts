import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountOfToken } from '../../../bot/channels/inward/account-of-token.ts';
import { readAnnouncementLedgers } from '../../../records/announcement-ledger.ts';
import { countSentMessages } from '../../../records/channel-accounts.ts';
import type { Db } from '../../../records/database.ts';
import { addDelivery, type DeliveryKind } from '../../../records/deliveries.ts';
import { keepFirstQuota } from '../../../records/message-quotas.ts';
import { createWindow, type WindowFields } from '../../../records/windows.ts';
import { type FakeZalo, startFakeZalo } from '../../platforms/zalo/fake-zalo.ts';
import { addReaders, announce, EVERYBODY, planSlice, type Reader } from '../../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { addCentre, createTestClock } from '../../support/test-bot.ts';
import { openZaloProcess, type ZaloProcess } from '../../support/zalo-process.ts';

const MORNING = '2026-11-23T02:00:00Z'; // 09:00 in the office
const MONTH = '2026-11';
const clock = createTestClock(MORNING);
let database: TestDatabase;
let zalo: FakeZalo;
let first: ZaloProcess;
let second: ZaloProcess;
let db: Db;
let key: { channel: string; account: string };

beforeEach(async () => {
  clock.set(MORNING);
  database = await createTestDatabase();
  zalo = await startFakeZalo({ monthlyLimit: 10_000, now: clock.now });
  const open = () => openZaloProcess({ url: database.url, zalo, clock });
  [first, second] = [await open(), await open()];
  db = first.db;
  key = { channel: 'zalo-bot', account: accountOfToken(zalo.token) };
  await addCentre(db, clock.now());
});
afterEach(async () => {
  await first.close();
  await second.close();
  await zalo.close();
  await database.drop();
});

/** A quota of so many a month, of which these are kept for replies. */
async function allow(limit: number, reserve: number): Promise<void> {
  await keepFirstQuota(db, { ...key, limit, now: clock.now() });
  await db.messageQuota.updateMany({ data: { limit, reserve } });
}
/** Nobody polls here: that they wrote lets Zalo take what is sent to them. */
async function readers(count: number): Promise<Reader[]> {
  const people = Array.from({ length: count }, (_, index) => zalo.person(`person-${index}`));
  for (const person of people) person.says('chào');
  return await addReaders(db, count, { ...key, now: clock.now(), address: (index) => people[index]?.id ?? '' });
}

/** An announcement to all readers whose messages are due. */
async function planned(text?: string): Promise<string> {
  const { id } = await announce(db, { text, now: clock.now() });
  clock.advance(5 * 60_000);
  await planSlice(db, { id, now: clock.now() });
  return id;
}
async function ledgerOf(id: string) {
  const ledger = (await readAnnouncementLedgers(db, [id])).get(id);
  if (ledger === undefined) throw new Error('It has no messages.');
  const { targeted, sent, failed, skipped, ambiguous, waiting, skippedBy } = ledger;
  expect(targeted).toBe(sent + failed + skipped + ambiguous + waiting);
  return { targeted, sent, waiting, skippedBy };
}
const arrived = (): number => zalo.callsOf('sendMessage').length;

async function write(
  kind: DeliveryKind,
  { personId, contactId }: Reader,
  more: { notAfter?: Date; key?: string } = {},
) {
  const id = randomUUID();
  await addDelivery(db, {
    ...{ id, key: more.key ?? `${kind}/${id}`, personId, contactId, kind, notAfter: more.notAfter },
    ...{ content: { text: kind, choices: [] }, notBefore: clock.now(), now: clock.now() },
  });
  return id;
}
const statusOf = async (id: string) =>
  await db.delivery.findUniqueOrThrow({
    where: { id },
    select: { status: true, reason: true, notBefore: true },
  });

describe('an announcement on an account with a quota', () => {
  it.each<[string, number, number]>([
    ['everybody with one more than enough', 4, 5],
    ['everybody with exactly enough', 5, 5],
    ['all but one when one is short', 6, 4],
    ['one with one left', 9, 1],
    ['nobody with nothing left', 10, 0],
  ])('reaches %s, and its sum stays exact', async (_name, reserve, sent) => {
    await allow(10, reserve);
    await readers(5);
    const id = await planned();
    await first.bot.sender.sendDue();
    expect(await ledgerOf(id)).toEqual({
      ...{ targeted: 5, sent, waiting: 0 },
      skippedBy: sent === 5 ? {} : { budget: 5 - sent },
    });
    expect(arrived()).toBe(sent);
  });

  it('takes of a longer text as many places as it leaves in parts', async () => {
    await allow(10, 3);
    await readers(4);
    const id = await planned(`${'a '.repeat(900)}\n\n${'b '.repeat(900)}`);
    await first.bot.sender.sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 3, skippedBy: { budget: 1 } });
    expect(arrived()).toBe(6);
  });

  it('sent by two processes at once takes no more than the reserve leaves', async () => {
    await allow(60, 40);
    await readers(35);
    const id = await planned();
    await Promise.all([first.bot.sender.sendDue(), second.bot.sender.sendDue()]);
    await Promise.all([first.settle(), second.settle()]);
    await first.bot.sender.sendDue();
    expect(await ledgerOf(id)).toEqual({ targeted: 35, sent: 20, waiting: 0, skippedBy: { budget: 15 } });
    expect(arrived()).toBe(20);
  });

  it('is weighed only when all its messages are written down', async () => {
    await allow(10, 7);
    const people = await readers(5);
    const { id } = await announce(db, { now: clock.now() });
    clock.advance(5 * 60_000);
    await planSlice(db, { id, now: clock.now(), slice: 4 });
    await first.bot.sender.sendDue();
    expect(await ledgerOf(id)).toMatchObject({ targeted: 4, sent: 0, waiting: 4 });
    await planSlice(db, { id, now: clock.now(), slice: 4 });
    clock.advance(15_000);
    await first.bot.sender.sendDue();
    expect(await ledgerOf(id)).toMatchObject({ targeted: people.length, sent: 3, skippedBy: { budget: 2 } });
  });

  it('goes first to those whom the one before did not reach', async () => {
    await allow(10, 6);
    await readers(4);
    await db.messageQuota.updateMany({ data: { reserve: 8 } });
    const before = await planned();
    await first.bot.sender.sendDue();
    const notReached = async (id: string) =>
      (await db.delivery.findMany({ where: { announcementId: id, status: 'skipped' } })).map(
        ({ personId }) => personId,
      );
    const missed = await notReached(before);
    expect(missed).toHaveLength(2);
    await db.messageQuota.updateMany({ data: { reserve: 6 } });
    const after = await planned();
    await first.bot.sender.sendDue();
    const reached = await db.delivery.findMany({ where: { announcementId: after, status: 'sent' } });
    expect(reached.map(({ personId }) => personId).sort()).toEqual(missed.sort());
  });

  it('counts from the beginning in a new month', async () => {
    await allow(10, 9);
    await countSentMessages(db, { ...key, month: MONTH, count: 10 });
    await readers(2);
    clock.set('2026-12-01T02:00:00Z');
    const id = await planned();
    await first.bot.sender.sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 1, skippedBy: { budget: 1 } });
  });

  it('on an account without a quota reaches everybody', async () => {
    await readers(3);
    const id = await planned();
    await first.bot.sender.sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 3, skippedBy: {} });
  });
});

describe('replies', () => {
  it('spend everything, the reserve and what reminders and announcements left', async () => {
    await allow(6, 4);
    const [lan, hoa, mai] = await readers(3);
    const id = await planned();
    await first.bot.sender.sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 2 });
    for (const person of [lan, hoa, mai, lan]) if (person !== undefined) await write('officer', person);
    await first.bot.sender.sendDue();
    expect(arrived()).toBe(6);
  });

  it('that took more than the reserve leave no place to who had one, and no more is sent than there is', async () => {
    await allow(10, 5);
    await readers(5);
    const id = await planned();
    // Places are given; before anything leaves, eight replies do.
    await first.bot.sender.stop();
    await first.bot.sender.sendDue();
    expect(await db.delivery.count({ where: { budgetMonth: MONTH, status: 'waiting' } })).toBe(5);
    await countSentMessages(db, { ...key, month: MONTH, count: 8 });
    await second.bot.sender.sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 2, skippedBy: { budget: 3 } });
    expect(await db.channelAccount.findFirst()).toMatchObject({ sentInMonth: 10, startedInMonth: 2 });
  });
});

describe('a process that is killed between a place and the send', () => {
  it('leaves the place with its message: another process sends it, and it is counted once', async () => {
    await allow(10, 7);
    await readers(4);
    const id = await planned();
    await first.bot.sender.stop();
    await first.bot.sender.sendDue();
    expect(await db.delivery.count({ where: { budgetMonth: MONTH, status: 'waiting' } })).toBe(3);
    expect(await ledgerOf(id)).toMatchObject({ sent: 0, waiting: 3, skippedBy: { budget: 1 } });
    await second.bot.sender.sendDue();
    expect(await ledgerOf(id)).toMatchObject({ sent: 3, waiting: 0, skippedBy: { budget: 1 } });
    expect(await db.channelAccount.findFirst()).toMatchObject({ sentInMonth: 3, startedInMonth: 3 });
    expect(await db.delivery.count({ where: { budgetParts: { gt: 0 } } })).toBe(0);
  });

  it('of a send of which nobody knows keeps its place from nobody', async () => {
    await allow(10, 8);
    const [lan] = await readers(3);
    const id = await write('reminder', lan as Reader);
    await db.delivery.update({ where: { id }, data: { status: 'ambiguous', budgetMonth: MONTH, budgetParts: 1 } });
    const announced = await planned();
    await first.bot.sender.sendDue();
    expect(await ledgerOf(announced)).toMatchObject({ sent: 2 });
  });
});

describe('what matters most', () => {
  async function addWindow(given: Partial<WindowFields> = {}): Promise<string> {
    const id = randomUUID();
    await db.$transaction((tx) =>
      createWindow(tx, {
        ...{ id, now: new Date('2026-11-01T02:00:00Z'), programme: 'advanced-equipment' },
        ...{ opensAt: new Date('2026-11-02T01:00:00Z'), closesAt: new Date('2026-11-26T10:00:00Z') },
        ...{ provinceCodes: [], communeCodes: [], note: '', ...given },
      }),
    );
    return id;
  }
  async function wish({ personId }: Reader): Promise<void> {
    await db.reminderWish.create({
      data: {
        id: randomUUID(),
        personId,
        programme: 'advanced-equipment',
        createdAt: new Date('2026-11-01T02:00:00Z'),
      },
    });
  }
  async function draft({ personId }: Reader): Promise<void> {
    const at = clock.now();
    const event = { id: randomUUID(), seq: 1, kind: 'started', at, actorKind: 'person', requestId: 'start' };
    await db.application.create({
      data: {
        ...{ id: randomUUID(), personId, programme: 'advanced-equipment', formId: 'request', formVersion: 1 },
        ...{ createdAt: at, updatedAt: at, events: { create: event } },
      },
    });
  }
  async function remind({ personId, contactId }: Reader, windowId: string): Promise<string> {
    const id = randomUUID();
    await addDelivery(db, {
      ...{ id, key: `reminder/window/${windowId}/v1/3-days/${contactId}`, personId, contactId, kind: 'reminder' },
      ...{ content: { text: 'còn 3 ngày', choices: [] }, notBefore: clock.now(), now: clock.now() },
      ...{ windowId, windowVersion: 1, notAfter: new Date('2026-11-26T10:00:00Z') },
    });
    return id;
  }
  /** All rounds are dealt with: nothing is to come of it. */
  async function noMore(windowId: string): Promise<void> {
    const at = clock.now();
    const rounds = ['opening', '14-days', '7-days', '3-days', '1-day', '3-hours'];
    await db.windowRound.createMany({
      data: rounds.map((which) => ({ windowId, version: 1, which, dueAt: at, outcome: 'planned', at })),
    });
  }

  it('leaves first, though it was written last: an unfinished request that closes soon, then the closing, then news', async () => {
    await allow(10, 8);
    const [begun, wisher] = await readers(3);
    const windowId = await addWindow();
    for (const person of [begun, wisher] as Reader[]) await wish(person);
    await draft(begun as Reader);
    await noMore(windowId);
    // Nobody is in a talk.
    await db.contact.updateMany({ data: { lastInboundAt: new Date('2026-11-20T02:00:00Z') } });
    const news = await planned();
    const closing = await remind(wisher as Reader, windowId);
    const unfinished = await remind(begun as Reader, windowId);
    await first.bot.sender.sendDue();
    expect(await statusOf(unfinished)).toMatchObject({ status: 'sent' });
    expect(await statusOf(closing)).toMatchObject({ status: 'sent' });
    expect(await ledgerOf(news)).toMatchObject({ sent: 0, skippedBy: { budget: 3 } });
    expect(zalo.person('person-2').texts()).toEqual([]);
  });

  it('and is known to come holds its place against news that wait now', async () => {
    await allow(10, 7);
    const [wisher] = await readers(4);
    // Two rounds are to come: one day and three hours before the closing.
    await addWindow({ closesAt: new Date('2026-11-25T10:00:00Z') });
    await wish(wisher as Reader);
    const { id: windowId } = await db.applicationWindow.findFirstOrThrow();
    const dealt = ['opening', '14-days', '7-days', '3-days'];
    await db.windowRound.createMany({
      data: dealt.map((which) => ({
        windowId,
        version: 1,
        which,
        dueAt: clock.now(),
        outcome: 'planned',
        at: clock.now(),
      })),
    });
    const news = await planned();
    await first.bot.sender.sendDue();
    expect(await ledgerOf(news)).toMatchObject({ sent: 1, skippedBy: { budget: 3 } });
  });

  it('but has no room waits for the new month where it helps then, and is skipped where it does not', async () => {
    await allow(10, 10);
    const [lan, hoa] = await readers(2);
    const morning = new Date('2026-12-01T00:00:00Z');
    const late = await write('reminder', lan as Reader, { notAfter: morning });
    const helps = await write('reminder', hoa as Reader, { notAfter: new Date(morning.getTime() + 1) });
    await first.bot.sender.sendDue();
    expect(await statusOf(late)).toMatchObject({ status: 'skipped', reason: 'budget' });
    expect(await statusOf(helps)).toEqual({ status: 'waiting', reason: 'budget', notBefore: morning });
    await db.messageQuota.updateMany({ data: { reserve: 9 } });
    clock.set(morning.toISOString());
    await first.bot.sender.sendDue();
    expect(await statusOf(helps)).toMatchObject({ status: 'sent' });
  });

  it('is asked of the whole audience: a topic that one follows comes before general news', async () => {
    await allow(10, 9);
    const [lan] = await readers(2);
    await db.personInterest.create({
      data: { personId: lan?.personId ?? '', topic: 'fairs', lastAskedAt: clock.now() },
    });
    const general = await announce(db, { audience: EVERYBODY, now: clock.now() });
    const followed = await announce(db, { audience: { kind: 'topic', isOneOf: ['fairs'] }, now: clock.now() });
    clock.advance(5 * 60_000);
    for (const { id } of [general, followed]) await planSlice(db, { id, now: clock.now() });
    await first.bot.sender.sendDue();
    expect(await ledgerOf(followed.id)).toMatchObject({ targeted: 1, sent: 1 });
    expect(await ledgerOf(general.id)).toMatchObject({ targeted: 2, sent: 0, skippedBy: { budget: 2 } });
  });
});
