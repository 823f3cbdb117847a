/** Where "now" comes from. Real in production, moved by hand in tests, in `talk` and in simulations. */
export type Clock = { now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** The zone in which offices work and people read the time. */
export const OFFICE_ZONE = 'Asia/Ho_Chi_Minh';

/** The day (ISO) in that zone. */
export function officeDay(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(OFFICE_ZONE).toPlainDate().toString();
}
