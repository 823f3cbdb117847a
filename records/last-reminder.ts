import { type ReminderSubject, readSubject } from '../core/schedule/reminder-subject.ts';
import type { Db, Tx } from './database.ts';

/** What the last reminder that reached a person since then was of: "cái này", when they say so. */
export async function findLastReminded(
  db: Db | Tx,
  { personId, since }: { personId: string; since: Date },
): Promise<ReminderSubject | undefined> {
  const rows = await db.$queryRaw<{ subject: string }[]>`
    SELECT split_part(d."key", '/', 2) || '/' || split_part(d."key", '/', 3) AS "subject" FROM "Delivery" d
    WHERE d."personId" = ${personId}::uuid AND d."kind" = 'reminder' AND d."status" IN ('sent', 'ambiguous')
      AND d."settledAt" > ${since} AND split_part(d."key", '/', 2) IN ('window', 'draft', 'dossier', 'certificate')
    ORDER BY d."settledAt" DESC, d."seq" DESC LIMIT 1`;
  return rows[0] === undefined ? undefined : readSubject(rows[0].subject);
}
