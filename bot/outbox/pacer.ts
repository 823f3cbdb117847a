import type { Pace } from '../channels/channel.ts';

export type Pacer = {
  /** Milliseconds until the next message to this contact may leave; 0 when it may leave now. */
  waitMs: (contactId: string) => number;
  noteSent: (contactId: string, pace: Pace) => void;
};

/** Contacts are forgotten once nobody has written to them for a while; looked through when there are this many. */
const MANY = 10_000;

/**
 * Keeps the messages to one contact apart, so that a platform never has to ask for it: when it does, the whole account
 * stops, and one person who floods the bot would make everybody wait. Counts in this process only.
 */
export function createPacer(nowMs: () => number): Pacer {
  /** `fullAt`: when the whole burst is free again. */
  const contacts = new Map<string, { freeAt: number; fullAt: number; everyMs: number }>();
  return {
    waitMs: (contactId) => {
      const { freeAt, everyMs } = contacts.get(contactId) ?? { freeAt: 0, everyMs: 0 };
      const waitMs = Math.max(0, freeAt - nowMs());
      if (waitMs <= everyMs) return waitMs;
      // Longer than one step nobody waits: the clock was set back.
      contacts.delete(contactId);
      return 0;
    },
    noteSent: (contactId, { burst, everyMs }) => {
      const now = nowMs();
      if (contacts.size >= MANY) for (const [id, { fullAt }] of contacts) if (fullAt <= now) contacts.delete(id);
      const fullAt = Math.max(now, contacts.get(contactId)?.fullAt ?? 0) + everyMs;
      contacts.set(contactId, { fullAt, everyMs, freeAt: fullAt - (burst - 1) * everyMs });
    },
  };
}
