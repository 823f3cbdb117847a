import { foreseeSpending, roomForAnnouncement } from '../../bot/outbox/budget/foresee-spending.ts';
import { isFollowed } from '../../bot/outbox/budget/occasion.ts';
import type { Condition } from '../../core/audience/condition.ts';
import { isUnchecked } from '../../core/budget/quota.ts';
import { monthOf } from '../../core/budget/quota-month.ts';
import { officeDay } from '../../core/time.ts';
import { findSentInMonth } from '../../records/channel-accounts.ts';
import { listQuotas } from '../../records/message-quotas.ts';
import type { StaffDeps } from '../staff-deps.ts';

export const ZALO = 'zalo-bot';

/** The month's messages on Zalo, as an announcement to this audience would find them; null without a Zalo bot. */
export type ZaloMonth = {
  limit: number;
  sent: number;
  /** Kept for replies, and how many reminders are known to come this month. */
  kept: number;
  coming: number;
  /** How many messages of it would leave; the others of the audience are to be phoned. */
  room: number;
  checkedOn: string | null;
  isUnchecked: boolean;
};

export async function readZaloMonth(
  { db, clock, zalo, calendar }: Pick<StaffDeps, 'db' | 'clock' | 'zalo' | 'calendar'>,
  announcement: { topic: string; audience: Condition },
): Promise<ZaloMonth | null> {
  const now = clock.now();
  const quota = (await listQuotas(db, now)).find(({ channel }) => channel === ZALO);
  if (quota !== undefined) {
    const foreseen = await foreseeSpending(db, { quota, plan: calendar.current().plan, now });
    const { limit, sent, kept, checkedOn } = quota;
    return {
      ...{ limit, sent, kept, checkedOn, isUnchecked: isUnchecked(checkedOn, officeDay(now)) },
      coming: foreseen.kinds.reduce((sum, { coming }) => sum + coming, 0),
      room: roomForAnnouncement(foreseen, isFollowed(announcement) ? 'followed' : 'news'),
    };
  }
  if (zalo === undefined) return null;
  // Its bot has not begun to listen yet: nothing is rationed so far.
  const sent = await findSentInMonth(db, { channel: ZALO, account: zalo.account, month: monthOf(now) });
  const { monthlyLimit: limit } = zalo;
  return { limit, sent, kept: 0, coming: 0, room: Math.max(0, limit - sent), checkedOn: null, isUnchecked: true };
}
