import type { DeliveryFacts } from '../delivery-facts.ts';
import type { Evidence } from '../evidence.ts';
import { DAY_MS, MINUTE_MS, sayInstant, startOfDay } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, nameOf, showArrival, showDelivery } from './facts.ts';

const RESERVE = 'Reminders and announcements never spend what is kept for replies';
const FIRST = 'What a month has left is spent on what matters most, the nearest closing first';

/** At least so much of a month is kept for replies. */
const KEPT = 1 / 5;
/** So many days before a closing it is near. */
const NEAR_DAYS = 7;

export function checkReserve(evidence: Evidence): Breach[] {
  return [...checkKept(evidence), ...checkFirst(evidence)];
}

/** Counted anew from what Zalo handed over, message by message. */
function checkKept(evidence: Evidence): Breach[] {
  const { arrivals, deliveries, zaloMonthlyLimit } = evidence;
  const breaches: Breach[] = [];
  const byId = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
  const reserve = Math.ceil(zaloMonthlyLimit * KEPT);
  const months = Map.groupBy(
    arrivals.filter(({ channel }) => channel === 'zalo-bot'),
    ({ at }) => sayInstant(at).slice(3, 10),
  );
  for (const [month, came] of months) {
    let [started, others] = [0, 0];
    for (const arrival of came) {
      const delivery = byId.get(arrival.deliveryId ?? '');
      if (!isStarted(delivery)) {
        others += 1;
        continue;
      }
      started += 1;
      if (started + Math.max(reserve, others) <= zaloMonthlyLimit) continue;
      const facts = { month, limit: zaloMonthlyLimit, reserve, started, others };
      breaches.push({
        promise: RESERVE,
        person: nameOf(evidence, delivery.personId),
        rows: [facts, showArrival(arrival)],
      });
    }
  }
  return breaches;
}

/** At no moment had one thing no room while something that matters less left. */
function checkFirst(evidence: Evidence): Breach[] {
  const onZalo = new Set(
    evidence.people.flatMap(({ contacts }) =>
      contacts.flatMap(({ id, channel }) => (channel === 'zalo-bot' ? [id] : [])),
    ),
  );
  const started = evidence.deliveries.filter((row) => isStarted(row) && onZalo.has(row.contactId));
  const short = started.filter(({ status, reason }) => status === 'skipped' && reason === 'budget');
  const sent = started.filter(({ status }) => status === 'sent');
  return short.flatMap((row) => {
    const { settledAt } = row;
    if (settledAt === undefined || isNearClockChange(evidence, settledAt)) return [];
    const lesser = sent.find(
      (other) =>
        Math.abs((other.settledAt ?? 0) - settledAt) < MINUTE_MS &&
        // What was written only afterwards was not there to be weighed.
        other.createdAt <= settledAt &&
        mattersMore(evidence, row, other, settledAt),
    );
    if (lesser === undefined) return [];
    return [
      { promise: FIRST, person: nameOf(evidence, row.personId), rows: [showDelivery(row), showDelivery(lesser)] },
    ];
  });
}

/** By what can be known for certain; where two may be alike, they are. */
function mattersMore(evidence: Evidence, one: DeliveryFacts, other: DeliveryFacts, at: number): boolean {
  const [mine, theirs] = [weightOf(evidence, one, at), weightOf(evidence, other, at)];
  if (mine.least !== theirs.most) return mine.least < theirs.most;
  const isCertain = mine.most === mine.least && theirs.most === theirs.least;
  return isCertain && mine.closesAt < theirs.closesAt;
}

type Weight = { most: number; least: number; closesAt: number };

/**
 * 0: a near closing of an unfinished request; 1: a near closing, or what puts right what was told; 2: papers and requests left
 * lying; 3: what somebody follows; 4: news. `most` is the highest that it may be, `least` the lowest.
 */
function weightOf(evidence: Evidence, { key, kind, windowId, personId }: DeliveryFacts, at: number): Weight {
  if (kind === 'announcement') return { most: 4, least: 4, closesAt: Number.POSITIVE_INFINITY };
  const story = evidence.windows.find(({ id }) => id === windowId);
  const version = story?.versions.findLast(({ since }) => since <= at);
  if (version === undefined)
    return { most: key.includes('/ending') ? 0 : 2, least: 2, closesAt: Number.POSITIVE_INFINITY };
  const { closesAt } = version;
  const hasDossiers = evidence.applications.some((application) => application.personId === personId);
  const which = key.split('/')[4] ?? '';
  if (['changed', 'elsewhere', 'withdrawn'].includes(which)) return { most: hasDossiers ? 0 : 1, least: 1, closesAt };
  const isNear = startOfDay(closesAt) - startOfDay(at) <= NEAR_DAYS * DAY_MS;
  if (!isNear) return { most: 3, least: 3, closesAt };
  return hasDossiers ? { most: 0, least: 3, closesAt } : { most: 1, least: 1, closesAt };
}

function isStarted(delivery: DeliveryFacts | undefined): delivery is DeliveryFacts {
  return delivery !== undefined && (delivery.kind === 'reminder' || delivery.kind === 'announcement');
}
