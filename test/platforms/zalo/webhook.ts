import { isIP } from 'node:net';
import * as z from 'zod';
import type { FakeZaloSettings } from './options.ts';
import type { ZaloEvent } from './updates.ts';
import { type Answer, done, refuse, sleep } from './wire.ts';

export type WebhookDelivery = { event: ZaloEvent; statuses: (number | 'no-answer')[] };

export type Webhook = {
  current: () => { url: string; secret: string; updatedAt: number } | undefined;
  set: (body: unknown) => Promise<Answer>;
  remove: () => Answer;
  info: () => Answer;
  /** Tells the webhook; resolves when it answered 2xx or was given up. */
  deliver: (event: ZaloEvent) => Promise<void>;
  deliveries: WebhookDelivery[];
};

const body = z.object({ url: z.string(), secret_token: z.string().min(8).max(256) });

/** Posts events to the address that was set, the way Zalo does: one POST, the secret in a header. */
export function createWebhook(settings: FakeZaloSettings): Webhook {
  const deliveries: WebhookDelivery[] = [];
  let webhook: { url: string; secret: string; updatedAt: number } | undefined;

  const post = async (payload: unknown): Promise<number | 'no-answer'> => {
    if (webhook === undefined) return 'no-answer';
    const { origin, pathname, search } = new URL(webhook.url);
    const target = settings.hosts[origin];
    if (target === undefined) return 'no-answer';
    try {
      const response = await fetch(`${target}${pathname}${search}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'User-Agent': 'Java/1.8.0_192',
          'X-Bot-Api-Secret-Token': webhook.secret,
        },
        body: JSON.stringify(payload),
        signal: AbortSignal.timeout(settings.webhookTimeoutMs),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 'no-answer';
    }
  };

  return {
    current: () => webhook,
    set: async (given) => {
      const parsed = body.safeParse(given);
      if (!parsed.success) return refuse(400, 'Bad Request: url and secret_token (8-256 characters) are required');
      const { url, secret_token: secret } = parsed.data;
      if (!isPublicHttps(url)) return refuse(400, 'Bad Request: url must be a public HTTPS address');
      // Kept even when the address does not answer: whoever reads only `ok` will believe that it works.
      webhook = { url, secret, updatedAt: settings.now().getTime() };
      const status = await post({});
      const verification = isTaken(status) ? { ok: true } : { ok: false, hint: `answered ${status}` };
      return done({ url, updated_at: webhook.updatedAt, verification });
    },
    remove: () => {
      webhook = undefined;
      return done({ url: '', updated_at: settings.now().getTime() });
    },
    info: () => done({ url: webhook?.url ?? '', updated_at: webhook?.updatedAt ?? 0 }),
    deliver: async (event) => {
      const payload = settings.eventShape === 'flat' ? event : { ok: true, result: event };
      const delivery: WebhookDelivery = { event, statuses: [] };
      deliveries.push(delivery);
      for (let attempt = 0; attempt <= settings.webhookRetries; attempt += 1) {
        if (attempt > 0) await sleep(settings.secondMs);
        const status = await post(payload);
        delivery.statuses.push(status);
        if (isTaken(status)) return;
      }
    },
    deliveries,
  };
}

const isTaken = (status: number | 'no-answer'): boolean => status !== 'no-answer' && status >= 200 && status < 300;

function isPublicHttps(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  // A bare address, localhost or a name without a dot is not public.
  return protocol === 'https:' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && hostname.includes('.');
}
