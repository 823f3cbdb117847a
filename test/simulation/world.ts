import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { numberChoices } from '../../bot/channels/number-choices.ts';
import type { Log } from '../../core/log.ts';
import type { Clock } from '../../core/time.ts';
import { openDatabase } from '../../records/database.ts';
import { openFileStore } from '../../records/file-store.ts';
import { startFakeTelegram } from '../platforms/telegram/fake-telegram.ts';
import { startFakeZalo } from '../platforms/zalo/fake-zalo.ts';
import type { FakePerson as ZaloPerson } from '../platforms/zalo/people.ts';
import { openOffice } from '../support/office.ts';
import { addCentre, type RealParts } from '../support/test-bot.ts';
import { createChance } from './chance.ts';
import { type Attempt, createJournal } from './journal.ts';
import { beginLife, hasConnections, type Kill, type Life } from './life.ts';
import { type Process, startProcess } from './process.ts';
import { troubleOf, type Weather } from './weather.ts';
import type { Complaint, World } from './world-in-hand.ts';

const ZALO_PEOPLE = 10_000;
/** So long after a kill whoever looks after processes has started the next, and the lease of the dead one is over. */
const RESTART_MS = 30_000;

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
  let running: (Process & { life: Life }) | undefined;
  const crashes: World['crashes'] = [];
  const kills: Kill[] = [];
  const burials: Promise<void>[] = [];
  const underWay = new Set<Omit<Attempt, 'n' | 'outcome'>>();
  let lives = 0;
  const kept: { address: string; text: string; id: string }[] = [];
  /** Being written down. */
  const onPage: Promise<void>[] = [];
  const bringToPage = (to: Process, said: (typeof kept)[number]): void => {
    const brought = to.receiveOnPage(said.address, said.text, said.id).then((isHeard) => {
      // The page says it again, under the same id.
      if (!isHeard) kept.push(said);
    });
    onPage.push(brought);
  };
  const told = { zalo: 0, telegram: 0 };

  const comeUp = async (): Promise<void> => {
    if (running !== undefined) return;
    lives += 1;
    const life = await beginLife({ databaseUrl, name: `life ${lives}`, kills });
    const isDead = (): boolean => life.diedAt() !== undefined;
    const error: Log['error'] = (facts, message) => {
      if (!isDead()) note(facts, message);
    };
    const started = startProcess({
      ...{ life, clock, files, parts, zaloMonthlyLimit },
      // What is left of a dead one takes no id from who comes after it.
      ids: { next: () => (isDead() ? randomUUID() : ids.next()) },
      log: { debug: () => {}, info: () => {}, warn: () => {}, error },
      zalo: { token: zalo.token, apiUrl: zalo.url },
      telegram: { token: telegram.token, apiUrl: telegram.apiRoot },
      onAttempt: async (channel, message, send) => {
        const { address, deliveryId } = message;
        if (life.reaches('before-send')) return NOBODY_KNOWS;
        const place = `${channel.name}/${address}`;
        onTheWay.set(place, deliveryId);
        const attempt = { at: now, channel: channel.name, address, deliveryId };
        underWay.add(attempt);
        const outcome = await send();
        const isKilled = life.reaches('after-send');
        // The page shows what the ledger says was sent.
        if (channel.name === 'web-chat' && outcome.kind === 'sent' && !isKilled) {
          arrive(channel.name, address, numberChoices(message.content));
        }
        if (onTheWay.get(place) === deliveryId) onTheWay.delete(place);
        if (underWay.delete(attempt)) {
          const kind = isKilled ? NOBODY_KNOWS.kind : outcome.kind;
          journal.attempts.push({ ...attempt, n: journal.next(), at: now, outcome: kind });
        }
        return outcome;
      },
    });
    running = { ...started, life };
    const last = standstills.at(-1);
    if (last !== undefined) last.until ??= now;
    await settle();
  };

  const noteCrash = ({ life }: { life: Life }): void => {
    const step = life.diedAt();
    if (step !== undefined) crashes.push({ at: now, step });
  };
  /** Starts the assistant again if it has been killed. */
  const rise = async (): Promise<void> => {
    if (running?.life.diedAt() === undefined) return;
    const dead = running;
    running = undefined;
    noteCrash(dead);
    for (const attempt of underWay) {
      journal.attempts.push({ ...attempt, n: journal.next(), outcome: NOBODY_KNOWS.kind });
    }
    underWay.clear();
    // What is left of it in this process ends by itself, and reaches nothing.
    burials.push(dead.stop().catch(() => {}));
    while (await hasConnections(db, `life ${lives}`)) await sleep(5);
    now += RESTART_MS;
    await comeUp();
    await sweep();
  };

  const sweep = async (): Promise<void> => {
    await running?.sweep();
    await rise();
  };

  const settle = async (): Promise<void> => {
    for (;;) {
      await rise();
      if (running === undefined) return;
      for (const said of kept.splice(0)) {
        bringToPage(running, said);
        await Promise.all(onPage.splice(0));
      }
      await Promise.all(onPage.splice(0));
      await running?.settle({ zalo: told.zalo, telegramIsRead: () => telegram.pendingUpdates() === 0 });
      if (running?.life.diedAt() === undefined && kept.length === 0) return;
    }
  };

  const world: World = {
    ...{ seed, chance, db, clock, office, journal, complaints, zaloMonthlyLimit },
    ...{ standstills, crashes, comeUp, sweep, settle },
    planKill: ({ step, nth }) => kills.push({ step, nth }),
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
    isUp: () => running !== undefined,
    goDown: async () => {
      await settle();
      const stopping = running;
      running = undefined;
      standstills.push({ from: now, until: undefined });
      if (stopping === undefined) return;
      // It may still be killed while it ends.
      await stopping.stop().catch((error: unknown) => {
        if (stopping.life.diedAt() === undefined) throw error;
      });
      noteCrash(stopping);
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
      else bringToPage(running, { address, text, id });
    },
    close: async () => {
      kills.length = 0;
      await running?.stop();
      await Promise.all(burials);
      await db.$disconnect();
      await office.close();
      await zalo.close();
      await telegram.close();
    },
  };
  return world;
}

const NOBODY_KNOWS = { kind: 'ambiguous', reason: 'killed' } as const;

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
