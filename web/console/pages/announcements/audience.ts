import type { Condition } from '../../../../core/audience/condition.ts';
import { toDayAndTime, toInstant } from '../../text/office-time.ts';

/** What is chosen from a list, in the order in which the page asks it. */
export const KINDS = [
  ...(['programme', 'status', 'province', 'commune', 'sector', 'topic', 'follows'] as const),
  ...(['channel', 'language'] as const),
] as const;
export type Kind = (typeof KINDS)[number];

/** What an officer can choose; an empty list or day restricts nothing. */
export type Audience = Record<Kind | 'product', string[]> & {
  /** ISO days: wrote from this day on, did not write from that day on. */
  seenSince: string;
  notSeenSince: string;
};

/** Always in the same order of keys, so that two can be compared as they are written. */
export function makeAudience(
  list: (kind: Kind | 'product') => string[],
  day: (since: 'since' | 'before') => string,
): Audience {
  return {
    ...{ programme: list('programme'), status: list('status'), province: list('province') },
    ...{ commune: list('commune'), sector: list('sector') },
    ...{ topic: list('topic'), follows: list('follows'), channel: list('channel'), language: list('language') },
    product: list('product'),
    ...{ seenSince: day('since'), notSeenSince: day('before') },
  };
}

export const NOBODY_LEFT_OUT = makeAudience(
  () => [],
  () => '',
);

/** Within one kind any may fit; of several kinds all must. */
export function conditionOf(audience: Audience): Condition {
  const { product, seenSince, notSeenSince } = audience;
  const [since, before] = [startOf(seenSince), startOf(notSeenSince)];
  return {
    kind: 'all',
    of: [
      ...KINDS.flatMap((kind) => (audience[kind].length === 0 ? [] : [{ kind, isOneOf: audience[kind] }])),
      ...(product.length === 0 ? [] : [{ kind: 'product' as const, isOneOf: product }]),
      ...(since === undefined && before === undefined ? [] : [{ kind: 'last-seen' as const, since, before }]),
    ],
  };
}

/** What was chosen, from what was kept. The page writes nothing else, so nothing else is read. */
export function audienceOf(kept: { kind: string; of?: readonly unknown[] }): Audience {
  const parts = kept.kind === 'all' ? (kept.of ?? []).filter(isPart) : [];
  const seen = parts.find(({ kind }) => kind === 'last-seen');
  return makeAudience(
    (kind) => parts.flatMap((part) => (part.kind === kind ? (part.isOneOf ?? []) : [])),
    (which) => {
      const instant = seen?.[which];
      return instant === undefined ? '' : toDayAndTime(instant).day;
    },
  );
}

const startOf = (day: string): string | undefined => (day === '' ? undefined : toInstant({ day, time: '00:00' }));

type Part = { kind: string; isOneOf?: string[]; since?: string; before?: string };

function isPart(part: unknown): part is Part {
  return (
    typeof part === 'object' && part !== null && 'kind' in part && (!('isOneOf' in part) || Array.isArray(part.isOneOf))
  );
}
