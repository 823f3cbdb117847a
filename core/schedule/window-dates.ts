const DAY_MS = 24 * 3_600_000;

/** A window shorter than this is a slip of the hand: nobody could be reminded of it in time. */
const SHORTEST_WINDOW_DAYS = 1;
/** A closing further away than this is a slip in the year. */
const FURTHEST_CLOSING_DAYS = 731;

export type WindowDatesFault =
  | 'window.closes-before-opening'
  | 'window.closes-in-past'
  | 'window.too-short'
  | 'window.too-far';

/** What is wrong with the dates that an officer gave a window; undefined when nothing is. */
export function findDatesFault({
  opensAt,
  closesAt,
  now,
}: {
  opensAt: Date;
  closesAt: Date;
  now: Date;
}): WindowDatesFault | undefined {
  if (closesAt <= opensAt) return 'window.closes-before-opening';
  if (closesAt <= now) return 'window.closes-in-past';
  if (closesAt.getTime() - opensAt.getTime() < SHORTEST_WINDOW_DAYS * DAY_MS) return 'window.too-short';
  if (closesAt.getTime() - now.getTime() > FURTHEST_CLOSING_DAYS * DAY_MS) return 'window.too-far';
  return undefined;
}
