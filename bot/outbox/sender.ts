import { errorFacts } from '../../core/error-facts.ts';
import type { Ids } from '../../core/ids.ts';
import { createLimiter } from '../../core/limiter.ts';
import type { Log } from '../../core/log.ts';
import { createRunByKey } from '../../core/run-by-key.ts';
import type { PlanCalendar } from '../../core/schedule/plan-calendar.ts';
import type { Clock } from '../../core/time.ts';
import { pauseAccount } from '../../records/channel-accounts.ts';
import type { Db } from '../../records/database.ts';
import {
  type ClaimedDelivery,
  claimNextDelivery,
  recoverStuckDeliveries,
  resendAmbiguousReplies,
  settleDelivery,
} from '../../records/deliveries.ts';
import { markUnreachable } from '../../records/people.ts';
import type { Channel, SendOutcome } from '../channels/channel.ts';
import { createRation } from './budget/ration.ts';
import { checkDelivery } from './check-delivery.ts';
import { createWindowCheck } from './check-window-reminder.ts';
import { createCutOff } from './cut-off.ts';
import { createLater } from './later.ts';
import type { OtherWays } from './other-ways.ts';
import { createPacer } from './pacer.ts';
import { createSendDue } from './send-due.ts';
import { accountPauseOf, settlementOf } from './settlement.ts';

/** A send that takes longer is given up as ambiguous. */
const SEND_TIMEOUT_MS = 30_000;
/** A claim older than this has lost its holder: twice the longest send. */
const STUCK_AFTER_MS = 2 * SEND_TIMEOUT_MS;
/** Where repeating does no harm there is no need to be sure that the holder is gone. */
const REPEATABLE_STUCK_AFTER_MS = 5_000;
/** An ambiguous reply is sent once more after this, unless the person has written since. */
const RESEND_AFTER_MS = 60_000;
const CONTACTS_AT_ONCE = 50;
/** An account told to rest for no longer than this is woken when it is over; after a longer rest the sweep is soon enough. */
const SHORT_REST_MS = 60_000;
const WAKE_STEP_MS = 100;

export type Sender = {
  /** Sends what is due to one contact, in order. Never rejects. */
  wake: (contactId: string) => Promise<void>;
  /** Sends whatever is due, to anybody. Called by the sweep and after a lost connection. */
  sendDue: () => Promise<{ contacts: number }>;
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
  const names = channels.map((channel) => channel.name);
  const repeatable = channels.filter((channel) => channel.limits.sendIsRepeatable).map((channel) => channel.name);
  const checkWindow = createWindowCheck(db);
  const ration = createRation({ db, plan: options.plan });
  const limit = createLimiter(CONTACTS_AT_ONCE);
  const pacer = createPacer(() => clock.now().getTime());
  const later = createLater();
  let stopped = false;

  const channelOf = (delivery: ClaimedDelivery): Channel | undefined =>
    channels.find((channel) => channel.name === delivery.channel && channel.account === delivery.account);

  const sendOne = async (claimed: ClaimedDelivery): Promise<void> => {
    const first = checkDelivery(claimed, clock.now());
    const second = first.kind === 'send' ? await ration.check(claimed, clock.now()) : first;
    // Last of all, since it makes the message's choices those that a typed number means.
    const check = second.kind === 'send' ? await checkWindow(claimed, clock.now()) : second;
    const delivery = 'content' in check ? { ...claimed, content: check.content } : claimed;
    const claim = { id: delivery.id, attempts: delivery.attempts };
    if (check.kind === 'skip') {
      await settleDelivery(db, { ...claim, status: 'skipped', reason: check.reason, now: clock.now() });
      return;
    }
    if (check.kind === 'wait') {
      await settleDelivery(db, {
        ...claim,
        status: 'waiting',
        notBefore: check.until,
        reason: check.reason,
        now: clock.now(),
      });
      return;
    }
    const channel = channelOf(delivery);
    const outcome: SendOutcome =
      channel === undefined
        ? { kind: 'channel-broken', reason: 'channel-off' }
        : await cutOff.judge(channel, await sendWithin(SEND_TIMEOUT_MS, channel, delivery), {
            partsBefore: delivery.partsSent,
            now: clock.now(),
          });
    const now = clock.now();
    if (channel?.limits.pace !== undefined) pacer.noteSent(delivery.contactId, channel.limits.pace);
    if (channel !== undefined) await pauseIfNeeded(channel, outcome, now);
    const settled = await settleDelivery(db, {
      ...claim,
      ...settlementOf(outcome, { attempts: delivery.attempts, now }),
      partsSent: outcome.partsSent,
      now,
    });
    if (!settled) log.warn({ delivery: delivery.id }, 'the claim was lost before the send was settled');
    if (outcome.kind === 'unreachable') await markUnreachable(db, delivery.contactId);
    if (outcome.kind !== 'sent') log.warn({ delivery: delivery.id, outcome: outcome.kind }, 'a message was not sent');
  };

  /** Before the delivery is settled, so that it is not claimed again at once. */
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

  const wake = createRunByKey((contactId) =>
    limit(async () => {
      try {
        while (!stopped) {
          // Nobody waits here: a place among those at once is for who can be sent to.
          const waitMs = pacer.waitMs(contactId);
          if (waitMs > 0) return later.run(contactId, waitMs, () => void wake(contactId));
          const delivery = await claimNextDelivery(db, { contactId, now: clock.now() });
          if (delivery === undefined) return;
          await sendOne(delivery);
        }
      } catch (error) {
        // The database is away: the row waits or stays in `sending`, and the sweep takes it up again.
        log.error({ err: error, contact: contactId }, 'sending stopped; the sweep will go on with it');
      }
    }),
  );

  const sendAllDue = createSendDue({ db, clock, channels: names, wake });
  const sendDue: Sender['sendDue'] = async () => {
    await cutOff.goAnotherWay(clock.now());
    await ration.settleDue(clock.now());
    return await sendAllDue();
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
    ...{ wake, sendDue },
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
    idle: wake.idle,
    stop: async () => {
      stopped = true;
      later.stop();
      await wake.idle();
    },
  };
}

async function sendWithin(timeoutMs: number, channel: Channel, delivery: ClaimedDelivery): Promise<SendOutcome> {
  const { promise: timeout, resolve } = Promise.withResolvers<SendOutcome>();
  const timer = setTimeout(() => resolve({ kind: 'ambiguous', reason: 'timeout' }), timeoutMs);
  try {
    return await Promise.race([
      timeout,
      channel.send({
        deliveryId: delivery.id,
        contactId: delivery.contactId,
        address: delivery.address,
        content: delivery.content,
        partsSent: delivery.partsSent,
      }),
    ]);
  } catch {
    // A channel that throws broke its contract; whether the message left cannot be known.
    return { kind: channel.limits.sendIsRepeatable ? 'transient' : 'ambiguous', reason: 'channel-threw' };
  } finally {
    clearTimeout(timer);
  }
}
