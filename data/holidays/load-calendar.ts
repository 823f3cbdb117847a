import type { Calendar } from '../../core/schedule/calendar.ts';
import { PLAN_CALENDAR } from '../../core/schedule/plan-calendar.ts';
import { loadHolidays } from './load-holidays.ts';

/** The calendar that comes with the product; what officers entered is joined with it where an assistant runs. */
export function loadCalendar(): Calendar {
  return { plan: PLAN_CALENDAR, holidays: loadHolidays() };
}
