import { OFFICE_ZONE } from '../time.ts';
import { toOfficeTime } from './sending-hours.ts';
import { type Round as AnyRound, type RoundsNow, whatIsDue } from './what-is-due.ts';
import { whenToSend } from './when-to-send.ts';
import { usualRule } from './window-kinds.ts';
import { type Lead, leadBefore, sortLeads } from './window-leads.ts';
import type { WindowRule } from './window-rule.ts';

/** `changed`: new dates or another area. `withdrawn`: the window is not held after all. */
export type RoundName = 'opening' | Lead | 'changed' | 'withdrawn';
export type Round = AnyRound<RoundName>;

export type WindowDates = {
  opensAt: Date;
  closesAt: Date;
  version: number;
  /** Since when this version stands: the creation, or the last change of dates or area. */
  since: Date;
  withdrawnAt?: Date;
  /** Without one, as an application window. */
  rule?: Pick<WindowRule, 'opening' | 'before'>;
  /** Where its days are counted. */
  zone?: string;
  /** What people asked for themselves: so long before, and since when they want it. */
  wished?: readonly { lead: Lead; since: Date }[];
};

/**
 * The rounds of reminders of one version of a window, in the order in which they leave.
 *
 * Version 1 begins with `opening`, at the opening or, for a window entered later, at once. A later version begins with
 * `changed`, and with `opening` too if that is still to come. Then those before the closing that its rule names and that
 * people asked for, as far as the window is open by then; what would leave on the day of `opening` or `changed` says
 * nothing new and does not exist. A withdrawn window has one round, which says so.
 */
export function roundsOfVersion({
  opensAt,
  closesAt,
  version,
  since,
  withdrawnAt,
  rule = usualRule('application'),
  zone = OFFICE_ZONE,
  wished = [],
}: WindowDates): Round[] {
  const roundAt = (which: RoundName, dueAt: Date, notBefore = since): Round => ({
    which,
    dueAt,
    leavesAt: whenToSend({ kind: 'reminder', now: notBefore, dueAt, closesAt }),
  });
  if (withdrawnAt !== undefined) return [roundAt('withdrawn', withdrawnAt, withdrawnAt)];

  const first: Round[] = [];
  const begun = opensAt > since ? opensAt : since;
  if (version > 1) first.push(roundAt('changed', since));
  if (rule.opening && (version === 1 || opensAt > since)) first.push(roundAt('opening', begun));
  const dueAtOf = (lead: Lead): Date => leadBefore(lead, { at: closesAt, zone });
  // Who asks for a lead that is over by then does not mean this window.
  const own = wished.filter((wish) => wish.since < dueAtOf(wish.lead)).map(({ lead }) => lead);
  const reminders = sortLeads([...rule.before, ...own])
    .map((lead) => roundAt(lead, dueAtOf(lead)))
    .filter(({ dueAt }) => dueAt > begun)
    .filter((round) => first.every((each) => !isSameDay(each.leavesAt, round.leavesAt)))
    .toSorted((one, other) => one.leavesAt.getTime() - other.leavesAt.getTime());
  return [...first, ...reminders];
}

/** What is to be done with a window's rounds at `now`: `whatIsDue`; a change comes first, since it tells the new date. */
export function roundsOf(
  dates: WindowDates,
  { now, dealtWith }: { now: Date; dealtWith: ReadonlySet<string> },
): RoundsNow<RoundName> {
  const { closesAt } = dates;
  return whatIsDue(roundsOfVersion(dates), { closesAt, now, dealtWith, urgent: (which) => which === 'changed' });
}

/** A round that was dealt with. */
type Dealt = { which: string; dueAt: Date; outcome: string };

/**
 * The rounds in whose place this one is told: those that were missed since the last that was told. Somebody who asked
 * for one of them alone is told now.
 */
export function toldInstead(round: Round, dealt: readonly Dealt[]): string[] {
  const before = dealt.filter(({ dueAt }) => dueAt <= round.dueAt);
  const told = Math.max(0, ...before.flatMap(({ outcome, dueAt }) => (outcome === 'planned' ? [dueAt.getTime()] : [])));
  return before.flatMap(({ which, dueAt, outcome }) => (outcome === 'missed' && dueAt.getTime() > told ? [which] : []));
}

function isSameDay(a: Date, b: Date): boolean {
  return toOfficeTime(a).toPlainDate().equals(toOfficeTime(b).toPlainDate());
}
