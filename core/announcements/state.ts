import { whenToSend } from '../schedule/when-to-send.ts';

/**
 * `held`: somebody said "send" and it can still be taken back. `sending`: its messages are being written down or leave.
 * `sent`: nothing of it waits any more. A stopped one stays stopped.
 */
export type AnnouncementState = 'draft' | 'held' | 'sending' | 'sent' | 'stopped';

/** What an officer may do with an announcement. */
export type AnnouncementAction = 'change' | 'delete' | 'confirm' | 'take-back' | 'stop';

/** The one table of what is allowed. A new state does not compile until its row is here. */
const ACTIONS: Record<AnnouncementState, readonly AnnouncementAction[]> = {
  draft: ['change', 'delete', 'confirm'],
  held: ['take-back'],
  sending: ['stop'],
  sent: [],
  stopped: [],
};

export function allowedAnnouncementActions(state: AnnouncementState): readonly AnnouncementAction[] {
  return ACTIONS[state];
}

export type AnnouncementFacts = {
  confirmedAt: Date | null;
  leavesAt: Date | null;
  /** How far its messages are written down; null before the first. */
  plannedThrough: string | null;
  /** Since when all of them are. */
  plannedAt: Date | null;
  stoppedAt: Date | null;
  /** Messages that wait or are being sent. */
  open: number;
};

export function announcementState(facts: AnnouncementFacts, now: Date): AnnouncementState {
  if (facts.confirmedAt === null || facts.leavesAt === null) return 'draft';
  if (facts.stoppedAt !== null) return 'stopped';
  if (facts.plannedAt !== null) return facts.open === 0 ? 'sent' : 'sending';
  // What another process has begun to write down cannot be taken back, whatever this one's clock says.
  return facts.plannedThrough === null && now < facts.leavesAt ? 'held' : 'sending';
}

/** How long an announcement can be taken back after somebody said "send". */
const HOLD_MINUTES = 5;

/** When an announcement leaves that is confirmed now: after the hold, and in the hours in which the centre may write first. */
export function announcementLeavesAt(now: Date): Date {
  return whenToSend({ kind: 'announcement', now: new Date(now.getTime() + HOLD_MINUTES * 60_000) });
}
