import type { DataRequestClock } from '../core/people-data/data-request-clock.ts';
import type { DataRequestKind } from '../core/people-data/legal-terms.ts';
import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

/** waiting: an officer must answer; answered: the person knows how it goes on. */
export type DataRequestState = 'waiting' | 'answered' | 'done' | 'refused';

export const OPEN_STATES: DataRequestState[] = ['waiting', 'answered'];

/** How a request can come that did not come through the assistant. */
export const OTHER_WAYS = ['phone', 'paper', 'visit'] as const;
export type OtherWay = (typeof OTHER_WAYS)[number];

/** Codes only, each by what it tells. */
type DataRequestFacts = Record<string, string[]>;

type NewDataRequest = { id: string; personId: string; kind: DataRequestKind; channel?: string; now: Date };

/** Something asked that the assistant did at once; the record of it stays. */
export async function recordDoneDataRequest(
  tx: Tx,
  { now, facts = {}, ...request }: NewDataRequest & { facts?: DataRequestFacts },
): Promise<void> {
  await tx.dataSubjectRequest.create({ data: { ...request, facts, at: now, doneAt: now, state: 'done' } });
}

/** A deletion that was done: the request for it, also where an officer wrote it down before doing it. */
export async function recordDeletion(
  tx: Tx,
  deletion: { id: string; personId: string; channel?: string; officerId?: string; kept: string[]; now: Date },
): Promise<void> {
  const { id, personId, channel, officerId, kept, now } = deletion;
  const before = await tx.dataSubjectRequest.findUnique({ where: { id }, select: { facts: true } });
  const facts = { ...(before?.facts as DataRequestFacts | undefined), kept };
  const done = { state: 'done', doneAt: now, doneById: officerId, facts };
  if (before === null) {
    await tx.dataSubjectRequest.create({ data: { id, personId, kind: 'delete', channel, at: now, ...done } });
    return;
  }
  await tx.dataSubjectRequest.update({ where: { id }, data: done });
  await notify(tx, 'console', 'data-request');
}

/** Something asked that officers must do, with its clocks, which run from `askedAt`; the console hears of it. */
export async function createDataRequest(
  tx: Tx,
  {
    now,
    askedAt = now,
    clock,
    facts = {},
    ...request
  }: NewDataRequest & { text: string; clock: DataRequestClock; askedAt?: Date; facts?: DataRequestFacts },
): Promise<void> {
  const { answerBy, doBy, notes } = clock;
  await tx.dataSubjectRequest.create({
    data: { ...request, facts, at: askedAt, state: 'waiting', answerBy, doBy, clockNotes: notes },
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

/** The id of a request that was written down under this id, or that its words joined: the latest of its kind. */
export async function findRecordedRequest(
  db: Db,
  { id, personId, kind }: { id: string; personId: string; kind: DataRequestKind },
): Promise<string | undefined> {
  const made = await db.dataSubjectRequest.findFirst({ where: { id, personId }, select: { id: true } });
  const joined =
    made ??
    (await db.dataSubjectRequest.findFirst({
      where: { personId, kind },
      orderBy: { at: 'desc' },
      select: { id: true },
    }));
  return joined?.id;
}

/** A further word about something that is asked already is added to it, so that its clock stays. */
export async function addToDataRequest(tx: Tx, { id, text }: { id: string; text: string }): Promise<void> {
  const { text: before } = await tx.dataSubjectRequest.findUniqueOrThrow({ where: { id }, select: { text: true } });
  if (before.split('\n').includes(text)) return;
  await tx.dataSubjectRequest.update({ where: { id }, data: { text: before === '' ? text : `${before}\n${text}` } });
  await notify(tx, 'console', 'data-request');
}

/** What a deletion ends: requests about what is no more, save the one it fulfils, and the words in all of them. */
export async function endDataRequests(
  tx: Tx,
  { personId, deletionId, now }: { personId: string; deletionId: string; now: Date },
): Promise<void> {
  await tx.dataSubjectRequest.updateMany({
    where: { personId, id: { not: deletionId }, state: { in: OPEN_STATES } },
    data: { state: 'done', doneAt: now, facts: { endedBy: ['delete'] } },
  });
  await tx.dataSubjectRequest.updateMany({
    where: { personId },
    data: { text: '', outcome: '', extensionReason: null },
  });
}
