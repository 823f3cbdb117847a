import type { Db } from './database.ts';

/**
 * What became of the messages of an announcement. `targeted` is always sent + failed + skipped + ambiguous + waiting;
 * `seen` is part of `sent`, and what is being sent counts as waiting.
 */
export type AnnouncementLedger = {
  targeted: number;
  sent: number;
  seen: number;
  failed: number;
  ambiguous: number;
  waiting: number;
  skipped: number;
  skippedBy: Record<string, number>;
};

type Row = { id: string; status: string; reason: string | null; count: number; seen: number };

/** The ledgers of these announcements, each read in one statement, so that its sum holds. None for one without messages. */
export async function readAnnouncementLedgers(db: Db, ids: string[]): Promise<Map<string, AnnouncementLedger>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT "announcementId" AS "id", "status", CASE "status" WHEN 'skipped' THEN "reason" END AS "reason",
      count(*)::int AS "count", count("seenAt")::int AS "seen"
    FROM "Delivery" WHERE "announcementId" = ANY(${ids}::uuid[]) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  const ledgers = new Map<string, AnnouncementLedger>();
  for (const row of rows) {
    const ledger = ledgers.get(row.id) ?? emptyLedger();
    ledgers.set(row.id, ledger);
    add(ledger, row);
  }
  return ledgers;
}

export const emptyLedger = (): AnnouncementLedger => ({
  ...{ targeted: 0, sent: 0, seen: 0, failed: 0, ambiguous: 0, waiting: 0, skipped: 0 },
  skippedBy: {},
});

function add(ledger: AnnouncementLedger, { status, reason, count, seen }: Row): void {
  ledger.targeted += count;
  if (status === 'sent') {
    ledger.sent += count;
    ledger.seen += seen;
  } else if (status === 'failed') ledger.failed += count;
  else if (status === 'ambiguous') ledger.ambiguous += count;
  else if (status === 'skipped') {
    ledger.skipped += count;
    const why = reason ?? 'unknown';
    ledger.skippedBy[why] = (ledger.skippedBy[why] ?? 0) + count;
  } else ledger.waiting += count;
}
