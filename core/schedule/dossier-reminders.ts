import { OFFICE_ZONE } from '../time.ts';
import { atOfficeHour, toOfficeTime } from './sending-hours.ts';
import type { Round } from './what-is-due.ts';

/** When a dossier itself makes its person be reminded, as data. Days in the calendar, at `hour` of the office's clock. */
const DOSSIER_REMINDERS = {
  /** The report of a month's progress: so many days before the day by which it is due. */
  progress: { daysBefore: [3, 1] },
  /** Papers that an officer asked for: so many days after that; then it is the officer's to phone. */
  papers: { daysAfter: [3, 10, 24], lifeDays: 60 },
  hour: 8,
} as const;

/** What a dossier waits for from its person: `about` tells this time of asking from every other. */
export type DossierWait = {
  kind: 'progress' | 'papers';
  about: string;
  rounds: Round[];
  /** From then on no reminder helps. */
  closesAt: Date;
};

/** `month` and `on` (ISO): the report and the last day for it. Nothing is said of what was over before `since`. */
export function waitForReport({ month, on, since }: { month: string; on: string; since?: Date }): DossierWait {
  const day = Temporal.PlainDate.from(on);
  const rounds = DOSSIER_REMINDERS.progress.daysBefore.map((days) => roundOn(`${days}-before`, day.subtract({ days })));
  return {
    kind: 'progress',
    about: `progress/${month}`,
    rounds: rounds.filter(({ dueAt }) => since === undefined || dueAt > since),
    closesAt: startOf(day.add({ days: 1 })),
  };
}

/** Papers that came back to the person at `askedAt` and are not sent again yet. */
export function waitForPapers(askedAt: Date): DossierWait {
  const day = toOfficeTime(askedAt).toPlainDate();
  const { daysAfter, lifeDays } = DOSSIER_REMINDERS.papers;
  return {
    kind: 'papers',
    about: `papers/${askedAt.getTime()}`,
    rounds: daysAfter.map((days) => roundOn(`${days}-after`, day.add({ days }))),
    closesAt: startOf(day.add({ days: lifeDays })),
  };
}

function roundOn(which: string, day: Temporal.PlainDate): Round {
  const at = atOfficeHour(day, DOSSIER_REMINDERS.hour);
  return { which, dueAt: at, leavesAt: at };
}

function startOf(day: Temporal.PlainDate): Date {
  return new Date(day.toZonedDateTime({ timeZone: OFFICE_ZONE }).epochMilliseconds);
}
