import type { PauseReason } from '../../records/channel-accounts.ts';
import type { DeliveryStatus } from '../../records/deliveries.ts';
import type { SendOutcome } from '../channels/channel.ts';

export type Settlement = {
  status: Exclude<DeliveryStatus, 'sending'>;
  reason?: string;
  providerMessageId?: string;
  notBefore?: Date;
};

const SECOND_MS = 1000;
const RETRY_AFTER_MS = [5, 30, 120, 600, 3600].map((seconds) => seconds * SECOND_MS);
const CHANNEL_BROKEN_RETRY_MS = 300 * SECOND_MS;
const QUOTA_RETRY_MS = 3600 * SECOND_MS;

/** Until when an outcome stops everything on its account; undefined when it concerns one message only. */
export function accountPauseOf(outcome: SendOutcome, now: Date): { until: Date; reason: PauseReason } | undefined {
  const later = (ms: number): Date => new Date(now.getTime() + ms);
  switch (outcome.kind) {
    case 'rate-limited':
      return { until: later(outcome.retryAfterMs), reason: outcome.kind };
    case 'quota-exhausted':
      return { until: outcome.until ?? later(QUOTA_RETRY_MS), reason: outcome.kind };
    case 'channel-broken':
      return { until: later(CHANNEL_BROKEN_RETRY_MS), reason: outcome.kind };
    default:
      return undefined;
  }
}

/** How a send's outcome is written into the ledger. `attempts` counts this one. */
export function settlementOf(outcome: SendOutcome, { attempts, now }: { attempts: number; now: Date }): Settlement {
  const later = (ms: number): Date => new Date(now.getTime() + ms);
  switch (outcome.kind) {
    case 'sent':
      return { status: 'sent', providerMessageId: outcome.providerMessageId };
    case 'rate-limited':
    case 'quota-exhausted':
      // It may leave as soon as its account may send again.
      return { status: 'waiting', reason: outcome.kind };
    case 'channel-broken':
      return { status: 'waiting', reason: 'channel-broken', notBefore: later(CHANNEL_BROKEN_RETRY_MS) };
    case 'transient': {
      const waitMs = RETRY_AFTER_MS[attempts - 1];
      if (waitMs === undefined) return { status: 'failed', reason: 'gave-up' };
      return { status: 'waiting', reason: outcome.reason, notBefore: later(waitMs) };
    }
    case 'unreachable':
    case 'refused':
      return { status: 'failed', reason: outcome.reason };
    case 'ambiguous':
      return { status: 'ambiguous', reason: outcome.reason };
  }
}
