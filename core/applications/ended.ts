import * as z from 'zod';
import type { HappenedEvent } from './event.ts';
import { standingEvents } from './standing-events.ts';

const endedData = z.object({ reason: z.string().optional() });

/** That a dossier was refused or withdrawn: when, by whom, and the reason as it was told. */
export type Ended<Event extends HappenedEvent> = {
  kind: 'declined' | 'withdrawn';
  event: Event;
  reason: string | undefined;
};

/** Undefined while the dossier goes on, and again once it was reopened or the refusal taken back. Events oldest first. */
export function findEnd<Event extends HappenedEvent>(events: readonly Event[]): Ended<Event> | undefined {
  const event = standingEvents(events).findLast(({ kind }) => ['declined', 'withdrawn', 'reopened'].includes(kind));
  if (event === undefined || (event.kind !== 'declined' && event.kind !== 'withdrawn')) return undefined;
  return { kind: event.kind, event, reason: endedData.safeParse(event.data).data?.reason };
}
