import type { HolidayContent } from './calendar.ts';
import type { HolidayTable } from './holidays.ts';

/** Days one behind the other that are the same holiday, as an officer reads them. ISO days, both included. */
export type HolidayRun = {
  first: string;
  last: string;
  /** `ordinary`: an officer said that it is no day off after all. */
  as: HolidayContent['as'];
  name: string;
  isOfficial: boolean;
  source: string;
  /** Who entered it; null: it came with the product. */
  entryId: string | null;
};

/** The holidays of a year as they stand. `entries`: what officers entered and still stands, the earliest first. */
export function listHolidays(
  shipped: HolidayTable,
  { year, entries }: { year: number; entries: readonly (HolidayContent & { entryId: string })[] },
): HolidayRun[] {
  const runs: HolidayRun[] = [];
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  for (let day = first; day.year === year; day = day.add({ days: 1 })) {
    const row = rowOf(day, shipped, entries);
    if (row === undefined) continue;
    const before = runs.at(-1);
    const follows = before?.last === day.subtract({ days: 1 }).toString();
    if (before !== undefined && follows && isSame(before, row)) before.last = row.last;
    else runs.push(row);
  }
  return runs;
}

function rowOf(
  day: Temporal.PlainDate,
  shipped: HolidayTable,
  entries: readonly (HolidayContent & { entryId: string })[],
): HolidayRun | undefined {
  const iso = day.toString();
  const span = { first: iso, last: iso };
  const entry = entries.findLast((one) => one.first <= iso && iso <= one.last);
  if (entry !== undefined) {
    const { as, name, isConfirmed: isOfficial, document: source, entryId } = entry;
    return { ...span, as, name, isOfficial, source, entryId };
  }
  const row = shipped.find(day);
  if (row === undefined) return undefined;
  return { ...span, as: row.kind, name: row.name, isOfficial: row.isOfficial, source: row.source, entryId: null };
}

function isSame(one: HolidayRun, other: HolidayRun): boolean {
  if (one.entryId !== null || other.entryId !== null) return one.entryId === other.entryId;
  const { as, name, isOfficial, source } = one;
  return as === other.as && name === other.name && isOfficial === other.isOfficial && source === other.source;
}
