import { errorFacts } from '../../core/error-facts.ts';
import type { Ids } from '../../core/ids.ts';
import type { Log } from '../../core/log.ts';
import type { PlanCalendar } from '../../core/schedule/plan-calendar.ts';
import type { Clock } from '../../core/time.ts';
import { type AccountKey, pauseAccount } from '../../records/channel-accounts.ts';
import type { Db } from '../../records/database.ts';
import { recoverStuckDeliveries, resendAmbiguousReplies } from '../../records/deliveries.ts';
import { findContactAccount } from '../../records/people.ts';
import type { Channel, SendOutcome } from '../channels/channel.ts';
import { type AccountOutlet, createAccountOutlet } from './account-outlet.ts';
import { createRation } from './budget/ration.ts';
import { createCarry, SEND_TIMEOUT_MS } from './carry.ts';
import { createCutOff } from './cut-off.ts';
import { createLater } from './later.ts';
import type { OtherWays } from './other-ways.ts';
import { accountPauseOf } from './settlement.ts';

/** A claim older than this has lost its holder: twice the longest send. */
const STUCK_AFTER_MS = 2 * SEND_TIMEOUT_MS;
/** Where repeating does no harm there is no need to be sure that the holder is gone. */
const REPEATABLE_STUCK_AFTER_MS = 5_000;
/** An ambiguous reply is sent once more after this, unless the person has written since. */
const RESEND_AFTER_MS = 60_000;
/** An account told to rest for no longer than this is woken when it is over; after a longer rest the sweep is soon enough. */
const SHORT_REST_MS = 60_000;
const WAKE_STEP_MS = 100;
/** Whoever asks for what is due waits no longer for it: a whole province's news goes on by itself. */
const PATIENCE_MS = 5_000;
/** Of so many contacts it is remembered whose they are. */
const MANY = 50_000;

export type Sender = {
  /** Sends what is due to one contact, in order. Never rejects. */
  wake: (contactId: string) => Promise<void>;
  /** Takes up whatever is due, to anybody. Called by the sweep and after a lost connection. */
  sendDue: () => Promise<void>;
  /** Mends what a crash left in the middle of a send. */
  recoverStuck: () => Promise<{ recovered: number; resent: number }>;
  /** Resolves when nothing is being sent in this process. */
  idle: () => Promise<void>;
  /** Takes up nothing new and resolves when the sends under way are settled. */
  stop: () => Promise<void>;
};

export function createSender(options: {
  db: Db;
  channels: readonly Channel[];
  clock: Clock;
  ids: Ids;
  log: Log;
  /** What people are told when a platform is cut off. */
  otherWays?: OtherWays;
  /** By when what is due of a dossier: what is to come is weighed beside what waits. */
  plan: () => PlanCalendar;
}): Sender {
  const { db, channels, clock, log } = options;
  const cutOff = createCutOff({ ...options, otherWays: options.otherWays ?? {} });
  const repeatable = channels.filter((channel) => channel.limits.sendIsRepeatable).map((channel) => channel.name);
  const ration = createRation({ db, plan: options.plan });
  const later = createLater();

  const pauseIfNeeded = async ({ name, account }: Channel, outcome: SendOutcome, now: Date): Promise<void> => {
    const pause = accountPauseOf(outcome, now);
    if (pause === undefined) return;
    goOnAfter(`${name}/${account}`, pause.until, now);
    const { isNew } = await pauseAccount(db, { channel: name, account, ...pause, now });
    const facts = { channel: name, account, reason: pause.reason, until: pause.until };
    if (!isNew) return;
    if (pause.reason === 'rate-limited') log.warn(facts, 'the platform asked to slow down');
    else log.error(facts, 'ALARM: nothing can be sent on this channel');
  };
  const carry = createCarry({ db, channels, clock, log, cutOff, ration, pauseIfNeeded });
  const outlets = new Map(
    channels.map((channel) => [nameOf(channel), createAccountOutlet({ db, channel, clock, log, carry })]),
  );
  const all = [...outlets.values()];
  const outletOf = createOutletFinder({ db, outlets });

  const sendDue: Sender['sendDue'] = async () => {
    await cutOff.goAnotherWay(clock.now());
    await ration.settleDue(clock.now());
    await Promise.all(all.map((outlet) => outlet.lookForDue()));
    await orAfter(PATIENCE_MS, Promise.all(all.map((outlet) => outlet.settled())));
  };
  /** Of many answers that ask for a rest at the same moment, one wakes. */
  const goOnAfter = (account: string, until: Date, now: Date): void => {
    const restMs = until.getTime() - now.getTime();
    if (restMs > SHORT_REST_MS) return;
    const wakeAt = (Math.floor(until.getTime() / WAKE_STEP_MS) + 1) * WAKE_STEP_MS;
    later.run(`${account}/${wakeAt}`, wakeAt - now.getTime(), () => {
      sendDue().catch((error) => log.warn(errorFacts(error), 'sending did not go on; the sweep will go on with it'));
    });
  };

  return {
    sendDue,
    wake: async (contactId) => {
      try {
        await (await outletOf(contactId))?.wake(contactId);
      } catch (error) {
        log.error({ err: error, contact: contactId }, 'sending stopped; the sweep will go on with it');
      }
    },
    recoverStuck: async () => {
      const now = clock.now();
      const recovered = await recoverStuckDeliveries(db, {
        now,
        claimedBefore: new Date(now.getTime() - STUCK_AFTER_MS),
        repeatable: { channels: repeatable, claimedBefore: new Date(now.getTime() - REPEATABLE_STUCK_AFTER_MS) },
      });
      const resent = await resendAmbiguousReplies(db, {
        now,
        settledBefore: new Date(now.getTime() - RESEND_AFTER_MS),
      });
      return { recovered, resent };
    },
    idle: async () => {
      await outletOf.idle();
      await Promise.all(all.map((outlet) => outlet.settled()));
    },
    stop: async () => {
      later.stop();
      await outletOf.idle();
      await Promise.all(all.map((outlet) => outlet.stop()));
    },
  };
}

const nameOf = ({ name, account }: { name: string; account: string }): string => `${name}/${account}`;

/** Whose way out a contact's messages take. A contact never changes its account, so it is asked for once. */
function createOutletFinder({ db, outlets }: { db: Db; outlets: ReadonlyMap<string, AccountOutlet> }): {
  (contactId: string): Promise<AccountOutlet | undefined>;
  idle: () => Promise<void>;
} {
  const known = new Map<string, AccountKey>();
  const asking = new Set<Promise<unknown>>();
  const find = async (contactId: string): Promise<AccountOutlet | undefined> => {
    const key = known.get(contactId) ?? (await findContactAccount(db, contactId));
    if (key === undefined) return undefined;
    if (known.size >= MANY) known.clear();
    known.set(contactId, key);
    return outlets.get(nameOf({ name: key.channel, account: key.account }));
  };
  return Object.assign(
    (contactId: string) => {
      const asked = find(contactId);
      const ended = asked.catch(() => {}).finally(() => asking.delete(ended));
      asking.add(ended);
      return asked;
    },
    { idle: async () => void (await Promise.all(asking)) },
  );
}

async function orAfter(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
