/**
 * Runs a task for a key, never twice at the same time in this process: a call while it runs makes it run
 * once more afterwards. The promise resolves when nothing is left to do for the key.
 */
export function createRunByKey(run: (key: string) => Promise<void>): {
  (key: string): Promise<void>;
  /** Resolves when no key is running. */
  idle: () => Promise<void>;
} {
  const running = new Map<string, { done: Promise<void>; again: boolean }>();

  const start = (key: string): Promise<void> => {
    const current = running.get(key);
    if (current !== undefined) {
      current.again = true;
      return current.done;
    }
    const entry = { done: Promise.resolve(), again: false };
    running.set(key, entry);
    entry.done = (async () => {
      try {
        do {
          entry.again = false;
          await run(key);
        } while (entry.again);
      } finally {
        running.delete(key);
      }
    })();
    return entry.done;
  };

  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled([...running.values()].map((entry) => entry.done));
  };

  return Object.assign(start, { idle });
}
