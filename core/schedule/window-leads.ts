import { fromOfficeTime } from './sending-hours.ts';

/** How long before something: "7-days", "1-day", "3-hours". It names a round of reminders and is kept as it is. */
export type Lead = `${number}-${'day' | 'days' | 'hour' | 'hours'}`;

const LEAD = /^([1-9]\d{0,2})-(day|hour)(s?)$/;
const MOST_DAYS = 180;
const MOST_HOURS = 72;

export function writeLead({ unit, count }: { unit: 'days' | 'hours'; count: number }): string {
  return `${count}-${count === 1 ? unit.slice(0, -1) : unit}`;
}

/** The number and the unit of a lead; undefined for what is none, or is further away than anybody means. */
export function readLead(text: string): { unit: 'days' | 'hours'; count: number } | undefined {
  const [, digits, unit, plural] = LEAD.exec(text) ?? [];
  const count = Number(digits);
  if (unit === undefined || (count === 1) !== (plural === '')) return undefined;
  if (count > (unit === 'day' ? MOST_DAYS : MOST_HOURS)) return undefined;
  return { unit: unit === 'day' ? 'days' : 'hours', count };
}

export function isLead(text: string): text is Lead {
  return readLead(text) !== undefined;
}

/** Days as the calendar of the zone counts them, at the same hour of its clock; hours as they pass. */
export function leadBefore(lead: Lead, { at, zone }: { at: Date; zone: string }): Date {
  const read = readLead(lead);
  if (read === undefined) return at;
  const time = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return fromOfficeTime(time.subtract({ [read.unit]: read.count }));
}

/** The longest first. */
export function sortLeads(leads: readonly Lead[]): Lead[] {
  const hoursOf = (lead: Lead): number => {
    const read = readLead(lead);
    return read === undefined ? 0 : read.count * (read.unit === 'days' ? 24 : 1);
  };
  return [...new Set(leads)].toSorted((one, other) => hoursOf(other) - hoursOf(one));
}
