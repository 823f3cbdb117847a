import type { Hono } from 'hono';
import { errorFacts } from '../../../core/error-facts.ts';
import type { Ids } from '../../../core/ids.ts';
import type { Log } from '../../../core/log.ts';
import type { Channel } from '../channel.ts';
import type { Intake } from './intake.ts';
import { keepRegistering, type Registered } from './keep-registering.ts';
import { makeHolder } from './lease-holder.ts';
import type { Poller } from './poller.ts';
import { webhookPath, webhookRoute } from './webhook-route.ts';

/** How a bot hears of news. `publicUrl`: the https origin at which its platform reaches this process. */
export type Listening = { mode: 'polling' } | { mode: 'webhook'; publicUrl: string; secret: string };

/** A bot of a platform, in and out. Nothing happens before `start`. */
export type PlatformBot = {
  channel: Channel;
  /** In webhook mode: to be mounted at the root. */
  routes?: Hono;
  /** Begins to listen. A process that only sends never calls it. */
  start: () => void;
  /** Ends quickly: lets the update in hand be written down where the platform would not tell it again. */
  stop: () => Promise<void>;
  /** Resolves when nothing that came in is still on its way to the journal. */
  idle: () => Promise<void>;
};

/** How often updates that are still held are looked for. */
const RETRY_MS = 15_000;
/** A held update this old was most likely left by a process that is gone. */
const LEFT_BEHIND_MS = 120_000;

/** Puts a platform's way in, its way out and its two ways of listening together. */
export function createPlatformBot(options: {
  /** As the log calls it. */
  platform: string;
  channel: Channel;
  intake: Intake;
  listening: Listening;
  startPoller: (poller: { holder: string; take: Intake['take']; onLease: () => Promise<void> }) => Poller;
  register: (webhook: { url: string; secret: string; signal: AbortSignal }) => Promise<Registered>;
  /** The header in which the platform shows the secret. */
  secretHeader: string;
  /** What else the platform is told in the answer to its call. */
  answer?: (update: unknown) => Promise<Record<string, unknown> | undefined>;
  /** What else is done once it listens. */
  onStart?: () => Promise<void>;
  ids: Ids;
  log: Log;
}): PlatformBot {
  const { platform, channel, intake, listening, secretHeader, answer, ids, log } = options;
  const { take } = intake;
  const bot = { channel: channel.name, account: channel.account };
  const closing = new AbortController();
  const { signal } = closing;
  let retry: NodeJS.Timeout | undefined;
  let poller: Poller | undefined;

  const resume = async (olderThanMs = 0): Promise<void> => {
    try {
      await intake.resume(olderThanMs);
    } catch (error) {
      log.warn(errorFacts(error), 'what was held could not be taken up yet');
    }
  };

  return {
    channel,
    routes:
      listening.mode === 'webhook'
        ? webhookRoute({ bot, secretHeader, secret: listening.secret, take, answer, log })
        : undefined,
    start: () => {
      void options.onStart?.();
      retry = setInterval(() => void resume(LEFT_BEHIND_MS), RETRY_MS);
      if (listening.mode === 'polling') {
        poller = options.startPoller({ holder: makeHolder(ids.next()), take, onLease: () => resume() });
        return;
      }
      void resume();
      const { publicUrl, secret } = listening;
      const register = () => options.register({ url: `${publicUrl}${webhookPath(bot)}`, secret, signal });
      void keepRegistering({ channel: channel.name, platform, register, log, signal });
    },
    stop: async () => {
      closing.abort();
      clearInterval(retry);
      await poller?.stop();
      await intake.stop();
    },
    idle: intake.idle,
  };
}
