import type { HolidayTable } from './holidays.ts';
import { atOfficeHour } from './sending-hours.ts';
import { addWorkingDays, officeDay } from './working-days.ts';

/** What a centre promises to somebody who asked for an officer, unless it sets its own. */
const OFFICER_PROMISE = { workingDays: 1, hour: 16 } as const;

export type OfficerPromise =
  | { kind: 'promised'; by: Date }
  /** The holidays of that time are not entered yet: say that an officer will answer, without a time. */
  | { kind: 'no-table'; day: Temporal.PlainDate };

/**
 * By when an officer answers: 16:00 of the next working day, office time, the day of asking not counted.
 * A day that may yet become a day off is not promised.
 */
export function officerPromise(options: {
  askedAt: Date;
  holidays: HolidayTable;
  workingDays?: number;
  hour?: number;
}): OfficerPromise {
  const { askedAt, holidays, workingDays = OFFICER_PROMISE.workingDays, hour = OFFICER_PROMISE.hour } = options;
  const end = addWorkingDays({ from: officeDay(askedAt), count: workingDays, holidays, undecided: 'avoid' });
  if (end.kind === 'no-table') return end;
  return { kind: 'promised', by: atOfficeHour(end.day, hour) };
}
