import { join } from 'node:path';
import { numberChoices } from '../../bot/channels/number-choices.ts';
import type { Log } from '../../core/log.ts';
import type { Clock } from '../../core/time.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { openFileStore } from '../../records/file-store.ts';
import { startFakeTelegram } from '../platforms/telegram/fake-telegram.ts';
import type { FakePerson as TelegramPerson } from '../platforms/telegram/person.ts';
import { startFakeZalo } from '../platforms/zalo/fake-zalo.ts';
import type { FakePerson as ZaloPerson } from '../platforms/zalo/people.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addCentre, type RealParts } from '../support/test-bot.ts';
import { type Chance, createChance } from './chance.ts';
import { createJournal, type Journal } from './journal.ts';
import { type Process, startProcess } from './process.ts';
import { troubleOf, type Weather } from './weather.ts';

export type Phone =
  | { channel: 'zalo-bot'; address: string; fake: ZaloPerson }
  | { channel: 'telegram'; address: string; fake: TelegramPerson }
  | { channel: 'web-chat'; address: string };

/** What went wrong inside, which no person saw: an error that the product logged. */
export type Complaint = { at: number; message: string; facts: string };

export type World = {
  seed: number;
  chance: Chance;
  db: Db;
  clock: Clock;
  office: Office;
  journal: Journal;
  complaints: Complaint[];
  /** What the assistant's clock says. */
  now: () => number;
  /** Moves that clock; also backwards, when somebody sets it. */
  moveTo: (at: number) => void;
  /** What it showed before and after it was set. */
  clockSets: number[];
  setClock: (at: number) => void;
  weather: (weather: Weather) => void;
  /** Messages that Zalo took this month. */
  zaloUsed: () => number;
  zaloMonthlyLimit: number;
  buyPhone: (channel: Phone['channel'], name: string) => Phone;
  /** The assistant, while it runs. */
  process: () => Process | undefined;
  /** When it stood still: `until` is missing while it does. */
  standstills: { from: number; until: number | undefined }[];
  goDown: () => Promise<void>;
  comeUp: () => Promise<void>;
  /** The last event once more, as platforms do that are not sure whether it was heard. */
  repeatZalo: () => void;
  repeatTelegram: () => void;
  /** What an officer wrote wakes the senders. */
  sendDue: () => Promise<void>;
  /** A message to the chat page; while the assistant is away the page keeps it. */
  writeOnPage: (address: string, text: string) => void;
  /** Waits until all that was said has been written down, answered and sent. Nothing while the assistant is away. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
};

const ZALO_PEOPLE = 10_000;

/** A real database, strict platforms and the real assistant between them, in a time that is moved by hand. */
export async function makeWorld(options: {
  seed: number;
  databaseUrl: string;
  filesFolder: string;
  parts: RealParts;
  startAt: number;
  zaloMonthlyLimit: number;
}): Promise<World> {
  const { seed, databaseUrl, filesFolder, parts, startAt, zaloMonthlyLimit } = options;
  let now = startAt;
  let weather: Weather = { zalo: 0, telegram: 0 };
  const clock: Clock = { now: () => new Date(now) };
  const chance = createChance(seed);
  const ids = { next: chance.fork('ids').uuid };
  const journal = createJournal();
  const complaints: Complaint[] = [];
  const note = (facts: Record<string, unknown>, message: string): void => {
    complaints.push({ at: now, message, facts: JSON.stringify(facts, Object.getOwnPropertyNames(facts)) });
  };
  const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: note };

  const names = new Map<string, string>();
  const calls = new Map<string, number>();
  /** Which message is on its way to a chat. */
  const onTheWay = new Map<string, string>();
  const choose = (platform: 'zalo' | 'telegram', address: string) => {
    const who = names.get(address) ?? address;
    const call = (calls.get(who) ?? 0) + 1;
    calls.set(who, call);
    return troubleOf(platform, { seed, who, call, percent: weather[platform] });
  };
  const arrive = (channel: string, address: string, text: string): void => {
    const deliveryId = onTheWay.get(`${channel}/${address}`);
    journal.arrivals.push({ n: journal.next(), at: now, channel, address, text, deliveryId });
  };

  const zalo = await startFakeZalo({
    now: () => new Date(now),
    monthlyLimit: zaloMonthlyLimit,
    userLimit: ZALO_PEOPLE,
    onText: ({ chatId, text }) => arrive('zalo-bot', chatId, text),
    chooseFault: (method, body) => {
      if (method !== 'sendMessage' || !('chat_id' in body)) return undefined;
      switch (choose('zalo', String(body.chat_id))) {
        case 'refuses-for-now':
          return { kind: 'error', code: 500 };
        case 'lost-after-delivery':
          return { kind: 'drop', done: true };
        case 'lost-before':
          return { kind: 'drop', done: false };
        case 'gateway':
          return { kind: 'http', status: 502 };
        case 'rations':
          return { kind: 'error', code: 429 };
        default:
          return undefined;
      }
    },
  });
  const telegram = await startFakeTelegram({
    now: () => now,
    onText: ({ chatId, text }) => arrive('telegram', chatId, text),
    chooseFault: (method, payload) => {
      if (method !== 'sendMessage') return undefined;
      switch (choose('telegram', String(payload.chat_id))) {
        case 'refuses-for-now':
          return { kind: 'status', status: 500 };
        case 'lost-after-delivery':
          return { kind: 'drop-after' };
        case 'lost-before':
          return { kind: 'drop' };
        case 'gateway':
          return { kind: 'non-json', status: 502 };
        case 'rations':
          return { kind: 'too-many', retryAfter: 5 };
        default:
          return undefined;
      }
    },
  });

  const db = openDatabase({ url: databaseUrl });
  await addCentre(db, clock.now());
  const office = openOffice({ url: databaseUrl, clock });
  const files = openFileStore(join(filesFolder, `seed-${seed}`));
  const clockSets: number[] = [];
  const standstills: World['standstills'] = [];
  let running: Process | undefined;
  const kept: { address: string; text: string; id: string }[] = [];
  /** Being written down. */
  const onPage: Promise<void>[] = [];
  const told = { zalo: 0, telegram: 0 };

  const comeUp = async (): Promise<void> => {
    if (running !== undefined) return;
    running = startProcess({
      ...{ databaseUrl, clock, ids, log, files, parts, zaloMonthlyLimit },
      zalo: { token: zalo.token, apiUrl: zalo.url },
      telegram: { token: telegram.token, apiUrl: telegram.apiRoot },
      onAttempt: async (channel, message, send) => {
        const place = `${channel.name}/${message.address}`;
        onTheWay.set(place, message.deliveryId);
        const outcome = await send();
        if (channel.name === 'web-chat' && outcome.kind === 'sent') {
          arrive(channel.name, message.address, numberChoices(message.content));
        }
        onTheWay.delete(place);
        const { address, deliveryId } = message;
        const attempt = { n: journal.next(), at: now, channel: channel.name, address, deliveryId };
        journal.attempts.push({ ...attempt, outcome: outcome.kind });
        return outcome;
      },
    });
    const last = standstills.at(-1);
    if (last !== undefined) last.until ??= now;
    for (const { address, text, id } of kept.splice(0)) await running.receiveOnPage(address, text, id);
    await settle();
  };

  const settle = async (): Promise<void> => {
    if (running === undefined) return;
    await Promise.all(onPage.splice(0));
    await running.settle({ zalo: told.zalo, telegramIsRead: () => telegram.pendingUpdates() === 0 });
  };

  const world: World = {
    ...{ seed, chance, db, clock, office, journal, complaints, standstills, comeUp, settle, zaloMonthlyLimit },
    now: () => now,
    moveTo: (at) => {
      now = at;
    },
    clockSets,
    setClock: (at) => {
      clockSets.push(now, at);
      now = at;
    },
    weather: (today) => {
      weather = today;
    },
    zaloUsed: zalo.quotaUsed,
    buyPhone: (channel, name) => {
      if (channel === 'web-chat') {
        const address = chance.fork(`page/${name}`).uuid();
        names.set(address, name);
        return { channel, address };
      }
      if (channel === 'telegram') {
        const fake = telegram.person(name);
        names.set(String(fake.id), name);
        return { channel, address: String(fake.id), fake };
      }
      const fake = countingZalo(zalo.person(name), () => {
        told.zalo += 1;
      });
      names.set(fake.id, name);
      return { channel, address: fake.id, fake };
    },
    process: () => running,
    goDown: async () => {
      await settle();
      const stopping = running;
      running = undefined;
      standstills.push({ from: now, until: undefined });
      await stopping?.stop();
    },
    repeatZalo: () => {
      told.zalo += 1;
      zalo.repeatLastEvent();
    },
    repeatTelegram: telegram.repeatLastUpdate,
    sendDue: async () => await running?.sendDue(),
    writeOnPage: (address, text) => {
      const id = ids.next();
      if (running === undefined) kept.push({ address, text, id });
      else onPage.push(running.receiveOnPage(address, text, id));
    },
    close: async () => {
      await running?.stop();
      await db.$disconnect();
      await office.close();
      await zalo.close();
      await telegram.close();
    },
  };
  return world;
}

/** Zalo hands each event over once; who waits for all of them must know how many there were. */
function countingZalo(person: ZaloPerson, count: () => void): ZaloPerson {
  return {
    ...person,
    says: (text) => {
      count();
      return person.says(text);
    },
    causes: (event) => {
      count();
      person.causes(event);
    },
  };
}
