import { createLimiter } from '../../core/limiter.ts';
import type { Clock } from '../../core/time.ts';
import type { Db } from '../../records/database.ts';
import { findContactsDue } from '../../records/deliveries.ts';

/** Fewer than a process sends at once, so that there is always a place for a reply. */
const ANNOUNCED_AT_ONCE = 25;
const ANNOUNCED_A_ROUND = 200;
const MOST_AT_A_TIME = 1000;

/**
 * Sends whatever is due, to anybody. An announcement goes out in rounds, and before each one it is looked whether something
 * else is due by then: nobody's reply waits behind a thousand people's news.
 */
export function createSendDue(options: {
  db: Db;
  clock: Clock;
  /** The channels that there are. */
  channels: string[];
  wake: (contactId: string) => Promise<void>;
}): () => Promise<{ contacts: number }> {
  const { db, clock, channels, wake } = options;
  const limit = createLimiter(ANNOUNCED_AT_ONCE);
  return async () => {
    const woken = new Set<string>();
    const announced: string[] = [];
    const others: Promise<void>[] = [];
    const wakeOthers = async (): Promise<void> => {
      const due = await findContactsDue(db, { what: 'all-else', now: clock.now(), channels, limit: MOST_AT_A_TIME });
      for (const contactId of due) {
        woken.add(contactId);
        others.push(wake(contactId));
      }
    };
    while (announced.length < MOST_AT_A_TIME) {
      await wakeOthers();
      const what = { what: 'announcements' as const, except: announced };
      const next = await findContactsDue(db, { ...what, now: clock.now(), channels, limit: ANNOUNCED_A_ROUND });
      if (next.length === 0) break;
      announced.push(...next);
      await Promise.all(next.map((contactId) => limit(() => wake(contactId))));
    }
    await Promise.all(others);
    return { contacts: new Set([...woken, ...announced]).size };
  };
}
