import { IMPORTANCE, type Importance } from './importance.ts';

/** A message that waits for its place in a quota, or is known to come within its period. */
export type Wanted = {
  id: string;
  importance: Importance;
  /** When what it is about closes. */
  closesAt?: Date;
  /** Known to come, and not written yet. */
  isComing?: boolean;
  /** When a message that the office or the assistant started last reached the person; none ever without it. */
  reachedAt?: Date;
  /** How many messages of the platform it takes, at least 1. */
  parts: number;
};

export type Spending<One extends Wanted> = {
  /** Who gets a message, in the order of what matters most. */
  fits: One[];
  /** For whom there is no room, in the same order. */
  short: One[];
  /** Messages of the platform that those take who get one. */
  used: number;
};

/**
 * Spends what is `left` on what matters most: by importance, then by the nearest closing, what waits before what is to come,
 * then who was not reached for longest, then by id. The first that has no room ends it, so that nobody gets a lesser message
 * because it is shorter; and with more left nobody who had a place loses it.
 */
export function planSpending<One extends Wanted>(wanted: readonly One[], left: number): Spending<One> {
  const inOrder = wanted.toSorted(compareWanted);
  let used = 0;
  let end = 0;
  for (const { parts } of inOrder) {
    if (used + parts > left) break;
    used += parts;
    end += 1;
  }
  return { fits: inOrder.slice(0, end), short: inOrder.slice(end), used };
}

function compareWanted(one: Wanted, other: Wanted): number {
  return (
    IMPORTANCE.indexOf(one.importance) - IMPORTANCE.indexOf(other.importance) ||
    compare(
      one.closesAt?.getTime() ?? Number.POSITIVE_INFINITY,
      other.closesAt?.getTime() ?? Number.POSITIVE_INFINITY,
    ) ||
    Number(one.isComing ?? false) - Number(other.isComing ?? false) ||
    compare(
      one.reachedAt?.getTime() ?? Number.NEGATIVE_INFINITY,
      other.reachedAt?.getTime() ?? Number.NEGATIVE_INFINITY,
    ) ||
    compare(one.id, other.id)
  );
}

function compare<Value extends number | string>(one: Value, other: Value): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
