import type { CalendarEntry, CalendarPreview, HolidayRun, PlanDateRow } from '../../api/calendar-queries.ts';
import { codeOfError } from '../../api/client.ts';
import { errorWords } from '../../parts/states.tsx';
import { sayIsoDay } from '../../text/iso-days.ts';
import { sayDate, sayMoment } from '../../text/say-time.ts';
import { t, tell } from '../../words/words.ts';

type Rule = Pick<PlanDateRow, 'due' | 'on'>;

/** "thứ Năm 4/2", of an ISO day; with its year when it is another one. */
export function sayWeekday(isoDay: string): string {
  return sayDate(new Date(`${isoDay}T12:00:00+07:00`));
}

/** "thứ Năm 4/2 – thứ Tư 10/2", or the one day. */
export function sayDays({ first, last }: { first: string; last: string }): string {
  if (first === last) return sayWeekday(first);
  return t('calendar.days.range', { first: sayWeekday(first), last: sayWeekday(last) });
}

/** "trước 20/5/2027", "ngày 25 mỗi tháng"; a date without its year where it holds for several. */
export function sayRule({ due, on }: Rule): string {
  if (due.kind === 'unset') return t('calendar.rule.unset');
  if (due.kind === 'monthly') return t('calendar.rule.monthly', { day: due.dayOfMonth });
  if (due.kind === 'after-inspection') return t('calendar.rule.after-inspection', { days: due.days });
  const day = on === null ? due.monthDay.split('-').reverse().map(Number).join('/') : sayIsoDay(on);
  return t('calendar.rule.day', { day });
}

export function sayRun({ as, name, ...days }: HolidayRun): string {
  return `${name}, ${sayDays(days)}`;
}

/** One change in one line, for the history and for what is taken back. */
export function sayContent({ content }: Pick<CalendarEntry, 'content'>): string {
  if (content.kind === 'year') return t('calendar.history.year', { year: content.year });
  if (content.kind === 'holiday') {
    const { as, name } = content;
    return t('calendar.history.holiday', { as: t(`calendar.as.${as}`), days: sayDays(content), name });
  }
  const { id, due, fromYear: from, toYear: to } = content;
  const years =
    to === undefined
      ? t('calendar.history.yearsFrom', { from })
      : t(to === from ? 'calendar.history.yearOnly' : 'calendar.history.yearsTo', { from, to });
  const what = t(`calendar.date.${id}`);
  return t('calendar.history.plan-date', { what, rule: sayRule({ due, on: null }), years });
}

/** "Hoàng Văn Bình nhập 9 giờ 05 hôm nay" */
export function sayEntered({ by, at }: { by: string | null; at: string }): string {
  return t('calendar.entered', { by: by ?? t('calendar.somebody'), moment: sayMoment(new Date(at)) });
}

/** The words for what is wrong with an entry; its days as one reads them. */
export function sayFault({ code, values }: NonNullable<CalendarPreview['fault']>): string {
  const said = Object.entries(values).map(([name, value]) => [name, isIsoDay(value) ? sayIsoDay(value) : value]);
  return tell(faultKey(code), Object.fromEntries(said)) ?? t('error.failed');
}

export function sayCalendarError(error: unknown): string {
  return tell(faultKey(codeOfError(error))) ?? errorWords(error);
}

function faultKey(code: string): string {
  return `calendar.fault.${code.replace('calendar.', '')}`;
}

function isIsoDay(value: string | number): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
