import { type CalendarContent, calendarContent } from '../core/schedule/calendar.ts';
import type { Db, Tx } from './database.ts';

/** What an officer entered into the calendar, with its whole life; names are null where the officer is no more. */
export type CalendarEntry = {
  id: string;
  content: CalendarContent;
  enteredBy: string | null;
  enteredAt: Date;
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
};

const ONLY_ROW = 1;

/** How often the calendar was changed. */
export async function readCalendarVersion(db: Db | Tx): Promise<number> {
  const row = await db.calendarState.findUnique({ where: { id: ONLY_ROW } });
  return row?.version ?? 0;
}

/** All entries, withdrawn ones too, in the order in which they were made. */
export async function listCalendarEntries(db: Db | Tx): Promise<CalendarEntry[]> {
  const rows = await db.calendarEntry.findMany({ orderBy: { version: 'asc' } });
  const ids = rows.flatMap(({ createdById, withdrawnById }) => [createdById, withdrawnById ?? createdById]);
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map(({ id, content, createdById, createdAt, withdrawnById, withdrawnAt }) => ({
    id,
    content: calendarContent.parse(content),
    enteredBy: nameOf.get(createdById) ?? null,
    enteredAt: createdAt,
    withdrawnBy: nameOf.get(withdrawnById ?? '') ?? null,
    withdrawnAt,
  }));
}

/** What stands, the earliest first: as `joinCalendar` takes it. */
export function standingContents(entries: readonly CalendarEntry[]): CalendarContent[] {
  return entries.flatMap(({ content, withdrawnAt }) => (withdrawnAt === null ? [content] : []));
}
