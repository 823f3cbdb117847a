import { AppError } from '../../core/app-error.ts';
import { findEnd } from '../../core/applications/ended.ts';
import { progressReports } from '../../core/applications/progress-reports.ts';
import { askedAmendment, projectOf } from '../../core/applications/project.ts';
import { findLastStep } from '../../core/applications/standing-events.ts';
import { whoDecides } from '../../core/applications/who-decides.ts';
import { nextPlanDates, planYearFor } from '../../core/schedule/plan-year.ts';
import { officeDay } from '../../core/time.ts';
import type { Locale } from '../../locales/words.ts';
import { addReadAudit } from '../../records/audit.ts';
import { findRequest } from '../../records/request-detail.ts';
import { actionsFor } from '../requests/actions-for.ts';
import { summarizeAnswers } from '../requests/describe-answers.ts';
import { tellEvents } from '../requests/tell-corrections.ts';
import { tellEstablishment } from '../requests/tell-establishment.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { tellAdvanceCaps } from './doubts.ts';
import { tellOverlaps } from './tell-overlaps.ts';

/**
 * All that an officer needs to take a project one step on: what is known of it, what may be done, what is due of whom, who
 * decides an amendment. `project` is null while nothing is proposed. Looking is written down. Throws `not-found`.
 */
export async function describeProject(
  deps: Pick<StaffDeps, 'db' | 'clock' | 'ids' | 'calendar' | 'library'>,
  { id, officerId, locale }: { id: string; officerId: string; locale: Locale },
) {
  const { db, clock, ids } = deps;
  const now = clock.now();
  const request = await findRequest(db, id);
  if (request === undefined) throw new AppError('not-found');
  const look = { actorId: officerId, action: 'project.read', subjectKind: 'Application', subjectId: id };
  await addReadAudit(db, { id: ids.next(), now, ...look });

  const { events, status, holder = null } = request;
  const project = projectOf(events);
  const reports = progressReports(events);
  const names = new Map(events.map(({ actorId, actorName }) => [actorId, actorName]));
  const asked = status === 'amendment-asked' ? askedAmendment(events) : undefined;
  const today = officeDay(now);
  const end = findEnd(events);
  const isAdvanced = (project?.advancedNationalVnd ?? 0) + (project?.advancedLocalVnd ?? 0) > 0;
  const { plan: calendar } = deps.calendar.current();
  return {
    ...{ id, code: request.code, personId: request.personId, personName: request.personName },
    ...{ isSample: request.isSample, programme: request.programme, status, holder },
    isMine: holder?.id === officerId,
    // Nothing can come back of an advance that nobody has.
    actions: actionsFor(request, officerId).filter((action) => action !== 'return-advance' || isAdvanced),
    summary: summarizeAnswers(request, locale),
    establishment: await tellEstablishment(deps, request, locale),
    project: project ?? null,
    /** Why it goes no further. */
    ended:
      end === undefined
        ? null
        : { kind: end.kind, at: end.event.at, by: end.event.actorName, reason: end.reason ?? null },
    /** The kind of the event that a step back would take back. */
    lastStep: findLastStep(events)?.kind ?? null,
    /** The amendment that waits, and who decides it in which case. */
    asked:
      asked === undefined || project === undefined
        ? null
        : { ...asked, deciders: whoDecides({ amendment: asked.amendment, fund: project.fund }) },
    /** How much may be advanced, by fund, as far as that is known. */
    advanceCaps: await tellAdvanceCaps(deps, request.programme),
    reports: reports.map(({ actorId, ...report }) => ({ ...report, by: names.get(actorId) ?? null })),
    due: nextPlanDates(status, today, {
      ...project,
      begunOn: project?.begunAt ? officeDay(project.begunAt) : undefined,
      reportedMonths: reports.map(({ month }) => month),
      calendar,
    }),
    planYear: planYearFor(today, calendar),
    overlaps: await tellOverlaps(db, request),
    events: tellEvents(request, { mayCorrectNow: false, locale }),
    now,
  };
}
