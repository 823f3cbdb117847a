import type { Clock } from '../../../core/time.ts';
import type { Rate } from './limits.ts';

type Bucket = { tokens: number; at: number };

/** Kept in memory only, each process for itself. Beyond this many keys the oldest are forgotten, which lets them through. */
const MAX_KEYS = 20_000;

/** Takes `count` tokens of a key. Answers 0, or how long to wait until they are there; then nothing is taken. */
export type TakeTokens = (key: string, count?: number) => number;

export function createTokenBuckets({ burst, everyMs }: Rate, clock: Clock): TakeTokens {
  const buckets = new Map<string, Bucket>();

  return (key, count = 1) => {
    const now = clock.now().getTime();
    const bucket = buckets.get(key) ?? { tokens: burst, at: now };
    const gained = Math.max(0, now - bucket.at) / everyMs;
    const tokens = Math.min(burst, bucket.tokens + gained);
    const enough = tokens >= count;
    // Taken out and put in again, so that the map's order is that of the last use.
    buckets.delete(key);
    buckets.set(key, { tokens: enough ? tokens - count : tokens, at: now });
    const oldest = buckets.keys().next();
    if (buckets.size > MAX_KEYS && !oldest.done) buckets.delete(oldest.value);
    return enough ? 0 : Math.ceil((count - tokens) * everyMs);
  };
}
