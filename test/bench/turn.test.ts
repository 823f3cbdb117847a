import { afterAll, beforeAll, expect, it } from 'vitest';
import { answersOf, DIALOGUE_LENGTH, PEER_WORDS, readAsked, sayingAt } from '../../bench/turn/dialogue.ts';
import { createRooms } from '../../bot/conversation/rooms.ts';
import { loadPlaces } from '../../host/load-places.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { addCentre, createTestBot, createTestClock, noParts, type TestBot } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let bot: TestBot;

beforeAll(async () => {
  database = await createTestDatabase();
  const parts = { ...noParts, places: await loadPlaces() };
  bot = createTestBot({ url: database.url, clock, rooms: createRooms(), parts });
  await addCentre(bot.db, clock.now());
});
afterAll(async () => {
  await bot.close();
  await database.drop();
});

it('the dialogue that is measured leads through every question to a request that was sent, and each reply tells the step', async () => {
  const person = 17;
  const asked: (number | undefined)[] = [];
  for (let step = 0; step < DIALOGUE_LENGTH; step += 1) {
    await bot.say('lan', sayingAt(step, person));
    await bot.settle();
    asked.push(readAsked(bot.channel.sent.at(-1)?.content.text ?? ''));
  }
  expect(asked).toEqual(Array.from({ length: DIALOGUE_LENGTH }, (_, step) => step + 1));
  const kept = await bot.db.applicationAnswer.findMany({ where: { application: { code: { not: null } } } });
  const said = Object.fromEntries(kept.map(({ questionId, raw }) => [questionId, raw]));
  // One that is picked of a list is kept without its words.
  expect(said).toEqual({ ...answersOf(person), 'legal-form': null });
});

it('what the peers ask is told apart in the same way', () => {
  const { consent, questions, review, sent, nothing } = PEER_WORDS;
  const asked = [consent, ...questions, review, sent('KC-1'), nothing].map(readAsked);
  expect(asked).toEqual([...Array.from({ length: DIALOGUE_LENGTH }, (_, step) => step + 1), 0]);
});
