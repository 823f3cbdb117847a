import * as z from 'zod';
import { type Polled, type Poller, startPoller } from '../inward/poller.ts';
import type { TelegramAnswer, TelegramApi } from './call-telegram.ts';
import { TELEGRAM } from './telegram-channel.ts';

/** What we read; everything else Telegram keeps to itself. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'];

/** What a poll's answer may take beyond the time for which it waits. */
const POLL_SLACK_MS = 10_000;

const numbered = z.object({ update_id: z.int() });

/**
 * Asks Telegram for news. The offset of a poll confirms what came before it, so it moves on only with the next poll, which
 * begins once everything is written down; what was not confirmed is told again.
 */
export function startTelegramPoller({
  api,
  account,
  ...rest
}: { api: TelegramApi; account: string } & Omit<
  Parameters<typeof startPoller>[0],
  'bot' | 'platform' | 'poll' | 'tellsOnce'
>): Poller {
  let offset: number | undefined;
  return startPoller({
    ...rest,
    bot: { channel: TELEGRAM, account },
    platform: 'Telegram',
    tellsOnce: false,
    poll: async ({ seconds, signal }) => {
      const answer = await api.call(
        'getUpdates',
        { offset, timeout: seconds, allowed_updates: ALLOWED_UPDATES },
        { timeoutMs: seconds * 1000 + POLL_SLACK_MS, signal },
      );
      if (answer.kind !== 'ok') return troubleOf(answer);
      const updates = z.array(z.unknown()).catch([]).parse(answer.result);
      for (const update of updates) {
        const { success, data } = numbered.safeParse(update);
        if (success) offset = data.update_id + 1;
      }
      return updates.length === 0 ? { kind: 'nothing' } : { kind: 'updates', updates };
    },
  });
}

function troubleOf(answer: Exclude<TelegramAnswer, { kind: 'ok' }>): Polled {
  const trouble = (says: string, facts?: Record<string, unknown>): Polled => ({ kind: 'trouble', says, facts });
  switch (answer.kind) {
    case 'aborted':
      return answer;
    case 'rate-limited':
      return {
        ...{ kind: 'trouble', says: 'Telegram asked to be polled more slowly' },
        retryAfterMs: answer.retryAfterMs,
      };
    case 'not-reached':
      return trouble('ALARM: no line to Telegram; perhaps it is cut off here, then set TELEGRAM_PROXY_URL', {
        reason: answer.reason,
      });
    case 'no-answer':
      return trouble('Telegram could not be asked for news', { reason: answer.reason });
    case 'refused':
      return { kind: 'trouble', says: refusal(answer), facts: { code: answer.code }, isConflict: isConflict(answer) };
  }
}

/** Another poller, or a poll while a webhook is set; only the first is another program's doing. */
const isConflict = ({ code, description }: { code: number; description: string }): boolean =>
  code === 409 && !/webhook/i.test(description);

function refusal({ code, description }: { code: number; description: string }): string {
  if (code === 401 || code === 404) return 'ALARM: Telegram does not know this token';
  if (isConflict({ code, description })) return 'ALARM: another program polls this Telegram bot; stop one of the two';
  if (code === 409) return 'ALARM: a webhook is registered at Telegram, so it cannot be polled (npm run doctor)';
  return 'ALARM: Telegram refuses to be polled';
}
