import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../../core/log.ts';
import type { ZaloBotClient } from './client/index.ts';
import { ZALO_BOT } from './zalo-bot-channel.ts';

const RETRY_MS = 60_000;

/**
 * Tells Zalo where to post, again until it is done. Zalo keeps an address even when it could not verify it, so that is looked
 * at as well. The secret cannot be read back, so it is set at every start.
 */
export async function registerWebhook(options: {
  client: ZaloBotClient;
  url: string;
  secret: string;
  log: Log;
  signal: AbortSignal;
  retryMs?: number;
}): Promise<void> {
  const { client, url, secret, log, signal, retryMs = RETRY_MS } = options;
  while (!signal.aborted) {
    const answer = await client.setWebhook({ url, secret });
    if (answer.kind === 'ok' && answer.result.isVerified) {
      log.info({ channel: ZALO_BOT }, 'Zalo posts to this webhook now');
      return;
    }
    const reason = answer.kind === 'ok' ? 'not-verified' : answer.kind;
    log.error(
      { channel: ZALO_BOT, reason },
      'ALARM: the webhook could not be set up; messages may not arrive (npm run doctor)',
    );
    await sleep(retryMs, undefined, { signal }).catch(() => undefined);
  }
}
