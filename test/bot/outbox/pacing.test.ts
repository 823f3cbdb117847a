import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

describe('a sender', () => {
  let database: TestDatabase;
  let channel: RecordingChannel;
  let bot: TestBot;

  beforeEach(async () => {
    database = await createTestDatabase();
    channel = createRecordingChannel({ pace: { perSecond: 25, chat: { burst: 2, everyMs: 400 } } });
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
    channel.answers.push({ kind: 'rate-limited', retryAfterMs: 2_000 });
    await bot.say('lan', 'mưa');
    await bot.settle();
    await bot.say('hoa', 'một');
    await bot.settle();
    expect(channel.sent).toHaveLength(1);
    await expect.poll(sent, { timeout: 8_000 }).toHaveLength(3);
    expect(sent().toSorted()).toEqual(['heard mưa', 'heard mưa', 'heard một']);
  });
});
