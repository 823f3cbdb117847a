import { AppError } from '../../core/app-error.ts';
import { checkProjectDeed } from '../../core/applications/check-project-deed.ts';
import { askedAmendment, projectOf } from '../../core/applications/project.ts';
import type { ProjectDeed } from '../../core/applications/project-data.ts';
import { findLastStep } from '../../core/applications/standing-events.ts';
import type { PlanCalendar } from '../../core/schedule/plan-calendar.ts';
import { nextPlanDates } from '../../core/schedule/plan-year.ts';
import { officeDay } from '../../core/time.ts';
import { actOnApplication } from '../../records/application-actions.ts';
import type { Db, Tx } from '../../records/database.ts';
import { findRequest, holdRequest, type RequestDetail } from '../../records/request-detail.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import type { PersonMessage } from '../messages/decision-message.ts';
import { nameDossier } from '../messages/name-dossier.ts';
import { getAddressee, planSending, type Sending, writeToPerson } from '../messages/write-to-person.ts';
import { withMeanwhile } from '../requests/with-meanwhile.ts';
import type { StaffDeps } from '../staff-deps.ts';
import { deedMessage } from './deed-message.ts';
import { type Doubt, findDoubts } from './doubts.ts';

type Options = { id: string; requestId: string; deed: ProjectDeed; officer: Pick<Officer, 'id' | 'name'> };

/**
 * An officer records a step of a project; the person is told, if they can be: a step stands also when nobody can be written
 * to. Throws `not-found`, `application.not-allowed` or `application.not-claimed` with what happened meanwhile, and what
 * `checkProjectDeed` throws.
 */
export async function doDeed(
  deps: Pick<StaffDeps, 'db' | 'clock' | 'ids' | 'calendar'>,
  { id, requestId, deed, officer }: Options,
): Promise<void> {
  const action = `project.${deed.action}`;
  const write = { requestId, actorId: officer.id, action, subjectKind: 'Application', subjectId: id };
  const done = writeOnce(deps, write, async (tx, now) => {
    const request = await holdRequest(tx, id);
    if (request === undefined) throw new AppError('not-found');
    const message = await tellingOf(tx, { request, deed, officer, now, plan: deps.calendar.current().plan });
    const actor = { kind: 'officer', id: officer.id } as const;
    const { isRepeated } = await actOnApplication(tx, { id, actor, requestId, now, ids: deps.ids, ...deed });
    if (isRepeated) return;

    const addressee = await getAddressee(tx, request.personId);
    if (planSending(addressee, now).kind === 'impossible') return;
    const { paragraphs, choices } = message;
    const written = { text: paragraphs.join('\n'), choices, requestId, officerId: officer.id, now };
    await writeToPerson(tx, deps, { addressee, ...written });
  });
  await done.catch(async (error: unknown) => {
    throw await withMeanwhile(deps.db, id, error);
  });
}

/**
 * What the person would read, and when, if this were recorded now, and what is odd about it. Throws `not-found` and what
 * `checkProjectDeed` throws.
 */
export async function previewDeed(
  deps: Pick<StaffDeps, 'db' | 'clock' | 'calendar' | 'library'>,
  { id, deed, officer }: Omit<Options, 'requestId'>,
): Promise<{ message: PersonMessage; sending: Sending; doubts: Doubt[] }> {
  const { db, clock, calendar } = deps;
  const now = clock.now();
  const request = await findRequest(db, id);
  if (request === undefined) throw new AppError('not-found');
  const { events } = request;
  const asked = askedAmendment(events)?.amendment;
  const project = projectOf(events);
  checkProjectDeed({ deed, project, asked, today: officeDay(now) });
  const message = await tellingOf(db, { request, deed, officer, now, plan: calendar.current().plan });
  const addressee = await getAddressee(db, request.personId);
  const doubts = await findDoubts(deps, { request, project, deed });
  return { message, sending: planSending(addressee, now), doubts };
}

async function tellingOf(
  tx: Tx | Db,
  about: Pick<Options, 'deed' | 'officer'> & { request: RequestDetail; now: Date; plan: PlanCalendar },
): Promise<PersonMessage> {
  const { request, deed, officer, now, plan: calendar } = about;
  const { events } = request;
  const { locale } = await getAddressee(tx, request.personId);
  const code = await nameDossier(tx, request, locale);
  const project = projectOf(events);
  const today = officeDay(now);
  const due = nextPlanDates('in-progress', today, { ...project, begunOn: today, calendar });
  return deedMessage(deed, {
    ...{ locale, officerName: officer.name, project, asked: askedAmendment(events) },
    dossier: { id: request.id, code },
    lastStep: findLastStep(events)?.kind,
    report: due.find(({ id }) => id === 'progress'),
  });
}
