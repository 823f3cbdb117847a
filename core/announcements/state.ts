import { whenToSend } from '../schedule/when-to-send.ts';

/**
 * `asked`: somebody said "send", and a second officer must agree first. `held`: it will leave, and can still be taken back.
 * `sending`: its messages are being written down or leave. `paused`: the same, but nothing leaves until somebody goes on.
 * `sent`: nothing of it waits any more. A stopped one stays stopped.
 */
export type AnnouncementState = 'draft' | 'asked' | 'held' | 'sending' | 'paused' | 'sent' | 'stopped';

/** What an officer may do with an announcement. */
export type AnnouncementAction =
  | 'change'
  | 'delete'
  | 'confirm'
  | 'approve'
  | 'take-back'
  | 'pause'
  | 'resume'
  | 'stop';

/** The one table of what is allowed. A new state does not compile until its row is here. */
const ACTIONS: Record<AnnouncementState, readonly AnnouncementAction[]> = {
  draft: ['change', 'delete', 'confirm'],
  asked: ['approve', 'take-back'],
  held: ['take-back'],
  sending: ['pause', 'stop'],
  paused: ['resume', 'stop'],
  sent: [],
  stopped: [],
};

/** By its state alone; who asked for it to be sent may not approve it (`mayApprove`). */
export function allowedAnnouncementActions(state: AnnouncementState): readonly AnnouncementAction[] {
  return ACTIONS[state];
}

/** Two pairs of eyes: never the officer who said "send". */
export function mayApprove(officerId: string, { confirmedById }: { confirmedById: string | null }): boolean {
  return confirmedById !== null && confirmedById !== officerId;
}

export type AnnouncementFacts = {
  confirmedAt: Date | null;
  /** Null as long as it is a draft, or a second officer has not agreed. */
  leavesAt: Date | null;
  /** How far its messages are written down; null before the first. */
  plannedThrough: string | null;
  /** Since when all of them are. */
  plannedAt: Date | null;
  pausedAt: Date | null;
  stoppedAt: Date | null;
  /** Messages that wait or are being sent. */
  open: number;
};

export function announcementState(facts: AnnouncementFacts, now: Date): AnnouncementState {
  if (facts.confirmedAt === null) return 'draft';
  if (facts.leavesAt === null) return 'asked';
  if (facts.stoppedAt !== null) return 'stopped';
  if (facts.plannedAt !== null && facts.open === 0) return 'sent';
  if (facts.pausedAt !== null) return 'paused';
  // What another process has begun to write down cannot be taken back, whatever this one's clock says.
  return facts.plannedAt === null && facts.plannedThrough === null && now < facts.leavesAt ? 'held' : 'sending';
}

/** How long an announcement can be taken back after somebody said "send". */
const HOLD_MINUTES = 5;
/** A time further away than this is a slip of the pen. */
const FURTHEST_DAYS = 180;

/**
 * When an announcement leaves that is confirmed (or approved) now: at the time that was chosen, never before the hold is over,
 * and in the hours in which the centre may write first.
 */
export function announcementLeavesAt(now: Date, wantedAt: Date | null = null): Date {
  const dueAt = wantedAt ?? undefined;
  return whenToSend({ kind: 'announcement', now: new Date(now.getTime() + HOLD_MINUTES * 60_000), dueAt });
}

/** What is wrong with a time that somebody chose; undefined when it can be kept. */
export function faultOfWantedTime(
  wantedAt: Date,
  now: Date,
): 'announcement.time-past' | 'announcement.time-too-far' | undefined {
  if (wantedAt <= now) return 'announcement.time-past';
  return wantedAt.getTime() - now.getTime() > FURTHEST_DAYS * 86_400_000 ? 'announcement.time-too-far' : undefined;
}

/** For more people than this a second officer must agree, until the office settles another number. */
export const DEFAULT_APPROVAL_ABOVE = 500;
