import type { SupportedDossier } from '../core/applications/find-overlaps.ts';
import { progressReports } from '../core/applications/progress-reports.ts';
import type { Project } from '../core/applications/project.ts';
import type { Fund } from '../core/applications/project-data.ts';
import { claimedBy, statusOf } from '../core/applications/status.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Db } from './database.ts';
import { toProject } from './projects.ts';
import type { AnswerValue, RequestStatus } from './request-list.ts';

const include = {
  answers: true,
  events: { orderBy: { seq: 'asc' }, select: { kind: true, actorId: true, at: true, data: true } },
  person: { select: { displayName: true, isSample: true } },
} as const satisfies Prisma.ApplicationInclude;

export type ProjectListItem = {
  id: string;
  code: string;
  personId: string;
  personName: string | null;
  isSample: boolean;
  programme: string;
  formId: string;
  formVersion: number;
  status: RequestStatus;
  /** The officer who has it. */
  holderId: string | undefined;
  holderName: string | null;
  answers: Record<string, AnswerValue>;
  project: Project;
  /** Of the months of its progress reports. */
  reportedMonths: string[];
};

/** The projects of a plan year in the order of their codes, of one fund or of both; declined and withdrawn ones too. */
export async function listProjects(
  db: Db,
  { planYear, fund }: { planYear: number; fund?: Fund },
): Promise<ProjectListItem[]> {
  const rows = await db.supportProject.findMany({ where: { planYear, fund }, include: { application: { include } } });
  const holderIds = rows.flatMap(({ application }) => claimedBy(application.events) ?? []);
  const holders = await db.user.findMany({ where: { id: { in: holderIds } }, select: { id: true, name: true } });
  const nameOf = new Map(holders.map(({ id: officerId, name }) => [officerId, name]));
  return rows
    .flatMap(({ application, ...row }): ProjectListItem[] => {
      const { id, code, personId, programme, formId, formVersion, person, answers, events } = application;
      const status = statusOf(events);
      if (code === null || status === 'draft' || status === 'discarded' || status === 'expired') return [];
      const { displayName: personName, isSample } = person;
      const holderId = claimedBy(events);
      const values = answers.map(({ questionId, value, raw }) => [questionId, { value, raw }] as const);
      return [
        {
          ...{ id, code, personId, personName, isSample, programme, formId, formVersion, status },
          ...{ holderId, holderName: nameOf.get(holderId ?? '') ?? null },
          ...{ answers: Object.fromEntries(values), project: toProject(row) },
          reportedMonths: progressReports(events).map(({ month }) => month),
        },
      ];
    })
    .toSorted((one, other) => one.code.length - other.code.length || one.code.localeCompare(other.code));
}

/** The years for which there is a project, the latest first. */
export async function listPlanYears(db: Db): Promise<number[]> {
  const rows = await db.supportProject.findMany({
    distinct: ['planYear'],
    orderBy: { planYear: 'desc' },
    select: { planYear: true },
  });
  return rows.map(({ planYear }) => planYear);
}

/** The dossiers of an establishment that were sent, as far as an overlap looks at them. */
export async function listSupported(db: Db, establishmentId: string): Promise<SupportedDossier[]> {
  const rows = await db.application.findMany({
    where: { establishmentId, code: { not: null } },
    include: { answers: true, project: true, events: include.events },
  });
  return rows.flatMap(({ id, code, programme, createdAt, answers, events, project }) =>
    code === null
      ? []
      : [
          {
            ...{ id, code, establishmentId, programme, status: statusOf(events) },
            answers: Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value])),
            project: project === null ? undefined : toProject(project),
            submittedAt: events.find(({ kind }) => kind === 'submitted')?.at ?? createdAt,
          },
        ],
  );
}
