import type { HolidayTable } from './holidays.ts';
import { toOfficeTime } from './sending-hours.ts';
import { isWorkingDay, officeDay } from './working-days.ts';

/** When somebody is in the office to be asked back, in office time: from 08:00:00.000 to before 17:00:00.000. */
const OFFICE_HOURS = { firstHour: 8, lastHour: 17 } as const;

/**
 * Whether the office is at work: in its hours, on a working day. A day off that is only proposed counts as off; where the
 * table of holidays does not reach, Monday to Friday are worked.
 */
export function isOfficeHour(now: Date, holidays: HolidayTable): boolean {
  const { hour } = toOfficeTime(now);
  if (hour < OFFICE_HOURS.firstHour || hour >= OFFICE_HOURS.lastHour) return false;
  const day = officeDay(now);
  return isWorkingDay(day, holidays, 'avoid') ?? day.dayOfWeek <= 5;
}
