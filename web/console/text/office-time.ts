/** A day and a clock time as inputs hold them ("2026-11-27", "17:00"), in office time whatever the browser's zone is. */
export type DayAndTime = { day: string; time: string };

const OFFSET = '+07:00';

/** Undefined while something is missing. */
export function toInstant({ day, time }: DayAndTime): string | undefined {
  const at = new Date(`${day}T${time}:00${OFFSET}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

export function toDayAndTime(instant: string): DayAndTime {
  const [day = '', time = ''] = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().split('T');
  return { day, time: time.slice(0, 5) };
}

/** Tomorrow, in the office. */
export function tomorrow(now = new Date()): string {
  return toDayAndTime(new Date(now.getTime() + 24 * 3_600_000).toISOString()).day;
}
