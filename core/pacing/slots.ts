/**
 * The sends that an account may have in any one second. Each of the N slots says when it is free again: a second after the
 * answer to the send that had it last. So the platform never sees more than N in a second, however long each takes.
 */
export type Slots = readonly Date[];

const SECOND_MS = 1000;
/** Of the slots, the share that is left for replies while people are talking. */
const KEPT_FOR_REPLIES = 1 / 5;
/** So long after the last reply people count as talking. */
const TALKING_MS = 60_000;
/** What is not a reply has a slot at least this often, however many talk. */
const BULK_EVERY_MS = 1_000;
/** A send holds its slot for this long at most, a little more than a send may take: so who died with one loses it soon. */
const HELD_MS = 31_000;
/** Further off than this no slot is: the clock was set back. */
const SET_BACK_MS = 2 * HELD_MS;

const isFree = (freeAt: Date, now: Date): boolean => freeAt <= now || freeAt.getTime() - now.getTime() > SET_BACK_MS;

/** As many as there should be: an account seen for the first time has all of them free. */
function sized(slots: Slots, perSecond: number): Date[] {
  const missing = Math.max(0, perSecond - slots.length);
  const latestFirst = slots.toSorted((a, b) => b.getTime() - a.getTime());
  return [...latestFirst, ...Array.from({ length: missing }, () => new Date(0))].slice(0, perSecond);
}

export function countFree(slots: Slots, { perSecond, now }: { perSecond: number; now: Date }): number {
  return sized(slots, perSecond).filter((freeAt) => isFree(freeAt, now)).length;
}

/** When the next of those in use is free; undefined when none is in use. */
export function nextFreeAt(slots: Slots, { perSecond, now }: { perSecond: number; now: Date }): Date | undefined {
  const inUse = sized(slots, perSecond).filter((freeAt) => !isFree(freeAt, now));
  return inUse.length === 0 ? undefined : new Date(Math.min(...inUse.map((freeAt) => freeAt.getTime())));
}

/** Takes so many of the free ones, until their sends are answered. Returns what each is marked with until then. */
export function takeSlots(
  slots: Slots,
  { count, perSecond, now }: { count: number; perSecond: number; now: Date },
): { slots: Date[]; heldUntil: Date } {
  const heldUntil = new Date(now.getTime() + HELD_MS);
  let left = count;
  const taken = sized(slots, perSecond).map((freeAt) => {
    if (left === 0 || !isFree(freeAt, now)) return freeAt;
    left -= 1;
    return heldUntil;
  });
  return { slots: taken, heldUntil };
}

/** Gives one back. `answeredAt`: absent when nothing was sent after all. One that was lost meanwhile changes nothing. */
export function giveBack(slots: Slots, held: { heldUntil: Date; answeredAt?: Date }): Date[] {
  const index = slots.findIndex((freeAt) => freeAt.getTime() === held.heldUntil.getTime());
  if (index < 0) return [...slots];
  return slots.with(
    index,
    held.answeredAt === undefined ? new Date(0) : new Date(held.answeredAt.getTime() + SECOND_MS),
  );
}

/**
 * How the free slots are shared: replies first, with some kept for those to come while people talk; and however many talk,
 * something else leaves every second.
 */
export function shareSlots(options: {
  free: number;
  perSecond: number;
  now: Date;
  repliedAt: Date | null;
  announcedAt: Date | null;
}): { bulkFirst: number; keptForReplies: number } {
  const { free, perSecond, now, repliedAt, announcedAt } = options;
  const isTalking = repliedAt !== null && Math.abs(now.getTime() - repliedAt.getTime()) < TALKING_MS;
  const isStarved = announcedAt === null || Math.abs(now.getTime() - announcedAt.getTime()) >= BULK_EVERY_MS;
  return {
    bulkFirst: isStarved && perSecond > 1 ? Math.min(1, free) : 0,
    keptForReplies: isTalking ? Math.floor(perSecond * KEPT_FOR_REPLIES) : 0,
  };
}
