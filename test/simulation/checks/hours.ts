import type { Evidence } from '../evidence.ts';
import { HOUR_MS, isByDay } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { nameOf, sentOf, showArrival } from './facts.ts';

const HOURS = 'What the assistant starts leaves between 07:00 and 20:00';
const OFFICER = "Within 2 hours of the person's own last message an officer's message goes at once, otherwise by day";

export function checkHours(evidence: Evidence): Breach[] {
  return sentOf(evidence).flatMap(({ arrival, delivery }) => {
    if (isByDay(arrival.at) || delivery.kind === 'reply') return [];
    const person = nameOf(evidence, delivery.personId);
    const rows = [{ key: delivery.key, ...showArrival(arrival) }];
    if (delivery.kind !== 'officer') return [{ promise: HOURS, person, rows }];
    const isTalk = evidence.inbound.some(
      ({ personId, receivedAt }) => personId === delivery.personId && Math.abs(arrival.at - receivedAt) <= 2 * HOUR_MS,
    );
    return isTalk ? [] : [{ promise: OFFICER, person, rows }];
  });
}
