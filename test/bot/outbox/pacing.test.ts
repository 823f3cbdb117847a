import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPacer } from '../../../bot/outbox/pacer.ts';
import { systemClock } from '../../../core/time.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  addCentre,
  createEchoRooms,
  createRecordingChannel,
  createTestBot,
  type RecordingChannel,
  type TestBot,
} from '../../support/test-bot.ts';

it('whenever messages come, no stretch of time has more to one contact than a burst and one for each step', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 5 }), (waits, burst) => {
      let now = 0;
      const pacer = createPacer(() => now);
      const sentAt: number[] = [];
      for (const wait of waits) {
        now += wait;
        now += pacer.waitMs('lan');
        pacer.noteSent('lan', { burst, everyMs: 1_000 });
        sentAt.push(now);
        expect(pacer.waitMs('hoa')).toBe(0);
      }
      for (const [first, from] of sentAt.entries()) {
        for (const [last, to] of sentAt.entries()) {
          if (last >= first) expect(last - first + 1).toBeLessThanOrEqual(burst + Math.floor((to - from) / 1_000));
        }
      }
    }),
  );
});

describe('a sender', () => {
  let database: TestDatabase;
  let channel: RecordingChannel;
  let bot: TestBot;

  beforeEach(async () => {
    database = await createTestDatabase();
    channel = createRecordingChannel({ pace: { burst: 2, everyMs: 400 } });
    bot = createTestBot({ url: database.url, clock: systemClock, rooms: createEchoRooms(), channel });
    await addCentre(bot.db, new Date());
  });
  afterEach(async () => {
    await bot.close();
    await database.drop();
  });
  // The first answer greets as well.
  const sent = (): string[] => channel.sent.map(({ content }) => /heard \S+/.exec(content.text)?.[0] ?? '');

  it('keeps apart the answers to one person who floods, in order, and nobody waits behind them', async () => {
    const startedMs = performance.now();
    for (const text of ['mưa', 'nắng', 'gió', 'sương']) await bot.say('lan', text);
    await bot.say('hoa', 'một');
    await expect.poll(sent).toContain('heard một');
    expect(performance.now() - startedMs).toBeLessThan(750);
    expect(sent()).not.toContain('heard sương');
    await expect.poll(sent, { timeout: 5_000 }).toHaveLength(5);
    expect(sent().filter((text) => text !== 'heard một')).toEqual([
      'heard mưa',
      'heard nắng',
      'heard gió',
      'heard sương',
    ]);
    expect(performance.now() - startedMs).toBeGreaterThan(750);
  });

  it('goes on by itself when the short rest that a platform asked for is over', async () => {
    channel.answers.push({ kind: 'rate-limited', retryAfterMs: 300 });
    await bot.say('lan', 'mưa');
    await bot.settle();
    await bot.say('hoa', 'một');
    await bot.settle();
    expect(channel.sent).toHaveLength(1);
    await expect.poll(sent, { timeout: 3_000 }).toHaveLength(3);
    expect(sent().toSorted()).toEqual(['heard mưa', 'heard mưa', 'heard một']);
  });
});
