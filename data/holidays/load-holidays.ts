import { type HolidayTable, readHolidayTable } from '../../core/schedule/holidays.ts';
import vietnam from './vietnam.json' with { type: 'json' };

/** The public holidays of Vietnam as far as they are known; `vietnam.json` tells the source of each day. */
export function loadHolidays(): HolidayTable {
  return readHolidayTable(vietnam);
}
