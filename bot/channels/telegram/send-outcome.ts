import type { SendOutcome } from '../channel.ts';
import type { TelegramAnswer } from './call-telegram.ts';

/** What an answer to sendMessage means for the message. */
export function sendOutcomeOf(answer: TelegramAnswer): SendOutcome {
  switch (answer.kind) {
    case 'ok':
      return { kind: 'sent', providerMessageId: messageIdOf(answer.result) };
    case 'rate-limited':
      return answer;
    case 'refused':
      return refusalOf(answer);
    case 'not-reached':
      return { kind: 'transient', reason: answer.reason };
    case 'aborted':
      return { kind: 'transient', reason: 'aborted' };
    case 'no-answer':
      // There is no key by which Telegram would know a repetition, so it may be there already.
      return { kind: 'ambiguous', reason: answer.reason };
  }
}

function refusalOf({ code, description }: { code: number; description: string }): SendOutcome {
  const reason = `telegram-${code}`;
  // Blocked, deactivated, never pressed Start; or a chat that is not there.
  if (code === 403 || (code === 400 && /chat not found|PEER_ID_INVALID|user not found/i.test(description))) {
    return { kind: 'unreachable', reason };
  }
  // 401 and 404: the token was revoked. 409: another program uses it.
  if (code === 401 || code === 404 || code === 409) return { kind: 'channel-broken', reason };
  return { kind: 'refused', reason };
}

function messageIdOf(result: unknown): string | undefined {
  const id: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'message_id') : undefined;
  return typeof id === 'number' ? String(id) : undefined;
}
