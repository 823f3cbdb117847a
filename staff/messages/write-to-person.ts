import { AppError } from '../../core/app-error.ts';
import { whenToSend } from '../../core/schedule/when-to-send.ts';
import type { Tx } from '../../records/database.ts';
import { addDelivery } from '../../records/deliveries.ts';
import { type Addressee, findAddressee } from '../../records/person-profile.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** When a message written now would leave, or why none can. */
export type Sending =
  | { kind: 'now'; channel: string }
  | { kind: 'later'; channel: string; at: Date }
  /** A person of the sample centre: what is written is kept and sent to nobody. */
  | { kind: 'sample' }
  | { kind: 'impossible'; reason: 'erased' | 'unreachable' };

export function planSending(addressee: Addressee, now: Date): Sending {
  const { contact } = addressee;
  if (addressee.isSample) return { kind: 'sample' };
  if (addressee.erasedAt !== null) return { kind: 'impossible', reason: 'erased' };
  if (contact === undefined) return { kind: 'impossible', reason: 'unreachable' };
  const at = whenToSend({ kind: 'officer', now, lastInboundAt: contact.lastInboundAt ?? undefined });
  return at <= now ? { kind: 'now', channel: contact.channel } : { kind: 'later', channel: contact.channel, at };
}

/** Throws `not-found`. */
export async function getAddressee(tx: Tx | StaffDeps['db'], personId: string): Promise<Addressee> {
  const addressee = await findAddressee(tx, personId);
  if (addressee === undefined) throw new AppError('not-found');
  return addressee;
}

/**
 * Puts an officer's message into the ledger; the senders of the bot take it from there. Nothing for a sample person.
 * Throws `person.erased` or `person.unreachable` when there is nowhere to send it.
 */
export async function writeToPerson(
  tx: Tx,
  { ids }: Pick<StaffDeps, 'ids'>,
  message: {
    addressee: Addressee;
    text: string;
    choices?: { key: string; label: string }[];
    requestId: string;
    officerId: string;
    now: Date;
  },
): Promise<void> {
  const { addressee, text, choices = [], requestId, officerId, now } = message;
  const sending = planSending(addressee, now);
  if (sending.kind === 'sample') return;
  if (sending.kind === 'impossible') throw new AppError(`person.${sending.reason}`);
  if (addressee.contact === undefined) throw new AppError('person.unreachable');
  await addDelivery(tx, {
    id: ids.next(),
    key: `officer/${requestId}`,
    personId: addressee.id,
    contactId: addressee.contact.id,
    kind: 'officer',
    content: { text, choices },
    notBefore: sending.kind === 'later' ? sending.at : now,
    now,
    authorId: officerId,
  });
}
