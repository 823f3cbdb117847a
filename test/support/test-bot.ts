import { randomUUID } from 'node:crypto';
import { type Bot, createBot } from '../../bot/bot.ts';
import type { Channel, IncomingBody, OutgoingMessage, SendOutcome } from '../../bot/channels/channel.ts';
import type { Rooms } from '../../bot/conversation/respond.ts';
import type { Library } from '../../bot/library/library.ts';
import { buildLibrary, loadLibrary } from '../../bot/library/load-library.ts';
import type { Log } from '../../core/log.ts';
import type { Clock } from '../../core/time.ts';
import { loadCalendar } from '../../data/holidays/load-calendar.ts';
import { loadPlaces } from '../../host/load-places.ts';
import { projectRoot } from '../../host/project-root.ts';
import { type Db, openDatabase } from '../../records/database.ts';

export const quietLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A clock that tests move by hand. */
export function createTestClock(
  start: string,
): Clock & { advance: (ms: number) => void; set: (instant: string) => void } {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now = new Date(now.getTime() + ms);
    },
    set: (instant) => {
      now = new Date(instant);
    },
  };
}

export type RecordingChannel = Channel & {
  sent: OutgoingMessage[];
  /** What the next sends end in; afterwards they succeed. */
  answers: (SendOutcome | Promise<SendOutcome>)[];
};

/** A platform that keeps what it was given and answers as told. */
export function createRecordingChannel(limits: Partial<Channel['limits']> = {}, name = 'terminal'): RecordingChannel {
  const sent: OutgoingMessage[] = [];
  const answers: (SendOutcome | Promise<SendOutcome>)[] = [];
  return {
    name,
    account: 'test',
    limits: { maxTextLength: 4096, hasButtons: true, isRationed: false, sendIsRepeatable: false, ...limits },
    sent,
    answers,
    send: async (message) => {
      sent.push(message);
      return (await answers.shift()) ?? { kind: 'sent' };
    },
  };
}

/** Rooms that say back what they heard, so that the way in and out can be tested by itself. */
export function createEchoRooms(
  onTurn: (turn: Parameters<Rooms['answerQuestion']>[0], text: string) => Promise<void> | void = () => {},
): Rooms {
  return {
    topics: [{ name: 'menu', choose: async () => ({ paragraphs: ['menu'], choices: [] }) }],
    answerQuestion: async (turn, text) => {
      await onTurn(turn, text);
      return { paragraphs: [`heard ${text}`], choices: [] };
    },
    findWish: () => undefined,
  };
}

export type RealParts = Pick<Parameters<typeof createBot>[0], 'library' | 'places' | 'calendar'>;

/** Built once, and only where somebody asks: also an index of nothing takes its time. */
let emptyLibrary: Library | undefined;

/** For rooms that need none of them. */
const calendar = loadCalendar();

export const noParts: RealParts = {
  library: () => {
    emptyLibrary ??= buildLibrary({ articles: [], rates: [], eligibility: [], provinces: [] });
    return emptyLibrary;
  },
  places: {
    find: () => ({ kind: 'unknown' }),
    findCommune: () => undefined,
    listCommunes: () => [],
    findProvince: () => undefined,
    listFormerProvinces: () => [],
  },
  calendar: () => calendar,
};

/** The product's own articles, places and calendar. */
export async function loadRealParts(): Promise<RealParts> {
  const [library, places] = await Promise.all([loadLibrary({ root: projectRoot }), loadPlaces()]);
  return { library: () => library, places, calendar: () => calendar };
}

export type TestBot = Bot & {
  db: Db;
  channel: RecordingChannel;
  /** A person writes; resolves when it is written down. */
  say: (
    from: string,
    body: string | IncomingBody,
    messageId?: string,
  ) => Promise<{ repeated: boolean; contactId: string }>;
  close: () => Promise<void>;
};

/** A bot on a real database, with its own connections: two of them on one database are two processes. */
export function createTestBot(options: {
  url: string;
  clock: Clock;
  rooms: Rooms;
  channel?: RecordingChannel;
  log?: Log;
  db?: Db;
  /** What the product's own rooms need: `loadRealParts()`. The echo rooms need none. */
  parts?: RealParts;
}): TestBot {
  const db = options.db ?? openDatabase({ url: options.url });
  const channel = options.channel ?? createRecordingChannel();
  const bot = createBot({
    db,
    clock: options.clock,
    ids: { next: randomUUID },
    log: options.log ?? quietLog,
    channels: [channel],
    rooms: options.rooms,
    ...(options.parts ?? noParts),
  });
  return {
    ...bot,
    db,
    channel,
    say: (from, body, messageId = randomUUID()) =>
      bot.receive({
        channel: channel.name,
        account: channel.account,
        address: from,
        platformMessageId: messageId,
        body: typeof body === 'string' ? { kind: 'text', text: body } : body,
      }),
    close: async () => {
      await bot.stop();
      await db.$disconnect();
    },
  };
}

/** A real centre for a test database. */
export async function addCentre(db: Db, now: Date): Promise<void> {
  await db.centre.create({
    data: { name: 'Trung tâm Khuyến công thử', provinceCode: '19', createdAt: now, updatedAt: now },
  });
}
