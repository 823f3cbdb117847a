import { atOfficeHour, isSendingHour, nextSendingTime, SENDING_HOURS, toOfficeTime } from './sending-hours.ts';

export type SendingKind = 'reply' | 'officer' | 'reminder' | 'announcement';

const HOUR_MS = 3_600_000;

/** An officer's message this soon after the person's own last message counts as a reply. */
const TALKING_WINDOW_MS = 2 * HOUR_MS;

/** A message that waited for the morning must leave the person at least this long before the closing. */
const LEAST_TIME_BEFORE_CLOSING_MS = 2 * HOUR_MS;

/**
 * When a message should leave; never before `now`.
 *
 * A reply leaves at once, and so does an officer's message within 2 hours of the person's own last message. All else
 * leaves in sending hours. What is due at night waits till 07:00, unless that would be less than 2 hours before
 * `closesAt`: then it leaves the evening before its due time, or at once when that evening has begun. When the evening is
 * over as well, 07:00 is the answer even if that is after the closing: give the delivery `notAfter: closesAt`, so that it is
 * skipped rather than sent in vain.
 *
 * `dueAt` is when the message would leave if there were no night; without it, now.
 */
export function whenToSend(options: {
  kind: SendingKind;
  now: Date;
  dueAt?: Date;
  lastInboundAt?: Date;
  closesAt?: Date;
}): Date {
  const { kind, now, lastInboundAt, closesAt } = options;
  const dueAt = options.dueAt !== undefined && options.dueAt > now ? options.dueAt : now;
  if (kind === 'reply') return dueAt;
  if (kind === 'officer' && lastInboundAt !== undefined && isStillTalking(lastInboundAt, dueAt)) return dueAt;

  const morning = nextSendingTime(dueAt);
  if (closesAt === undefined || morning.getTime() === dueAt.getTime()) return morning;
  if (closesAt.getTime() - morning.getTime() >= LEAST_TIME_BEFORE_CLOSING_MS) return morning;

  const evening = eveningBefore(dueAt);
  if (evening >= now) return evening;
  return isSendingHour(now) ? now : morning;
}

/** Whether a message now would still be part of the talk that the person began. */
export function isStillTalking(lastInboundAt: Date, now: Date): boolean {
  return now.getTime() - lastInboundAt.getTime() <= TALKING_WINDOW_MS;
}

/** The last evening that began before an instant of the night. */
function eveningBefore(instant: Date): Date {
  const time = toOfficeTime(instant);
  const day = time.hour < SENDING_HOURS.lastHour ? time.toPlainDate().subtract({ days: 1 }) : time.toPlainDate();
  return atOfficeHour(day, SENDING_HOURS.eveningHour);
}
