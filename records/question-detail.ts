import type { Db, Tx } from './database.ts';
import { dropLateNotices, findFirstPromise } from './late-questions.ts';

export type QuestionDetail = {
  id: string;
  personId: string;
  personName: string | null;
  isSample: boolean;
  kind: string;
  text: string;
  status: string;
  askedAt: Date;
  promisedAt: Date | null;
  /** Another than `promisedAt` once it was broken and the person was told. */
  firstPromisedAt: Date | null;
  /** The message that was answered, or not, in the journal. */
  inboundSeq: number | null;
  answer: string | null;
  answeredAt: Date | null;
  answeredById: string | null;
  /** The officer who answered or closed it. */
  answeredBy: string | null;
};

export async function findQuestion(db: Db | Tx, id: string): Promise<QuestionDetail | undefined> {
  const row = await db.humanHandoff.findUnique({ where: { id }, include: { person: true } });
  if (row === null) return undefined;
  const { person, ...question } = row;
  const firstPromisedAt = await findFirstPromise(db, id);
  const officer =
    row.answeredById === null
      ? null
      : await db.user.findUnique({ where: { id: row.answeredById }, select: { name: true } });
  return {
    ...question,
    firstPromisedAt,
    personName: person.displayName,
    isSample: person.isSample,
    answeredBy: officer?.name ?? null,
  };
}

/**
 * Ends the wait of a question. False when it no longer waits: somebody else was faster, or this is a repeat.
 * A second officer waits here until the first one's transaction ends.
 */
export async function settleQuestion(
  tx: Tx,
  options: { id: string; status: 'answered' | 'closed'; answer: string | null; officerId: string; now: Date },
): Promise<boolean> {
  const { id, status, answer, officerId, now } = options;
  const { count } = await tx.humanHandoff.updateMany({
    where: { id, status: 'waiting' },
    data: { status, answer, answeredAt: now, answeredById: officerId },
  });
  if (count === 0) return false;
  const { personId } = await tx.humanHandoff.findUniqueOrThrow({ where: { id }, select: { personId: true } });
  await dropLateNotices(tx, { id, personId, now });
  return true;
}
