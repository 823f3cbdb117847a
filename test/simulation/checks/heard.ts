import type { Evidence } from '../evidence.ts';
import type { Breach } from './breach.ts';
import { nameOf } from './facts.ts';

const WRITTEN = 'What came in is written down before it is acknowledged';
const ONE_IN_HAND = 'Zalo tells it once: a kill loses at most the one message that was in hand';

/** What people said since the assistant has known their phone stands in the journal, each once. */
export function checkHeard(evidence: Evidence): Breach[] {
  const { told, people, inbound, standstills, crashes, clockSets } = evidence;
  const isDown = standstills.some(({ until }) => until === undefined);
  // The order of two instants is not known any more once the clock was set back.
  if (isDown || clockSets.length > 0) return [];
  const written = Map.groupBy(inbound, ({ contactId }) => contactId);
  const missing = people
    .filter(({ erasedAt }) => erasedAt === undefined)
    .flatMap(({ id: personId, contacts }) => contacts.map((contact) => ({ personId, contact })))
    .flatMap(({ personId, contact }) => {
      const { channel, address, createdAt } = contact;
      const said = told.filter((one) => one.channel === channel && one.address === address && one.at >= createdAt);
      const lost = said.length - (written.get(contact.id)?.length ?? 0);
      return lost > 0 ? [{ channel, lost, person: nameOf(evidence, personId) }] : [];
    });
  const onZalo = missing.filter(({ channel }) => channel === 'zalo-bot');
  const elsewhere = missing.filter(({ channel }) => channel !== 'zalo-bot');
  const lostOnZalo = onZalo.reduce((sum, { lost }) => sum + lost, 0);
  return [
    ...elsewhere.map((row) => ({ promise: WRITTEN, person: row.person, rows: [row] })),
    ...(lostOnZalo > crashes.length ? [{ promise: ONE_IN_HAND, rows: onZalo }] : []),
  ];
}
