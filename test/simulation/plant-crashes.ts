import type { Evidence } from './evidence.ts';
import { HOUR_MS } from './office-time.ts';
import { reminderIn } from './plant-breaches.ts';

/** A send whose process died an hour ago, and that nobody took up. */
export function leaveStuck(of: Evidence): void {
  of.standstills = [];
  Object.assign(rowOfReminder(of), { status: 'sending', claimedAt: of.now - HOUR_MS, settledAt: undefined });
}

/** A send in doubt though nothing had died. */
export function doubtWithoutCause(of: Evidence): void {
  of.crashes = [];
  Object.assign(rowOfReminder(of), { status: 'ambiguous', reason: 'interrupted' });
}

/** Nothing is there of what people who are still here wrote on a channel, and nothing that would excuse it. */
export function forgetWhatCameIn(of: Evidence, channel: string): void {
  Object.assign(of, { standstills: [], clockSets: [], crashes: [] });
  const here = of.people.filter(({ erasedAt }) => erasedAt === undefined);
  const ids = here.flatMap(({ contacts }) => contacts.filter((one) => one.channel === channel).map(({ id }) => id));
  of.inbound = of.inbound.filter(({ contactId }) => !ids.includes(contactId));
}

/** A reminder once more, as only a reply may be. */
export function remindOnceMore(of: Evidence): void {
  const row = rowOfReminder(of);
  of.crashes.push({ at: row.claimedAt ?? 0, step: 'sent, not settled' });
  Object.assign(row, { resentAt: of.now });
  of.arrivals.push({ ...reminderIn(of), n: Number.MAX_SAFE_INTEGER });
}

function rowOfReminder(of: Evidence): Evidence['deliveries'][number] {
  const row = of.deliveries.find(({ id }) => id === reminderIn(of).deliveryId);
  if (row === undefined) throw new Error('The reminder that came stands in no ledger.');
  return row;
}
