import type { Evidence } from '../evidence.ts';
import type { Breach } from './breach.ts';
import { nameOf, type Sent, sentOf, showArrival } from './facts.ts';

const ORDER = 'Messages to one person leave in the order in which they were written';

/** Answers and officers' words; what the assistant starts by itself has its own time. */
export function checkOrder(evidence: Evidence): Breach[] {
  const breaches: Breach[] = [];
  const talk = sentOf(evidence).filter(({ delivery }) => delivery.kind === 'reply' && delivery.resentAt === undefined);
  for (const [, sent] of Map.groupBy(talk, ({ delivery }) => delivery.contactId)) {
    let last: Sent | undefined;
    for (const one of sent) {
      if (last !== undefined && last.delivery.seq > one.delivery.seq) {
        const person = nameOf(evidence, one.delivery.personId);
        breaches.push({ promise: ORDER, person, rows: [showArrival(last.arrival), showArrival(one.arrival)] });
      }
      last = one;
    }
  }
  return breaches;
}
