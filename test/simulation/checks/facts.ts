import type { DeliveryFacts } from '../delivery-facts.ts';
import type { Evidence } from '../evidence.ts';
import type { Arrival } from '../journal.ts';
import { HOUR_MS, sayInstant } from '../office-time.ts';

export type Sent = { arrival: Arrival; delivery: DeliveryFacts };

/** What came to people, each with its row; messages of people who had everything taken away have none any more. */
export function sentOf({ arrivals, deliveries }: Evidence): Sent[] {
  const byId = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
  return arrivals.flatMap((arrival) => {
    const delivery = arrival.deliveryId === undefined ? undefined : byId.get(arrival.deliveryId);
    return delivery === undefined ? [] : [{ arrival, delivery }];
  });
}

export function nameOf({ villagers, people }: Evidence, personId: string): string {
  const addresses = people.find(({ id }) => id === personId)?.contacts.map(({ address }) => address) ?? [];
  return villagers.find(({ phone }) => addresses.includes(phone.address))?.name ?? personId;
}

/** A row as somebody wants to read it who looks for a defect. */
export function showDelivery({ key, status, reason, createdAt, settledAt, text }: DeliveryFacts): object {
  const said = (at: number | undefined) => (at === undefined ? undefined : sayInstant(at));
  return { key, status, reason, createdAt: said(createdAt), settledAt: said(settledAt), text: text.slice(0, 160) };
}

export function showArrival({ at, n, text }: Arrival): object {
  return { n, at: sayInstant(at), text: text.slice(0, 160) };
}

/** So near to a change of the clock that two instants do not tell what came first. */
export function isNearClockChange({ clockSets }: Evidence, at: number): boolean {
  return clockSets.some((set) => Math.abs(set - at) <= 1.1 * HOUR_MS);
}

/** Whether the assistant ran all the time. */
export function isUpThrough({ standstills }: Evidence, from: number, to: number): boolean {
  return standstills.every((still) => still.from > to || (still.until !== undefined && still.until < from));
}
