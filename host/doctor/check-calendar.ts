import type { Config } from '../../config.ts';
import { type CalendarContent, joinCalendar } from '../../core/schedule/calendar.ts';
import { holidaysAhead } from '../../core/schedule/holidays-ahead.ts';
import { loadCalendar } from '../../data/holidays/load-calendar.ts';
import { listCalendarEntries, standingContents } from '../../records/calendar.ts';
import { openDatabase } from '../../records/database.ts';
import { findRunningUrl } from '../commands/with-records.ts';
import type { Finding } from './finding.ts';

/** Whether the holidays of the time ahead are there and decided: what is shipped, with what officers entered where it can be read. */
export async function checkCalendar(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  now = new Date(),
): Promise<Finding[]> {
  // A database that is away, or older than this version, is told of by `checkDatabase`.
  const entered = await readEntered(config).catch(() => []);
  const { missingYears, undecidedYears } = holidaysAhead(joinCalendar(loadCalendar(), entered).holidays, now);
  const findings = [
    ...missingYears.map((year): Finding => ({ state: 'note', says: 'holidaysMissing', values: { year } })),
    ...undecidedYears.map((year): Finding => ({ state: 'note', says: 'holidaysUndecided', values: { year } })),
  ];
  return findings.length > 0 ? findings : [{ state: 'ok', says: 'holidays' }];
}

async function readEntered({
  databaseUrl,
  dataDir,
}: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<CalendarContent[]> {
  const url = databaseUrl ?? (await findRunningUrl(dataDir));
  if (url === undefined) return [];
  const db = openDatabase({ url, poolSize: 1 });
  try {
    return standingContents(await listCalendarEntries(db));
  } finally {
    await db.$disconnect();
  }
}
