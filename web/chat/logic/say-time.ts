import { pageLocale, t } from '../words.ts';

/** The office's time, which is also that of everybody who writes; a phone may be set to another. */
const ZONE = 'Asia/Ho_Chi_Minh';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const partsOf = (at: number): Record<string, string> =>
  Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));

/** "2026-11-23" in the office's zone: equal for what was said on one day. */
export function dayOf(at: number): string {
  const { year, month, day } = partsOf(at);
  return `${year}-${month}-${day}`;
}

export function sayClock(at: number): string {
  const { hour, minute } = partsOf(at);
  return `${hour}:${minute}`;
}

const DAY_MS = 24 * 3600 * 1000;

/** "hôm nay", "hôm qua", "thứ Sáu 27/11", "27/11/2025" */
export function sayDay(at: number, now: number): string {
  const day = dayOf(at);
  if (day === dayOf(now)) return t('log.today');
  if (day === dayOf(now - DAY_MS)) return t('log.yesterday');
  const { year, month, day: date } = partsOf(at);
  const short = `${Number(date)}/${Number(month)}`;
  if (year !== partsOf(now).year) return `${short}/${year}`;
  const weekday = new Intl.DateTimeFormat(pageLocale(), { timeZone: ZONE, weekday: 'long' }).format(at);
  return `${weekday} ${short}`;
}
