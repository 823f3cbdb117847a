import { errorFacts } from '../../../core/error-facts.ts';
import type { Ids } from '../../../core/ids.ts';
import type { Log } from '../../../core/log.ts';
import type { Clock } from '../../../core/time.ts';
import { shortenQuotaPause } from '../../../records/channel-accounts.ts';
import type { Db } from '../../../records/database.ts';
import type { FileStore } from '../../../records/file-store.ts';
import { keepFirstQuota } from '../../../records/message-quotas.ts';
import type { Receive } from '../channel.ts';
import { accountOfToken } from '../inward/account-of-token.ts';
import { createPlatformBot, type Listening, type PlatformBot } from '../inward/platform-bot.ts';
import type { PollerWaits } from '../inward/poller.ts';
import { createPhotoKeeper, type PhotoSpace } from '../photos/keep-photos.ts';
import { createZaloBotClient } from './client/index.ts';
import { startZaloPoller } from './poller.ts';
import { createZaloPhotoReceiver, type PhotoFetching, photoFetchingDefaults } from './receive-photo.ts';
import { registerWebhook } from './register-webhook.ts';
import { createZaloIntake } from './take-in.ts';
import { ZALO_BOT, zaloBotChannel } from './zalo-bot-channel.ts';

/** A webhook's secret has 8–256 characters. */
export type ZaloBotSettings = {
  token: string;
  /** Where the Bot API is, when it is not Zalo's own. */
  apiUrl?: string;
  monthlyLimit: number;
  /** How long a used-up quota stops the account; without it, until the next month begins. */
  quotaPauseHours?: number;
  /** Where photos may be fetched from: domains, or whole origins. */
  photoHosts?: readonly string[];
} & Listening;

const HOUR_MS = 3_600_000;

/** A bot of the Zalo Bot Platform. */
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
}): PlatformBot {
  const { settings, db, clock, ids, log, files, space, receive, waits } = options;
  const { token, apiUrl, photoHosts, monthlyLimit, quotaPauseHours } = settings;
  const account = accountOfToken(token);
  const client = createZaloBotClient({ token, baseUrl: apiUrl });
  const fetching = { ...photoFetchingDefaults, ...(photoHosts && { hosts: photoHosts }), ...options.fetching };
  const keepPhotos = createPhotoKeeper({ db, clock, ids, receive, files, space, log });
  const receivePhoto = createZaloPhotoReceiver({ fetching, keepPhotos, log });

  /** A pause that began before the operator set its length. */
  const endPauseSooner = async (): Promise<void> => {
    if (quotaPauseHours === undefined) return;
    const until = new Date(clock.now().getTime() + quotaPauseHours * HOUR_MS);
    await shortenQuotaPause(db, { channel: ZALO_BOT, account, until }).catch((error) =>
      log.warn(errorFacts(error), 'a pause was not shortened'),
    );
  };

  /** What the settings say of the plan is what the office finds there, until it looks it up itself. */
  const keepQuota = async (): Promise<void> => {
    await keepFirstQuota(db, { channel: ZALO_BOT, account, limit: monthlyLimit, now: clock.now() }).catch((error) =>
      log.warn(errorFacts(error), 'the quota of the settings was not kept'),
    );
  };

  return createPlatformBot({
    platform: 'Zalo',
    channel: zaloBotChannel({ client, account, monthlyLimit, quotaPauseHours, db, clock, log }),
    intake: createZaloIntake({ db, clock, log, account, receive, receivePhoto }),
    listening: settings,
    startPoller: (poller) => startZaloPoller({ client, db, clock, log, account, waits, ...poller }),
    register: ({ url, secret }) => registerWebhook(client, { url, secret }),
    secretHeader: 'X-Bot-Api-Secret-Token',
    onStart: async () => {
      await Promise.all([endPauseSooner(), keepQuota()]);
    },
    ...{ ids, log },
  });
}
