import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayLeaveAt, pacedUntilAfter } from '../../../core/pacing/chat-pace.ts';

it('whenever messages come, no stretch of time has more to one chat than a burst and one for each step', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 5 }), (waits, burst) => {
      const pace = { burst, everyMs: 1_000 };
      let now = 0;
      let pacedUntil: Date | null = null;
      const sentAt: number[] = [];
      for (const wait of waits) {
        now += wait;
        if (pacedUntil !== null) now = Math.max(now, mayLeaveAt(pacedUntil, pace).getTime());
        pacedUntil = pacedUntilAfter(pacedUntil, new Date(now), pace);
        sentAt.push(now);
      }
      for (const [first, from] of sentAt.entries()) {
        for (const [last, to] of sentAt.entries()) {
          if (last >= first) expect(last - first + 1).toBeLessThanOrEqual(burst + Math.floor((to - from) / 1_000));
        }
      }
    }),
  );
});

it('a clock that was set back makes a chat wait for one burst at most', () => {
  const pace = { burst: 3, everyMs: 1_000 };
  const before = pacedUntilAfter(null, new Date(3_600_000), pace);
  const after = pacedUntilAfter(before, new Date(0), pace);
  expect(mayLeaveAt(after, pace).getTime()).toBeLessThanOrEqual(pace.burst * pace.everyMs);
});
