import type { Evidence } from '../evidence.ts';
import { HOUR_MS, MINUTE_MS, nextByDay } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, nameOf, type Sent, sentOf, showArrival } from './facts.ts';

const TALK = 'A reminder breaks into no talk: it comes no sooner than two hours after the last word';

/** That an answer is late is no reminder: it is due at the time that was promised. */
export function checkTalk(evidence: Evidence): Breach[] {
  const words = Map.groupBy(evidence.inbound, ({ personId }) => personId);
  return sentOf(evidence).flatMap(({ arrival, delivery }) => {
    if (!delivery.key.startsWith('reminder/') || isNearClockChange(evidence, arrival.at)) return [];
    if (isLastChance(evidence, { arrival, delivery })) return [];
    const last = (words.get(delivery.personId) ?? []).findLast(({ receivedAt }) => receivedAt < arrival.at);
    if (last === undefined || arrival.at - last.receivedAt >= 2 * HOUR_MS) return [];
    return [{ promise: TALK, person: nameOf(evidence, delivery.personId), rows: [last, showArrival(arrival)] }];
  });
}

/** Ten minutes later there would be less than two hours left until the closing. */
function isLastChance({ windows }: Evidence, { arrival, delivery }: Sent): boolean {
  const closesAt = windows.find(({ id }) => id === delivery.windowId)?.versions.at(-1)?.closesAt;
  return closesAt !== undefined && closesAt - nextByDay(arrival.at + 10 * MINUTE_MS) <= 2 * HOUR_MS;
}
