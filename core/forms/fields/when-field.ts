import type { Saying } from '../saying.ts';
import type { WhenValue } from '../values.ts';
import { type FieldReading, type FormTools, unread } from './field-reading.ts';
import { type Month, monthOfYear, readMonth, toMonth, writeMonth, yearOf } from './months.ts';
import { type DaysReading, readDays, thirdOf } from './read-days.ts';
import { readWhen, simplifyWhen } from './read-when.ts';

const LONGEST = 120;
/** Later than this a slip of the year is likelier. */
const MOST_YEARS = 10;

/**
 * When something is planned: days, where they are said, or months, from today on. What is past, far away or guessed is asked
 * back; of "sau Tết" it is asked which month.
 */
export function readWhenField(text: string, { today }: Pick<FormTools, 'today'>): FieldReading {
  if (text.length > LONGEST) return unread('when');
  const now = toMonth(today.year, today.month);
  const days = readDays(simplifyWhen(text), today);
  if (days !== undefined) return settle(valueOfDays(days), { today, isSure: days.isSure });
  const when = readWhen(text, now);
  if (when === undefined) return unread('when');
  const { from, to, isSure, mayBeAny } = when;
  if (mayBeAny) return chooseMonth(from, to);
  // Of "năm nay" and "quý này" only what is left can be meant.
  const first = from < now && to >= now ? now : from;
  return settle({ fromMonth: writeMonth(first), toMonth: writeMonth(to) }, { today, isSure });
}

function settle(value: WhenValue, { today, isSure }: { today: Temporal.PlainDate; isSure: boolean }): FieldReading {
  const [now, to] = [toMonth(today.year, today.month), readMonth(value.toMonth)];
  const isAhead = to >= now && to <= now + MOST_YEARS * 12 && (value.toDay ?? '9999') >= today.toString();
  if (isSure && isAhead) return { kind: 'value', value };
  return { kind: 'confirm', value, about: { key: 'register:confirm.when', values: { when: sayWhen(value) } } };
}

function chooseMonth(from: Month, to: Month): FieldReading {
  const months = Array.from({ length: to - from + 1 }, (_, order) => writeMonth(from + order));
  return {
    kind: 'choose',
    about: { key: 'register:choose.when' },
    options: months.map((month) => ({
      value: { fromMonth: month, toMonth: month },
      label: sayMonth(readMonth(month)),
    })),
  };
}

function valueOfDays({ from, to }: DaysReading): WhenValue {
  return {
    fromMonth: writeMonth(toMonth(from.year, from.month)),
    toMonth: writeMonth(toMonth(to.year, to.month)),
    fromDay: from.toString(),
    toDay: to.toString(),
  };
}

/** "ngày 15/3/2027", "cuối tháng 3/2027", "tháng 3/2027", "từ tháng 4 đến tháng 6/2027", "năm 2027", "từ tháng 12/2026 đến tháng 1/2027". */
export function sayWhen({ fromMonth, toMonth: lastMonth, fromDay, toDay }: WhenValue): Saying {
  if (fromDay !== undefined && toDay !== undefined) return sayDays(fromDay, toDay);
  const [from, to] = [readMonth(fromMonth), readMonth(lastMonth)];
  if (from === to) return sayMonth(from);
  const year = String(yearOf(to));
  if (yearOf(from) !== yearOf(to)) {
    return { key: 'register:when.range', values: { from: sayMonth(from), to: sayMonth(to) } };
  }
  if (monthOfYear(from) === 1 && monthOfYear(to) === 12) return { key: 'register:when.year', values: { year } };
  return {
    key: 'register:when.months',
    values: { from: String(monthOfYear(from)), to: String(monthOfYear(to)), year },
  };
}

const THIRDS = { dau: 'early', giua: 'mid', cuoi: 'late' } as const;

function sayDays(fromDay: string, toDay: string): Saying {
  const [from, to] = [Temporal.PlainDate.from(fromDay), Temporal.PlainDate.from(toDay)];
  if (fromDay === toDay) return sayDay(from);
  const part = Object.entries(THIRDS).find(([third]) => {
    const [first, last] = thirdOf(third, from.daysInMonth);
    return fromDay.slice(0, 7) === toDay.slice(0, 7) && from.day === first && to.day === last;
  });
  if (part === undefined) return { key: 'register:when.range', values: { from: sayDay(from), to: sayDay(to) } };
  return { key: `register:when.${part[1]}`, values: { month: sayMonth(toMonth(from.year, from.month)) } };
}

function sayDay({ day, month, year }: Temporal.PlainDate): Saying {
  return { key: 'register:when.day', values: { day: String(day), month: String(month), year: String(year) } };
}

/** Years are words here: a number would be written "2.027". */
function sayMonth(month: Month): Saying {
  const values = { month: String(monthOfYear(month)), year: String(yearOf(month)) };
  return { key: 'register:when.month', values };
}
