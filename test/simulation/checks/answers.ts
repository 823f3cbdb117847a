import type { Evidence } from '../evidence.ts';
import { HOUR_MS } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isUpThrough, nameOf, showDelivery } from './facts.ts';

const ANSWERED = 'Every message, in every state, gets one reply';
const ONE_OUT = 'On Zalo one message in is at most one out';
const NO_ERROR = 'A turn is saved whole or not at all, and a message that cannot be handled does not block its person';
/** What waits for its next attempt waits no longer than this, if nothing is in its way. */
const PATIENCE_MS = 3 * HOUR_MS;

/** Each message was answered once, and its answer left unless the platform kept it from leaving. */
export function checkAnswers(evidence: Evidence): Breach[] {
  const { inbound, deliveries, now, complaints, people, accounts } = evidence;
  const breaches: Breach[] = [];
  for (const complaint of complaints) {
    if (/ALARM/.test(complaint.message)) continue;
    breaches.push({ promise: NO_ERROR, rows: [complaint] });
  }
  const replies = Map.groupBy(
    deliveries.filter(({ key }) => key.startsWith('reply/')),
    ({ key }) => key.split('/')[1] ?? '',
  );
  for (const message of inbound) {
    const person = nameOf(evidence, message.personId);
    const own = replies.get(message.id) ?? [];
    if (own.length > 1) breaches.push({ promise: ONE_OUT, person, rows: own.map(showDelivery) });
    if (!isUpThrough(evidence, Math.max(message.receivedAt, now - HOUR_MS), now)) continue;
    if (message.handledAt === undefined || own.length === 0) {
      breaches.push({ promise: ANSWERED, person, rows: [message, ...own] });
    }
  }
  for (const delivery of deliveries) {
    if (delivery.kind !== 'reply' || delivery.status !== 'waiting') continue;
    const since = Math.max(delivery.createdAt, delivery.notBefore);
    const contact = people.flatMap(({ contacts }) => contacts).find(({ id }) => id === delivery.contactId);
    const isPaused = accounts.some(
      ({ channel, pausedUntil }) => channel === contact?.channel && (pausedUntil ?? 0) > now - PATIENCE_MS,
    );
    if (isPaused || now - since < PATIENCE_MS || !isUpThrough(evidence, now - PATIENCE_MS, now)) continue;
    breaches.push({ promise: ANSWERED, person: nameOf(evidence, delivery.personId), rows: [showDelivery(delivery)] });
  }
  return breaches;
}
