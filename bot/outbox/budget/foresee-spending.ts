import { IMPORTANCE, type Importance } from '../../../core/budget/importance.ts';
import { planSpending, type Wanted } from '../../../core/budget/plan-spending.ts';
import { leftForStarted } from '../../../core/budget/quota.ts';
import { monthEnd, monthOf } from '../../../core/budget/quota-month.ts';
import type { PlanCalendar } from '../../../core/schedule/plan-calendar.ts';
import { listWaitingStarted, readPlaces } from '../../../records/budget-places.ts';
import type { Db } from '../../../records/database.ts';
import type { QuotaNow } from '../../../records/message-quotas.ts';
import { listComing, wantedOf } from './coming.ts';
import { weigh } from './weigh.ts';

/** What a month's quota is going to be spent on, as things stand. All in messages of the platform. */
export type Foreseen = {
  /** For reminders and announcements, without what is kept for replies. */
  left: number;
  /** By importance, the greatest first: what waits, what is known to come, and how much of both has room. */
  kinds: { importance: Importance; waiting: number; coming: number; fits: number }[];
};

/** The plan of one account's quota, as senders would make it at this moment. Nothing is changed. */
export async function foreseeSpending(
  db: Db,
  { quota, plan, now }: { quota: QuotaNow; plan: PlanCalendar; now: Date },
): Promise<Foreseen> {
  const [month, until] = [monthOf(now), monthEnd(now)];
  const account = { channel: quota.channel, account: quota.account };
  const waiting = await weigh(db, await listWaitingStarted(db, { ...account, until, isLook: true }), {
    channel: quota.channel,
    now,
  });
  const coming = wantedOf(await listComing({ db, account, plan, now, until }));
  const leaving = (await readPlaces(db, { ...account, month }))?.leaving ?? 0;
  const left = Math.max(0, leftForStarted({ ...quota, reserve: quota.kept }) - leaving);
  const { fits } = planSpending([...waiting, ...coming], left);
  const kinds = IMPORTANCE.map((importance) => {
    const sum = (list: readonly Wanted[]): number =>
      list.reduce((total, one) => (one.importance === importance ? total + one.parts : total), 0);
    return { importance, waiting: sum(waiting), coming: sum(coming), fits: sum(fits) };
  });
  return { left, kinds };
}

/** How much of it there is for an announcement, after all that is more important or waits already. */
export function roomForAnnouncement({ left, kinds }: Foreseen, importance: 'followed' | 'news'): number {
  const before = kinds.filter((kind) => IMPORTANCE.indexOf(kind.importance) <= IMPORTANCE.indexOf(importance));
  return Math.max(0, left - before.reduce((sum, { waiting, coming }) => sum + waiting + coming, 0));
}
