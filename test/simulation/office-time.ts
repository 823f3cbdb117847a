/*
 * Time as the people of the simulation reckon it. Written anew for its checks, and not taken from the product: what is judged
 * must not be the judge.
 */

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Vietnam has one zone and no summer time. */
const AHEAD_OF_UTC_MS = 7 * HOUR_MS;

/** Midnight of that day in Vietnam; `days` from it. */
export function startOfDay(at: number, days = 0): number {
  return Math.floor((at + AHEAD_OF_UTC_MS) / DAY_MS) * DAY_MS - AHEAD_OF_UTC_MS + days * DAY_MS;
}

/** 7.5 is half past seven in the morning. */
export function hourOf(at: number): number {
  return (at - startOfDay(at)) / HOUR_MS;
}

export const isByDay = (at: number): boolean => hourOf(at) >= 7 && hourOf(at) < 20;

/** The same instant by day, otherwise seven in the morning that comes next. */
export function nextByDay(at: number): number {
  if (isByDay(at)) return at;
  return startOfDay(at, hourOf(at) < 7 ? 0 : 1) + 7 * HOUR_MS;
}

/** "23/11/2026 17:00:05" as a clock on the wall shows it. */
export function sayInstant(at: number): string {
  const text = new Date(at + AHEAD_OF_UTC_MS).toISOString();
  return `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)} ${text.slice(11, 19)}`;
}

/** "2026-12-22" */
export function isoDay(at: number): string {
  return sayInstant(at).slice(0, 10).split('/').toReversed().join('-');
}
