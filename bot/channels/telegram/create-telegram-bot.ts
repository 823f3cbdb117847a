import type { Ids } from '../../../core/ids.ts';
import type { Log } from '../../../core/log.ts';
import type { Clock } from '../../../core/time.ts';
import type { AccountKey } from '../../../records/channel-accounts.ts';
import type { Db } from '../../../records/database.ts';
import type { FileStore } from '../../../records/file-store.ts';
import type { Receive } from '../channel.ts';
import { accountOfToken } from '../inward/account-of-token.ts';
import { createPlatformBot, type Listening, type PlatformBot } from '../inward/platform-bot.ts';
import type { PollerWaits } from '../inward/poller.ts';
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

/** A webhook's secret: 1–256 of A–Z a–z 0–9 _ -. */
export type TelegramSettings = {
  token: string;
  /** Where the Bot API is, when it is not Telegram's own. */
  apiUrl?: string;
  /** An http proxy through which Telegram can be reached. */
  proxyUrl?: string;
  /** How many messages may leave in any second, all processes together. */
  messagesPerSecond?: number;
} & Listening;

export type PhotoTimes = { timeoutMs: number; retryAfterMs: readonly number[] };

/** A photo of 20 MB over a slow line; the further attempts come later than Zalo's, since Telegram keeps files. */
const PHOTO_TIMES: PhotoTimes = { timeoutMs: 60_000, retryAfterMs: [1_000, 5_000, 20_000] };

/** A Telegram bot. */
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
  const { token, apiUrl, proxyUrl, messagesPerSecond } = settings;
  const account = accountOfToken(token);
  const api = createTelegramApi({ token, apiUrl, proxyUrl, timeoutMs: options.timeoutMs });
  const receivePhoto = createPhotoReceiver({
    channel: TELEGRAM,
    fetch: createFileFetcher({ api, timeoutMs: photoTimes.timeoutMs }),
    retryAfterMs: photoTimes.retryAfterMs,
    keepPhotos: createPhotoKeeper({ db, clock, ids, receive, files, space, log }),
    log,
  });

  return createPlatformBot({
    platform: 'Telegram',
    channel: telegramChannel({ api, account, db, messagesPerSecond }),
    intake: createTelegramIntake({ api, db, clock, log, account, receive, receivePhoto }),
    listening: settings,
    startPoller: (poller) => startTelegramPoller({ api, db, clock, log, account, waits, ...poller }),
    register: (webhook) => registerWebhook({ api, ...webhook }),
    secretHeader: 'X-Telegram-Bot-Api-Secret-Token',
    // Telegram takes one call of a method in the answer to its own; what became of it is never told.
    answer: async (update) => {
      const read = readUpdate(update);
      if (read.kind !== 'message') return undefined;
      const { address } = read.message;
      const text = await options.sayWhileCutOff?.({ channel: TELEGRAM, account, address });
      return text === undefined ? undefined : { method: 'sendMessage', chat_id: address, text };
    },
    onStart: () => tellCommands({ api, log }),
    ...{ ids, log },
  });
}
