/** So many messages that are being written down at the same moment are a crowd. */
const CROWD = 10;
/** However long a crowd keeps coming, a turn is kept waiting no longer. */
const LONGEST_WAIT_MS = 500;

/**
 * What comes in goes before what is answered: a platform that is not acknowledged in time tells everything again, and so makes
 * a crowd larger. Answers wait a moment, in the journal, where nothing is lost.
 */
export type Arrivals = {
  /** Counts what is written down meanwhile as arriving. */
  during: <T>(write: () => Promise<T>) => Promise<T>;
  /** Resolves at once unless a crowd is coming in; then when it is in, or after the longest wait. */
  calm: () => Promise<void>;
};

export function createArrivals({ crowd = CROWD, longestWaitMs = LONGEST_WAIT_MS } = {}): Arrivals {
  const waiting = new Set<() => void>();
  let arriving = 0;

  return {
    during: async (write) => {
      arriving += 1;
      try {
        return await write();
      } finally {
        arriving -= 1;
        if (arriving < crowd) for (const goOn of waiting) goOn();
      }
    },
    calm: async () => {
      if (arriving < crowd) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, longestWaitMs);
      waiting.add(resolve);
      await promise;
      waiting.delete(resolve);
      clearTimeout(timer);
    },
  };
}
