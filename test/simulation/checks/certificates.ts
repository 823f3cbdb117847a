import type { CertificateStory } from '../deeds-of-officers.ts';
import type { DeliveryFacts } from '../delivery-facts.ts';
import type { Evidence } from '../evidence.ts';
import { DAY_MS, HOUR_MS, sayInstant, startOfDay } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, nameOf, sentOf, showDelivery } from './facts.ts';
import { heardOnDayOfItsOwn, wantsToHear } from './free.ts';

const TOLD = 'Before a certificate ends its people are told 90, 30 and 7 days before, or of the right day';
const ONCE = 'Each reminder of a certificate comes once, at its time, to who acts for its establishment';
const TRUE_DAY = 'A reminder of a certificate tells the day that an officer read from the paper, and the time left';

const LEADS = [90, 30, 7];
const HOUR = 8;

export function checkCertificates(evidence: Evidence): Breach[] {
  return evidence.certificates.flatMap((story) => [...checkSent(evidence, story), ...checkTold(evidence, story)]);
}

function checkSent(evidence: Evidence, story: CertificateStory): Breach[] {
  const breaches: Breach[] = [];
  const rows = rowsOf(evidence, story);
  const breach = (promise: string, why: string, own: DeliveryFacts[]): void => {
    const person = nameOf(evidence, own[0]?.personId ?? '');
    breaches.push({ promise, person, rows: [{ why, versions: story.versions }, ...own.map(showDelivery)] });
  };
  const arrivals = new Map(sentOf(evidence).map(({ arrival, delivery }) => [delivery.id, arrival]));
  for (const [, same] of Map.groupBy(
    rows,
    ({ personId, key }) => `${personId}/${key.split('/').slice(3, 5).join('/')}`,
  )) {
    if (same.length > 1) breach(ONCE, 'twice', same);
  }
  for (const row of rows) {
    const version = story.versions.find(({ n }) => `v${n}` === row.key.split('/')[3]);
    if (isNearClockChange(evidence, row.createdAt)) continue;
    const isMember = evidence.members.some(
      ({ establishmentId, personId, endedAt }) =>
        establishmentId === story.establishmentId &&
        personId === row.personId &&
        (endedAt === undefined || endedAt > row.createdAt),
    );
    if (!isMember && isHere(evidence, row.personId)) breach(ONCE, 'they do not act for it', [row]);
    if (version === undefined) {
      breach(ONCE, 'of a day that was never written down', [row]);
      continue;
    }
    const last = lastDay(version.validUntil);
    const which = roundOf(row);
    const lead = Number.parseInt(which, 10);
    if (which !== 'changed' && row.createdAt < last - lead * DAY_MS + HOUR * HOUR_MS) breach(ONCE, 'too early', [row]);
    const arrival = arrivals.get(row.id);
    if (arrival === undefined) continue;
    if (arrival.at >= last + DAY_MS) breach(ONCE, 'after its end', [row]);
    const [day, month] = sayInstant(last).slice(0, 5).split('/').map(Number);
    const left = Math.round((last - startOfDay(arrival.at)) / DAY_MS);
    const told = /[Cc]òn (\d+) ngày/.exec(arrival.text)?.[1];
    const isTrue = arrival.text.includes(` ${day}/${month}`) && (told === undefined || Number(told) === left);
    if (!isTrue) breach(TRUE_DAY, `${left} days are left`, [row]);
  }
  return breaches;
}

function checkTold(evidence: Evidence, story: CertificateStory): Breach[] {
  const version = story.versions.at(-1);
  if (version === undefined) return [];
  const last = lastDay(version.validUntil);
  const members = evidence.members.filter((member) => member.establishmentId === story.establishmentId);
  return members.flatMap(({ personId, since, endedAt }) => {
    if (endedAt !== undefined || !wantsToHear(evidence, personId)) return [];
    const rows = rowsOf(evidence, story).filter((row) => row.personId === personId);
    const own = rows.filter(({ key }) => key.split('/')[3] === `v${version.n}`);
    const from = Math.max(since, version.since);
    for (const [index, lead] of LEADS.entries()) {
      const dueAt = last - lead * DAY_MS + HOUR * HOUR_MS;
      // Who was told another day before hears of the right one, and then of what is yet to come.
      if (rows.length > own.length && dueAt <= version.since) continue;
      const next = last - (LEADS[index + 1] ?? -1) * DAY_MS;
      const by = heardOnDayOfItsOwn(evidence, { personId, dueAt: Math.max(dueAt, from), own: keysOf(story) });
      if (by === undefined || by >= next) continue;
      if (own.some((row) => LEADS.indexOf(Number.parseInt(roundOf(row), 10)) >= index)) continue;
      const facts = { why: `nothing ${lead} days before`, by: sayInstant(by), versions: story.versions };
      return [{ promise: TOLD, person: nameOf(evidence, personId), rows: [facts, ...rows.map(showDelivery)] }];
    }
    return [];
  });
}

function rowsOf({ deliveries }: Evidence, story: CertificateStory): DeliveryFacts[] {
  return deliveries.filter(({ key }) => key.startsWith(keysOf(story)) && !key.includes('/again-'));
}

function keysOf({ id }: CertificateStory): string {
  return `reminder/certificate/${id}/`;
}

function isHere({ people }: Evidence, personId: string): boolean {
  return people.some(({ id, erasedAt }) => id === personId && erasedAt === undefined);
}

/** Midnight with which its last day begins. */
function lastDay(validUntil: string): number {
  return startOfDay(Date.parse(`${validUntil}T05:00:00Z`));
}

function roundOf({ key }: DeliveryFacts): string {
  return key.split('/')[4] ?? '';
}
