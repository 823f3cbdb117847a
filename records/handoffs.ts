import { foldPhrase } from '../core/text/fold.ts';
import type { Db, Tx } from './database.ts';
import { notify } from './signals.ts';

/**
 * question: the assistant did not know; wrong-answer: it answered, and the person said that it was not right;
 * meet: the person asked for an officer.
 */
export type HandoffKind = 'question' | 'wrong-answer' | 'meet';

export type NewHandoff = {
  id: string;
  personId: string;
  kind: HandoffKind;
  text: string;
  /** The message that was answered, or not: with it officers find its trace and what was said back. */
  inboundSeq?: number;
  now: Date;
  promisedAt?: Date;
};

/** Keeps a question for the officers and tells the console. */
export async function createHandoff(tx: Db | Tx, handoff: NewHandoff): Promise<void> {
  const { now, ...fields } = handoff;
  await tx.humanHandoff.create({ data: { ...fields, askedAt: now } });
  await notify(tx, 'console', 'handoff');
}

export type EarlierHandoff = {
  id: string;
  status: 'waiting' | 'answered';
  promisedAt: Date | null;
  inboundSeq: number | null;
};

/** More questions of one person than this are not looked through. */
const LOOKED_THROUGH = 100;

/**
 * The same question of the same person: one that waits, from whichever message it came, or one that was answered and came
 * from this very message. The caller holds the person's lane, so that two cannot be made at once.
 */
export async function findSameHandoff(
  tx: Tx,
  { personId, text, inboundSeq }: { personId: string; text: string; inboundSeq?: number },
): Promise<EarlierHandoff | undefined> {
  const rows = await tx.humanHandoff.findMany({
    where: { personId, status: { in: ['waiting', 'answered'] } },
    orderBy: { askedAt: 'desc' },
    take: LOOKED_THROUGH,
    select: { id: true, status: true, promisedAt: true, text: true, inboundSeq: true },
  });
  const phrase = foldPhrase(text);
  const isOfMessage = (row: { inboundSeq: number | null }): boolean =>
    inboundSeq !== undefined && row.inboundSeq === inboundSeq;
  const waiting = rows.find(
    (row) => row.status === 'waiting' && (isOfMessage(row) || (phrase !== '' && foldPhrase(row.text) === phrase)),
  );
  if (waiting !== undefined) return { ...waiting, status: 'waiting' };
  const answered = rows.find((row) => row.status === 'answered' && isOfMessage(row));
  return answered && { ...answered, status: 'answered' };
}

/** A question that already waited turned out to be answered wrongly as well: officers see that answer with it. */
export async function markAnsweredWrongly(
  tx: Tx,
  { id, inboundSeq }: { id: string; inboundSeq: number },
): Promise<void> {
  await tx.humanHandoff.updateMany({
    where: { id, status: 'waiting' },
    data: { kind: 'wrong-answer', inboundSeq },
  });
  await notify(tx, 'console', 'handoff');
}
