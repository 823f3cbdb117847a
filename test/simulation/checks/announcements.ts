import type { Evidence } from '../evidence.ts';
import { MINUTE_MS, sayInstant } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, nameOf, type Sent, sentOf, showArrival } from './facts.ts';
import { wantsNews } from './stops.ts';

const WHOM = 'Whoever is meant, wants news and can be reached gets it, and nobody else';
const STOPPED = 'Stopped or paused, an announcement reaches nobody';
const HOLD = 'For five minutes, and through the night, it can be taken back';

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
    return [...breaches, ...checkWhom(evidence, story)];
  });
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
  const villager = villagers.find(({ phone }) => addresses.includes(phone.address));
  return villager?.blocks.findLast((block) => block.at <= at)?.isBlocked ?? false;
}
