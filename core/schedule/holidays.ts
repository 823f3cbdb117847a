import { z } from 'zod';
import { AppError } from '../app-error.ts';

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const holiday = z.object({
  day: isoDay,
  name: z.string().min(1),
  /** `off`: nobody works. `work`: a day of a weekend that is worked in exchange for another. */
  kind: z.enum(['off', 'work']),
  /** Fixed by a law or a decision. What is only proposed, or not yet decided, is false. */
  isOfficial: z.boolean(),
  certainty: z.enum(['verified', 'verified-old', 'secondary', 'recalled', 'officer']),
  source: z.string().min(1),
});

const holidayTable = z.object({
  /** The table knows every day from the first to the last of these, both included, and nothing else. */
  from: isoDay,
  to: isoDay,
  days: z.array(holiday),
});

export type Holiday = z.infer<typeof holiday>;

/** Public holidays as data: no formula knows them, since the Prime Minister decides Tết and the National Day each year. */
export type HolidayTable = {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  find: (day: Temporal.PlainDate) => Holiday | undefined;
};

/** Reads a table of holidays. Throws `holidays.invalid` when it is not one, or names a day twice or outside its range. */
export function readHolidayTable(data: unknown): HolidayTable {
  const parsed = holidayTable.safeParse(data);
  if (!parsed.success) throw new AppError('holidays.invalid', { why: z.prettifyError(parsed.error) });
  const { from, to, days } = parsed.data;
  const byDay = new Map<string, Holiday>();
  for (const row of days) {
    if (byDay.has(row.day)) throw new AppError('holidays.invalid', { why: `${row.day} stands twice` });
    if (row.day < from || row.day > to) throw new AppError('holidays.invalid', { why: `${row.day} is out of range` });
    byDay.set(row.day, row);
  }
  return {
    from: Temporal.PlainDate.from(from),
    to: Temporal.PlainDate.from(to),
    find: (day) => byDay.get(day.toString()),
  };
}
