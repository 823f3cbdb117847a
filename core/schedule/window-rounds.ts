import { isSendingHour, nextSendingTime, toOfficeTime } from './sending-hours.ts';
import { whenToSend } from './when-to-send.ts';

const DAY_MS = 24 * 3_600_000;

/** How long before its closing a window is spoken of again. */
const DAYS_BEFORE = { '14-days': 14, '7-days': 7, '3-days': 3, '1-day': 1 } as const;

type DaysRoundName = keyof typeof DAYS_BEFORE;

/** `changed`: new dates or another area. `withdrawn`: the window is not held after all. */
export type RoundName = 'opening' | DaysRoundName | 'changed' | 'withdrawn';

export type WindowDates = {
  opensAt: Date;
  closesAt: Date;
  version: number;
  /** Since when this version stands: the creation, or the last change of dates or area. */
  since: Date;
  withdrawnAt?: Date;
};

export type Round = {
  which: RoundName;
  dueAt: Date;
  /** `dueAt` by the sending hours; who it is for is decided then. At or after the closing: never. */
  leavesAt: Date;
};

export type RoundsNow = {
  /** To be told now. */
  due: Round | undefined;
  /** Not told in their time, and no help any more. */
  missed: Round[];
  /** The first that is yet to come; one whose time passed at night waits here for the morning. */
  next: Round | undefined;
};

/**
 * The rounds of reminders of one version of a window, in the order in which they leave.
 *
 * Version 1 begins with `opening`, at the opening or, for a window entered later, at once. A later version begins with
 * `changed`, and with `opening` too if that is still to come. Then 14, 7, 3 and 1 days before the closing, as far as the
 * window is open by then; what would leave on the day of `opening` or `changed` says nothing new and does not exist.
 * A withdrawn window has one round, which says so.
 */
export function roundsOfVersion({ opensAt, closesAt, version, since, withdrawnAt }: WindowDates): Round[] {
  const roundAt = (which: RoundName, dueAt: Date, notBefore = since): Round => ({
    which,
    dueAt,
    leavesAt: whenToSend({ kind: 'reminder', now: notBefore, dueAt, closesAt }),
  });
  if (withdrawnAt !== undefined) return [roundAt('withdrawn', withdrawnAt, withdrawnAt)];

  const first: Round[] = [];
  if (version > 1) first.push(roundAt('changed', since));
  if (version === 1 || opensAt > since) first.push(roundAt('opening', opensAt > since ? opensAt : since));
  const begun = new Date(Math.max(...first.map(({ dueAt }) => dueAt.getTime())));
  const reminders = Object.entries(DAYS_BEFORE)
    .map(([which, days]) => roundAt(which as DaysRoundName, new Date(closesAt.getTime() - days * DAY_MS)))
    .filter(({ dueAt }) => dueAt > begun)
    .filter((round) => first.every((each) => !isSameDay(each.leavesAt, round.leavesAt)));
  return [...first, ...reminders];
}

/**
 * What is to be done with a window's rounds at `now`. Of several whose time passed while nothing ran, only the latest is
 * told, with the true time left; `changed` comes before the others, since it tells everybody the new date. Nothing is
 * told at or after the closing, or at night: then it waits for the morning, if that comes before the closing.
 * `dealtWith` are the rounds of this version that were planned or missed before.
 */
export function roundsOf(
  dates: WindowDates,
  { now, dealtWith }: { now: Date; dealtWith: ReadonlySet<string> },
): RoundsNow {
  const open = roundsOfVersion(dates).filter(({ which }) => !dealtWith.has(which));
  if (now >= dates.closesAt) return { due: undefined, missed: open, next: undefined };

  const isLost = ({ leavesAt }: Round): boolean => leavesAt >= dates.closesAt;
  const passed = open.filter((round) => !isLost(round) && round.leavesAt <= now);
  const coming = open.find((round) => !isLost(round) && round.leavesAt > now);
  const told = passed.find(({ which }) => which === 'changed') ?? passed.at(-1);
  const missed = open.filter((round) => isLost(round) || (passed.includes(round) && round !== told));
  if (told === undefined) return { due: undefined, missed, next: coming };
  if (isSendingHour(now)) return { due: told, missed, next: coming };

  const morning = nextSendingTime(now);
  if (morning >= dates.closesAt) return { due: undefined, missed: [...missed, told], next: undefined };
  // Till then a later round may have come, which would be told instead: nothing is given up yet.
  const waits = { ...told, leavesAt: morning };
  return {
    due: undefined,
    missed: open.filter(isLost),
    next: coming === undefined || morning <= coming.leavesAt ? waits : coming,
  };
}

function isSameDay(a: Date, b: Date): boolean {
  return toOfficeTime(a).toPlainDate().equals(toOfficeTime(b).toPlainDate());
}
