import { isSendingHour } from '../core/schedule/sending-hours.ts';
import { isStillTalking } from '../core/schedule/when-to-send.ts';
import type { Reach } from '../records/dossier-reminders.ts';

/** Whether the assistant may begin to speak now: by day, and not into a talk. */
export function mayRemind({ lastInboundAt, isUnanswered, officerUntil }: Reach, now: Date): boolean {
  if (!isSendingHour(now) || isUnanswered) return false;
  if (officerUntil !== null && officerUntil > now) return false;
  return lastInboundAt === null || !isStillTalking(lastInboundAt, now);
}
