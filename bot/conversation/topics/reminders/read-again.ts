import { type AgainWhen, MORNING_HOUR, writeAgain } from '../../../../core/schedule/remind-again.ts';
import { toOfficeTime } from '../../../../core/schedule/sending-hours.ts';
import { spellOut } from './spell-out.ts';

const MOST_DAYS = 180;
const MOST_HOURS = 72;
const MOST_WORDS = 16;

/** Not a wish for later: that reminders come of rounds, before a deadline, or no more. */
const OTHERWISE =
  /\b(?:dung nhac|khong nhac|ko nhac|thoi nhac|khoi nhac|truoc|dot|khi co|khi nao|bao gio|may ngay|chua nhac|sao|can bo|phai khong|dung khong|hom qua|da nhac|duoc nhac|bi nhac)\b/;
const NUMBERED =
  /(?:^|(?<!\bthu) )(?:(sau|trong|khoang|them|de|cho) )?(\d{1,3}) (ngay|hom|bua|tuan|thang|tieng|gio|h)(?: (nua|sau|toi))?(?: |$)/;
const NEAR = /\b(mai)\b|\b(?:ngay|bua|sang|chieu) (mot|kia)\b|\b(?:sang|trua|chieu|dem|hom) (nay)\b/;
const NEXT = /\b(tuan|thang) (?:sau|toi)\b|\bsang (tuan|thang)\b/;
const WEEKDAY = /\bthu ([2-8])\b/;
const DATE = /(?:\b(?:ngay|hom|mung|mong|vao) )?\b(\d{1,2})(?:\/| thang )(\d{1,2})\b/;
const OF_MONTH = /\b(?:ngay|hom|mung|mong) (\d{1,2})\b(?! (?:ngay|tuan|thang|gio|nua))/;
const HOUR = /\b(\d{1,2}) (?:gio|h)\b(?! (?:nua|sau))/;
const PART = /\b(sang|trua|chieu|dem)\b/;
const HOUR_OF: Record<string, number> = { sang: MORNING_HOUR, trua: 11, chieu: 14, dem: 19 };

/** "Nhắc lại sau 2 ngày", "mai nhắc em nhé", "3 tiếng nữa nhắc", "thứ hai tuần sau nhắc lại": as the key of a choice tells it. */
export function readAgainWords(text: string, now: Date): string | undefined {
  const words = spellOut(text);
  if (!/\bnhac\b/.test(words) || OTHERWISE.test(words) || words.split(' ').length > MOST_WORDS) return undefined;
  const when = readNumbered(words) ?? readNamed(words, toOfficeTime(now).toPlainDate());
  return when === undefined ? undefined : writeAgain(when);
}

function readNumbered(words: string): AgainWhen | undefined {
  const [, before, digits, unit = '', after] = NUMBERED.exec(words) ?? [];
  if (digits === undefined) return undefined;
  const count = Number(digits);
  const isHours = unit === 'tieng' || unit === 'gio' || unit === 'h';
  // "9 giờ sáng mai nhắc": the hour of a day that is named.
  if (isHours && before !== 'sau' && before !== 'trong' && after === undefined && unit !== 'tieng') return undefined;
  if (!isHours && before === undefined && after === undefined && !/\bnhac(?: \w+)* lai\b/.test(words)) return undefined;
  if (isHours) return count >= 1 && count <= MOST_HOURS ? { in: 'hours', count, hour: MORNING_HOUR } : undefined;
  const days = count * ({ tuan: 7, thang: 30 }[unit] ?? 1);
  return days >= 1 && days <= MOST_DAYS ? { in: 'days', count: days, hour: hourIn(words) } : undefined;
}

function readNamed(words: string, today: Temporal.PlainDate): AgainWhen | undefined {
  const day = readDay(words, today);
  return day === undefined ? undefined : { on: day.toString(), hour: hourIn(words) };
}

function readDay(words: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const [, day, month] = DATE.exec(words) ?? [];
  if (day !== undefined) return nextDate(today, Number(day), Number(month));
  const weekday = WEEKDAY.exec(words)?.[1];
  const [, ...units] = NEXT.exec(words) ?? [];
  const next = units.find((unit) => unit !== undefined);
  if (weekday !== undefined) return nextWeekday(today, Number(weekday) - 1, next === 'tuan');
  if (next === 'tuan') return today.add({ days: 8 - today.dayOfWeek });
  if (next === 'thang') return today.add({ months: 1 }).with({ day: 1 });
  const [found, tomorrow, dayAfter] = NEAR.exec(words) ?? [];
  if (found !== undefined) return today.add({ days: tomorrow !== undefined ? 1 : dayAfter !== undefined ? 2 : 0 });
  const ofMonth = OF_MONTH.exec(words)?.[1];
  if (ofMonth === undefined) return undefined;
  const here = nextDate(today, Number(ofMonth), today.month);
  return here !== undefined && here.year === today.year
    ? here
    : nextDate(today, Number(ofMonth), today.add({ months: 1 }).month);
}

/** Only a day to come that there is, and not so far that it was a slip. */
function nextDate(today: Temporal.PlainDate, day: number, month: number): Temporal.PlainDate | undefined {
  for (const year of [today.year, today.year + 1]) {
    try {
      const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
      const ahead = today.until(date).days;
      if (ahead > 0 && ahead <= MOST_DAYS) return date;
    } catch {
      // 30/2: next year has none either.
    }
  }
  return undefined;
}

function nextWeekday(today: Temporal.PlainDate, dayOfWeek: number, isNextWeek: boolean): Temporal.PlainDate {
  if (isNextWeek) return today.add({ days: 7 + dayOfWeek - today.dayOfWeek });
  const ahead = (dayOfWeek - today.dayOfWeek + 7) % 7;
  return today.add({ days: ahead === 0 ? 7 : ahead });
}

/** The hour that is said, or that of the part of the day; otherwise the morning. */
function hourIn(words: string): number {
  const part = PART.exec(words)?.[1];
  const said = HOUR.exec(words)?.[1];
  if (said === undefined) return part === undefined ? MORNING_HOUR : (HOUR_OF[part] ?? MORNING_HOUR);
  const hour = Number(said);
  const isLater = hour < 12 && (part === 'chieu' || part === 'dem');
  return isLater ? hour + 12 : Math.min(hour, 23);
}
