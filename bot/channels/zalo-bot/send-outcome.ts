import type { SendOutcome } from '../channel.ts';
import type { SentMessage, ZaloAnswer } from './client/index.ts';

/** What an answer to sendMessage means for the message; `quotaUntil` is asked only when the quota is used up. */
export async function sendOutcomeOf(
  answer: ZaloAnswer<SentMessage>,
  quotaUntil: () => Promise<Date>,
): Promise<SendOutcome> {
  switch (answer.kind) {
    case 'ok':
      return { kind: 'sent', providerMessageId: answer.result.messageId };
    case 'quota-exhausted':
      return { kind: 'quota-exhausted', until: await quotaUntil() };
    case 'unauthorized':
      return { kind: 'channel-broken', reason: 'unauthorized' };
    case 'not-zalo':
      return { kind: 'channel-broken', reason: `not-zalo-${answer.status}` };
    case 'refused':
      // The codes do not tell a chat that is gone from a text that is wrong; the words do.
      return isAboutTheChat(answer.description)
        ? { kind: 'unreachable', reason: `zalo-${answer.code}` }
        : { kind: 'refused', reason: `zalo-${answer.code}` };
    case 'server-error':
      return { kind: 'transient', reason: `zalo-${answer.code}` };
    case 'not-reached':
      return { kind: 'transient', reason: answer.reason };
    case 'aborted':
      return { kind: 'transient', reason: 'aborted' };
    case 'timed-out':
      return { kind: 'ambiguous', reason: 'zalo-408' };
    case 'no-answer':
      return { kind: 'ambiguous', reason: answer.reason };
  }
}

function isAboutTheChat(description: string): boolean {
  return (
    /\b(chat|user|recipient)\b/i.test(description) && /not found|not exist|block|unfollow|inactive/i.test(description)
  );
}
