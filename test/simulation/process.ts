import { setTimeout as sleep } from 'node:timers/promises';
import { createBot } from '../../bot/bot.ts';
import type { Channel, OutgoingMessage, Receive, SendOutcome } from '../../bot/channels/channel.ts';
import { createTelegramBot } from '../../bot/channels/telegram/create-telegram-bot.ts';
import { WEB_CHAT, WEB_CHAT_ACCOUNT, webChatChannel } from '../../bot/channels/web-chat/web-chat-channel.ts';
import { createZaloBot } from '../../bot/channels/zalo-bot/create-zalo-bot.ts';
import { createRooms } from '../../bot/conversation/rooms.ts';
import type { Ids } from '../../core/ids.ts';
import type { Log } from '../../core/log.ts';
import { RETENTION } from '../../core/schedule/retention.ts';
import type { Clock } from '../../core/time.ts';
import { runPeriodicWork } from '../../jobs/run-periodic-work.ts';
import { allWorks } from '../../jobs/works.ts';
import { openDatabase } from '../../records/database.ts';
import type { FileStore } from '../../records/file-store.ts';
import type { RealParts } from '../support/test-bot.ts';
import type { Life } from './life.ts';

export type OnAttempt = (
  channel: Channel,
  message: OutgoingMessage,
  send: () => Promise<SendOutcome>,
) => Promise<SendOutcome>;

/** One life of the assistant: its bot, its pollers and its periodic work, on connections of its own. All ends with its death. */
export type Process = {
  /** False when it died before it could say that it has written it down. */
  receiveOnPage: (address: string, text: string, id: string) => Promise<boolean>;
  /** Every sweep whose period is over, as the queue would wake them. What failed is in the log. */
  sweep: () => Promise<void>;
  sendDue: () => Promise<void>;
  settle: (heard: { zalo: number; telegramIsRead: () => boolean }) => Promise<void>;
  stop: () => Promise<void>;
};

const PATIENCE_MS = 30_000;
const SPACE = { storedBytesOfPerson: 50_000_000, storedBytesOfAll: 500_000_000 };

/** Zalo's events that were written down, in all lives of one world. */
const heardOf = new WeakMap<Clock, { zalo: number }>();

export function startProcess(options: {
  life: Life;
  clock: Clock;
  ids: Ids;
  log: Log;
  files: FileStore;
  parts: RealParts;
  zalo: { token: string; apiUrl: string };
  zaloMonthlyLimit: number;
  telegram: { token: string; apiUrl: string };
  onAttempt: OnAttempt;
}): Process {
  const { life, clock, ids, log, files, parts, zaloMonthlyLimit, onAttempt } = options;
  const db = openDatabase({ url: life.databaseUrl });
  const heard = heardOf.get(clock) ?? { zalo: 0 };
  heardOf.set(clock, heard);
  const isDead = (): boolean => life.diedAt() !== undefined;
  const inDeadHands = new Set<string>();
  const receive: Receive = async (message) => {
    const count = (): void => {
      if (message.channel === 'zalo-bot') heard.zalo += 1;
    };
    try {
      const result = await bot.receive(message);
      count();
      return result;
    } catch (error) {
      // Zalo tells it once: what was in the hands of who died is written down, or it is lost, and is not waited for.
      if (isDead() && !inDeadHands.has(message.platformMessageId)) count();
      if (isDead()) inDeadHands.add(message.platformMessageId);
      throw error;
    }
  };
  const orDeath = async (work: Promise<unknown>): Promise<void> => {
    const tried = work.catch((error: unknown) => {
      if (!isDead()) throw error;
    });
    await Promise.race([tried, life.died]);
  };
  const common = { db, clock, ids, log, files, space: SPACE, receive };
  const zalo = createZaloBot({
    ...common,
    settings: { ...options.zalo, monthlyLimit: zaloMonthlyLimit, mode: 'polling' },
  });
  const telegram = createTelegramBot({ ...common, settings: { ...options.telegram, mode: 'polling' } });
  const channels = [zalo.channel, telegram.channel, webChatChannel({ db })].map(
    (channel): Channel => ({
      ...channel,
      send: (message) => onAttempt(channel, message, () => channel.send(message)),
    }),
  );
  const bot = createBot({ db, clock, ids, log, channels, rooms: createRooms(), ...parts });
  zalo.start();
  telegram.start();

  const lastRun = new Map<string, number>();
  const sweepAll = async (): Promise<void> => {
    const now = clock.now();
    const due = allWorks.sweeps.filter(({ id, everyMs }) => {
      const last = lastRun.get(id);
      // Set back, a clock makes nobody wait: the queue goes by the time that passes.
      return last === undefined || now.getTime() < last || now.getTime() - last >= everyMs;
    });
    for (const { id } of due) lastRun.set(id, now.getTime());
    const calendar = parts.calendar();
    life.sweeps(true);
    await runPeriodicWork({
      ...{ db, ids, log, files, bot, outbox: bot.sender, retention: RETENTION, now },
      ...{ holidays: () => calendar.holidays, plan: () => calendar.plan },
      works: { ...allWorks, sweeps: due },
    }).catch(() => {});
    life.sweeps(false);
    await bot.settle();
  };
  const hearAll = async ({ zalo: told, telegramIsRead }: Parameters<Process['settle']>[0]): Promise<void> => {
    const until = Date.now() + PATIENCE_MS;
    while (!isDead() && (heard.zalo < told || !telegramIsRead())) {
      if (Date.now() > until) throw new Error(`Not all was heard: ${heard.zalo} of ${told} events of Zalo.`);
      await sleep(2);
    }
    await bot.settle();
  };
  return {
    receiveOnPage: async (address, text, id) => {
      const page = { channel: WEB_CHAT, account: WEB_CHAT_ACCOUNT, address };
      let isHeard = false;
      const received = bot.receive({ ...page, platformMessageId: id, body: { kind: 'text', text } }).then(() => {
        isHeard = true;
      });
      await orDeath(received);
      return isHeard;
    },
    sweep: () => orDeath(sweepAll()),
    sendDue: () => orDeath(bot.sender.sendDue().then(bot.settle)),
    settle: (all) => orDeath(hearAll(all)),
    stop: async () => {
      await zalo.stop();
      await telegram.stop();
      await bot.stop();
      await db.$disconnect();
      await life.end();
    },
  };
}
