import type { Tx } from './database.ts';
import { notify } from './signals.ts';

type Step = { id: string; officerId: string; now: Date };

/** The person was told how it goes on. False when it waits no more. */
export async function markDataRequestAnswered(tx: Tx, { id, officerId, now }: Step): Promise<boolean> {
  const { count } = await tx.dataSubjectRequest.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'answered', answeredAt: now, answeredById: officerId },
  });
  await notify(tx, 'console', 'data-request');
  return count === 1;
}

/** The one extension that the law gives, with its reason. False when it is done or was put off before. */
export async function extendDataRequest(
  tx: Tx,
  { id, officerId, now, to, reason }: Step & { to: Date; reason: string },
): Promise<boolean> {
  const { count } = await tx.dataSubjectRequest.updateMany({
    where: { id, state: { in: ['waiting', 'answered'] }, extendedTo: null },
    data: { extendedTo: to, extensionReason: reason, extendedAt: now, extendedById: officerId },
  });
  if (count === 0) return false;
  // Whoever hears that it takes longer has been answered.
  await markDataRequestAnswered(tx, { id, officerId, now });
  return true;
}

/** It is done, or refused with a reason; the person is told in these words. False when it was over already. */
export async function finishDataRequest(
  tx: Tx,
  { id, officerId, now, as, outcome }: Step & { as: 'done' | 'refused'; outcome: string },
): Promise<boolean> {
  const { count } = await tx.dataSubjectRequest.updateMany({
    where: { id, state: { in: ['waiting', 'answered'] } },
    data: { state: as, doneAt: now, doneById: officerId, outcome },
  });
  if (count === 0) return false;
  await tx.dataSubjectRequest.updateMany({
    where: { id, answeredAt: null },
    data: { answeredAt: now, answeredById: officerId },
  });
  await notify(tx, 'console', 'data-request');
  return true;
}

/** What the person was told at the end, where the end itself is recorded by what was done. */
export async function noteOutcome(tx: Tx, { id, officerId, outcome, now }: Step & { outcome: string }): Promise<void> {
  await tx.dataSubjectRequest.update({ where: { id }, data: { outcome } });
  await tx.dataSubjectRequest.updateMany({
    where: { id, answeredAt: null },
    data: { answeredAt: now, answeredById: officerId },
  });
}
