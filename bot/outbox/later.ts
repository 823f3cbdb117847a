/** Does things a little later, one thing a key; what has not begun when it is stopped is forgotten. */
export function createLater(): { run: (key: string, waitMs: number, task: () => void) => void; stop: () => void } {
  const timers = new Map<string, NodeJS.Timeout>();
  let stopped = false;
  return {
    run: (key, waitMs, task) => {
      if (stopped || timers.has(key)) return;
      const timer = setTimeout(() => {
        timers.delete(key);
        task();
      }, waitMs);
      timers.set(key, timer);
    },
    stop: () => {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
