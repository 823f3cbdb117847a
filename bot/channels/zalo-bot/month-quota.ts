import { monthEnd } from '../../../core/budget/quota-month.ts';

const HOUR_MS = 3_600_000;

/**
 * Until when to send nothing after a 429, which on Zalo comes without a time to wait. It is understood as the plan's
 * monthly quota, so until the next month begins, or for as long as the operator set.
 *
 * What counts is not published: with what comes in and typing it may be three times what we sent. When we sent less than a
 * third of the quota it is more likely something else, such as an unpublished limit of speed: an hour then.
 */
export function quotaPauseUntil(options: {
  now: Date;
  sentInMonth: number;
  monthlyLimit: number;
  pauseHours: number | undefined;
}): Date {
  const { now, sentInMonth, monthlyLimit, pauseHours } = options;
  if (pauseHours !== undefined) return new Date(now.getTime() + pauseHours * HOUR_MS);
  if (sentInMonth * 3 < monthlyLimit) return new Date(now.getTime() + HOUR_MS);
  return monthEnd(now);
}
