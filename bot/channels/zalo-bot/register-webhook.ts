import type { Registered } from '../inward/keep-registering.ts';
import type { ZaloBotClient } from './client/index.ts';

/** Tells Zalo where to post. Zalo keeps an address even when it could not verify it, so that is looked at as well. */
export async function registerWebhook(
  client: ZaloBotClient,
  webhook: { url: string; secret: string },
): Promise<Registered> {
  const answer = await client.setWebhook(webhook);
  if (answer.kind !== 'ok') return { kind: 'failed', reason: answer.kind };
  return answer.result.isVerified ? { kind: 'done' } : { kind: 'failed', reason: 'not-verified' };
}
