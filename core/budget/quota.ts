import * as z from 'zod';

/**
 * How sure the limit is. `verified`: an officer read it at the platform or in the contract. `secondary`: as others report it;
 * nobody at the office has looked.
 */
export type QuotaCertainty = 'verified' | 'secondary';

/** What an administrator may write down of a quota. `reserve` null: as the busiest weeks suggest. */
export const quotaContent = z
  .object({
    /** Messages of the platform a calendar month, by the office's clock. */
    limit: z.int().min(1).max(100_000_000),
    reserve: z.int().min(0).max(100_000_000).nullable(),
    certainty: z.enum(['verified', 'secondary']),
    /** The day (ISO) on which it was looked up. */
    checkedOn: z.iso.date(),
  })
  .refine(({ limit, reserve }) => reserve === null || reserve <= limit, { path: ['reserve'] });
export type QuotaContent = z.infer<typeof quotaContent>;

/** What was sent in the month, in messages of the platform. */
export type Spent = {
  sent: number;
  /** Of these, what the office or the assistant started: reminders and announcements. */
  started: number;
};

/** Without a day, or longer ago than this, somebody should look again what the platform allows. */
const CHECK_AGAIN_DAYS = 35;

/** `today` and `checkedOn` are days (ISO). */
export function isUnchecked(checkedOn: string | null, today: string): boolean {
  if (checkedOn === null) return true;
  return Temporal.PlainDate.from(checkedOn).until(Temporal.PlainDate.from(today)).days > CHECK_AGAIN_DAYS;
}

/** At least this part of a quota is suggested for replies, since people may always write more; and no more than that. */
const SUGGESTED = { least: 1 / 5, most: 4 / 5 };

/** How many messages to keep for replies in a month of `days`: as many as if each week were the busiest of those given. */
export function suggestReserve({
  repliesByWeek,
  limit,
  days,
}: {
  repliesByWeek: readonly number[];
  limit: number;
  days: number;
}): number {
  const busiest = Math.ceil((Math.max(0, ...repliesByWeek) * days) / 7);
  return Math.min(Math.floor(limit * SUGGESTED.most), Math.max(Math.ceil(limit * SUGGESTED.least), busiest));
}

/**
 * What the month has left for reminders and announcements. Replies are taken from the reserve first; what they take above it
 * they take from the rest. Never below 0.
 */
export function leftForStarted({ limit, reserve, sent, started }: Spent & { limit: number; reserve: number }): number {
  return Math.max(0, limit - Math.max(reserve, sent - started) - started);
}

/** What is left of the month for replies: everything. */
export function leftForReplies({ limit, sent }: Pick<Spent, 'sent'> & { limit: number }): number {
  return Math.max(0, limit - sent);
}
