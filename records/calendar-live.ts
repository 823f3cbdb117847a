import { errorFacts } from '../core/error-facts.ts';
import type { Log } from '../core/log.ts';
import { type Calendar, joinCalendar } from '../core/schedule/calendar.ts';
import { listCalendarEntries, readCalendarVersion, standingContents } from './calendar.ts';
import type { Db } from './database.ts';
import { followChanges } from './follow-changes.ts';
import type { Signals } from './signals.ts';

/** The calendar of this process: what is shipped with what officers entered over it. */
export type LiveCalendar = {
  /** What counts now. Whoever reckons with it takes it once. */
  current: () => Calendar;
  shipped: Calendar;
  /** Resolves when what is known of now has been taken over, or could not be. */
  refresh: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Follows the calendar of the database: a signal, or a look every 2 s. What cannot be read is logged once a version, and the
 * calendar before goes on counting; at the start what is shipped.
 */
export async function openLiveCalendar(options: {
  db: Db;
  shipped: Calendar;
  signals: Pick<Signals, 'on' | 'onReconnect'>;
  log: Log;
  pollMs?: number;
}): Promise<LiveCalendar> {
  const { db, shipped, signals, log, pollMs } = options;
  let calendar = shipped;
  let version = 0;
  let failed: number | undefined;

  async function takeOver(): Promise<void> {
    const found = await readCalendarVersion(db);
    if (found === version) return;
    try {
      // Entries are read after the version: a change in between is taken over twice, never missed.
      calendar = joinCalendar(shipped, standingContents(await listCalendarEntries(db)));
      version = found;
    } catch (error) {
      if (failed !== found) log.warn({ ...errorFacts(error), version: found }, 'the calendar could not be taken over');
      failed = found;
    }
  }

  const following = await followChanges({
    ...{ what: 'calendar', signals, pollMs },
    // The database is away: the next look asks again, and others tell it.
    look: () =>
      takeOver().catch((error) => log.debug(errorFacts(error), 'the version of the calendar could not be read')),
  });

  return { current: () => calendar, shipped, ...following };
}
