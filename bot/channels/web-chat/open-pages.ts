import type { Signals } from '../../../records/signals.ts';

export type OpenPage = {
  /** Resolves at the next signal for the contact (at once when one came since the last wait), or after the time. */
  wait: (timeoutMs: number) => Promise<'signal' | 'timeout'>;
  isOpen: () => boolean;
  /** Ends the wait under way. Closing twice does nothing. */
  close: () => void;
};

export type OpenPages = {
  count: () => number;
  countOf: (sessionId: string) => number;
  open: (page: { contactId: string; sessionId: string }) => OpenPage;
};

/** The chat pages that hold an event stream of this process, woken by signals from whichever process sends. */
export function createOpenPages(signals: Pick<Signals, 'on' | 'onReconnect'>): OpenPages {
  const wakers = new Map<string, Set<() => void>>();
  const perSession = new Map<string, number>();
  let open = 0;

  signals.on('web-chat', (contactId) => {
    for (const wake of wakers.get(contactId) ?? []) wake();
  });
  // What was signalled while the connection was gone is lost: everybody looks.
  signals.onReconnect(() => {
    for (const set of wakers.values()) for (const wake of set) wake();
  });

  return {
    count: () => open,
    countOf: (sessionId) => perSession.get(sessionId) ?? 0,
    open: ({ contactId, sessionId }) => {
      let isOpen = true;
      let woken = false;
      let resume: (() => void) | undefined;
      const wake = (): void => {
        woken = true;
        resume?.();
      };
      const ofContact = wakers.get(contactId) ?? new Set();
      wakers.set(contactId, ofContact.add(wake));
      perSession.set(sessionId, (perSession.get(sessionId) ?? 0) + 1);
      open += 1;

      return {
        wait: async (timeoutMs) => {
          if (!woken) {
            const { promise, resolve } = Promise.withResolvers<void>();
            resume = resolve;
            const timer = setTimeout(resolve, timeoutMs);
            await promise;
            clearTimeout(timer);
            resume = undefined;
          }
          const outcome = woken ? 'signal' : 'timeout';
          woken = false;
          return outcome;
        },
        isOpen: () => isOpen,
        close: () => {
          if (!isOpen) return;
          isOpen = false;
          ofContact.delete(wake);
          if (ofContact.size === 0) wakers.delete(contactId);
          const left = (perSession.get(sessionId) ?? 1) - 1;
          if (left === 0) perSession.delete(sessionId);
          else perSession.set(sessionId, left);
          open -= 1;
          wake();
        },
      };
    },
  };
}
