import type { Condition } from '../../../../core/audience/condition.ts';

/** What an officer can choose; an empty list restricts nothing. */
export type Audience = { programme: string[]; commune: string[]; topic: string[] };

export const KINDS = ['programme', 'commune', 'topic'] as const;
export const NOBODY_LEFT_OUT: Audience = { programme: [], commune: [], topic: [] };

/** Within one kind any may fit; of several kinds all must. */
export function conditionOf(audience: Audience): Condition {
  return {
    kind: 'all',
    of: KINDS.flatMap((kind) => (audience[kind].length === 0 ? [] : [{ kind, isOneOf: audience[kind] }])),
  };
}

/** What was chosen, from what was kept. The page writes nothing else, so nothing else is read. */
export function audienceOf(kept: { kind: string; of?: readonly unknown[] }): Audience {
  const parts = kept.kind === 'all' ? (kept.of ?? []).filter(isChoice) : [];
  const chosen = (kind: string): string[] => parts.flatMap((part) => (part.kind === kind ? part.isOneOf : []));
  return { programme: chosen('programme'), commune: chosen('commune'), topic: chosen('topic') };
}

function isChoice(part: unknown): part is { kind: string; isOneOf: string[] } {
  return (
    typeof part === 'object' && part !== null && 'kind' in part && 'isOneOf' in part && Array.isArray(part.isOneOf)
  );
}
