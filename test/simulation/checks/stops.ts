import type { Evidence } from '../evidence.ts';
import { sayInstant } from '../office-time.ts';
import { wantsWindows } from '../wishes.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, nameOf, sentOf, showArrival } from './facts.ts';

const STOP = 'What the assistant starts never reaches somebody who said stop';
const ALONE = 'Nothing reaches somebody who asked to be left alone';

/** From the moment at which somebody was told that it has ended, it has. */
export function checkStops(evidence: Evidence): Breach[] {
  const breaches: Breach[] = [];
  const windows = new Map(evidence.windows.map((story) => [story.id, story]));
  for (const { arrival, delivery } of sentOf(evidence)) {
    const { personId, kind, key } = delivery;
    if (kind !== 'reminder' && kind !== 'announcement') continue;
    if (isNearClockChange(evidence, arrival.at)) continue;
    const person = nameOf(evidence, personId);
    const rows = [{ key, ...showArrival(arrival) }];
    const story = delivery.windowId === null ? undefined : windows.get(delivery.windowId);
    if (story !== undefined && wantsWindows(evidence, { personId, story, at: arrival.at }).isStopped) {
      const said = evidence.said.filter((one) => one.personId === personId);
      breaches.push({
        promise: STOP,
        person,
        rows: [...rows, ...said.map((one) => ({ ...one, at: sayInstant(one.at) }))],
      });
    }
    if (kind === 'announcement' && !wantsNews(evidence, personId, arrival.at)) {
      breaches.push({
        promise: STOP,
        person,
        rows: [...rows, ...evidence.consents.filter((one) => one.personId === personId)],
      });
    }
  }
  for (const { arrival, delivery } of sentOf(evidence)) {
    const erasedAt = evidence.people.find(({ id }) => id === delivery.personId)?.erasedAt;
    if (erasedAt === undefined || delivery.kind === 'reply' || arrival.at <= erasedAt) continue;
    if (isNearClockChange(evidence, arrival.at)) continue;
    breaches.push({ promise: ALONE, person: nameOf(evidence, delivery.personId), rows: [showArrival(arrival)] });
  }
  for (const villager of evidence.villagers) {
    for (const [index, { n, isBlocked }] of villager.blocks.entries()) {
      const until = villager.blocks[index + 1]?.n ?? Number.POSITIVE_INFINITY;
      const come = evidence.arrivals.filter(
        (arrival) => arrival.address === villager.phone.address && arrival.n > n && arrival.n < until,
      );
      if (isBlocked && come.length > 0)
        breaches.push({ promise: ALONE, person: villager.name, rows: come.map(showArrival) });
    }
  }
  return breaches;
}

/** The last answer to the question about news, as it stood at that instant. */
export function wantsNews({ consents }: Evidence, personId: string, at: number): boolean {
  const last = consents.findLast((one) => one.personId === personId && one.purpose === 'news' && one.at <= at);
  return last?.granted === true && (last.withdrawnAt === undefined || last.withdrawnAt > at);
}
