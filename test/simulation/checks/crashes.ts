import type { Evidence } from '../evidence.ts';
import { MINUTE_MS } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, isUpThrough, nameOf, showDelivery } from './facts.ts';

const MENDED = 'What a crash left in the middle of a send is mended within minutes';
const NOT_MORE = 'Nobody knows only of what was being sent when a process died, or when a platform did not answer';

const PATIENCE_MS = 10 * MINUTE_MS;

/** No send has lost its holder for long, and none is said to have lost one that did not. */
export function checkCrashes(evidence: Evidence): Breach[] {
  const { now, deliveries, crashes } = evidence;
  const breach = (promise: string, delivery: Evidence['deliveries'][number]): Breach => ({
    promise,
    person: nameOf(evidence, delivery.personId),
    rows: [{ ...showDelivery(delivery), claimedAt: delivery.claimedAt }, ...crashes.slice(-5)],
  });
  return deliveries.flatMap((delivery) => {
    const { status, reason, claimedAt = 0, settledAt = now } = delivery;
    if (isNearClockChange(evidence, claimedAt) || isNearClockChange(evidence, settledAt)) return [];
    if (status === 'sending' && claimedAt < now - PATIENCE_MS && isUpThrough(evidence, claimedAt, now)) {
      return [breach(MENDED, delivery)];
    }
    const isOfCrash = crashes.some(({ at }) => claimedAt <= at && at <= settledAt);
    return reason === 'interrupted' && !isOfCrash ? [breach(NOT_MORE, delivery)] : [];
  });
}
