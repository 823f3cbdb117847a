import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startFakeTelegram } from '../platforms/telegram/fake-telegram.ts';
import { startFakeZalo } from '../platforms/zalo/fake-zalo.ts';
import { type Assistant, makePlace, type Place, READY_WORDS, runAssistant } from '../support/assistant.ts';
import { machineSlowness } from '../support/machine-slowness.ts';

const OTHERS = 12;
const MESSAGES = 200;
const HUGE = 'vay vốn mua máy sấy '.repeat(100);

/** What this test needs of a platform. */
type Platform = {
  /** What each message of somebody else that came before may add, where the platform hands over one at a time. */
  handOverMs: number;
  settings: Record<string, string>;
  person: (name: string) => Person;
  /** All that one person can do to a bot, at once. */
  harass: () => void;
  close: () => Promise<void>;
};
type Person = { says: (text: string) => unknown; count: () => number };

let ending: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ending.toReversed()) await end();
  ending = [];
});

async function zalo(): Promise<Platform> {
  const fake = await startFakeZalo({ monthlyLimit: 10_000 });
  const hostile = fake.person('Quấy');
  return {
    handOverMs: 25,
    settings: { ZALO_BOT_TOKEN: fake.token, ZALO_API_URL: fake.url, ZALO_PHOTO_HOSTS: fake.url },
    person: (name) => {
      const person = fake.person(name);
      return { says: person.says, count: () => person.received.length };
    },
    harass: () => {
      const from = { id: hostile.id, is_bot: false };
      for (const message of [
        undefined,
        {},
        { from, chat: 7 },
        { from: [], chat: { id: hostile.id }, text: { a: 1 } },
      ]) {
        hostile.causes({ event_name: 'message.text.received', message });
      }
      for (let index = 0; index < MESSAGES; index += 1) hostile.says(index % 10 === 0 ? HUGE : `quấy ${index}`);
      for (let index = 0; index < 5; index += 1) {
        hostile.sendsPhoto({ url: fake.hostPhoto({ bytes: new Uint8Array(2_000), stalls: true }) });
      }
    },
    close: fake.close,
  };
}

async function telegram(): Promise<Platform> {
  const fake = await startFakeTelegram({ enforcesRates: true, chatBurst: 12 });
  const hostile = fake.person('Quấy');
  const gone = fake.person('Chặn');
  return {
    handOverMs: 0,
    settings: { TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_URL: fake.apiRoot },
    person: (name) => {
      const person = fake.person(name);
      return { says: person.says, count: () => person.received.length };
    },
    harass: () => {
      for (const message of [
        null,
        [],
        {},
        { message_id: 'x'.repeat(1_000), chat: { id: 1.5 } },
        { chat: hostile.id, text: {} },
      ]) {
        hostile.causes({ message });
        hostile.causes({ callback_query: message });
        hostile.causes({ my_chat_member: message });
      }
      for (let index = 0; index < MESSAGES; index += 1) hostile.says(index % 10 === 0 ? HUGE : `quấy ${index}`);
      fake.fail('getFile', { kind: 'slow', ms: 20_000 }, 5);
      for (let index = 0; index < 5; index += 1) hostile.sendsPhoto(new Uint8Array(2_000));
      // Somebody who blocks the bot while it answers.
      for (let index = 0; index < 20; index += 1) gone.says(`chặn ${index}`);
      gone.blocks();
    },
    close: fake.close,
  };
}

/** How long each of the others waited for each answer, as a conversation of theirs went on. */
async function measure(people: Person[], rounds: number): Promise<{ p50: number; p95: number; worst: number }> {
  const waits: number[] = [];
  const talk = async (person: Person): Promise<void> => {
    await sleep(Math.random() * 1_000);
    for (let round = 0; round < rounds; round += 1) {
      const before = person.count();
      const startedMs = performance.now();
      person.says('may say mien ho tro bao nhieu');
      while (person.count() === before && performance.now() - startedMs < 20_000) await sleep(5);
      waits.push(performance.now() - startedMs);
      // Telegram takes about one message a second to a chat.
      await sleep(Math.max(0, 1_050 - (performance.now() - startedMs)));
    }
  };
  await Promise.all(people.map(talk));
  waits.sort((one, other) => one - other);
  const at = (share: number): number => Math.round(waits[Math.floor(waits.length * share)] ?? Number.POSITIVE_INFINITY);
  return { p50: at(0.5), p95: at(0.95), worst: at(0.9999) };
}

describe('a hostile person', () => {
  it.each([
    ['Zalo', zalo],
    ['Telegram', telegram],
  ])('delays nobody else on %s', async (name, open) => {
    const platform = await open();
    ending.push(platform.close);
    const place: Place = await makePlace({ ...platform.settings, LOG_LEVEL: 'error' });
    ending.push(place.remove);
    const assistant: Assistant = runAssistant(place.settings);
    ending.push(() => assistant.end('SIGKILL'));
    await assistant.says(READY_WORDS);

    const people = Array.from({ length: OTHERS }, (_, index) => platform.person(`Người ${index}`));
    await measure(people, 1);
    const quiet = await measure(people, 3);
    platform.harass();
    const disturbed = await measure(people, 4);
    console.log(`${name}: quiet ${JSON.stringify(quiet)}, disturbed ${JSON.stringify(disturbed)}`);
    // Half a second, where the machine is as fast as the one on which that was measured.
    const pauseMs = 500 * machineSlowness();
    expect(disturbed.p50).toBeLessThan(2 * quiet.p50 + pauseMs);
    // A flood costs the processor something: about a second, never the time of all it asked for.
    const floodMs = pauseMs + (quiet.p50 * MESSAGES) / 4;
    expect(disturbed.p95).toBeLessThan(2 * quiet.p95 + floodMs + platform.handOverMs * MESSAGES);
  });
});
