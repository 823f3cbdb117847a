import { pageLocale, t } from '../words/words.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY_MS = 86_400_000;

type Moment = { year: number; month: number; day: number; hour: number; minute: number; weekday: number };

/** An instant taken apart in office time; the browser may be set to another zone. */
function momentOf(at: Date): Moment {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    weekday: 'short',
    hourCycle: 'h23',
  }).formatToParts(at);
  const get = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return {
    year: Number(get('year')),
    month: Number(get('month')),
    day: Number(get('day')),
    hour: Number(get('hour')),
    minute: Number(get('minute')),
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(get('weekday')),
  };
}

const dayNumber = ({ year, month, day }: Moment): number => Math.round(Date.UTC(year, month - 1, day) / DAY_MS);

/** Days from today to that instant, as on a calendar: -1 is yesterday. */
export function daysFromToday(at: Date, now = new Date()): number {
  return dayNumber(momentOf(at)) - dayNumber(momentOf(now));
}

/** "9 giờ 05", "17 giờ"; in English "09:05". */
export function sayClock(at: Date): string {
  const { hour, minute } = momentOf(at);
  const padded = String(minute).padStart(2, '0');
  if (pageLocale() === 'en') return `${String(hour).padStart(2, '0')}:${padded}`;
  return minute === 0 ? t('time.hour', { hour }) : t('time.hourMinute', { hour, minute: padded });
}

/** "hôm nay", "hôm qua", "ngày mai", "thứ Sáu 27/11", with the year when it is another one. */
export function sayDay(at: Date, now = new Date()): string {
  const days = daysFromToday(at, now);
  if (days === 0) return t('time.today');
  if (days === -1) return t('time.yesterday');
  if (days === 1) return t('time.tomorrow');
  return sayDate(at, now);
}

/** "thứ Sáu 27/11" */
export function sayDate(at: Date, now = new Date()): string {
  const { year, month, day, weekday } = momentOf(at);
  const date = `${day}/${month}${year === momentOf(now).year ? '' : `/${year}`}`;
  return t('time.date', { weekday: WEEKDAYS()[weekday] ?? '', date });
}

/** "27/11/2026", for paper. */
export function sayFullDate(at: Date): string {
  const { year, month, day } = momentOf(at);
  return `${day}/${month}/${year}`;
}

/** "9 giờ 05 hôm nay" */
export function sayMoment(at: Date, now = new Date()): string {
  return t('time.moment', { clock: sayClock(at), day: sayDay(at, now) });
}

/** "vừa xong", "12 phút trước", "3 giờ trước", then the moment. */
export function sayAgo(at: Date, now = new Date()): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return t('time.justNow');
  if (minutes < 60) return t('time.minutesAgo', { minutes });
  if (minutes < 12 * 60 && daysFromToday(at, now) === 0) return t('time.hoursAgo', { hours: Math.floor(minutes / 60) });
  return sayMoment(at, now);
}

/** "7 giờ sáng mai": when a message that waits will leave. */
export function sayDeparture(at: Date, now = new Date()): string {
  const { hour, minute } = momentOf(at);
  const days = daysFromToday(at, now);
  if (hour < 11 && minute === 0 && days === 0) return t('time.thisMorning', { hour });
  if (hour < 11 && minute === 0 && days === 1) return t('time.tomorrowMorning', { hour });
  return sayMoment(at, now);
}

const WEEKDAYS = (): string[] => [
  t('time.weekday.1'),
  t('time.weekday.2'),
  t('time.weekday.3'),
  t('time.weekday.4'),
  t('time.weekday.5'),
  t('time.weekday.6'),
  t('time.weekday.7'),
];

/** "17 giờ thứ Sáu 27/11": an exact day, also for tomorrow. */
export function sayInstant(at: string): string {
  const instant = new Date(at);
  return t('time.moment', { clock: sayClock(instant), day: sayDate(instant) });
}
