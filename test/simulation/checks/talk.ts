import type { Evidence } from '../evidence.ts';
import { HOUR_MS } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, nameOf, sentOf, showArrival } from './facts.ts';

const TALK = 'A reminder breaks into no talk: it comes no sooner than two hours after the last word';

export function checkTalk(evidence: Evidence): Breach[] {
  const words = Map.groupBy(evidence.inbound, ({ personId }) => personId);
  return sentOf(evidence).flatMap(({ arrival, delivery }) => {
    if (delivery.kind !== 'reminder' || isNearClockChange(evidence, arrival.at)) return [];
    const last = (words.get(delivery.personId) ?? []).findLast(({ receivedAt }) => receivedAt < arrival.at);
    if (last === undefined || arrival.at - last.receivedAt >= 2 * HOUR_MS) return [];
    return [{ promise: TALK, person: nameOf(evidence, delivery.personId), rows: [last, showArrival(arrival)] }];
  });
}
