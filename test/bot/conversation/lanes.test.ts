import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../../../records/database.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { addCentre, createEchoRooms, createTestBot, createTestClock, type TestBot } from '../../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
const bots: TestBot[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  const db = openDatabase({ url: database.url, poolSize: 1 });
  await addCentre(db, clock.now());
  await db.$disconnect();
});

afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.close()));
  await database.drop();
});

function startBot(rooms = createEchoRooms()): TestBot {
  const bot = createTestBot({ url: database.url, clock, rooms });
  bots.push(bot);
  return bot;
}

const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => `message ${index}`);

/** What was heard, in the order in which it was sent, without the first greeting. */
const heard = (bot: TestBot, from: string): string[] =>
  bot.channel.sent
    .filter((message) => message.address === from)
    .map(({ content }) => content.text.split('\n').at(-1) ?? '');

describe('the way in', () => {
  it('answers a redelivered message once', async () => {
    const bot = startBot();
    const first = await bot.say('lan', 'xin hỏi', 'm1');
    const second = await bot.say('lan', 'xin hỏi', 'm1');
    await bot.settle();
    expect([first.repeated, second.repeated]).toEqual([false, true]);
    expect(bot.channel.sent).toHaveLength(1);
  });

  it('answers a message that came twice at the same moment once', async () => {
    const [one, two] = [startBot(), startBot()];
    await Promise.all([one.say('lan', 'xin hỏi', 'm1'), two.say('lan', 'xin hỏi', 'm1')]);
    await Promise.all([one.settle(), two.settle()]);
    expect([...one.channel.sent, ...two.channel.sent]).toHaveLength(1);
  });

  it('makes one person of two first messages at the same moment', async () => {
    const [one, two] = [startBot(), startBot()];
    await Promise.all([one.say('lan', 'a'), two.say('lan', 'b'), one.say('lan', 'c')]);
    await Promise.all([one.settle(), two.settle()]);
    expect(await one.db.person.count()).toBe(1);
    expect(await one.db.contact.count()).toBe(1);
  });

  it('answers ten messages at once from one person, each once, in the order of arrival', async () => {
    const bot = startBot();
    await bot.say('lan', 'chào');
    for (const text of numbers(10)) void bot.say('lan', text);
    await expect
      .poll(() => bot.db.inboundMessage.count({ where: { handledAt: { not: null } } }), { timeout: 10_000 })
      .toBe(11);
    await bot.settle();
    const inOrder = await bot.db.inboundMessage.findMany({ orderBy: { seq: 'asc' } });
    expect(heard(bot, 'lan').slice(1)).toEqual(inOrder.slice(1).map((row) => `heard ${row.text}`));
  });

  it('answers each once and in order when two processes share one database', async () => {
    const [one, two] = [startBot(), startBot()];
    const people = ['lan', 'hoa', 'mai', 'cúc'];
    await Promise.all(
      people.flatMap((person) => numbers(10).map((text, index) => (index % 2 === 0 ? one : two).say(person, text))),
    );
    await expect.poll(() => one.db.inboundMessage.count({ where: { handledAt: null } }), { timeout: 10_000 }).toBe(0);
    await Promise.all([one.settle(), two.settle()]);
    for (const address of people) {
      const inbound = await one.db.inboundMessage.findMany({
        where: { contact: { address } },
        orderBy: { seq: 'asc' },
      });
      const replies = await one.db.delivery.findMany({
        where: { contact: { address } },
        orderBy: { settledAt: 'asc' },
      });
      const bySeq = await one.db.delivery.findMany({ where: { contact: { address } }, orderBy: { seq: 'asc' } });
      expect(bySeq.map((row) => row.key)).toEqual(inbound.map((row) => `reply/${row.id}`));
      expect(replies.every((row) => row.status === 'sent')).toBe(true);
    }
    expect(one.channel.sent.length + two.channel.sent.length).toBe(40);
  });

  it('sees what came in while another process held the lane and had found nothing more', async () => {
    const found = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    // The first process stands still between finding nothing and letting the lane go.
    const db = openDatabase({ url: database.url }).$extends({
      query: {
        $queryRaw: async ({ args, query }) => {
          const rows = await query(args);
          if (
            Array.isArray(rows) &&
            rows.length === 0 &&
            JSON.stringify(args).includes('"handledAt\\" IS NULL ORDER BY')
          ) {
            found.resolve();
            await gate.promise;
          }
          return rows;
        },
      },
    }) as unknown as Db;
    const one = createTestBot({ url: database.url, clock, rooms: createEchoRooms(), db });
    const two = startBot();
    bots.push(one);
    await one.say('lan', 'first words', 'm1');
    await one.settle();
    // A repeat, which finds nothing to do.
    await one.say('lan', 'first words', 'm1');
    await found.promise;
    await two.say('lan', 'second words');
    await two.settle();
    expect(heard(two, 'lan')).toEqual([]);
    gate.resolve();
    // No sweep runs here: the holder of the lane must have looked once more.
    await expect.poll(() => heard(one, 'lan')).toEqual(['heard first words', 'heard second words']);
  });

  it('writes a message down while a turn of the same person is still running', async () => {
    const gate = Promise.withResolvers<void>();
    const bot = startBot(createEchoRooms((_turn, text) => (text === 'slow' ? gate.promise : undefined)));
    await bot.say('lan', 'slow');
    await bot.say('lan', 'quick');
    expect(await bot.db.inboundMessage.count({ where: { handledAt: null } })).toBe(2);
    gate.resolve();
    await bot.settle();
    expect(heard(bot, 'lan')).toEqual(['heard slow', 'heard quick']);
  });

  it('does not let a slow person delay another', async () => {
    const gate = Promise.withResolvers<void>();
    const bot = startBot(createEchoRooms((_turn, text) => (text === 'slow' ? gate.promise : undefined)));
    await bot.say('lan', 'slow');
    await bot.say('hoa', 'quick');
    await expect.poll(() => heard(bot, 'hoa')).toEqual(['heard quick']);
    gate.resolve();
  });

  it('rolls a turn that throws back whole, and tries it again', async () => {
    let failures = 0;
    const bot = startBot(
      createEchoRooms(async ({ tx, person }) => {
        await tx.person.update({ where: { id: person.id }, data: { displayName: `try ${failures}` } });
        if (failures++ < 1) throw new Error('broken');
      }),
    );
    await bot.say('lan', 'hello there');
    await expect.poll(() => heard(bot, 'lan'), { timeout: 5_000 }).toEqual(['heard hello there']);
    expect(await bot.db.delivery.count()).toBe(1);
    expect((await bot.db.person.findFirstOrThrow()).displayName).toBe('try 1');
  });

  it('sets a message aside with an apology after three turns that threw, and goes on with the next', async () => {
    const bot = startBot(
      createEchoRooms((_turn, text) => {
        if (text === 'poison') throw new Error('broken');
      }),
    );
    await bot.say('lan', 'poison');
    await bot.say('lan', 'next');
    await expect.poll(() => heard(bot, 'lan').at(-1), { timeout: 10_000 }).toBe('heard next');
    expect(bot.channel.sent).toHaveLength(2);
    expect(bot.channel.sent[0]?.content.text).toContain('trục trặc');
  });

  it('takes up with the sweep what a crash left unanswered', async () => {
    const crashed = startBot();
    await crashed.stop();
    await crashed.say('lan', 'are you there');
    const bot = startBot();
    await bot.sweepInbound();
    expect(bot.channel.sent).toHaveLength(0);
    clock.advance(5_000);
    await bot.sweepInbound();
    await bot.settle();
    expect(heard(bot, 'lan')).toEqual(['heard are you there']);
  });

  it('answers 1,000 people who write at once', { timeout: 120_000 }, async () => {
    const bot = startBot();
    await Promise.all(Array.from({ length: 1000 }, (_, index) => bot.say(`person-${index}`, 'xin hỏi')));
    await bot.settle();
    expect(bot.channel.sent).toHaveLength(1000);
    expect(await bot.db.delivery.count({ where: { status: 'sent' } })).toBe(1000);
  });
});
