import { OFFICE_ZONE } from '../time.ts';

/**
 * When the assistant may write first, in office time. A message leaves at 07:00:00.000 at the earliest and before 20:00:00.000.
 * `eveningHour` is when a message goes that would otherwise come too late the next morning: early enough before 20:00
 * that a slow platform or a paused process still gets it out the same evening.
 */
export const SENDING_HOURS = { firstHour: 7, lastHour: 20, eveningHour: 19 } as const;

export function toOfficeTime(instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(OFFICE_ZONE);
}

export function fromOfficeTime(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds);
}

/** Between 07:00 (included) and 20:00 (not included) in Asia/Ho_Chi_Minh. */
export function isSendingHour(now: Date): boolean {
  const { hour } = toOfficeTime(now);
  return hour >= SENDING_HOURS.firstHour && hour < SENDING_HOURS.lastHour;
}

/** The same instant when it is a sending hour, otherwise the next 07:00. */
export function nextSendingTime(instant: Date): Date {
  if (isSendingHour(instant)) return instant;
  const time = toOfficeTime(instant);
  const day = time.hour < SENDING_HOURS.firstHour ? time.toPlainDate() : time.toPlainDate().add({ days: 1 });
  return atOfficeHour(day, SENDING_HOURS.firstHour);
}

/** That hour of that day, as an instant. */
export function atOfficeHour(day: Temporal.PlainDate, hour: number): Date {
  return fromOfficeTime(day.toZonedDateTime({ timeZone: OFFICE_ZONE, plainTime: { hour } }));
}
