import type { Saying } from '../saying.ts';
import type { WhenValue } from '../values.ts';
import { type FieldReading, type FormTools, unread } from './field-reading.ts';
import { monthOfYear, readMonth, toMonth, writeMonth, yearOf } from './months.ts';
import { readWhen } from './read-when.ts';

const LONGEST = 120;
/** Later than this a slip of the year is likelier. */
const MOST_YEARS = 10;

/** When something is planned: months from this one on. What is past, far away or guessed is asked back. */
export function readWhenField(text: string, { today }: Pick<FormTools, 'today'>): FieldReading {
  const now = toMonth(today.year, today.month);
  const when = text.length > LONGEST ? undefined : readWhen(text, now);
  if (when === undefined) return unread('when');
  const { from, to, isSure } = when;
  // Of "năm nay" and "quý này" only what is left can be meant.
  const first = from < now && to >= now ? now : from;
  const value = { fromMonth: writeMonth(first), toMonth: writeMonth(to) };
  if (isSure && to >= now && to <= now + MOST_YEARS * 12) return { kind: 'value', value };
  return { kind: 'confirm', value, about: { key: 'register:confirm.when', values: { when: sayWhen(value) } } };
}

/** "tháng 3/2027", "từ tháng 4 đến tháng 6/2027", "năm 2027", "từ tháng 12/2026 đến tháng 1/2027". */
export function sayWhen({ fromMonth, toMonth: lastMonth }: WhenValue): Saying {
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

/** Years are words here: a number would be written "2.027". */
function sayMonth(month: number): Saying {
  const values = { month: String(monthOfYear(month)), year: String(yearOf(month)) };
  return { key: 'register:when.month', values };
}
