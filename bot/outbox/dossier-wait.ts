import { type DossierWait, waitForPapers, waitForReport } from '../../core/schedule/dossier-reminders.ts';
import type { PlanCalendar } from '../../core/schedule/plan-calendar.ts';
import { nextPlanDates } from '../../core/schedule/plan-year.ts';
import { officeDay } from '../../core/time.ts';
import type { Application } from '../../records/applications.ts';

/** What a dossier waits for from its person now; undefined when it waits for nothing that they are reminded of. */
export function waitOf(
  dossier: Application,
  { plan, now }: { plan: PlanCalendar; now: Date },
): DossierWait | undefined {
  if (dossier.status === 'needs-papers') {
    const times = dossier.returned.map(({ returnedAt }) => returnedAt.getTime());
    return times.length === 0 ? undefined : waitForPapers(new Date(Math.max(...times)));
  }
  const { project, status, reportedMonths } = dossier;
  const begunAt = project?.begunAt ?? undefined;
  const due = nextPlanDates(status, officeDay(now), {
    planYear: project?.planYear,
    fund: project?.fund,
    begunOn: begunAt === undefined ? undefined : officeDay(begunAt),
    inspectedOn: project?.inspectedOn,
    reportedMonths,
    calendar: plan,
  }).find(({ id, of }) => id === 'progress' && of === 'person');
  return due === undefined ? undefined : waitForReport({ month: due.on.slice(0, 7), on: due.on, since: begunAt });
}
