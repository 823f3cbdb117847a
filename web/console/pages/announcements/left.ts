import { useEffect, useState } from 'react';

const TICK_MS = 1_000;
/** What leaves later than this leaves in the morning: minutes and seconds would say nothing. */
export const LONG_MS = 15 * 60_000;

/** What is left until an instant, each second anew. `aheadMs`: by how much the office's clock is ahead of this machine's. */
export function useLeftMs(until: string | null, aheadMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
  return until === null ? 0 : Date.parse(until) - now - aheadMs;
}

/** "4:09" */
export function sayLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
