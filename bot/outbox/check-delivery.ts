import { whenToSend } from '../../core/schedule/when-to-send.ts';
import type { ClaimedDelivery } from '../../records/claim-deliveries.ts';
import { whyNotAnnounced } from './check-announcement.ts';

export type Check =
  | { kind: 'send' }
  | { kind: 'skip'; reason: string }
  | { kind: 'wait'; until: Date; reason?: string };

/** Asked again at the last moment, when the message has been claimed: does it still may leave, now? */
export function checkDelivery(delivery: ClaimedDelivery, now: Date): Check {
  if (delivery.personIsSample) return { kind: 'skip', reason: 'sample' };
  if (delivery.isCourseNewer) return { kind: 'skip', reason: 'replaced' };
  const startedByBot = delivery.kind === 'reminder' || delivery.kind === 'announcement';
  if (!startedByBot) return { kind: 'send' };
  if (delivery.personErasedAt !== null) return { kind: 'skip', reason: 'erased' };
  if (delivery.contactState !== 'active') return { kind: 'skip', reason: 'unreachable' };
  const reason = whyNotAnnounced(delivery);
  if (reason !== undefined) return { kind: 'skip', reason };
  if (delivery.notAfter !== null && delivery.notAfter <= now) return { kind: 'skip', reason: 'too-late' };
  const until = whenToSend({ kind: delivery.kind, now });
  return until > now ? { kind: 'wait', until } : { kind: 'send' };
}
