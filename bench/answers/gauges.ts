import { setTimeout as sleep } from 'node:timers/promises';

export type Percentiles = { p50Ms: number; p95Ms: number; p99Ms: number };

export function percentiles(times: readonly number[]): Percentiles {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (percent: number): number => sorted[Math.floor((sorted.length * percent) / 100)] ?? 0;
  return { p50Ms: at(50), p95Ms: at(95), p99Ms: at(99) };
}

/** Resident memory when what is no longer needed has been given back. Needs --expose-gc. */
export async function settledMemory(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await sleep(30);
  }
  return process.memoryUsage().rss;
}
