import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import * as z from 'zod';
import { type Bot, createBot } from '../../bot/bot.ts';
import type { PlatformBot } from '../../bot/channels/inward/platform-bot.ts';
import { pollerWaits } from '../../bot/channels/inward/poller.ts';
import { createZaloBot, type ZaloBotSettings } from '../../bot/channels/zalo-bot/create-zalo-bot.ts';
import type { Rooms } from '../../bot/conversation/respond.ts';
import { type Clock, systemClock } from '../../core/time.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { openFileStore } from '../../records/file-store.ts';
import type { FakeZalo } from '../platforms/zalo/fake-zalo.ts';
import { createRecordingLog } from './recording-log.ts';
import { createEchoRooms, noParts, type RealParts } from './test-bot.ts';

/** Short enough for tests; one second of a poll is what the fake says it is. */
export const quickWaits = {
  ...pollerWaits,
  pollSeconds: 20,
  leaseMs: 2_000,
  leaseRetryMs: 30,
  retryMs: 20,
  longestRetryMs: 200,
  shortestPollMs: 0,
  lastAttemptsMs: 300,
};

export type ZaloProcess = {
  db: Db;
  bot: Bot;
  zaloBot: PlatformBot;
  log: ReturnType<typeof createRecordingLog>;
  filesFolder: string;
  /** Where its webhook is served. */
  origin: string;
  /** Resolves when nothing is on its way in or out. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
};

export type ZaloProcessOptions = {
  url: string;
  zalo: FakeZalo;
  /** Without it, it polls. */
  webhook?: { publicUrl: string; secret: string };
  monthlyLimit?: number;
  token?: string;
  rooms?: Rooms;
  parts?: RealParts;
  clock?: Clock;
  waits?: Partial<typeof quickWaits>;
  /** Two processes of one copy share it. */
  filesFolder?: string;
};

/** One process of the assistant that speaks with a Zalo, and its webhook if it has one; it listens once `zaloBot.start()` is called. */
export async function openZaloProcess(options: ZaloProcessOptions): Promise<ZaloProcess> {
  const { url, zalo, webhook, clock = systemClock, rooms = createEchoRooms(), waits, parts = noParts } = options;
  const filesFolder = options.filesFolder ?? (await mkdtemp(join(tmpdir(), 'khuyencong-zalo-')));
  const db = openDatabase({ url });
  const log = createRecordingLog();
  const common = { db, clock, log, ids: { next: randomUUID } };
  const settings: ZaloBotSettings = {
    ...{ token: options.token ?? zalo.token, apiUrl: zalo.url, monthlyLimit: options.monthlyLimit ?? 3000 },
    photoHosts: [zalo.url],
    ...(webhook === undefined ? { mode: 'polling' } : { mode: 'webhook', ...webhook }),
  };
  const zaloBot = createZaloBot({
    ...common,
    settings,
    files: openFileStore(filesFolder),
    space: { storedBytesOfPerson: 50_000_000, storedBytesOfAll: 500_000_000 },
    receive: (message) => bot.receive(message),
    waits: { ...quickWaits, ...waits },
    fetching: { timeoutMs: 2_000, retryAfterMs: [20, 20] },
  });
  const bot: Bot = createBot({ ...common, ...parts, rooms, channels: [zaloBot.channel] });

  const app = new Hono();
  if (zaloBot.routes !== undefined) app.route('/', zaloBot.routes);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());

  return {
    ...{ db, bot, zaloBot, log, filesFolder, origin: `http://127.0.0.1:${port}` },
    settle: async () => {
      await zaloBot.idle();
      await bot.settle();
    },
    close: async () => {
      await zaloBot.stop();
      await bot.stop();
      await new Promise((resolve) => server.close(resolve));
      await db.$disconnect();
      if (options.filesFolder === undefined) await rm(filesFolder, { recursive: true, force: true });
    },
  };
}
