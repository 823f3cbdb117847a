import type { Hono } from 'hono';
import { errorFacts } from '../../../core/error-facts.ts';
import type { Ids } from '../../../core/ids.ts';
import type { Log } from '../../../core/log.ts';
import type { Clock } from '../../../core/time.ts';
import type { AccountKey } from '../../../records/channel-accounts.ts';
import type { Db } from '../../../records/database.ts';
import type { FileStore } from '../../../records/file-store.ts';
import type { Channel, Receive } from '../channel.ts';
import { accountOfToken } from '../inward/account-of-token.ts';
import { makeHolder } from '../inward/lease-holder.ts';
import type { PollerWaits } from '../inward/poller.ts';
import { webhookPath, webhookRoute } from '../inward/webhook-route.ts';
import { createPhotoKeeper, type PhotoSpace } from '../photos/keep-photos.ts';
import { createPhotoReceiver } from '../photos/receive-photo.ts';
import { createTelegramApi } from './call-telegram.ts';
import { createFileFetcher } from './fetch-photo-file.ts';
import { startTelegramPoller } from './poller.ts';
import { readUpdate } from './read-update.ts';
import { registerWebhook } from './register-webhook.ts';
import { createTelegramIntake } from './take-in.ts';
import { TELEGRAM, telegramChannel } from './telegram-channel.ts';
import { tellCommands } from './tell-commands.ts';

export type TelegramSettings = {
  token: string;
  /** Where the Bot API is, when it is not Telegram's own. */
  apiUrl?: string;
  /** An http proxy through which Telegram can be reached. */
  proxyUrl?: string;
} & (
  | { mode: 'polling' }
  /** `publicUrl`: the https origin at which Telegram reaches this process. The secret: 1–256 of A–Z a–z 0–9 _ -. */
  | { mode: 'webhook'; publicUrl: string; secret: string }
);

export type PlatformBot = {
  channel: Channel;
  /** In webhook mode: to be mounted at the root. */
  routes?: Hono;
  /** Begins to listen. A process that only sends never calls it. */
  start: () => void;
  /** Ends quickly; what is not written down yet is told again. */
  stop: () => Promise<void>;
  /** Resolves when nothing that came in is still on its way to the journal. */
  idle: () => Promise<void>;
};

export type PhotoTimes = { timeoutMs: number; retryAfterMs: readonly number[] };

/** How often updates that are still held are looked for. */
const RETRY_MS = 15_000;
/** A held update this old was most likely left by a process that is gone. */
const LEFT_BEHIND_MS = 120_000;
/** A photo of 20 MB over a slow line; the further attempts come later than Zalo's, since Telegram keeps files. */
const PHOTO_TIMES: PhotoTimes = { timeoutMs: 60_000, retryAfterMs: [1_000, 5_000, 20_000] };

/** A Telegram bot, in and out. Nothing happens before `start`. */
export function createTelegramBot(options: {
  settings: TelegramSettings;
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  files: FileStore;
  space: PhotoSpace;
  receive: Receive;
  /** While Telegram calls us but cannot be called: a word for who has just written, if there is one. */
  sayWhileCutOff?: (contact: AccountKey & { address: string }) => Promise<string | undefined>;
  /** For tests, which do not have all day. */
  waits?: PollerWaits;
  photoTimes?: PhotoTimes;
  timeoutMs?: number;
}): PlatformBot {
  const { settings, db, clock, ids, log, files, space, receive, waits, photoTimes = PHOTO_TIMES } = options;
  const { token, apiUrl, proxyUrl } = settings;
  const account = accountOfToken(token);
  const bot = { channel: TELEGRAM, account };
  const api = createTelegramApi({ token, apiUrl, proxyUrl, timeoutMs: options.timeoutMs });
  const receivePhoto = createPhotoReceiver({
    channel: TELEGRAM,
    fetch: createFileFetcher({ api, timeoutMs: photoTimes.timeoutMs }),
    retryAfterMs: photoTimes.retryAfterMs,
    keepPhotos: createPhotoKeeper({ db, clock, ids, receive, files, space, log }),
    log,
  });
  const intake = createTelegramIntake({ api, db, clock, log, account, receive, receivePhoto });
  const { take } = intake;
  /** Telegram takes one call of a method in the answer to its own; what became of it is never told. */
  const answer = async (update: unknown): Promise<Record<string, unknown> | undefined> => {
    const read = readUpdate(update);
    if (read.kind !== 'message') return undefined;
    const { address } = read.message;
    const text = await options.sayWhileCutOff?.({ ...bot, address });
    return text === undefined ? undefined : { method: 'sendMessage', chat_id: address, text };
  };
  const closing = new AbortController();
  const running: { stop: () => Promise<void> }[] = [];

  const resume = async (olderThanMs = 0): Promise<void> => {
    try {
      await intake.resume(olderThanMs);
    } catch (error) {
      log.warn(errorFacts(error), 'what was held could not be taken up yet');
    }
  };

  return {
    channel: telegramChannel({ api, account }),
    routes:
      settings.mode === 'webhook'
        ? webhookRoute({
            ...{ bot, take, answer, log, secret: settings.secret },
            secretHeader: 'X-Telegram-Bot-Api-Secret-Token',
          })
        : undefined,
    start: () => {
      const retry = setInterval(() => void resume(LEFT_BEHIND_MS), RETRY_MS);
      running.push({ stop: async () => clearInterval(retry) });
      void tellCommands({ api, log });
      if (settings.mode === 'polling') {
        const holder = makeHolder(ids.next());
        const onLease = () => resume();
        running.push(startTelegramPoller({ api, db, clock, log, account, holder, take, onLease, waits }));
        return;
      }
      void resume();
      const { publicUrl, secret } = settings;
      void registerWebhook({ api, url: `${publicUrl}${webhookPath(bot)}`, secret, log, signal: closing.signal });
    },
    stop: async () => {
      closing.abort();
      await Promise.all(running.map((one) => one.stop()));
      await intake.stop();
    },
    idle: intake.idle,
  };
}
