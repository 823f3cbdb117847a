import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { FakeState, Update } from './state.ts';

const methodCall = z.looseObject({ method: z.string() });

/**
 * Delivers updates to the webhook as Telegram does: one at a time for each chat and in order, taps in a queue of their own,
 * other chats beside it; anything but 2xx is tried again, first at once, then after twice the time each try.
 * `unitMs` is what stands for Telegram's second; `hosts` tells where public origins are really served.
 */
export function createWebhookDelivery(
  state: FakeState,
  options: {
    unitMs: number;
    hosts: Readonly<Record<string, string>>;
    /** A call of a method that stood in the answer to a webhook. */
    takeAnswer: (call: z.infer<typeof methodCall>) => void;
  },
) {
  const queues = new Map<string, Update[]>();
  const tries: { update_id: number; status: number | 'no answer' }[] = [];
  let stopped = false;

  /** A tap that nobody took lives two and a half minutes, a message a day. */
  const isExpired = (update: Update, sinceMs: number): boolean =>
    state.now() - sinceMs > ('callback_query' in update ? 150_000 : 86_400_000);

  const queueOf = (update: Update): string => {
    const text = JSON.stringify(update);
    const chat = /"chat":\{"id":(\d+)/.exec(text)?.[1] ?? 'none';
    return 'callback_query' in update ? `taps/${chat}` : `chat/${chat}`;
  };

  const deliverOnce = async (update: Update): Promise<boolean> => {
    const { webhook } = state;
    if (webhook === undefined) return false;
    try {
      const { origin, href } = new URL(webhook.url);
      const response = await fetch(href.replace(origin, options.hosts[origin] ?? origin), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(webhook.secret === undefined ? {} : { 'X-Telegram-Bot-Api-Secret-Token': webhook.secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(60_000),
      });
      tries.push({ update_id: update.update_id, status: response.status });
      const answer = methodCall.safeParse(await response.json().catch(() => undefined));
      if (response.ok && answer.success) options.takeAnswer(answer.data);
      return response.ok;
    } catch {
      tries.push({ update_id: update.update_id, status: 'no answer' });
      return false;
    }
  };

  const run = async (key: string, queue: Update[]): Promise<void> => {
    while (queue.length > 0 && !stopped) {
      const [update] = queue;
      if (update === undefined) break;
      let waitMs = 0;
      const sinceMs = state.now();
      while (!stopped && !isExpired(update, sinceMs) && !(await deliverOnce(update))) {
        if (state.webhook === undefined) {
          // It was deleted: whoever polls next is told.
          state.updates.push(...queue.splice(0));
          break;
        }
        await sleep(waitMs);
        waitMs = waitMs === 0 ? 2 * options.unitMs : Math.min(2 * waitMs, 60 * options.unitMs);
      }
      queue.shift();
    }
    queues.delete(key);
  };

  return {
    tries,
    deliver: (update: Update): void => {
      const key = queueOf(update);
      const queue = queues.get(key);
      if (queue !== undefined) {
        queue.push(update);
        return;
      }
      const started = [update];
      queues.set(key, started);
      void run(key, started);
    },
    stop: () => {
      stopped = true;
    },
  };
}
