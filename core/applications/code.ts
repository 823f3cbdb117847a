import { OFFICE_ZONE } from '../time.ts';

/** The year that a code carries: that of the office's calendar. */
export function codeYear(now: Date): number {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(OFFICE_ZONE).year;
}

/** KC-2026-0123; after 9,999 requests in a year the number grows. */
export function formatCode({ year, number }: { year: number; number: number }): string {
  return `KC-${year}-${String(number).padStart(4, '0')}`;
}

/** The code in a text as people type it ("kc 2026 123", "KC-2026-0123"), if there is one. */
export function findCode(text: string): string | undefined {
  const match = /(?<![\p{L}\d])kc[\s\-–.]*(\d{4})[\s\-–.]*(\d{1,6})(?!\d)/iu.exec(text);
  return match?.[1] === undefined ? undefined : formatCode({ year: Number(match[1]), number: Number(match[2]) });
}
