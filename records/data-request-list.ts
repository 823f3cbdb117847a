import * as z from 'zod';
import type { ClockNotes } from '../core/people-data/data-request-clock.ts';
import type { DataRequestKind } from '../core/people-data/legal-terms.ts';
import { type DataRequestState, OPEN_STATES } from './data-requests.ts';
import type { Db, Tx } from './database.ts';

export type DataRequestRow = {
  id: string;
  personId: string;
  personName: string | null;
  isSample: boolean;
  kind: DataRequestKind;
  text: string;
  channel: string | null;
  at: Date;
  state: DataRequestState;
  answerBy: Date | null;
  answeredAt: Date | null;
  /** The last day that counts: the extended one when there is one. */
  dueBy: Date | null;
  doBy: Date | null;
  notes: ClockNotes;
  extendedTo: Date | null;
  extensionReason: string | null;
  doneAt: Date | null;
  outcome: string;
  /** Of one that officers wrote down: how they made sure who it was. */
  checkedBy: string[];
  /** Codes of dossiers that a deletion left because a law keeps them. */
  kept: string[];
  /** Which clock has run out: of an open one only. */
  late: 'answer' | 'do' | null;
};

const fields = { person: { select: { displayName: true, isSample: true } } } as const;

/** Open ones: the earliest due first. Done ones: the latest first. */
export async function listDataRequests(
  db: Db,
  { isOpen, now, limit }: { isOpen: boolean; now: Date; limit: number },
): Promise<DataRequestRow[]> {
  const rows = await db.dataSubjectRequest.findMany({
    where: { state: { in: isOpen ? OPEN_STATES : ['done', 'refused'] } },
    orderBy: isOpen ? [{ doBy: 'asc' }, { id: 'asc' }] : [{ doneAt: 'desc' }, { id: 'desc' }],
    take: limit,
    include: fields,
  });
  return rows.map((row) => toRow(row, now));
}

export async function findDataRequest(
  db: Db | Tx,
  { id, now }: { id: string; now: Date },
): Promise<DataRequestRow | undefined> {
  const row = await db.dataSubjectRequest.findUnique({ where: { id }, include: fields });
  return row === null ? undefined : toRow(row, now);
}

/** Of real people: how many wait, and how many of them past one of their clocks. */
export async function countDataRequests(db: Db, now: Date): Promise<{ open: number; late: number }> {
  const open = { state: { in: OPEN_STATES }, person: { isSample: false } };
  const [all, late] = await Promise.all([
    db.dataSubjectRequest.count({ where: open }),
    db.dataSubjectRequest.count({
      where: {
        ...open,
        OR: [
          { state: 'waiting', answerBy: { lt: now } },
          { extendedTo: null, doBy: { lt: now } },
          { extendedTo: { lt: now } },
        ],
      },
    }),
  ]);
  return { open: all, late };
}

/** Codes only, by what they tell. */
const factsSchema = z.object({ checkedBy: z.array(z.string()).default([]), kept: z.array(z.string()).default([]) });

type Stored = Awaited<ReturnType<Db['dataSubjectRequest']['findFirstOrThrow']>> & {
  person: { displayName: string | null; isSample: boolean };
};

function toRow(stored: Stored, now: Date): DataRequestRow {
  const { person, clockNotes, extendedTo, doBy, answerBy, ...row } = stored;
  const state = row.state as DataRequestState;
  const dueBy = extendedTo ?? doBy;
  const isPast = (by: Date | null): boolean => by !== null && by < now;
  const late = !OPEN_STATES.includes(state)
    ? null
    : isPast(dueBy)
      ? 'do'
      : state === 'waiting' && isPast(answerBy)
        ? 'answer'
        : null;
  return {
    id: row.id,
    personId: row.personId,
    personName: person.displayName,
    isSample: person.isSample,
    kind: row.kind as DataRequestKind,
    text: row.text,
    channel: row.channel,
    at: row.at,
    state,
    answerBy,
    answeredAt: row.answeredAt,
    dueBy,
    doBy,
    notes: { undecided: [], ...(clockNotes as Partial<ClockNotes>) },
    extendedTo,
    extensionReason: row.extensionReason,
    doneAt: row.doneAt,
    outcome: row.outcome,
    ...factsSchema.parse(row.facts),
    late,
  };
}
