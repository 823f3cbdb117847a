import { toOfficeTime } from '../schedule/sending-hours.ts';

/**
 * What a message that the office or the assistant starts is about, by what matters most when a quota has not room for all.
 * `deadline-unfinished`: it closes soon, and the person's own request is not finished. `deadline`: it closes soon, or what
 * the person was told holds no longer. `asked`: papers that were asked for, a report that is due, a request left lying, an
 * answer that is late. `followed`: what the person wants to hear of. `news`: all else.
 */
export const IMPORTANCE = ['deadline-unfinished', 'deadline', 'asked', 'followed', 'news'] as const;
export type Importance = (typeof IMPORTANCE)[number];

/** What the person has of what a window is for. */
export type OwnState = 'unfinished' | 'sent' | 'none';

export type Occasion =
  /** A round of a window's reminders; `which` as in core/schedule/window-rounds.ts, or `elsewhere`, or `again-…`. */
  | { kind: 'window'; which: string; closesAt: Date; own: OwnState }
  /** A word about an unsent request; `which` begins with `ending` when it is the last before its end. */
  | { kind: 'draft'; which: string }
  | { kind: 'dossier' | 'late' }
  | { kind: 'announcement'; isFollowed: boolean };

/** So many days before a closing it is near: the rounds 7, 3 and 1 days and 3 hours before. */
const NEAR_DAYS = 7;
/** Rounds that put right what people were told. */
const PUTS_RIGHT = ['changed', 'elsewhere', 'withdrawn'];

export function importanceOf(occasion: Occasion, at: Date): Importance {
  switch (occasion.kind) {
    case 'announcement':
      return occasion.isFollowed ? 'followed' : 'news';
    case 'draft':
      return occasion.which.startsWith('ending') ? 'deadline-unfinished' : 'asked';
    case 'dossier':
    case 'late':
      return 'asked';
    case 'window':
      return ofWindow(occasion, at);
  }
}

function ofWindow({ which, closesAt, own }: Occasion & { kind: 'window' }, at: Date): Importance {
  if (PUTS_RIGHT.includes(which)) return own === 'unfinished' ? 'deadline-unfinished' : 'deadline';
  // Who sent it has nothing to do any more before the closing.
  if (own === 'sent' || !isNear(closesAt, at)) return 'followed';
  return own === 'unfinished' ? 'deadline-unfinished' : 'deadline';
}

/** By days of the office's calendar, so that a round of seven days is near at whatever hour it leaves. */
function isNear(closesAt: Date, at: Date): boolean {
  const days = toOfficeTime(at).toPlainDate().until(toOfficeTime(closesAt).toPlainDate()).days;
  return days <= NEAR_DAYS;
}
