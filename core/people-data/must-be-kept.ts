import type { ApplicationEventKind } from '../applications/event.ts';

/**
 * What happens to a dossier once it stands in a proposed plan. From then on it is a paper of the office and of its
 * accounts, which are kept as the laws on archives and accounting ask, also when the person asks for deletion
 * (Luật 91/2025/QH15, Điều 14: a refusal tells its reason). A plan once proposed stays a paper when the step is taken back.
 */
const IN_A_PLAN: ReadonlySet<string> = new Set<ApplicationEventKind>([
  'proposed',
  'approved',
  'contracted',
  'begun',
  'progress-reported',
  'advance-paid',
  'advance-returned',
  'inspected',
  'settled',
  'closed',
]);

/** Whether a dossier with these events must stay when its person asks for deletion. */
export function mustBeKept(events: readonly { kind: string }[]): boolean {
  return events.some(({ kind }) => IN_A_PLAN.has(kind));
}
