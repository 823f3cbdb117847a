import { createLimiter } from '../../core/limiter.ts';
import type { Log } from '../../core/log.ts';
import { createRunByKey } from '../../core/run-by-key.ts';
import type { Clock } from '../../core/time.ts';
import {
  type ClaimedDelivery,
  claimDueDeliveries,
  claimNextDelivery,
  findContactsDue,
  findNextDue,
} from '../../records/claim-deliveries.ts';
import type { Db } from '../../records/database.ts';
import { type AccountPace, claimPaced, findNextChat } from '../../records/paced-sends.ts';
import type { Channel } from '../channels/channel.ts';
import { createPump } from './pump.ts';
import type { Settled } from './settle-together.ts';

/** Replies on their way at the same time on an account that is not paced. */
const CONTACTS_AT_ONCE = 50;
const CONTACTS_A_LOOK = 1_000;
/** What is due within this time is waited for; what is further off the next sweep finds. */
const LOOK_AHEAD_MS = 10_000;

/** The way out of one account in this process: no account waits for another. */
export type AccountOutlet = {
  /** Sends what is due to one contact, in order. */
  wake: (contactId: string) => Promise<void>;
  /** Takes up whatever is due. */
  lookForDue: () => Promise<void>;
  /** Resolves when nothing is being sent. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
};

export function createAccountOutlet(options: {
  db: Db;
  channel: Channel;
  clock: Clock;
  log: Log;
  carry: (claimed: ClaimedDelivery & { heldUntil?: Date }) => Promise<Settled>;
}): AccountOutlet {
  const { db, channel, clock, log, carry } = options;
  const key = { channel: channel.name, account: channel.account };
  const { pace } = channel.limits;
  const complain = (error: unknown): void => {
    // The database is away: the row waits or stays in `sending`, and the sweep takes it up again.
    log.error({ err: error, ...key }, 'sending stopped; the sweep will go on with it');
  };

  /** When all that is due was claimed: how long until something else may leave. */
  const nextIn = async (now: Date, pace?: AccountPace): Promise<number | undefined> => {
    const until = new Date(now.getTime() + LOOK_AHEAD_MS);
    const due = await findNextDue(db, { ...key, now, until });
    const chat = pace === undefined ? undefined : await findNextChat(db, { ...key, now, chat: pace.chat });
    const next = [due, chat].filter((at) => at !== undefined).map((at) => at.getTime());
    return next.length === 0 ? undefined : Math.max(1, Math.min(...next) - now.getTime() + 1);
  };
  const claimBulk = async (limit: number) => {
    const now = clock.now();
    const claimed = await claimDueDeliveries(db, { ...key, kinds: [['reminder'], ['announcement']], limit, now });
    const isDry = claimed.length < limit;
    return { claimed, isDry, nextInMs: isDry ? await nextIn(now) : undefined };
  };
  const claimWithin = async (pace: AccountPace, limit: number) => {
    const now = clock.now();
    const { claimed, isDry, nextAt } = await claimPaced(db, { ...key, pace, now, limit });
    const slotInMs = nextAt === undefined ? undefined : nextAt.getTime() - now.getTime() + 1;
    return { claimed, isDry, nextInMs: slotInMs ?? (isDry ? await nextIn(now, pace) : undefined) };
  };

  const pump = createPump<ClaimedDelivery & { heldUntil?: Date }>({
    claim: pace === undefined ? claimBulk : (limit) => claimWithin(pace, limit),
    carry: async (claimed) => {
      try {
        const { isMoreDue } = await carry(claimed);
        if (isMoreDue && pace === undefined) void wakeContact(claimed.contactId);
        return { isMoreDue };
      } catch (error) {
        complain(error);
        return { isMoreDue: false };
      }
    },
    onError: complain,
  });

  const limit = createLimiter(CONTACTS_AT_ONCE);
  let stopped = false;
  const wakeContact = createRunByKey((contactId) =>
    limit(async () => {
      try {
        while (!stopped) {
          const delivery = await claimNextDelivery(db, { contactId, now: clock.now() });
          if (delivery === undefined) return;
          await carry(delivery);
        }
      } catch (error) {
        complain(error);
      }
    }),
  );
  const settled = async (): Promise<void> => {
    await pump.settled();
    await wakeContact.idle();
    // A reply that found its contact busy with news is sent after it.
    await pump.settled();
  };

  return {
    settled,
    wake: async (contactId) => {
      if (pace === undefined) return await wakeContact(contactId);
      pump.poke();
      await pump.settled();
    },
    lookForDue: async () => {
      if (pace === undefined) {
        const due = await findContactsDue(db, { ...key, now: clock.now(), limit: CONTACTS_A_LOOK });
        for (const contactId of due) void wakeContact(contactId);
      }
      pump.poke();
    },
    stop: async () => {
      stopped = true;
      await pump.stop();
      await wakeContact.idle();
    },
  };
}
