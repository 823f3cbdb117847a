/** Rings once, at the soonest of the times it was set to. */
export function createAlarm(ring: () => void): { within: (ms: number) => void; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let ringsAtMs = Number.POSITIVE_INFINITY;
  let stopped = false;
  const silence = (): void => {
    clearTimeout(timer);
    ringsAtMs = Number.POSITIVE_INFINITY;
  };
  return {
    within: (ms) => {
      const atMs = performance.now() + ms;
      if (stopped || atMs >= ringsAtMs) return;
      clearTimeout(timer);
      ringsAtMs = atMs;
      timer = setTimeout(() => {
        silence();
        ring();
      }, ms);
    },
    stop: () => {
      stopped = true;
      silence();
    },
  };
}
