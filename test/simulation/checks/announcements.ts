import type { Evidence } from '../evidence.ts';
import { HOUR_MS, MINUTE_MS, sayInstant } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, isUpThrough, nameOf, type Sent, sentOf, showArrival, showDelivery } from './facts.ts';
import { wantsNews } from './stops.ts';

const WHOM = 'Whoever is meant, wants news and can be reached gets it, and nobody else';
const STOPPED = 'Stopped or paused, an announcement reaches nobody';
const GOES_ON = 'Resumed, an announcement goes on: nobody waits for it without a reason';
const HOLD = 'For five minutes, and through the night, it can be taken back';

/** At the end of a day this reaches back to the middle of it. */
const PATIENCE_MS = 12 * HOUR_MS;

export function checkAnnouncements(evidence: Evidence): Breach[] {
  const sent = Map.groupBy(sentOf(evidence), ({ delivery }) => delivery.announcementId);
  return evidence.announcements.flatMap((story) => {
    const came: Sent[] = sent.get(story.id) ?? [];
    const breaches: Breach[] = [];
    const { stopped, pauses, confirmedAt } = story;
    for (const { arrival, delivery } of came) {
      const person = nameOf(evidence, delivery.personId);
      const isPaused = pauses.some(({ n, until }) => arrival.n > n && arrival.n < (until ?? Number.POSITIVE_INFINITY));
      if (isPaused || (stopped !== undefined && arrival.n > stopped.n)) {
        breaches.push({ promise: STOPPED, person, rows: [story, showArrival(arrival)] });
      }
      const isEarly = confirmedAt === undefined || arrival.at < confirmedAt + 5 * MINUTE_MS;
      if (isEarly && !isNearClockChange(evidence, arrival.at)) {
        breaches.push({ promise: HOLD, person, rows: [story, showArrival(arrival)] });
      }
    }
    return [...breaches, ...checkWhom(evidence, story), ...checkGoesOn(evidence, story)];
  });
}

/** What is due for half a day by day, with nothing in its way, has left or has a reason. */
function checkGoesOn(evidence: Evidence, { id, pauses, stopped }: Evidence['announcements'][number]): Breach[] {
  const { now, accounts, people, deliveries } = evidence;
  const isPaused = pauses.some(({ until }) => until === undefined);
  if (isPaused || stopped !== undefined || !isUpThrough(evidence, now - PATIENCE_MS, now)) return [];
  const isHeld = (contactId: string): boolean => {
    const contact = people.flatMap(({ contacts }) => contacts).find((one) => one.id === contactId);
    return accounts.some(
      ({ channel, pausedUntil }) => channel === contact?.channel && (pausedUntil ?? 0) > now - PATIENCE_MS,
    );
  };
  const stuck = deliveries.filter(
    (row) =>
      row.announcementId === id &&
      row.status === 'waiting' &&
      Math.max(row.createdAt, row.notBefore) < now - PATIENCE_MS &&
      !isHeld(row.contactId),
  );
  if (stuck.length === 0) return [];
  return [{ promise: GOES_ON, person: nameOf(evidence, stuck[0]?.personId ?? ''), rows: stuck.map(showDelivery) }];
}

/** Who was meant is asked of the people themselves, at the moment at which it was written down. */
function checkWhom(evidence: Evidence, { id, audience }: Evidence['announcements'][number]): Breach[] {
  const plannedAt = evidence.plans.find((plan) => plan.id === id)?.plannedAt;
  if (plannedAt === undefined || isNearClockChange(evidence, plannedAt)) return [];
  const rows = evidence.deliveries.filter(({ announcementId }) => announcementId === id);
  const got = new Set(rows.map(({ personId }) => personId));
  return evidence.people.flatMap(({ id: personId, erasedAt, contacts }) => {
    if (erasedAt !== undefined) return [];
    const onZalo = contacts.some(({ channel }) => channel === 'zalo-bot');
    const isReachable = !isBlockedAt(evidence, personId, plannedAt);
    const isMeant = wantsNews(evidence, personId, plannedAt) && (audience === 'all' || onZalo);
    // Of who went away only the platform knows until the next message does not arrive.
    if (got.has(personId) === isMeant || (isMeant && !isReachable)) return [];
    const why = isMeant ? 'was meant and has no message' : 'was not meant and has a message';
    return [
      { promise: WHOM, person: nameOf(evidence, personId), rows: [{ why, id, plannedAt: sayInstant(plannedAt) }] },
    ];
  });
}

export function isBlockedAt({ villagers, people }: Evidence, personId: string, at: number): boolean {
  const addresses = people.find(({ id }) => id === personId)?.contacts.map(({ address }) => address) ?? [];
  return villagers
    .filter(({ phone }) => addresses.includes(phone.address))
    .some(({ blocks }) => blocks.findLast((block) => block.at <= at)?.isBlocked ?? false);
}
