import type { Hono } from 'hono';
import { errorFacts } from '../../../core/error-facts.ts';
import type { Ids } from '../../../core/ids.ts';
import type { Log } from '../../../core/log.ts';
import type { Clock } from '../../../core/time.ts';
import { shortenQuotaPause } from '../../../records/channel-accounts.ts';
import type { Db } from '../../../records/database.ts';
import type { FileStore } from '../../../records/file-store.ts';
import type { Channel, Receive } from '../channel.ts';
import { accountOfToken } from '../inward/account-of-token.ts';
import { makeHolder } from '../inward/lease-holder.ts';
import type { PollerWaits } from '../inward/poller.ts';
import { webhookPath, webhookRoute } from '../inward/webhook-route.ts';
import { createPhotoKeeper, type PhotoSpace } from '../photos/keep-photos.ts';
import { createZaloBotClient } from './client/index.ts';
import { startZaloPoller } from './poller.ts';
import { createZaloPhotoReceiver, type PhotoFetching, photoFetchingDefaults } from './receive-photo.ts';
import { registerWebhook } from './register-webhook.ts';
import { createZaloIntake } from './take-in.ts';
import { ZALO_BOT, zaloBotChannel } from './zalo-bot-channel.ts';

export type ZaloBotSettings = {
  token: string;
  /** Where the Bot API is, when it is not Zalo's own. */
  apiUrl?: string;
  monthlyLimit: number;
  /** How long a used-up quota stops the account; without it, until the next month begins. */
  quotaPauseHours?: number;
  /** Where photos may be fetched from: domains, or whole origins. */
  photoHosts?: readonly string[];
} & (
  | { mode: 'polling' }
  /** `publicUrl`: the https origin at which Zalo reaches this process. The secret has 8–256 characters. */
  | { mode: 'webhook'; publicUrl: string; secret: string }
);

export type ZaloBot = {
  channel: Channel;
  /** In webhook mode: to be mounted at the root. */
  routes?: Hono;
  /** Begins to listen. A process that only sends never calls it. */
  start: () => void;
  /** Lets the update in hand be written down, and ends quickly. */
  stop: () => Promise<void>;
  /** Resolves when nothing that came in is still on its way to the journal. */
  idle: () => Promise<void>;
};

const HOUR_MS = 3_600_000;
/** How often updates that are still held are looked for. */
const RETRY_MS = 15_000;
/** A held update this old was most likely left by a process that is gone. */
const LEFT_BEHIND_MS = 120_000;

/** A bot of the Zalo Bot Platform, in and out. Nothing happens before `start`. */
export function createZaloBot(options: {
  settings: ZaloBotSettings;
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  files: FileStore;
  space: PhotoSpace;
  receive: Receive;
  /** For tests, which do not have all day. */
  waits?: PollerWaits;
  fetching?: Partial<PhotoFetching>;
}): ZaloBot {
  const { settings, db, clock, ids, log, files, space, receive, waits } = options;
  const { token, apiUrl, photoHosts, monthlyLimit, quotaPauseHours } = settings;
  const account = accountOfToken(token);
  const bot = { channel: ZALO_BOT, account };
  const client = createZaloBotClient({ token, baseUrl: apiUrl });
  const fetching = { ...photoFetchingDefaults, ...(photoHosts && { hosts: photoHosts }), ...options.fetching };
  const keepPhotos = createPhotoKeeper({ db, clock, ids, receive, files, space, log });
  const receivePhoto = createZaloPhotoReceiver({ fetching, keepPhotos, log });
  const intake = createZaloIntake({ db, clock, log, account, receive, receivePhoto });
  const { take } = intake;
  const closing = new AbortController();
  const running: { stop: () => Promise<void> }[] = [];

  const resume = async (olderThanMs = 0): Promise<void> => {
    try {
      await intake.resume(olderThanMs);
    } catch (error) {
      log.warn(errorFacts(error), 'what was held could not be taken up yet');
    }
  };

  /** A pause that began before the operator set its length. */
  const endPauseSooner = async (): Promise<void> => {
    if (quotaPauseHours === undefined) return;
    const until = new Date(clock.now().getTime() + quotaPauseHours * HOUR_MS);
    await shortenQuotaPause(db, { ...bot, until }).catch((error) =>
      log.warn(errorFacts(error), 'a pause was not shortened'),
    );
  };

  return {
    channel: zaloBotChannel({ client, account, monthlyLimit, quotaPauseHours, db, clock, log }),
    routes:
      settings.mode === 'webhook'
        ? webhookRoute({ bot, secretHeader: 'X-Bot-Api-Secret-Token', secret: settings.secret, take, log })
        : undefined,
    start: () => {
      void endPauseSooner();
      const retry = setInterval(() => void resume(LEFT_BEHIND_MS), RETRY_MS);
      running.push({ stop: async () => clearInterval(retry) });
      if (settings.mode === 'polling') {
        const holder = makeHolder(ids.next());
        running.push(
          startZaloPoller({ client, db, clock, log, account, holder, take, onLease: () => resume(), waits }),
        );
        return;
      }
      void resume();
      const { publicUrl, secret } = settings;
      void registerWebhook({ client, url: `${publicUrl}${webhookPath(bot)}`, secret, log, signal: closing.signal });
    },
    stop: async () => {
      closing.abort();
      await Promise.all(running.map((one) => one.stop()));
      await intake.stop();
    },
    idle: intake.idle,
  };
}
