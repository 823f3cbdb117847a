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

export type OnAttempt = (
  channel: Channel,
  message: OutgoingMessage,
  send: () => Promise<SendOutcome>,
) => Promise<SendOutcome>;

/** One life of the assistant: its bot, its pollers and its periodic work, on connections of its own. */
export type Process = {
  receiveOnPage: (address: string, text: string, id: string) => Promise<void>;
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
  databaseUrl: string;
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
  const { clock, ids, log, files, parts, zaloMonthlyLimit, onAttempt } = options;
  const db = openDatabase({ url: options.databaseUrl });
  const heard = heardOf.get(clock) ?? { zalo: 0 };
  heardOf.set(clock, heard);
  const receive: Receive = async (message) => {
    const result = await bot.receive(message);
    if (message.channel === 'zalo-bot') heard.zalo += 1;
    return result;
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
  return {
    receiveOnPage: async (address, text, id) => {
      const page = { channel: WEB_CHAT, account: WEB_CHAT_ACCOUNT, address };
      await bot.receive({ ...page, platformMessageId: id, body: { kind: 'text', text } });
    },
    sweep: async () => {
      const now = clock.now();
      const due = allWorks.sweeps.filter(({ id, everyMs }) => {
        const last = lastRun.get(id);
        // Set back, a clock makes nobody wait: the queue goes by the time that passes.
        return last === undefined || now.getTime() < last || now.getTime() - last >= everyMs;
      });
      for (const { id } of due) lastRun.set(id, now.getTime());
      const calendar = parts.calendar();
      await runPeriodicWork({
        ...{ db, ids, log, files, bot, outbox: bot.sender, retention: RETENTION, now },
        ...{ holidays: () => calendar.holidays, plan: () => calendar.plan },
        works: { ...allWorks, sweeps: due },
      }).catch(() => {});
      await bot.settle();
    },
    sendDue: async () => {
      await bot.sender.sendDue();
      await bot.settle();
    },
    settle: async ({ zalo: told, telegramIsRead }) => {
      const until = Date.now() + PATIENCE_MS;
      while (heard.zalo < told || !telegramIsRead()) {
        if (Date.now() > until) throw new Error(`Not all was heard: ${heard.zalo} of ${told} events of Zalo.`);
        await sleep(2);
      }
      await bot.settle();
    },
    stop: async () => {
      await zalo.stop();
      await telegram.stop();
      await bot.stop();
      await db.$disconnect();
    },
  };
}
