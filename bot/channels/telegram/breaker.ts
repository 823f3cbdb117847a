import { NO_LINE, type SendOutcome } from '../channel.ts';
import type { TelegramAnswer } from './call-telegram.ts';

/** Connections in a row that were not made: then the network is closed, not this message unlucky. */
const FAILURES_TO_OPEN = 5;

/**
 * api.telegram.org may be cut off from a Vietnamese server. After a few connections in a row that were not made, the whole
 * channel is told broken, which stops the account in every process for some minutes and alarms once; messages wait and use
 * up no attempts. The first send after that is the trial: one that is made closes the breaker.
 */
export function createBreaker(failuresToOpen = FAILURES_TO_OPEN): {
  judge: (outcome: SendOutcome, answer: TelegramAnswer) => SendOutcome;
} {
  let failures = 0;
  return {
    judge: (outcome, answer) => {
      if (answer.kind === 'aborted') return outcome;
      failures = answer.kind === 'not-reached' ? failures + 1 : 0;
      return failures >= failuresToOpen ? { kind: 'channel-broken', reason: NO_LINE } : outcome;
    },
  };
}
