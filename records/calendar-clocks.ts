import { progressReports } from '../core/applications/progress-reports.ts';
import { statusOf } from '../core/applications/status.ts';
import type { DataRequestKind } from '../core/people-data/legal-terms.ts';
import type { OpenDataClock, OpenDossier, OpenPromise } from '../core/schedule/calendar-reach.ts';
import { officeDay } from '../core/time.ts';
import { OPEN_STATES } from './data-requests.ts';
import type { Db } from './database.ts';
import { toProject } from './projects.ts';

// What a change of the calendar is weighed against: all of real people, since samples are promised nothing.

/** Dossiers that were sent; those that nothing is due of any more are among them, and say so by their status. */
export async function listOpenDossiers(db: Db): Promise<OpenDossier[]> {
  const rows = await db.application.findMany({
    where: { code: { not: null }, person: { isSample: false } },
    select: {
      personId: true,
      project: true,
      events: { orderBy: { seq: 'asc' }, select: { kind: true, actorId: true, at: true, data: true } },
    },
  });
  return rows.map(({ personId, project: row, events }) => {
    const project = row === null ? undefined : toProject(row);
    return {
      personId,
      status: statusOf(events),
      planYear: project?.planYear,
      fund: project?.fund,
      begunOn: project?.begunAt == null ? undefined : officeDay(project.begunAt),
      inspectedOn: project?.inspectedOn,
      reportedMonths: progressReports(events).map(({ month }) => month),
    };
  });
}

/** Questions that wait for an officer and whose promised time is still to come. */
export async function listOpenPromises(db: Db, now: Date): Promise<OpenPromise[]> {
  const rows = await db.humanHandoff.findMany({
    where: { status: 'waiting', promisedAt: { gt: now }, person: { isSample: false } },
    select: { promisedAt: true },
  });
  return rows.flatMap(({ promisedAt }) => (promisedAt === null ? [] : [{ promisedAt }]));
}

/** What people asked about their data and is not done. */
export async function listOpenDataClocks(db: Db): Promise<OpenDataClock[]> {
  const rows = await db.dataSubjectRequest.findMany({
    where: { state: { in: OPEN_STATES }, doBy: { not: null }, person: { isSample: false } },
    select: { kind: true, at: true },
  });
  return rows.map(({ kind, at }) => ({ kind: kind as DataRequestKind, askedAt: at }));
}
