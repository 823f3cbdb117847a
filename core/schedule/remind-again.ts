import { atOfficeHour, toOfficeTime } from './sending-hours.ts';
import { whenToSend } from './when-to-send.ts';

/**
 * When somebody wants to hear of something again: `2-days@8` (the second morning from now), `3-hours`, `2026-11-25@14`.
 * So it stands in the keys of choices.
 */
export type AgainWhen = { in: 'hours' | 'days'; count: number; hour: number } | { on: string; hour: number };

/** Without an hour of their own people mean the morning. */
export const MORNING_HOUR = 8;

const IN = /^(\d{1,3})-(hours?|days?)(?:@(\d{1,2}))?$/;
const ON = /^(\d{4}-\d{2}-\d{2})(?:@(\d{1,2}))?$/;
/** So long before a closing a reminder is the last that helps. */
const LAST_MS = 3 * 3_600_000;
const HOUR_MS = 3_600_000;

export function writeAgain(when: AgainWhen): string {
  return 'on' in when ? `${when.on}@${when.hour}` : `${when.count}-${when.in}@${when.hour}`;
}

export function readAgain(text: string): AgainWhen | undefined {
  const [, count, unit = '', inHour] = IN.exec(text) ?? [];
  if (count !== undefined) {
    return { in: unit.startsWith('hour') ? 'hours' : 'days', count: Number(count), hour: readHour(inHour) };
  }
  const [, on, onHour] = ON.exec(text) ?? [];
  if (on === undefined || !isDay(on)) return undefined;
  return { on, hour: readHour(onHour) };
}

export type AgainPlan = {
  /** In sending hours. */
  at: Date;
  /** The closing comes before the time that was asked for: it is the last that helps. */
  isEarlier: boolean;
};

/** When the reminder leaves; undefined when no time is left for one before the closing. */
export function planAgain(when: AgainWhen, { now, closesAt }: { now: Date; closesAt?: Date }): AgainPlan | undefined {
  const wanted = instantOf(when, now);
  const dueAt = wanted > now ? wanted : new Date(now.getTime() + HOUR_MS);
  const at = whenToSend({ kind: 'reminder', now, dueAt });
  if (closesAt === undefined) return { at, isEarlier: false };
  const last = whenToSend({ kind: 'reminder', now, dueAt: new Date(closesAt.getTime() - LAST_MS), closesAt });
  if (at <= last || (at < closesAt && last <= now)) return { at, isEarlier: false };
  return last > now && last < closesAt ? { at: last, isEarlier: true } : undefined;
}

function instantOf(when: AgainWhen, now: Date): Date {
  if ('on' in when) return atOfficeHour(Temporal.PlainDate.from(when.on), when.hour);
  if (when.in === 'hours') return new Date(now.getTime() + when.count * HOUR_MS);
  return atOfficeHour(toOfficeTime(now).toPlainDate().add({ days: when.count }), when.hour);
}

function readHour(text: string | undefined): number {
  const hour = text === undefined ? MORNING_HOUR : Number(text);
  return hour < 24 ? hour : MORNING_HOUR;
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
