import type { DeliveryFacts } from '../delivery-facts.ts';
import type { Evidence } from '../evidence.ts';
import { DAY_MS, HOUR_MS, sayInstant, startOfDay } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, nameOf, sentOf, showDelivery } from './facts.ts';
import { heardOnDayOfItsOwn, isOfDossier, wantsToHear } from './free.ts';

const TOLD = 'Papers that were asked for are reminded of 3, 10 and 24 days after, until they are there';
const ONCE = 'Each reminder of papers comes once, at its time, and not once they were sent again';
const ALONE = 'Papers and certificates are never reminded of with another reminder on the same day';

const AFTER_DAYS = [3, 10, 24];
const LIFE_DAYS = 60;
const HOUR = 8;

type Asked = { applicationId: string; personId: string; at: number; until: number };

export function checkPapers(evidence: Evidence): Breach[] {
  return [...timesOfAsking(evidence).flatMap((asked) => checkAsked(evidence, asked)), ...checkAlone(evidence)];
}

/** Each time an officer gave something back, and until when it waited for its person. */
function timesOfAsking({ events, applications }: Evidence): Asked[] {
  return events.flatMap(({ applicationId, kind, at, seq }) => {
    const personId = applications.find(({ id }) => id === applicationId)?.personId;
    if (kind !== 'returned' || personId === undefined) return [];
    const end = events.find(
      (event) => event.applicationId === applicationId && event.seq > seq && event.kind !== 'seen',
    );
    return [{ applicationId, personId, at, until: end?.at ?? Number.POSITIVE_INFINITY }];
  });
}

function checkAsked(evidence: Evidence, { applicationId, personId, at, until }: Asked): Breach[] {
  const breaches: Breach[] = [];
  const person = nameOf(evidence, personId);
  const own = `reminder/dossier/${applicationId}/papers/${at}/`;
  const rows = evidence.deliveries.filter(({ key }) => key.startsWith(own));
  const breach = (promise: string, why: string, told: DeliveryFacts[]): void => {
    const facts = { why, asked: sayInstant(at), until: Number.isFinite(until) ? sayInstant(until) : 'now' };
    breaches.push({ promise, person, rows: [facts, ...told.map(showDelivery)] });
  };
  const dueAt = (days: number): number => startOfDay(at, days) + HOUR * HOUR_MS;
  for (const [which, same] of Map.groupBy(rows, roundOf)) {
    const days = AFTER_DAYS.find((each) => `${each}-after` === which);
    if (days === undefined) breach(ONCE, 'no such round', same);
    else if (same.some((row) => row.createdAt < dueAt(days) && !isNearClockChange(evidence, row.createdAt)))
      breach(ONCE, 'before its time', same);
    if (same.length > 1) breach(ONCE, 'twice', same);
  }
  for (const { arrival, delivery } of sentOf(evidence)) {
    if (rows.includes(delivery) && arrival.at > until && !isNearClockChange(evidence, arrival.at))
      breach(ONCE, 'they were not waited for any more', [delivery]);
  }
  if (!wantsToHear(evidence, personId)) return breaches;
  for (const [index, days] of AFTER_DAYS.entries()) {
    const next = dueAt(AFTER_DAYS[index + 1] ?? LIFE_DAYS);
    const by = heardOnDayOfItsOwn(evidence, { personId, dueAt: dueAt(days), own });
    if (by === undefined || by >= next || by >= until) continue;
    const isThere = rows.some((row) => AFTER_DAYS.findIndex((each) => `${each}-after` === roundOf(row)) >= index);
    if (!isThere) breach(TOLD, `nothing ${days} days after, by ${sayInstant(by)}`, rows);
  }
  return breaches;
}

function checkAlone(evidence: Evidence): Breach[] {
  return evidence.deliveries.filter(isOfDossier).flatMap((row) => {
    if (isNearClockChange(evidence, row.createdAt)) return [];
    const other = evidence.deliveries.find(
      ({ personId, kind, seq, createdAt, status }) =>
        personId === row.personId &&
        kind === 'reminder' &&
        seq < row.seq &&
        createdAt >= startOfDay(row.createdAt) &&
        createdAt < startOfDay(row.createdAt) + DAY_MS &&
        !['skipped', 'failed'].includes(status),
    );
    if (other === undefined) return [];
    return [{ promise: ALONE, person: nameOf(evidence, row.personId), rows: [showDelivery(other), showDelivery(row)] }];
  });
}

function roundOf({ key }: DeliveryFacts): string {
  return key.split('/')[5] ?? '';
}
