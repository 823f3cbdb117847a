import type { Signals } from './signals.ts';

export type Following = {
  /** Resolves when what is known of now has been looked at. */
  refresh: () => Promise<void>;
  /** No look begins after this; resolves when the one under way is over. */
  stop: () => Promise<void>;
};

/** In case a signal is missed. */
const POLL_MS = 2_000;

/**
 * Looks at once, then at each signal of `what`, when the line to the database is back, and every `pollMs` unless
 * `skipsPoll` says otherwise; never twice at the same time. `look` handles its own failures.
 */
export async function followChanges(options: {
  what: Parameters<Signals['on']>[0];
  signals: Pick<Signals, 'on' | 'onReconnect'>;
  look: () => Promise<void>;
  skipsPoll?: () => boolean;
  pollMs?: number;
}): Promise<Following> {
  const { what, signals, look, skipsPoll = () => false, pollMs = POLL_MS } = options;
  let isStopped = false;
  let looking: Promise<void> | undefined;
  let lookAgain = false;

  /** Looks once more after a look under way, since that one may have missed what is asked for now. */
  async function refresh(): Promise<void> {
    if (looking !== undefined) {
      lookAgain = true;
      return await looking;
    }
    looking = (async () => {
      do {
        lookAgain = false;
        await look();
      } while (lookAgain && !isStopped);
    })().finally(() => {
      looking = undefined;
    });
    await looking;
  }

  await refresh();
  const unsubscribe = [signals.on(what, () => void refresh()), signals.onReconnect(() => void refresh())];
  const poll = setInterval(() => {
    if (!skipsPoll()) void refresh();
  }, pollMs);
  poll.unref();

  return {
    refresh,
    stop: async () => {
      isStopped = true;
      clearInterval(poll);
      for (const off of unsubscribe) off();
      await looking;
    },
  };
}
