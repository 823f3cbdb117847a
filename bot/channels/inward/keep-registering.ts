import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../../core/log.ts';

const RETRY_MS = 60_000;

/** How an attempt to tell the platform where to post ended. */
export type Registered = { kind: 'done' } | { kind: 'aborted' } | { kind: 'failed'; reason: string; code?: number };

/** Tells a platform where to post, again until it is done. A secret cannot be read back, so it is set at every start. */
export async function keepRegistering(options: {
  channel: string;
  /** As the log calls it. */
  platform: string;
  register: () => Promise<Registered>;
  log: Log;
  signal: AbortSignal;
}): Promise<void> {
  const { channel, platform, register, log, signal } = options;
  while (!signal.aborted) {
    const { kind, ...facts } = await register();
    if (kind === 'done') log.info({ channel }, `${platform} posts to this webhook now`);
    if (kind !== 'failed') return;
    const words = 'ALARM: the webhook could not be set up; messages may not arrive (npm run doctor)';
    log.error({ channel, ...facts }, words);
    await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
  }
}
