import type { ProjectEventKind } from './event.ts';

/** The steps of a project that can be taken back, each by one `stepped-back`. */
export const STEPS: readonly string[] = [
  'proposed',
  'approved',
  'contracted',
  'begun',
  'amendment-asked',
  'amendment-granted',
  'amendment-refused',
  'inspected',
  'settled',
  'closed',
] satisfies ProjectEventKind[];

/**
 * The events that count, in their order: each `stepped-back` takes away the last step before it that still stood, and is
 * no step itself, so that a taking back cannot be taken back: the step is done again.
 */
export function standingEvents<Event extends { kind: string }>(events: readonly Event[]): Event[] {
  const standing: Event[] = [];
  for (const event of events) {
    if (event.kind !== 'stepped-back') standing.push(event);
    else {
      const last = standing.findLastIndex(({ kind }) => STEPS.includes(kind));
      if (last >= 0) standing.splice(last, 1);
    }
  }
  return standing;
}

/** The step that would be taken back now. */
export function findLastStep<Event extends { kind: string }>(events: readonly Event[]): Event | undefined {
  return standingEvents(events).findLast(({ kind }) => STEPS.includes(kind));
}
