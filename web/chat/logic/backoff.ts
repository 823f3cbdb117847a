export type Backoff = { next: () => number; reset: () => void };

/** Doubling waits with some chance in them, so that pages which lost the server together do not come back together. */
export function createBackoff({
  firstMs,
  lastMs,
  random = Math.random,
}: {
  firstMs: number;
  lastMs: number;
  random?: () => number;
}): Backoff {
  let waitMs = firstMs;
  return {
    next: () => {
      const now = waitMs;
      waitMs = Math.min(lastMs, waitMs * 2);
      return now * (0.75 + random() / 2);
    },
    reset: () => {
      waitMs = firstMs;
    },
  };
}
