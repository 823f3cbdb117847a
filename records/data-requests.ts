import type { DataRequestClock } from '../core/people-data/data-request-clock.ts';
import type { DataRequestKind } from '../core/people-data/legal-terms.ts';
import type { Tx } from './database.ts';
import { notify } from './signals.ts';

/** waiting: an officer must answer; answered: the person knows how it goes on. */
export type DataRequestState = 'waiting' | 'answered' | 'done' | 'refused';

export const OPEN_STATES: DataRequestState[] = ['waiting', 'answered'];

type NewDataRequest = { id: string; personId: string; kind: DataRequestKind; channel?: string; now: Date };

/** Something asked that the assistant did at once; the record of it stays. */
export async function recordDoneDataRequest(
  tx: Tx,
  { now, facts = {}, ...request }: NewDataRequest & { facts?: Record<string, string[]> },
): Promise<void> {
  await tx.dataSubjectRequest.create({ data: { ...request, facts, at: now, doneAt: now, state: 'done' } });
}

/** Something asked that officers must do, with its clocks; the console hears of it. */
export async function createDataRequest(
  tx: Tx,
  { now, clock, ...request }: NewDataRequest & { text: string; clock: DataRequestClock },
): Promise<void> {
  const { answerBy, doBy, notes } = clock;
  await tx.dataSubjectRequest.create({
    data: { ...request, at: now, state: 'waiting', answerBy, doBy, clockNotes: notes },
  });
  await notify(tx, 'console', 'data-request');
}

export type OpenDataRequest = { id: string; kind: DataRequestKind; answerBy: Date | null; doBy: Date };

/** What a person asked and is not done yet, the earliest due first. */
export async function listOpenDataRequests(tx: Tx, personId: string): Promise<OpenDataRequest[]> {
  const rows = await tx.dataSubjectRequest.findMany({
    where: { personId, state: { in: OPEN_STATES } },
    orderBy: [{ doBy: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, state: true, answerBy: true, doBy: true, extendedTo: true, at: true },
  });
  return rows.map(({ id, kind, state, answerBy, doBy, extendedTo, at }) => ({
    id,
    kind: kind as DataRequestKind,
    answerBy: state === 'waiting' ? answerBy : null,
    doBy: extendedTo ?? doBy ?? at,
  }));
}

/** A further word about something that is asked already is added to it, so that its clock stays. */
export async function addToDataRequest(tx: Tx, { id, text }: { id: string; text: string }): Promise<void> {
  const { text: before } = await tx.dataSubjectRequest.findUniqueOrThrow({ where: { id }, select: { text: true } });
  if (before.split('\n').includes(text)) return;
  await tx.dataSubjectRequest.update({ where: { id }, data: { text: before === '' ? text : `${before}\n${text}` } });
  await notify(tx, 'console', 'data-request');
}

/** What a deletion ends: requests about what is no more, and the words in all of them. */
export async function endDataRequests(tx: Tx, { personId, now }: { personId: string; now: Date }): Promise<void> {
  await tx.dataSubjectRequest.updateMany({
    where: { personId, state: { in: OPEN_STATES } },
    data: { state: 'done', doneAt: now, facts: { endedBy: ['delete'] } },
  });
  await tx.dataSubjectRequest.updateMany({
    where: { personId },
    data: { text: '', outcome: '', extensionReason: null },
  });
}
