import { type Round, whatIsDue } from './what-is-due.ts';

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
 * What is due with a draft that nobody has touched since `touchedAt`: `whatIsDue` of its three rounds, by day.
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
  const plannedEnd = daysAfter(touchedAt, DRAFT_LIFE.lifeDays);
  const announced = notices.find(({ which, at }) => which === 'ending' && at >= touchedAt);
  if (announced !== undefined) {
    return now >= later(plannedEnd, daysAfter(announced.at, DRAFT_LIFE.announceDays)) ? { kind: 'end' } : nothing;
  }
  if (!canBeTold) return now >= plannedEnd ? { kind: 'end' } : nothing;

  // Its end is not before the announcement, so that this is never too late.
  const endsAt = later(plannedEnd, daysAfter(now, DRAFT_LIFE.announceDays));
  const { due } = whatIsDue(roundsOf(touchedAt, notices), { closesAt: endsAt, now, dealtWith: toldOf(notices) });
  if (due === undefined) return nothing;
  if (due.which === 'ending') return { kind: 'announce-end', endsAt };
  return { kind: 'remind', which: due.which, endsAt: plannedEnd };
}

function roundsOf(touchedAt: Date, notices: readonly DraftNotice[]): Round<DraftNotice['which']>[] {
  const quietUntil = notices.map(({ at }) => daysAfter(at, DRAFT_LIFE.quietDays)).reduce(later, new Date(0));
  const reminder = (which: DraftReminder, days: number): Round<DraftReminder> => {
    const dueAt = daysAfter(touchedAt, days);
    return { which, dueAt, leavesAt: later(dueAt, quietUntil) };
  };
  const endingAt = daysAfter(touchedAt, DRAFT_LIFE.lifeDays - DRAFT_LIFE.announceDays);
  const rounds: Round<DraftNotice['which']>[] = [
    reminder('first', DRAFT_LIFE.firstReminderDays),
    reminder('second', DRAFT_LIFE.secondReminderDays),
    { which: 'ending', dueAt: endingAt, leavesAt: endingAt },
  ];
  return rounds.toSorted((a, b) => a.leavesAt.getTime() - b.leavesAt.getTime());
}

/** Once the second was told, the first comes no more. */
function toldOf(notices: readonly DraftNotice[]): Set<DraftReminder> {
  const told = notices.flatMap(({ which }) => (which === 'ending' ? [] : [which]));
  return new Set(told.includes('second') ? ['first', 'second'] : told);
}

const nothing: DraftStep = { kind: 'nothing' };

function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
