import { AppError } from '../core/app-error.ts';
import type { Db, Tx } from './database.ts';
import type { AnswerValue } from './request-list.ts';

/** Keeps whether a woman owns an establishment that stands by itself. Throws `not-found`. */
export async function sayWomanOwned(tx: Tx, id: string, womanOwned: boolean | null): Promise<void> {
  const { count } = await tx.establishment.updateMany({ where: { id, mergedIntoId: null }, data: { womanOwned } });
  if (count === 0) throw new AppError('not-found');
}

/** What is known of some establishments, by their ids and the questions. */
export async function listAnswersOf(
  db: Db,
  establishmentIds: readonly string[],
): Promise<Map<string, Record<string, AnswerValue>>> {
  const rows = await db.establishmentAnswer.findMany({ where: { establishmentId: { in: [...establishmentIds] } } });
  const known = new Map<string, Record<string, AnswerValue>>();
  for (const { establishmentId, questionId, value, raw } of rows) {
    known.set(establishmentId, { ...known.get(establishmentId), [questionId]: { value, raw } });
  }
  return known;
}
