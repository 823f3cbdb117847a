import type { Db } from './database.ts';

/** A reminder for which the month had no room. */
export type UnsentReminder = {
  personId: string;
  key: string;
  /** Null for what is about no window. */
  windowId: string | null;
  /** It waits for the new month; otherwise it will not be sent. */
  isWaiting: boolean;
};

/**
 * Reminders for which there was no room since `since` and that still help: not of a window that closed, changed or was
 * withdrawn since, nor where the person was reminded of the same thing afterwards. The latest of each thing.
 */
export async function listUnsentReminders(
  db: Db,
  { since, now }: { since: Date; now: Date },
): Promise<UnsentReminder[]> {
  return await db.$queryRaw<UnsentReminder[]>`
    SELECT DISTINCT ON (d."personId", "subject") d."personId", d."key", d."windowId", d."status" = 'waiting' AS "isWaiting"
    FROM "Delivery" d
    CROSS JOIN LATERAL (SELECT split_part(d."key", '/', 2) || '/' || split_part(d."key", '/', 3) AS "subject") s
    LEFT JOIN "ApplicationWindow" w ON w."id" = d."windowId"
    WHERE d."kind" = 'reminder' AND d."reason" = 'budget' AND d."status" IN ('skipped', 'waiting') AND d."createdAt" >= ${since}
      AND (d."windowId" IS NULL
        OR (w."withdrawnAt" IS NULL AND w."version" = d."windowVersion" AND w."closesAt" > ${now}))
      AND NOT EXISTS (
        SELECT 1 FROM "Delivery" o
        WHERE o."personId" = d."personId" AND o."kind" = 'reminder' AND o."seq" > d."seq" AND o."status" IN ('sent', 'sending')
          AND split_part(o."key", '/', 2) || '/' || split_part(o."key", '/', 3) = s."subject")
    ORDER BY d."personId", "subject", d."seq" DESC`;
}
