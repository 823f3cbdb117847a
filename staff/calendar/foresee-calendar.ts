import { AppError } from '../../core/app-error.ts';
import { type Calendar, type CalendarContent, joinCalendar } from '../../core/schedule/calendar.ts';
import { type CalendarFault, findContentFault, findOrderFault } from '../../core/schedule/calendar-faults.ts';
import { type CalendarEntry, standingContents } from '../../records/calendar.ts';

export type CalendarDeed = { enter: CalendarContent } | { withdraw: string };

/** The calendar before a deed and after it, what the deed is about, and why it cannot be done. */
export type Foreseen = {
  before: Calendar;
  after: Calendar;
  content: CalendarContent;
  fault: CalendarFault | undefined;
};

/** Throws `not-found` and `calendar.withdrawn-before` for an entry that cannot be withdrawn. */
export function foreseeCalendar(
  deed: CalendarDeed,
  { shipped, entries, today }: { shipped: Calendar; entries: readonly CalendarEntry[]; today: Temporal.PlainDate },
): Foreseen {
  const standing = entries.filter(({ withdrawnAt }) => withdrawnAt === null);
  const before = joinCalendar(shipped, standingContents(standing));
  if ('enter' in deed) {
    const content = deed.enter;
    const after = joinCalendar(shipped, [...standingContents(standing), content]);
    const fault = findContentFault(content, { calendar: before, today }) ?? findOrderFault(after.plan, today);
    return { before, after, content, fault };
  }
  const entry = entries.find(({ id }) => id === deed.withdraw);
  if (entry === undefined) throw new AppError('not-found');
  if (entry.withdrawnAt !== null) throw new AppError('calendar.withdrawn-before');
  const after = joinCalendar(shipped, standingContents(standing.filter(({ id }) => id !== entry.id)));
  return { before, after, content: entry.content, fault: findOrderFault(after.plan, today) };
}
