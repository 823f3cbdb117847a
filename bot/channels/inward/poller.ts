import { setTimeout as sleep } from 'node:timers/promises';
import { errorFacts } from '../../../core/error-facts.ts';
import type { Log } from '../../../core/log.ts';
import type { Clock } from '../../../core/time.ts';
import {
  type AccountKey,
  findLeaseHolder,
  markPollConflict,
  releaseLease,
  takeLease,
} from '../../../records/channel-accounts.ts';
import type { Db } from '../../../records/database.ts';
import { isDatabaseAway } from '../../../records/database-away.ts';
import { askDatabase } from '../../../records/open-work.ts';
import { isHolderGone } from './lease-holder.ts';

export type PollerWaits = {
  /** How long the platform holds a poll open. */
  pollSeconds: number;
  /** How long a lease lasts when nobody renews it; it is renewed four times as often, also while a poll is open. */
  leaseMs: number;
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
  leaseMs: 20_000,
  leaseRetryMs: 5_000,
  retryMs: 1_000,
  longestRetryMs: 60_000,
  shortestPollMs: 500,
  mostAttempts: 3,
  lastAttemptsMs: 5_000,
};

/** How one poll ended. `says` goes to the log as it is: no word of a person, no secret. */
export type Polled =
  | { kind: 'updates'; updates: unknown[] }
  | { kind: 'nothing' }
  /** We ended it ourselves. */
  | { kind: 'aborted' }
  /** `isConflict`: the platform said that another program polls the same bot. */
  | { kind: 'trouble'; says: string; facts?: Record<string, unknown>; retryAfterMs?: number; isConflict?: boolean };

export type Poller = { stop: () => Promise<void> };

/**
 * Asks a platform for news, one poll at a time and one poller an account: the lease in the database is taken before every
 * poll. What a poll brought is written down before the next one begins; while it cannot be, nothing is polled.
 */
export function startPoller(options: {
  bot: AccountKey;
  /** As the log calls it. */
  platform: string;
  poll: (poll: { seconds: number; signal: AbortSignal }) => Promise<Polled>;
  /**
   * The platform forgets an update once it was read, so that a process that ends still tries to write down the one in hand.
   * Otherwise it is simply told again.
   */
  tellsOnce: boolean;
  db: Db;
  clock: Clock;
  log: Log;
  /** Who this process is, in the lease; tells an operator where the poller runs. */
  holder: string;
  /** Writes an update down; throws when it could not be. */
  take: (update: unknown) => Promise<void>;
  /** This process has just become the poller. */
  onLease?: () => Promise<void>;
  waits?: PollerWaits;
}): Poller {
  const { bot, platform, poll, tellsOnce, db, clock, log, holder, take } = options;
  const waits = options.waits ?? pollerWaits;
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

  const takeOrRenew = async (dead?: string): Promise<boolean> => {
    const now = clock.now();
    const until = new Date(now.getTime() + waits.leaseMs);
    return await takeLease(db, { ...bot, holder, now, until, dead });
  };

  /** Whoever was killed on this machine is not waited for. */
  const takeFromDead = async (): Promise<boolean> => {
    const other = await findLeaseHolder(db, bot);
    return other !== undefined && isHolderGone(other) && (await takeOrRenew(other));
  };

  const keepLease = async (): Promise<boolean> => {
    try {
      const isOurs = (await takeOrRenew()) || (await takeFromDead());
      if (isOurs && !hasLease) {
        log.info({ ...bot, holder }, `this process asks ${platform} for news now`);
        await options.onLease?.();
      }
      hasLease = isOurs;
    } catch (error) {
      tell(`${platform} is not polled while the database is away`, errorFacts(error));
      hasLease = false;
    }
    return hasLease;
  };

  /** One poll, with the lease renewed meanwhile; it ends at once when another process has taken the lease. */
  const pollOnce = async (): Promise<Polled> => {
    const taken = new AbortController();
    let renewing = Promise.resolve();
    const renew = async (): Promise<void> => {
      try {
        if (!(await takeOrRenew())) taken.abort();
      } catch {
        // The database is away, for the others too: the poll stays open, and what it brings is kept in hand.
      }
    };
    const beat = setInterval(() => {
      renewing = renewing.then(renew);
    }, waits.leaseMs / 4);
    try {
      return await poll({ seconds: waits.pollSeconds, signal: AbortSignal.any([signal, taken.signal]) });
    } finally {
      clearInterval(beat);
      // Or it could take the lease again after it was given back.
      await renewing;
    }
  };

  const isDatabaseThere = (): Promise<boolean> =>
    askDatabase(db).then(
      () => true,
      () => false,
    );

  const writeDown = async (update: unknown): Promise<void> => {
    let failures = 0;
    let giveUpAt = Number.POSITIVE_INFINITY;
    for (let attempt = 0; ; attempt += 1) {
      if (signal.aborted && !tellsOnce) return;
      try {
        return await take(update);
      } catch (error) {
        // Only what fails though the database answers is the update's own fault.
        if (!isDatabaseAway(error) && (await isDatabaseThere())) failures += 1;
        if (signal.aborted) giveUpAt = Math.min(giveUpAt, performance.now() + waits.lastAttemptsMs);
        if (failures >= waits.mostAttempts || performance.now() >= giveUpAt) {
          const words = `ALARM: an update of ${platform} could not be written down and is lost`;
          log.error({ ...bot, ...errorFacts(error) }, words);
          return;
        }
        log.warn({ ...bot, ...errorFacts(error) }, `an update of ${platform} is held until it can be written down`);
        await (signal.aborted ? sleep(waits.retryMs) : rest(backoff(attempt)));
      }
    }
  };

  const run = async (): Promise<void> => {
    for (let troubles = 0; !signal.aborted; ) {
      if (!(await keepLease())) {
        await rest(waits.leaseRetryMs);
        continue;
      }
      const startedMs = performance.now();
      const polled = await pollOnce();
      if (polled.kind === 'updates') for (const update of polled.updates) await writeDown(update);
      if (polled.kind === 'trouble') {
        troubles += 1;
        tell(polled.says, polled.facts ?? {});
        if (polled.isConflict) await markPollConflict(db, { ...bot, now: clock.now() }).catch(() => undefined);
        await rest(Math.max(polled.retryAfterMs ?? 0, backoff(troubles - 1)));
        continue;
      }
      troubles = 0;
      lastTrouble = '';
      const isStorm = polled.kind === 'nothing' && performance.now() - startedMs < waits.shortestPollMs;
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
