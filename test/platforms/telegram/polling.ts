import { z } from 'zod';
import { ok, type Reply, refuse } from './reply.ts';
import type { FakeState } from './state.ts';

const MAX_TIMEOUT_S = 50;

const getUpdates = z.object({
  offset: z.coerce.number().int().default(0),
  limit: z.coerce.number().int().min(1).max(100).default(100),
  timeout: z.coerce.number().int().min(0).default(0),
  allowed_updates: z.array(z.string()).optional(),
});

/** Long polling: an offset confirms what came before it; a second poller ends the first with 409. */
export function createPolling(state: FakeState) {
  let waiting: { reply: (reply: Reply) => void; wake: () => void } | undefined;

  const poll = (payload: unknown): Promise<Reply> => {
    if (state.webhook !== undefined) {
      return Promise.resolve(
        refuse(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        ),
      );
    }
    waiting?.reply(
      refuse(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'),
    );
    const asked = getUpdates.safeParse(payload ?? {});
    if (!asked.success) return Promise.resolve(refuse(400, 'Bad Request: wrong parameters of getUpdates'));
    const { offset, limit, timeout, allowed_updates: allowed } = asked.data;
    if (allowed !== undefined) state.allowed = allowed;
    if (offset > 0) state.updates = state.updates.filter((update) => update.update_id >= offset);
    if (state.updates.length > 0 || timeout === 0) return Promise.resolve(ok(state.updates.slice(0, limit)));

    return new Promise((resolve) => {
      const reply = (answer: Reply): void => {
        clearTimeout(timer);
        waiting = undefined;
        resolve(answer);
      };
      const wake = (): void => reply(ok(state.updates.slice(0, limit)));
      const timer = setTimeout(wake, Math.min(timeout, MAX_TIMEOUT_S) * 1000);
      waiting = { reply, wake };
    });
  };

  return { poll, wake: () => waiting?.wake(), stop: () => waiting?.wake() };
}
