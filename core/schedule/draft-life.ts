const DAY_MS = 24 * 3_600_000;

/** How long an unsent request is kept open, and when the person hears of it. All counted from the last touch. */
export const DRAFT_LIFE = {
  firstReminderDays: 3,
  secondReminderDays: 14,
  /** A draft is never reminded of twice within this time, whatever came in between. */
  quietDays: 3,
  lifeDays: 90,
  /** The end is announced so long before it comes, however late the announcement was. */
  announceDays: 7,
} as const;

export type DraftReminder = 'first' | 'second';

/** What was told about a draft so far. An `ending` counts only for the touch it was made after. */
export type DraftNotice = { which: DraftReminder | 'ending'; at: Date };

export type DraftStep =
  | { kind: 'nothing' }
  | { kind: 'remind'; which: DraftReminder; endsAt: Date }
  | { kind: 'announce-end'; endsAt: Date }
  | { kind: 'end' };

/**
 * What is due with a draft that nobody has touched since `touchedAt`.
 *
 * One reminder after 3 days, one after 14, an announcement 7 days before the end at 90 days. When the announcement came
 * late (nothing ran for weeks), the end waits for it. `canBeTold` is false when the person said stop, cannot be reached,
 * or gave no consent: then nothing is said and the draft ends in its time.
 */
export function decideDraftStep(options: {
  touchedAt: Date;
  notices: readonly DraftNotice[];
  canBeTold: boolean;
  now: Date;
}): DraftStep {
  const { touchedAt, notices, canBeTold, now } = options;
  const ageMs = now.getTime() - touchedAt.getTime();
  const plannedEnd = daysAfter(touchedAt, DRAFT_LIFE.lifeDays);

  if (ageMs >= (DRAFT_LIFE.lifeDays - DRAFT_LIFE.announceDays) * DAY_MS) {
    const told = notices.find((notice) => notice.which === 'ending' && notice.at >= touchedAt);
    if (told !== undefined) {
      return now >= later(plannedEnd, daysAfter(told.at, DRAFT_LIFE.announceDays)) ? { kind: 'end' } : nothing;
    }
    if (!canBeTold) return now >= plannedEnd ? { kind: 'end' } : nothing;
    return { kind: 'announce-end', endsAt: later(plannedEnd, daysAfter(now, DRAFT_LIFE.announceDays)) };
  }

  if (!canBeTold) return nothing;
  if (notices.some((notice) => now < daysAfter(notice.at, DRAFT_LIFE.quietDays))) return nothing;
  const isTold = (which: DraftReminder): boolean => notices.some((notice) => notice.which === which);
  if (ageMs >= DRAFT_LIFE.secondReminderDays * DAY_MS) {
    return isTold('second') ? nothing : { kind: 'remind', which: 'second', endsAt: plannedEnd };
  }
  if (ageMs >= DRAFT_LIFE.firstReminderDays * DAY_MS && !isTold('first')) {
    return { kind: 'remind', which: 'first', endsAt: plannedEnd };
  }
  return nothing;
}

const nothing: DraftStep = { kind: 'nothing' };

function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
