import type { ClaimedDelivery } from '../../records/claim-deliveries.ts';

/** Why an announcement's message may not leave after all; undefined when it may. */
export function whyNotAnnounced(delivery: ClaimedDelivery): string | undefined {
  if (delivery.kind !== 'announcement') return undefined;
  if (delivery.announcementStoppedAt !== null) return 'stopped';
  if (!delivery.personWantsNews) return 'said-stop';
  // Two channels, each planned for by itself, turned out to be one person's.
  return delivery.isAnnouncedElsewhere ? 'told-already' : undefined;
}
