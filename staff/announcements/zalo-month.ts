import { OFFICE_ZONE } from '../../core/time.ts';
import { findSentInMonth } from '../../records/channel-accounts.ts';
import type { StaffDeps } from '../staff-deps.ts';

/** How many messages the month's plan of Zalo allows, and how many of them have been sent; null without a Zalo bot. */
export async function readZaloMonth({
  db,
  clock,
  zalo,
}: Pick<StaffDeps, 'db' | 'clock' | 'zalo'>): Promise<{ limit: number; sent: number } | null> {
  if (zalo === undefined) return null;
  const time = Temporal.Instant.fromEpochMilliseconds(clock.now().getTime()).toZonedDateTimeISO(OFFICE_ZONE);
  const month = time.toPlainDate().toString().slice(0, 7);
  const sent = await findSentInMonth(db, { channel: 'zalo-bot', account: zalo.account, month });
  return { limit: zalo.monthlyLimit, sent };
}
