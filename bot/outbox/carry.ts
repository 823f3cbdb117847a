import type { Log } from '../../core/log.ts';
import type { Clock } from '../../core/time.ts';
import type { ClaimedDelivery } from '../../records/claim-deliveries.ts';
import type { Db } from '../../records/database.ts';
import { markUnreachable } from '../../records/people.ts';
import type { ClaimEnd } from '../../records/settle-deliveries.ts';
import type { Channel, SendOutcome } from '../channels/channel.ts';
import type { createRation } from './budget/ration.ts';
import { checkDelivery } from './check-delivery.ts';
import { createWindowCheck } from './check-window-reminder.ts';
import type { createCutOff } from './cut-off.ts';
import { createSettle, type Settled } from './settle-together.ts';
import { settlementOf } from './settlement.ts';

/** A send that takes longer is given up as ambiguous. */
export const SEND_TIMEOUT_MS = 30_000;

/** A claimed message; `heldUntil`: the mark of its slot, on an account that is paced. */
type Carried = ClaimedDelivery & { heldUntil?: Date };

/** Takes one claimed message to its end: a last look, the send, and its outcome in the ledger. Rejects when the database is away. */
export function createCarry(options: {
  db: Db;
  channels: readonly Channel[];
  clock: Clock;
  log: Log;
  cutOff: ReturnType<typeof createCutOff>;
  ration: ReturnType<typeof createRation>;
  /** Before the outcome is in the ledger, so that the message is not claimed again at once. */
  pauseIfNeeded: (channel: Channel, outcome: SendOutcome, now: Date) => Promise<void>;
}): (claimed: Carried) => Promise<Settled> {
  const { db, channels, clock, log, cutOff, ration, pauseIfNeeded } = options;
  const checkWindow = createWindowCheck(db);
  const settle = createSettle(db);

  return async (claimed) => {
    const channel = channels.find(({ name, account }) => name === claimed.channel && account === claimed.account);
    const end = async (ended: Omit<ClaimEnd, 'id' | 'attempts' | 'now'>, answeredAt?: Date): Promise<Settled> => {
      const { id, attempts, contactId, heldUntil } = claimed;
      const chat = channel?.limits.pace?.chat;
      const slot =
        heldUntil === undefined || chat === undefined
          ? undefined
          : { channel: claimed.channel, account: claimed.account, chat, heldUntil, answeredAt };
      return await settle({ ...ended, id, attempts, contactId, slot, now: answeredAt ?? clock.now() });
    };

    const first = checkDelivery(claimed, clock.now());
    const second = first.kind === 'send' ? await ration.check(claimed, clock.now()) : first;
    // Last of all, since it makes the message's choices those that a typed number means.
    const check = second.kind === 'send' ? await checkWindow(claimed, clock.now()) : second;
    if (check.kind === 'skip') return await end({ status: 'skipped', reason: check.reason });
    if (check.kind === 'wait') return await end({ status: 'waiting', notBefore: check.until, reason: check.reason });

    const delivery = 'content' in check ? { ...claimed, content: check.content } : claimed;
    const outcome: SendOutcome =
      channel === undefined
        ? { kind: 'channel-broken', reason: 'channel-off' }
        : await cutOff.judge(channel, await sendWithin(SEND_TIMEOUT_MS, channel, delivery), {
            partsBefore: delivery.partsSent,
            now: clock.now(),
          });
    const now = clock.now();
    if (channel !== undefined) await pauseIfNeeded(channel, outcome, now);
    const settlement = settlementOf(outcome, { attempts: delivery.attempts, now });
    const settled = await end({ ...settlement, partsSent: outcome.partsSent }, now);
    if (!settled.isHeld) log.warn({ delivery: delivery.id }, 'the claim was lost before the send was settled');
    if (outcome.kind === 'unreachable') await markUnreachable(db, delivery.contactId);
    if (outcome.kind !== 'sent') log.warn({ delivery: delivery.id, outcome: outcome.kind }, 'a message was not sent');
    return settled;
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
