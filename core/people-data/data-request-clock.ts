import type { Holiday, HolidayTable } from '../schedule/holidays.ts';
import { addCalendarDays, addWorkingDays, endOfOfficeDay, officeDay } from '../schedule/working-days.ts';
import { type DataRequestKind, getDoTerm, LEGAL_TERMS } from './legal-terms.ts';

export type DataRequestClock = {
  /** The last moment at which the person must have heard something. */
  answerBy: Date;
  /** The last moment at which it must be done. */
  doBy: Date;
  notes: ClockNotes;
};

/** What may still move the clock: shown beside it, so that nobody takes a proposed day for a decided one. */
export type ClockNotes = {
  /** ISO days whose holiday is proposed and not decided; the clock counts them as ordinary days, which is never late. */
  undecided: string[];
  /** The year whose holidays nobody has entered; the clock counts only weekends there, which is never late. */
  missingYear?: number;
};

/** The clocks of what a person asked about their data at `askedAt`; the terms and their source are in legal-terms.json. */
export function dataRequestClock(options: {
  kind: DataRequestKind;
  askedAt: Date;
  holidays: HolidayTable;
}): DataRequestClock {
  const { kind, askedAt, holidays } = options;
  const from = officeDay(askedAt);
  const answer = lastDay(holidays, (table) =>
    addWorkingDays({ from, count: LEGAL_TERMS.answer.workingDays, holidays: table }),
  );
  const done = lastDay(holidays, (table) => addCalendarDays({ from, count: getDoTerm(kind).days, holidays: table }));
  return {
    answerBy: endOfOfficeDay(answer.day),
    doBy: endOfOfficeDay(done.day),
    notes: notesOf([answer, done]),
  };
}

/** The farthest that the one extension may reach, counted from the end of the first term. */
export function latestExtension(options: { kind: DataRequestKind; doBy: Date; holidays: HolidayTable }): Date {
  const { kind, doBy, holidays } = options;
  const count = getDoTerm(kind).extensionDays;
  return endOfOfficeDay(
    lastDay(holidays, (table) => addCalendarDays({ from: officeDay(doBy), count, holidays: table })).day,
  );
}

/** By when the authority must be told of a leak. Hours, so neither weekends nor holidays stop it. */
export function incidentReportBy(discoveredAt: Date): Date {
  return new Date(discoveredAt.getTime() + LEGAL_TERMS.incident.hours * 3_600_000);
}

type LastDay = { day: Temporal.PlainDate; undecided: Holiday[]; missingYear?: number };

function lastDay(holidays: HolidayTable, count: (table: HolidayTable) => ReturnType<typeof addWorkingDays>): LastDay {
  const found = count(holidays);
  if (found.kind === 'found') return found;
  // A duty of the law has an end also where nobody has entered the holidays: without them it is the earliest one.
  const earliest = count({ ...holidays, from: FIRST_DAY, to: LAST_DAY });
  if (earliest.kind === 'no-table') throw new RangeError('The calendar ends.');
  return { ...earliest, missingYear: found.day.year };
}

const FIRST_DAY = Temporal.PlainDate.from('2000-01-01');
const LAST_DAY = Temporal.PlainDate.from('9000-12-31');

function notesOf(ends: LastDay[]): ClockNotes {
  const undecided = [...new Set(ends.flatMap((end) => end.undecided.map(({ day }) => day)))].sort();
  const missing = ends.find(({ missingYear }) => missingYear !== undefined)?.missingYear;
  return missing === undefined ? { undecided } : { undecided, missingYear: missing };
}
