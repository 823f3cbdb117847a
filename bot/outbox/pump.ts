import { createAlarm } from './alarm.ts';

/** On their way at the same time in this process: as many as a crash may leave in doubt. */
const IN_FLIGHT = 25;
/** The next claim waits for so many free places, so that one statement claims several, but no longer than `GATHER_MS`. */
const GATHERED = 12;
const GATHER_MS = 20;

export type Pump = {
  /** Claims and sends what may leave now. Goes on by itself as long as there is something. */
  poke: () => void;
  /** Resolves when nothing may leave at this moment and nothing is on its way. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Keeps what is due on one account flowing in this process: claims as much as may leave, sends it, and looks again when
 * something was answered or `nextInMs` are over.
 */
export function createPump<Claimed>(options: {
  /** At most so many. `isDry`: no more is due. `nextInMs`: when to look again if nothing else happens. */
  claim: (limit: number) => Promise<{ claimed: readonly Claimed[]; isDry: boolean; nextInMs?: number }>;
  /** Sends one and settles it; `isMoreDue`: something may leave that had to wait for it. Never rejects. */
  carry: (claimed: Claimed) => Promise<{ isMoreDue: boolean }>;
  onError: (error: unknown) => void;
}): Pump {
  const { claim, carry, onError } = options;
  const inFlight = new Set<Promise<void>>();
  let running: Promise<void> | undefined;
  let isWanted = false;
  /** All that was due was claimed when it was last looked. */
  let isDry = false;
  let stopped = false;

  const launch = (claimed: Claimed): void => {
    const sending = carry(claimed).then(({ isMoreDue }) => {
      inFlight.delete(sending);
      if (isDry && !isMoreDue) return;
      if (inFlight.size === 0 || IN_FLIGHT - inFlight.size >= GATHERED) poke();
      else alarm.within(GATHER_MS);
    });
    inFlight.add(sending);
  };
  const run = async (): Promise<void> => {
    try {
      while (!stopped && inFlight.size < IN_FLIGHT) {
        isWanted = false;
        const next = await claim(IN_FLIGHT - inFlight.size);
        isDry = next.isDry;
        for (const claimed of next.claimed) launch(claimed);
        if (next.nextInMs !== undefined) alarm.within(next.nextInMs);
        // Whoever was told meanwhile of something new is heard.
        const isEnough = isDry || next.claimed.length === 0 || IN_FLIGHT - inFlight.size < GATHERED;
        if (isEnough && !isWanted) return;
      }
    } catch (error) {
      onError(error);
    }
  };
  const poke = (): void => {
    isWanted = true;
    if (stopped || running !== undefined) return;
    running = run().finally(() => {
      running = undefined;
      // Somebody may have come just when it ended.
      if (isWanted && inFlight.size < IN_FLIGHT) poke();
    });
  };
  const alarm = createAlarm(poke);
  const settled = async (): Promise<void> => {
    while (running !== undefined || inFlight.size > 0) await Promise.allSettled([running, ...inFlight]);
  };

  return {
    poke,
    settled,
    stop: async () => {
      stopped = true;
      alarm.stop();
      await settled();
    },
  };
}
