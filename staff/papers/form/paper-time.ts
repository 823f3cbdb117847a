import { OFFICE_ZONE, officeDay } from '../../../core/time.ts';
import type { Words } from '../../../locales/words.ts';

/** "2026-11-23" → "23/11/2026", as papers have it: always with two digits. */
export function sayPaperDay(isoDay: string): string {
  return isoDay.split('-').reverse().join('/');
}

/** "từ ngày 1/3/2027" → "từ ngày 01/03/2027": the days in words that were put together elsewhere. */
export function padDays(text: string): string {
  const two = (digits: string): string => digits.padStart(2, '0');
  return text.replace(/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g, (_all, day: string, month: string, year: string) =>
    [two(day), two(month), year].join('/'),
  );
}

/** "09:05 ngày 23/11/2026", by the clock of the office. */
export function sayPaperMoment({ t }: Pick<Words, 't'>, at: Date): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(OFFICE_ZONE);
  const clock = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return t('papers:form.moment', { clock, day: sayPaperDay(officeDay(at)) });
}

/** "2026-11-02" → "ngày 02 tháng 11 năm 2026", as the head of a paper has it: days and the first two months with two digits. */
export function sayLongDay({ t }: Pick<Words, 't'>, isoDay: string): string {
  const [year = '', month = '', day = ''] = isoDay.split('-');
  return t('outline:day', { day, month: Number(month) < 3 ? month : String(Number(month)), year });
}
