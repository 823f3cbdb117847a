import type { WindowStory } from './deeds-of-officers.ts';
import { DAY_MS, HOUR_MS, hourOf, isByDay, nextByDay, startOfDay } from './office-time.ts';

/*
 * Which reminders of a window there are, and when each leaves: reckoned anew from what the plan of the assistant says (docs,
 * issue "Reminding and announcing"), step by step, without a line of the product.
 */

export type ExpectedRound = { which: string; dueAt: number; leavesAt: number };

export type Version = {
  n: number;
  opensAt: number;
  closesAt: number;
  since: number;
  /** When the next version took its place, it was withdrawn, or it closed. */
  until: number;
};

export function versionsOf({ versions, withdrawnAt }: WindowStory): Version[] {
  return versions.map((version, index) => {
    const next = versions[index + 1]?.since ?? Number.POSITIVE_INFINITY;
    return { ...version, until: Math.min(next, withdrawnAt ?? Number.POSITIVE_INFINITY, version.closesAt) };
  });
}

/** All rounds of a version: its first words, then those so long before the closing as `leads` says. */
export function roundsExpected(
  { n, opensAt, closesAt, since }: Version,
  { opening, leads }: { opening: boolean; leads: readonly string[] },
): ExpectedRound[] {
  const round = (which: string, dueAt: number): ExpectedRound => {
    return { which, dueAt, leavesAt: leavingTime({ dueAt, since, closesAt }) };
  };
  const first: ExpectedRound[] = [];
  if (n > 1) first.push(round('changed', since));
  if (opening && (n === 1 || opensAt > since)) first.push(round('opening', Math.max(opensAt, since)));
  const later = leads
    .map((lead) => round(lead, closesAt - lengthOf(lead)))
    .filter(({ dueAt }) => dueAt > Math.max(opensAt, since))
    .filter(({ leavesAt }) => first.every((one) => startOfDay(one.leavesAt) !== startOfDay(leavesAt)));
  return [...first, ...later].toSorted((one, other) => one.leavesAt - other.leavesAt);
}

export function lengthOf(lead: string): number {
  return Number.parseInt(lead, 10) * (lead.includes('day') ? DAY_MS : HOUR_MS);
}

/**
 * By day at once; at night in the morning; and when the morning leaves less than two hours before the closing, at seven in
 * the evening before.
 */
function leavingTime({ dueAt, since, closesAt }: { dueAt: number; since: number; closesAt: number }): number {
  const due = Math.max(dueAt, since);
  if (isByDay(due)) return due;
  const morning = nextByDay(due);
  if (closesAt - morning >= 2 * HOUR_MS) return morning;
  const evening = startOfDay(due, hourOf(due) < 20 ? -1 : 0) + 19 * HOUR_MS;
  if (evening >= since) return evening;
  return isByDay(since) ? since : morning;
}
