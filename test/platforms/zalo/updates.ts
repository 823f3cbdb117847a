import type { FakeZaloSettings } from './options.ts';

/** An event as Zalo tells it; `message` may be absent. */
export type ZaloEvent = { event_name: string; message?: Record<string, unknown> };

type Waiter = { give: (event: ZaloEvent | undefined) => void; hungUp: AbortSignal };

export type Updates = {
  add: (event: ZaloEvent) => void;
  /** One event, or undefined when `seconds` went by. `hungUp` is the signal of a caller who left. */
  poll: (seconds: number, hungUp: AbortSignal) => Promise<ZaloEvent | undefined>;
  /** Everything that waits, taken out: a webhook was set. */
  drain: () => ZaloEvent[];
  openPolls: () => { open: number; hungUp: number };
  /** Events that nobody will ever hear of. */
  lost: ZaloEvent[];
  /** How many polls began while another one was open. */
  overlaps: () => number;
  close: () => void;
};

/**
 * Zalo's way of polling: one event a poll, gone once handed over; no offset, no acknowledgement. Of several open
 * polls the oldest gets the event.
 */
export function createUpdates(settings: FakeZaloSettings): Updates {
  const queue: ZaloEvent[] = [];
  const waiters: Waiter[] = [];
  const lost: ZaloEvent[] = [];
  let overlaps = 0;

  return {
    add: (event) => {
      const waiter = waiters.shift();
      if (waiter !== undefined) waiter.give(event);
      else if (settings.unheard === 'kept') queue.push(event);
      else lost.push(event);
    },
    poll: (seconds, hungUp) => {
      if (waiters.length > 0) overlaps += 1;
      const ready = queue.shift();
      if (ready !== undefined) return Promise.resolve(ready);
      return new Promise((resolve) => {
        const end = (event: ZaloEvent | undefined): void => {
          clearTimeout(timer);
          const place = waiters.indexOf(waiter);
          if (place >= 0) waiters.splice(place, 1);
          // Nobody is there to read it, but it has been handed over.
          if (event !== undefined && hungUp.aborted) lost.push(event);
          resolve(event);
        };
        const waiter: Waiter = { give: end, hungUp };
        const timer = setTimeout(() => end(undefined), seconds * settings.secondMs);
        waiters.push(waiter);
        hungUp.addEventListener('abort', () => {
          if (settings.noticesHangUp) end(undefined);
        });
      });
    },
    drain: () => queue.splice(0),
    openPolls: () => ({ open: waiters.length, hungUp: waiters.filter((waiter) => waiter.hungUp.aborted).length }),
    lost,
    overlaps: () => overlaps,
    close: () => {
      for (const waiter of [...waiters]) waiter.give(undefined);
    },
  };
}
