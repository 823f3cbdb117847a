import type { ApplicationEventKind } from './event.ts';

/**
 * The steps of a project that can be taken back, each by one `stepped-back`. A refusal is one: what was refused out of a plan
 * goes back into it.
 */
export const STEPS: readonly string[] = [
  'proposed',
  'approved',
  'contracted',
  'begun',
  'advance-paid',
  'advance-returned',
  'amendment-asked',
  'amendment-granted',
  'amendment-refused',
  'inspected',
  'settled',
  'closed',
  'declined',
] satisfies ApplicationEventKind[];

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
