import { setTimeout as sleep } from 'node:timers/promises';
import { errorFacts } from '../../../core/error-facts.ts';
import type { Log } from '../../../core/log.ts';
import type { Clock } from '../../../core/time.ts';
import { releaseLease, takeLease } from '../../../records/channel-accounts.ts';
import type { Db } from '../../../records/database.ts';
import { isDatabaseAway } from '../../../records/database-away.ts';
import type { ZaloAnswer, ZaloBotClient } from './client/index.ts';
import { ZALO_BOT } from './zalo-bot-channel.ts';

export type PollerWaits = {
  /** How long Zalo holds a poll open. */
  pollSeconds: number;
  /** The lease outlives a poll by this, so that no other process polls while one is still open. */
  leaseSlackMs: number;
  /** Until a process without the lease asks for it again. */
  leaseRetryMs: number;
  /** After an error; doubled each time, up to `longestRetryMs`. */
  retryMs: number;
  longestRetryMs: number;
  /** An empty poll that ends sooner than this is followed by a rest, or it would become a storm. */
  shortestPollMs: number;
  /** An update that cannot be written down, though the database is there, is given up after so many attempts. */
  mostAttempts: number;
  /** How long the end of the process waits for the update in hand to be written down. */
  lastAttemptsMs: number;
};

export const pollerWaits: PollerWaits = {
  pollSeconds: 30,
  leaseSlackMs: 30_000,
  leaseRetryMs: 5_000,
  retryMs: 1_000,
  longestRetryMs: 60_000,
  shortestPollMs: 500,
  mostAttempts: 5,
  lastAttemptsMs: 5_000,
};

export type Poller = { stop: () => Promise<void> };

/**
 * Asks Zalo for news, one poll at a time and one poller an account: the lease in the database is taken before every poll.
 * Zalo hands an update over once and forgets it, so the one in hand is kept until it is written down, and nothing is
 * polled meanwhile. A kill between the two can lose that one.
 */
export function startPoller(options: {
  client: ZaloBotClient;
  db: Db;
  clock: Clock;
  log: Log;
  account: string;
  /** Who this process is, in the lease; tells an operator where the poller runs. */
  holder: string;
  /** Writes an update down; throws when it could not be. */
  take: (update: unknown) => Promise<void>;
  /** This process has just become the poller. */
  onLease?: () => Promise<void>;
  waits?: PollerWaits;
}): Poller {
  const { client, db, clock, log, account, holder, take } = options;
  const waits = options.waits ?? pollerWaits;
  const bot = { channel: ZALO_BOT, account };
  const stopping = new AbortController();
  const { signal } = stopping;
  let hasLease = false;
  let lastTrouble = '';

  const rest = (ms: number): Promise<void> => sleep(ms, undefined, { signal }).catch(() => undefined);
  const backoff = (attempt: number): number => Math.min(waits.retryMs * 2 ** attempt, waits.longestRetryMs);
  /** Told once, not at every poll. */
  const tell = (trouble: string, facts: Record<string, unknown>): void => {
    if (trouble !== lastTrouble) log.error({ ...bot, ...facts }, trouble);
    lastTrouble = trouble;
  };

  const keepLease = async (): Promise<boolean> => {
    try {
      const now = clock.now();
      const until = new Date(now.getTime() + waits.pollSeconds * 1000 + waits.leaseSlackMs);
      const isOurs = await takeLease(db, { ...bot, holder, now, until });
      if (isOurs && !hasLease) {
        log.info({ ...bot, holder }, 'this process asks Zalo for news now');
        await options.onLease?.();
      }
      hasLease = isOurs;
    } catch (error) {
      tell('Zalo is not polled while the database is away', errorFacts(error));
      hasLease = false;
    }
    return hasLease;
  };

  const writeDown = async (update: unknown): Promise<void> => {
    let failures = 0;
    let giveUpAt = Number.POSITIVE_INFINITY;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await take(update);
      } catch (error) {
        if (!isDatabaseAway(error)) failures += 1;
        if (signal.aborted) giveUpAt = Math.min(giveUpAt, performance.now() + waits.lastAttemptsMs);
        if (failures >= waits.mostAttempts || performance.now() >= giveUpAt) {
          log.error({ ...bot, ...errorFacts(error) }, 'ALARM: an update of Zalo could not be written down and is lost');
          return;
        }
        log.warn({ ...bot, ...errorFacts(error) }, 'an update of Zalo is held until it can be written down');
        await (signal.aborted ? sleep(waits.retryMs) : rest(backoff(attempt)));
      }
    }
  };

  /** Deals with one answer; true when it was trouble. */
  const handle = async (answer: ZaloAnswer<unknown>): Promise<boolean> => {
    switch (answer.kind) {
      case 'ok':
        for (const update of [answer.result ?? []].flat()) await writeDown(update);
        return false;
      case 'timed-out':
      case 'aborted':
        return false;
      case 'unauthorized':
        tell('ALARM: Zalo does not know this token', {});
        return true;
      case 'refused':
        tell('ALARM: Zalo refuses to be polled; perhaps a webhook is still set (npm run doctor)', {
          code: answer.code,
        });
        return true;
      default:
        tell('Zalo could not be asked for news', { reason: answer.kind });
        return true;
    }
  };

  const run = async (): Promise<void> => {
    for (let troubles = 0; !signal.aborted; ) {
      if (!(await keepLease())) {
        await rest(waits.leaseRetryMs);
        continue;
      }
      const startedMs = performance.now();
      const answer = await client.getUpdates({ seconds: waits.pollSeconds, signal });
      const isTrouble = await handle(answer);
      troubles = isTrouble ? troubles + 1 : 0;
      if (isTrouble) await rest(backoff(troubles - 1));
      else lastTrouble = '';
      const isStorm = answer.kind === 'timed-out' && performance.now() - startedMs < waits.shortestPollMs;
      if (isStorm) await rest(waits.retryMs);
    }
    if (hasLease) await releaseLease(db, { ...bot, holder }).catch(() => undefined);
  };

  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
