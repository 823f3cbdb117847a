import type { SendOutcome } from '../../bot/channels/channel.ts';

/** A text that came to somebody, as their platform has it. `at` is what the assistant's clock said. */
export type Arrival = {
  n: number;
  at: number;
  channel: string;
  address: string;
  text: string;
  /** Which message of the ledger was being sent there. */
  deliveryId: string | undefined;
};

/** One call of a channel by the outbox, and how it ended. */
export type Attempt = {
  n: number;
  at: number;
  channel: string;
  address: string;
  deliveryId: string;
  outcome: SendOutcome['kind'];
};

/** Something that somebody said to the assistant. */
export type Told = { at: number; channel: string; address: string };

export type Journal = { arrivals: Arrival[]; attempts: Attempt[]; told: Told[]; next: () => number };

/** What the platforms saw, in its order. The checks believe this and the database, and nothing that the product says of itself. */
export function createJournal(): Journal {
  let n = 0;
  return {
    arrivals: [],
    attempts: [],
    told: [],
    next: () => {
      n += 1;
      return n;
    },
  };
}
