import { readSaidYear } from './read-when.ts';

/** The first and the last day that are meant; `isSure` is false when it had to be guessed. */
export type DaysReading = { from: Temporal.PlainDate; to: Temporal.PlainDate; isSure: boolean };

const DAYS_OF_WEEK = 7;
/** A date without a year that is past by less is hardly meant for next year. */
const JUST_PAST_DAYS = 60;
/** "Đầu tháng" ends with the tenth, "cuối tháng" begins after the twentieth. */
const FIRST_THIRD = 10;
const SECOND_THIRD = 20;

/**
 * Reads the days that a text means: "15/8", "ngày 20 tháng 9 năm sau", "từ 10 đến 15/8", "tuần sau", "cuối tháng sau".
 * `words` as `simplifyWhen` leaves them. Undefined when it names no day; days that no calendar has are none.
 */
export function readDays(words: string, today: Temporal.PlainDate): DaysReading | undefined {
  // The moon's days are others.
  if (/\b(?:am|tet)\b/.test(words)) return undefined;
  return (
    readDates(words, today) ??
    readNear(words, today) ??
    readWeek(words, today) ??
    readDayOfMonth(words, today) ??
    readThird(words, today)
  );
}

type Point = { date: Temporal.PlainDate; isSure: boolean; index: number; end: number };

/** "15/8", "15/8/2027", "15/8/27", "ngày 15 tháng 8 năm sau", "mùng 5 tháng 3"; "3/27" and "3/2027" are months. */
const DATE =
  /(?<![\d/]|thang )(?:(?:ngay|mong|mung|hom) )?(\d{1,2})(?:\/| ?thang )(\d{1,2})(?:(?:\/| nam )(20\d\d|\d\d))?(?![\d/])/g;

function readDates(words: string, today: Temporal.PlainDate): DaysReading | undefined {
  const spread = words.replace(
    /(?<![\d/])(\d{1,2}) ?(?:-|den(?: ngay)?|toi|hoac|hay) ?(\d{1,2})(\/| ?thang )(\d{1,2})(?!\d)/,
    '$1/$4 den $2/$4',
  );
  const points = [...spread.matchAll(DATE)].flatMap(({ index, 0: all, 1: day, 2: month, 3: year }): Point[] => {
    const date = toDate(Number(day), Number(month), readYear(year) ?? readSaidYear(spread, today.year), today);
    return date === undefined ? [] : [{ ...date, index, end: index + all.length }];
  });
  const [first, last, third] = points;
  if (first === undefined || third !== undefined) return undefined;
  if (last === undefined) return { from: first.date, to: first.date, isSure: first.isSure };
  const between = spread.slice(first.end, last.index).trim();
  const isRange = /^(?:-|den|toi|hoac|hay)(?: (?:het )?(?:ngay )?)?$/.test(between);
  const to = compare(last.date, first.date) < 0 ? last.date.add({ years: 1 }) : last.date;
  if (compare(to, first.date) < 0) return undefined;
  return { from: first.date, to, isSure: isRange && first.isSure && last.isSure };
}

/** The next such day to come. */
function toDate(day: number, month: number, year: number | undefined, today: Temporal.PlainDate) {
  const date = make(year ?? today.year, month, day);
  if (date === undefined) return undefined;
  if (year !== undefined || compare(date, today) >= 0) return { date, isSure: true };
  const isJustPast = date.until(today).days <= JUST_PAST_DAYS;
  const next = make(today.year + 1, month, day);
  return next === undefined ? undefined : { date: next, isSure: !isJustPast };
}

/** "Hôm nay", "ngày mai", "10 ngày nữa". */
function readNear(words: string, today: Temporal.PlainDate): DaysReading | undefined {
  const count = /\b(\d{1,2}) ngay nua\b/.exec(words)?.[1];
  const days = /\b(?:hom|ngay) nay\b/.test(words)
    ? 0
    : /\b(?:(?:ngay|sang|chieu) )?mai\b/.test(words)
      ? 1
      : /\bngay (?:kia|mot)\b/.test(words)
        ? 2
        : count;
  if (days === undefined) return undefined;
  const date = today.add({ days: Number(days) });
  return { from: date, to: date, isSure: true };
}

/** "Tuần này", "tuần sau", "2 tuần nữa", and a day of it: "thứ 2 tuần sau". */
function readWeek(words: string, today: Temporal.PlainDate): DaysReading | undefined {
  const later = /\b(\d{1,2}|mot|hai|ba|bon) tuan nua\b/.exec(words)?.[1];
  const weeks = /\btuan nay\b/.test(words)
    ? 0
    : /\btuan (?:sau|toi)\b/.test(words)
      ? 1
      : later === undefined
        ? undefined
        : ({ mot: 1, hai: 2, ba: 3, bon: 4 }[later] ?? Number(later));
  if (weeks === undefined) return undefined;
  const monday = today.add({ days: weeks * DAYS_OF_WEEK + 1 - today.dayOfWeek });
  const named = /\b(?:thu ([2-7])|(chu nhat|cn))\b/.exec(words);
  if (named !== null) {
    const date = monday.add({ days: named[1] === undefined ? DAYS_OF_WEEK - 1 : Number(named[1]) - 2 });
    return { from: date, to: date, isSure: compare(date, today) >= 0 };
  }
  const from = compare(monday, today) < 0 ? today : monday;
  return { from, to: monday.add({ days: DAYS_OF_WEEK - 1 }), isSure: true };
}

/** "Ngày 20": the next one, unless its month is named. */
function readDayOfMonth(words: string, today: Temporal.PlainDate): DaysReading | undefined {
  const found = /\b(?:ngay|mong|mung|hom) (\d{1,2})(?! ?(?:ngay|thang|tuan|\/|\d))(?: (thang (?:nay|sau|toi)))?/.exec(
    words,
  );
  if (found === null) return undefined;
  const day = Number(found[1]);
  const isNext = found[2] === undefined ? day < today.day : found[2] !== 'thang nay';
  const month = today.with({ day: 1 }).add({ months: isNext ? 1 : 0 });
  const date = make(month.year, month.month, day);
  return date === undefined ? undefined : { from: date, to: date, isSure: found[2] !== undefined };
}

/** "Đầu tháng 3", "giữa tháng này", "cuối tháng sau", "cuối tháng". */
function readThird(words: string, today: Temporal.PlainDate): DaysReading | undefined {
  const found = /\b(dau|giua|cuoi)(?: cua)? thang(?: (?:(\d{1,2})(?:\/(20\d\d))?(?![\d/])|(nay|sau|toi)))?(?! \d)/.exec(
    words,
  );
  if (found === null || /(?:-|\b(?:den|toi|hoac|hay)) ?(?:thang|\d)/.test(words)) return undefined;
  const [, part, number, year, near] = found;
  const said = year === undefined ? readSaidYear(words, today.year) : Number(year);
  const month =
    number === undefined
      ? today.with({ day: 1 }).add({ months: near === 'sau' || near === 'toi' ? 1 : 0 })
      : nextMonth(Number(number), said, today);
  if (month === undefined) return undefined;
  const [first, last] = thirdOf(part ?? '', month.daysInMonth);
  return { from: month.with({ day: first }), to: month.with({ day: last }), isSure: true };
}

/** First and last day of a third of a month. */
export function thirdOf(part: string, daysInMonth: number): readonly [number, number] {
  if (part === 'dau') return [1, FIRST_THIRD];
  return part === 'giua' ? [FIRST_THIRD + 1, SECOND_THIRD] : [SECOND_THIRD + 1, daysInMonth];
}

function nextMonth(month: number, year: number | undefined, today: Temporal.PlainDate) {
  const first = make(year ?? today.year, month, 1);
  const isPast = first !== undefined && year === undefined && month < today.month;
  return isPast ? first.add({ years: 1 }) : first;
}

function readYear(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function make(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function compare(one: Temporal.PlainDate, other: Temporal.PlainDate): number {
  return Temporal.PlainDate.compare(one, other);
}
