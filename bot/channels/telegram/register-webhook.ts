import type { Registered } from '../inward/keep-registering.ts';
import type { TelegramApi } from './call-telegram.ts';
import { ALLOWED_UPDATES } from './poller.ts';

/** Tells Telegram where to post. */
export async function registerWebhook(options: {
  api: TelegramApi;
  url: string;
  secret: string;
  signal: AbortSignal;
}): Promise<Registered> {
  const { api, url, secret, signal } = options;
  const payload = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES };
  const answer = await api.call('setWebhook', payload, { signal });
  if (answer.kind === 'ok') return { kind: 'done' };
  if (answer.kind === 'aborted') return { kind: 'aborted' };
  return { kind: 'failed', reason: answer.kind, code: answer.kind === 'refused' ? answer.code : undefined };
}
