import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFree, giveBack, nextFreeAt, shareSlots, takeSlots } from '../../../core/pacing/slots.ts';

const at = (ms: number): Date => new Date(Date.UTC(2026, 10, 23, 2) + ms);

/** A sender that takes whatever is free; each send is answered after its own time. Returns when each began and was answered. */
function play(perSecond: number, sends: readonly { waitMs: number; tookMs: number }[]) {
  let now = 0;
  let slots: Date[] = [];
  const open: { heldUntil: Date; answeredMs: number }[] = [];
  const done: { startedMs: number; answeredMs: number }[] = [];
  const moveTo = (ms: number): void => {
    for (const send of open.toSorted((a, b) => a.answeredMs - b.answeredMs)) {
      if (send.answeredMs > ms) continue;
      slots = giveBack(slots, { heldUntil: send.heldUntil, answeredAt: at(send.answeredMs) });
      open.splice(open.indexOf(send), 1);
    }
    now = ms;
  };
  for (const { waitMs, tookMs } of sends) {
    moveTo(now + waitMs);
    while (countFree(slots, { perSecond, now: at(now) }) === 0) {
      const next = nextFreeAt(slots, { perSecond, now: at(now) });
      const answered = Math.min(...open.map((send) => send.answeredMs));
      moveTo(Math.min(answered, (next?.getTime() ?? at(0).getTime()) - at(0).getTime()));
    }
    const taken = takeSlots(slots, { count: 1, perSecond, now: at(now) });
    slots = taken.slots;
    open.push({ heldUntil: taken.heldUntil, answeredMs: now + tookMs });
    done.push({ startedMs: now, answeredMs: now + tookMs });
  }
  return done;
}

const sends = fc.array(
  fc.record({ waitMs: fc.integer({ min: 0, max: 300 }), tookMs: fc.integer({ min: 1, max: 3_000 }) }),
  { maxLength: 80 },
);

it('however long sends take, each begins at least a second after the answer to the Nth before it', () => {
  fc.assert(
    fc.property(sends, fc.integer({ min: 1, max: 6 }), (each, perSecond) => {
      const done = play(perSecond, each);
      for (const { startedMs } of done) {
        const lately = done.filter((other) => other.startedMs <= startedMs && other.answeredMs + 1_000 > startedMs);
        expect(lately.length).toBeLessThanOrEqual(perSecond);
      }
    }),
  );
});

describe('a slot', () => {
  const perSecond = 2;
  const { slots, heldUntil } = takeSlots([], { count: 2, perSecond, now: at(0) });
  const answered = giveBack(slots, { heldUntil, answeredAt: at(100) });

  it('is free a second after the answer, to the millisecond', () => {
    expect(countFree(slots, { perSecond, now: at(0) })).toBe(0);
    expect(countFree(answered, { perSecond, now: at(1_099) })).toBe(0);
    expect(nextFreeAt(answered, { perSecond, now: at(1_099) })).toEqual(at(1_100));
    expect(countFree(answered, { perSecond, now: at(1_100) })).toBe(1);
    expect(nextFreeAt(answered, { perSecond, now: at(1_100) })).toEqual(heldUntil);
    expect(nextFreeAt([at(0), at(0)], { perSecond, now: at(0) })).toBeUndefined();
  });

  it('is free at once when nothing was sent after all', () => {
    expect(countFree(giveBack(slots, { heldUntil }), { perSecond, now: at(0) })).toBe(1);
  });

  it('of a dead process is free again soon, and giving it back later changes nothing', () => {
    expect(countFree(slots, { perSecond, now: at(30_999) })).toBe(0);
    expect(countFree(slots, { perSecond, now: at(31_000) })).toBe(2);
    const next = takeSlots(slots, { count: 2, perSecond, now: at(31_000) });
    expect(giveBack(next.slots, { heldUntil, answeredAt: at(31_500) })).toEqual(next.slots);
  });

  it('is not held by a clock that has been set back since', () => {
    expect(countFree(slots, { perSecond, now: at(-3_600_000) })).toBe(2);
    // Two processes' clocks may be a little apart.
    expect(countFree(slots, { perSecond, now: at(-500) })).toBe(0);
  });

  it('is there as many times as the office says now', () => {
    expect(countFree(slots, { perSecond: 5, now: at(0) })).toBe(3);
    expect(countFree(slots, { perSecond: 1, now: at(0) })).toBe(0);
  });
});

describe('the slots of an account', () => {
  const share = { free: 25, perSecond: 25, now: at(0), repliedAt: null, announcedAt: at(-10) };

  it('keep a fifth for replies while people talk, and none when nobody has for a minute', () => {
    expect(shareSlots({ ...share, repliedAt: at(-59_999) }).keptForReplies).toBe(5);
    expect(shareSlots({ ...share, repliedAt: at(-60_000) }).keptForReplies).toBe(0);
    expect(shareSlots(share).keptForReplies).toBe(0);
  });

  it('let something else than replies leave every second, however many talk', () => {
    expect(shareSlots({ ...share, free: 1, announcedAt: at(-999) }).bulkFirst).toBe(0);
    expect(shareSlots({ ...share, free: 1, announcedAt: at(-1_000) }).bulkFirst).toBe(1);
    expect(shareSlots({ ...share, free: 0, announcedAt: null }).bulkFirst).toBe(0);
  });
});
