import type { DeliveryFacts } from '../delivery-facts.ts';
import type { Evidence } from '../evidence.ts';
import { DAY_MS, HOUR_MS, isoDay, sayInstant, startOfDay } from '../office-time.ts';
import type { Breach } from './breach.ts';
import { isNearClockChange, nameOf, sentOf, showDelivery } from './facts.ts';
import { heardOnDayOfItsOwn, wantsToHear } from './free.ts';

const TOLD = 'A progress report is reminded of 3 days and 1 day before the 25th, until it was told';
const ONCE = 'Each reminder of a report comes once, at its time, and not once the report was told';
const TRUE_DAY = 'A reminder of a report tells the 25th and the days that are left';

const DAY_OF_MONTH = 25;
const BEFORE_DAYS = [3, 1];
const HOUR = 8;

/** What a project that has begun has to tell of one month. */
type Report = {
  applicationId: string;
  personId: string;
  month: string;
  begunAt: number;
  toldAt: number;
  /** Midnight with which its last day begins. */
  lastDay: number;
};

export function checkReports(evidence: Evidence): Breach[] {
  return reportsOf(evidence).flatMap((report) => [...checkSent(evidence, report), ...checkTold(evidence, report)]);
}

function reportsOf({ events, applications, now }: Evidence): Report[] {
  return events.flatMap(({ applicationId, kind, at: begunAt }) => {
    const personId = applications.find(({ id }) => id === applicationId)?.personId;
    if (kind !== 'begun' || personId === undefined) return [];
    return monthsBetween(begunAt, now).map((month): Report => {
      const told = events.find((event) => event.applicationId === applicationId && event.reportOf === month);
      const lastDay = startOfDay(Date.parse(`${month}-${DAY_OF_MONTH}T05:00:00Z`));
      return { applicationId, personId, month, begunAt, toldAt: told?.at ?? Number.POSITIVE_INFINITY, lastDay };
    });
  });
}

function monthsBetween(from: number, to: number): string[] {
  const days = Array.from({ length: Math.ceil((to - from) / DAY_MS) + 1 }, (_, day) => isoDay(from + day * DAY_MS));
  return [...new Set(days.map((day) => day.slice(0, 7)))];
}

function checkSent(evidence: Evidence, report: Report): Breach[] {
  const breaches: Breach[] = [];
  const rows = rowsOf(evidence, report);
  const breach = (promise: string, why: string, own: DeliveryFacts[]): void => {
    breaches.push({
      promise,
      person: nameOf(evidence, report.personId),
      rows: [{ why, ...say(report) }, ...own.map(showDelivery)],
    });
  };
  for (const [which, same] of Map.groupBy(rows, roundOf)) {
    const days = BEFORE_DAYS.find((each) => `${each}-before` === which);
    if (days === undefined) breach(ONCE, 'no such round', same);
    else if (same.some(({ createdAt }) => createdAt < dueAt(report, days) && !isNearClockChange(evidence, createdAt)))
      breach(ONCE, 'before its time', same);
    if (same.length > 1) breach(ONCE, 'twice', same);
  }
  for (const { arrival, delivery } of sentOf(evidence)) {
    if (!rows.includes(delivery) || isNearClockChange(evidence, arrival.at)) continue;
    if (arrival.at > report.toldAt) breach(ONCE, 'it was told already', [delivery]);
    if (arrival.at >= report.lastDay + DAY_MS) breach(ONCE, 'after its day', [delivery]);
    const left = Math.round((report.lastDay - startOfDay(arrival.at)) / DAY_MS);
    const told = /[Cc]òn (\d+) ngày/.exec(arrival.text)?.[1];
    const day = `${DAY_OF_MONTH}/${Number(report.month.slice(5))}`;
    const isTrue = arrival.text.includes(` ${day}`) && (told === undefined || Number(told) === left);
    if (!isTrue) breach(TRUE_DAY, `${left} days are left`, [delivery]);
  }
  return breaches;
}

function checkTold(evidence: Evidence, report: Report): Breach[] {
  const { personId, begunAt, toldAt, lastDay } = report;
  if (!wantsToHear(evidence, personId)) return [];
  const rows = rowsOf(evidence, report);
  return BEFORE_DAYS.flatMap((days, index) => {
    const due = dueAt(report, days);
    const next = index + 1 < BEFORE_DAYS.length ? dueAt(report, BEFORE_DAYS[index + 1] ?? 0) : lastDay + DAY_MS;
    const by = due <= begunAt ? undefined : heardOnDayOfItsOwn(evidence, { personId, dueAt: due, own: keysOf(report) });
    if (by === undefined || by >= next || by >= toldAt) return [];
    if (rows.some((row) => BEFORE_DAYS.findIndex((each) => `${each}-before` === roundOf(row)) >= index)) return [];
    const facts = { why: `nothing ${days} days before, by ${sayInstant(by)}`, ...say(report) };
    return [{ promise: TOLD, person: nameOf(evidence, personId), rows: [facts, ...rows.map(showDelivery)] }];
  });
}

function rowsOf({ deliveries }: Evidence, report: Report): DeliveryFacts[] {
  return deliveries.filter(({ key }) => key.startsWith(keysOf(report)) && !key.includes('/again-'));
}

function keysOf({ applicationId, month }: Report): string {
  return `reminder/dossier/${applicationId}/progress/${month}/`;
}

function dueAt({ lastDay }: Report, days: number): number {
  return startOfDay(lastDay, -days) + HOUR * HOUR_MS;
}

function say({ month, begunAt, toldAt }: Report): object {
  return { month, begun: sayInstant(begunAt), told: Number.isFinite(toldAt) ? sayInstant(toldAt) : 'never' };
}

function roundOf({ key }: DeliveryFacts): string {
  return key.split('/')[5] ?? '';
}
