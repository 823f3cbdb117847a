import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../../core/log.ts';
import type { TelegramApi } from './call-telegram.ts';
import { ALLOWED_UPDATES } from './poller.ts';
import { TELEGRAM } from './telegram-channel.ts';

const RETRY_MS = 60_000;

/** Tells Telegram where to post, again until it is done. The secret cannot be read back, so it is set at every start. */
export async function registerWebhook(options: {
  api: TelegramApi;
  url: string;
  secret: string;
  log: Log;
  signal: AbortSignal;
  retryMs?: number;
}): Promise<void> {
  const { api, url, secret, log, signal, retryMs = RETRY_MS } = options;
  while (!signal.aborted) {
    const payload = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES };
    const answer = await api.call('setWebhook', payload, { signal });
    if (answer.kind === 'ok') {
      log.info({ channel: TELEGRAM }, 'Telegram posts to this webhook now');
      return;
    }
    if (answer.kind === 'aborted') return;
    const facts = { channel: TELEGRAM, reason: answer.kind, code: answer.kind === 'refused' ? answer.code : undefined };
    log.error(facts, 'ALARM: the webhook could not be set up; messages may not arrive (npm run doctor)');
    await sleep(retryMs, undefined, { signal }).catch(() => undefined);
  }
}
