import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import * as z from 'zod';
import { type Bot, createBot } from '../../bot/bot.ts';
import type { Channel } from '../../bot/channels/channel.ts';
import type { PlatformBot } from '../../bot/channels/inward/platform-bot.ts';
import type { PollerWaits } from '../../bot/channels/inward/poller.ts';
import { createTelegramBot } from '../../bot/channels/telegram/create-telegram-bot.ts';
import type { Rooms } from '../../bot/conversation/respond.ts';
import { sayWhileCutOff } from '../../bot/outbox/cut-off.ts';
import type { OtherWays } from '../../bot/outbox/other-ways.ts';
import { type Clock, systemClock } from '../../core/time.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { openFileStore } from '../../records/file-store.ts';
import { createRecordingLog } from './recording-log.ts';
import { createEchoRooms, noParts, type RealParts } from './test-bot.ts';
import { quickWaits } from './zalo-process.ts';

export type TelegramProcess = {
  db: Db;
  bot: Bot;
  telegram: PlatformBot;
  log: ReturnType<typeof createRecordingLog>;
  /** Where its webhook is served. */
  origin: string;
  /** Resolves when nothing is on its way in or out. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
};

export type TelegramProcessOptions = {
  url: string;
  apiRoot: string;
  token: string;
  /** Without it, it polls. The address is this process's own. */
  webhookSecret?: string;
  rooms?: Rooms;
  parts?: RealParts;
  pollSeconds?: number;
  waits?: Partial<PollerWaits>;
  clock?: Clock;
  /** Beside Telegram. */
  channels?: Channel[];
  otherWays?: OtherWays;
};

/** One process of the assistant that speaks with a Telegram; it listens once `telegram.start()` is called. */
export async function openTelegramProcess(options: TelegramProcessOptions): Promise<TelegramProcess> {
  const { url, apiRoot, token, webhookSecret, rooms = createEchoRooms(), parts = noParts, pollSeconds = 2 } = options;
  const { clock = systemClock, channels = [], otherWays = {} } = options;
  const filesFolder = await mkdtemp(join(tmpdir(), 'khuyencong-telegram-'));
  const db = openDatabase({ url });
  const log = createRecordingLog();
  const common = { db, clock, log, ids: { next: randomUUID } };
  const app = new Hono();
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const origin = `http://127.0.0.1:${port}`;

  const telegram = createTelegramBot({
    ...common,
    settings: {
      ...{ token, apiUrl: apiRoot },
      ...(webhookSecret === undefined
        ? { mode: 'polling' }
        : { mode: 'webhook', publicUrl: origin, secret: webhookSecret }),
    },
    files: openFileStore(filesFolder),
    space: { storedBytesOfPerson: 50_000_000, storedBytesOfAll: 500_000_000 },
    receive: (message) => bot.receive(message),
    sayWhileCutOff: (contact) => sayWhileCutOff({ ...common, otherWays, contact, now: clock.now() }),
    waits: { ...quickWaits, pollSeconds, shortestPollMs: 0, ...options.waits },
    photoTimes: { timeoutMs: 2_000, retryAfterMs: [20, 20] },
    timeoutMs: 1_000,
  });
  if (telegram.routes !== undefined) app.route('/', telegram.routes);
  const bot: Bot = createBot({ ...common, ...parts, rooms, otherWays, channels: [telegram.channel, ...channels] });

  return {
    ...{ db, bot, telegram, log, origin },
    settle: async () => {
      await telegram.idle();
      await bot.settle();
    },
    close: async () => {
      await telegram.stop();
      await bot.stop();
      await new Promise((resolve) => server.close(resolve));
      await db.$disconnect();
      await rm(filesFolder, { recursive: true, force: true });
    },
  };
}
