import { AppError } from '../../core/app-error.ts';
import type { CalendarContent } from '../../core/schedule/calendar.ts';
import { officeDay } from '../../core/schedule/working-days.ts';
import { listCalendarEntries } from '../../records/calendar.ts';
import { addCalendarEntry, takeCalendar, withdrawCalendarEntry } from '../../records/calendar-deeds.ts';
import type { Tx } from '../../records/database.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { type CalendarDeed, foreseeCalendar } from './foresee-calendar.ts';

type Deed = { requestId: string; version: number; officer: Officer };
type Deps = Pick<StaffDeps, 'db' | 'clock' | 'calendar'>;

/**
 * Enters something into the calendar; the request's own id becomes that of the entry. What was promised before stays as it
 * was promised. Throws the codes of `findContentFault` and `findOrderFault`, and `calendar.changed-meanwhile`.
 */
export async function enterIntoCalendar(
  deps: Deps,
  { requestId: id, version: seen, content, officer }: Deed & { content: CalendarContent },
): Promise<void> {
  const write = deedOf('entered', { id, requestId: id, officer });
  await writeOnce(deps, { ...write, data: { kind: content.kind } }, async (tx, now) => {
    const version = await takeCalendar(tx, { seen, now });
    await refuseFault(tx, deps, { deed: { enter: content }, now });
    await addCalendarEntry(tx, { id, version, content, officerId: officer.id, now });
  });
}

/** What stood before it stands again. Throws `not-found`, `calendar.withdrawn-before` and as above. */
export async function withdrawFromCalendar(
  deps: Deps,
  { id, requestId, version: seen, officer }: Deed & { id: string },
): Promise<void> {
  await writeOnce(deps, deedOf('withdrawn', { id, requestId, officer }), async (tx, now) => {
    await takeCalendar(tx, { seen, now });
    await refuseFault(tx, deps, { deed: { withdraw: id }, now });
    await withdrawCalendarEntry(tx, { id, officerId: officer.id, now });
  });
}

async function refuseFault(
  tx: Tx,
  { calendar: { shipped } }: Deps,
  { deed, now }: { deed: CalendarDeed; now: Date },
): Promise<void> {
  const entries = await listCalendarEntries(tx);
  const { fault } = foreseeCalendar(deed, { shipped, entries, today: officeDay(now) });
  if (fault !== undefined) throw new AppError(fault.code, fault.values);
}

function deedOf(kind: string, { id, requestId, officer }: { id: string; requestId: string; officer: Officer }) {
  const subject = { subjectKind: 'CalendarEntry', subjectId: id };
  return { requestId, actorId: officer.id, action: `calendar.${kind}`, ...subject };
}
