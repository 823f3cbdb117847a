import { isSendingHour, nextSendingTime } from './sending-hours.ts';

/** Something to be said of a thing that ends. */
export type Round<Name extends string = string> = {
  which: Name;
  dueAt: Date;
  /** `dueAt` by the sending hours; who it is for is decided then. At or after the closing: never. */
  leavesAt: Date;
};

export type RoundsNow<Name extends string = string> = {
  /** To be told now. */
  due: Round<Name> | undefined;
  /** Not told in their time, and no help any more. */
  missed: Round<Name>[];
  /** The first that is yet to come; one whose time passed at night waits here for the morning. */
  next: Round<Name> | undefined;
};

/**
 * What is to be done with rounds of reminders at `now`. They come in the order in which they leave. Of several whose time
 * passed while nothing ran, only the latest is told, with the true time left; one that is `urgent` comes before the others.
 * Nothing is told at or after the closing, or at night: then it waits for the morning, if that comes before the closing.
 * `dealtWith` are those that were told or missed before: a clock that is set back an hour tells nothing twice.
 */
export function whatIsDue<Name extends string>(
  rounds: readonly Round<Name>[],
  {
    closesAt,
    now,
    dealtWith,
    urgent,
  }: { closesAt: Date; now: Date; dealtWith: ReadonlySet<string>; urgent?: (which: Name) => boolean },
): RoundsNow<Name> {
  const open = rounds.filter(({ which }) => !dealtWith.has(which));
  if (now >= closesAt) return { due: undefined, missed: open, next: undefined };

  const isLost = ({ leavesAt }: Round): boolean => leavesAt >= closesAt;
  const passed = open.filter((round) => !isLost(round) && round.leavesAt <= now);
  const coming = open.find((round) => !isLost(round) && round.leavesAt > now);
  const told = passed.find(({ which }) => urgent?.(which) ?? false) ?? passed.at(-1);
  const missed = open.filter((round) => isLost(round) || (passed.includes(round) && round !== told));
  if (told === undefined) return { due: undefined, missed, next: coming };
  if (isSendingHour(now)) return { due: told, missed, next: coming };

  const morning = nextSendingTime(now);
  if (morning >= closesAt) return { due: undefined, missed: [...missed, told], next: undefined };
  // Till then a later round may have come, which would be told instead: nothing is given up yet.
  const waits = { ...told, leavesAt: morning };
  return {
    due: undefined,
    missed: open.filter(isLost),
    next: coming === undefined || morning <= coming.leavesAt ? waits : coming,
  };
}
