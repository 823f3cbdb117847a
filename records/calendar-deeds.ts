import { AppError } from '../core/app-error.ts';
import type { CalendarContent } from '../core/schedule/calendar.ts';
import type { Tx } from './database.ts';
import { notify } from './signals.ts';

const ONLY_ROW = 1;

type Deed = { id: string; officerId: string; now: Date };

/** Enters something, where the caller has taken the calendar (`takeCalendar`), whose version it was given. */
export async function addCalendarEntry(
  tx: Tx,
  { id, version, content, officerId, now }: Deed & { version: number; content: CalendarContent },
): Promise<void> {
  await tx.calendarEntry.create({ data: { id, version, content, createdById: officerId, createdAt: now } });
}

/** Takes an entry back; the caller has taken the calendar. Throws `not-found` and `calendar.withdrawn-before`. */
export async function withdrawCalendarEntry(tx: Tx, { id, officerId, now }: Deed): Promise<void> {
  const { count } = await tx.calendarEntry.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: now, withdrawnById: officerId },
  });
  if (count === 1) return;
  const isThere = (await tx.calendarEntry.count({ where: { id } })) > 0;
  throw new AppError(isThere ? 'calendar.withdrawn-before' : 'not-found');
}

/**
 * Takes the calendar for a change, after the version that the officer saw, and tells every process at commit. Changes wait
 * for one another here. Returns the version that the change makes. Throws `calendar.changed-meanwhile`.
 */
export async function takeCalendar(tx: Tx, { seen, now }: { seen: number; now: Date }): Promise<number> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    INSERT INTO "CalendarState" ("id", "version", "changedAt") SELECT ${ONLY_ROW}, 1, ${now} WHERE ${seen}::int = 0
    ON CONFLICT ("id") DO NOTHING RETURNING "version"`;
  const [row] =
    rows.length > 0
      ? rows
      : await tx.$queryRaw<{ version: number }[]>`
          UPDATE "CalendarState" SET "version" = "version" + 1, "changedAt" = ${now}
          WHERE "id" = ${ONLY_ROW} AND "version" = ${seen}::int RETURNING "version"`;
  if (row === undefined) throw new AppError('calendar.changed-meanwhile');
  await notify(tx, 'calendar', String(row.version));
  await notify(tx, 'console', 'calendar');
  return row.version;
}
