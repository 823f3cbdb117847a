import { AppError } from '../core/app-error.ts';
import { EVENT_OF, isAllowed, needsClaim } from '../core/applications/actions.ts';
import { checkProjectDeed } from '../core/applications/check-project-deed.ts';
import { codeYear, formatCode } from '../core/applications/code.ts';
import type { CorrectedData } from '../core/applications/correction.ts';
import type { ActorKind, HappenedEvent } from '../core/applications/event.ts';
import { askedAmendment, projectOf } from '../core/applications/project.ts';
import { isProjectDeed, type ProjectDeed } from '../core/applications/project-data.ts';
import { type ReturnedData, returnedItems } from '../core/applications/returned-items.ts';
import { findLastStep } from '../core/applications/standing-events.ts';
import { needsConsent } from '../core/people-data/needs-consent.ts';
import { officeDay } from '../core/time.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { addEvent, type Deed, lockApplication, notAllowed } from './application-events.ts';
import { hasTakenConsentBack } from './consents.ts';
import type { Tx } from './database.ts';
import { settleEstablishment } from './establishments.ts';
import { keepProject } from './projects.ts';
import { notify } from './signals.ts';

/** Opens a draft and returns its id; `establishmentId` when it is known for whom. */
export async function startApplication(
  tx: Tx,
  {
    personId,
    programme,
    form,
    establishmentId,
    requestId,
    now,
    ids,
  }: Omit<Deed, 'id'> & {
    personId: string;
    programme: string;
    form: { id: string; version: number };
    establishmentId?: string;
  },
): Promise<string> {
  const id = ids.next();
  const filed = { personId, programme, formId: form.id, formVersion: form.version, establishmentId };
  await tx.application.create({ data: { id, ...filed, createdAt: now, updatedAt: now } });
  await addEvent(tx, { id, requestId, now, ids, kind: 'started', seq: 1, actor: { kind: 'person', id: personId } });
  return id;
}

/**
 * Sends the request and gives its code, in this one transaction. However often it is sent, the code stays the same;
 * `isRepeated` tells that it had been sent before. Throws `application.not-allowed` for a draft that was given up.
 */
export async function submitApplication(
  tx: Tx,
  { id, personId, ...deed }: Deed & { personId: string },
): Promise<{ code: string; isRepeated: boolean }> {
  const { status, code, nextSeq } = await lockApplication(tx, id);
  if (code !== undefined) return { code, isRepeated: true };
  if (!isAllowed({ action: 'submit', status, actor: 'person' })) throw notAllowed('submit', status);

  const newCode = await nextCode(tx, deed.now);
  await tx.application.update({ where: { id }, data: { code: newCode } });
  await settleEstablishment(tx, { applicationId: id, personId, now: deed.now, ids: deed.ids });
  await addEvent(tx, { id, ...deed, kind: 'submitted', seq: nextSeq, actor: { kind: 'person', id: personId } });
  await notify(tx, 'console', 'request');
  return { code: newCode, isRepeated: false };
}

/** What an event carries. */
type Carried =
  | { action: 'return'; data: ReturnedData }
  | { action: 'decline'; data: { reason: string } }
  | { action: 'accept' | 'reopen'; data?: { message?: string } }
  | { action: 'correct'; data: CorrectedData }
  | { action: 'discard' | 'resubmit' | 'withdraw' | 'expire' | 'claim' | 'release' }
  | ProjectDeed;

/**
 * Does an action that only leaves an event behind. The same request twice changes nothing, and neither does taking what
 * one has. Throws `application.not-allowed` for what the status does not allow, or when the person sends again what is
 * not all answered; `application.not-claimed` when an officer decides about a dossier that is not theirs,
 * `application.consent-withdrawn` when they would go on with one whose person took the consent back; what
 * `checkProjectDeed` throws. The row of the project is kept in the same transaction.
 */
export async function actOnApplication(
  tx: Tx,
  { id, actor, requestId, now, ids, ...deed }: Deed & Carried & { actor: { kind: ActorKind; id?: string } },
): Promise<{ isRepeated: boolean }> {
  const { action } = deed;
  const dossier = await lockApplication(tx, id);
  const { status, code, holderId, events, answers } = dossier;
  if (events.some((event) => event.requestId === requestId)) return { isRepeated: true };
  if (!isAllowed({ action, status, actor: actor.kind })) throw notAllowed(action, status);
  if (actor.kind === 'officer' && needsClaim(action) && (actor.id === undefined || actor.id !== holderId)) {
    throw new AppError('application.not-claimed', { action, held: holderId === undefined ? 0 : 1 });
  }
  if (actor.kind === 'officer' && needsConsent(action) && (await hasTakenConsentBack(tx, id))) {
    throw new AppError('application.consent-withdrawn', { action });
  }
  if (action === 'claim' && actor.id !== undefined && actor.id === holderId) return { isRepeated: true };
  if (action === 'resubmit' && returnedItems(events, answers).some(({ isOpen }) => isOpen)) {
    throw notAllowed(action, status);
  }

  const data = carriedBy(deed, { events, now });
  // Two processes' clocks may differ: what was answered before it came back must not look answered since.
  const at = action === 'return' ? latest([now, ...Object.values(answers).map(({ answeredAt }) => answeredAt)]) : now;
  const kind = EVENT_OF[action];
  await addEvent(tx, { id, requestId, now: at, ids, kind, seq: dossier.nextSeq, actor, data });
  await keepProject(tx, { id, events: [...events, { kind, at, actorId: actor.id, data }] });
  if (code !== undefined) await notify(tx, 'console', 'request');
  return { isRepeated: false };
}

/** What the event carries: of a project's step it is checked, and says which amendment or which step it is about. */
function carriedBy(
  deed: Carried,
  { events, now }: { events: readonly HappenedEvent[]; now: Date },
): Prisma.InputJsonObject | undefined {
  if (!isProjectDeed(deed)) return 'data' in deed ? deed.data : undefined;
  const asked = askedAmendment(events)?.amendment;
  checkProjectDeed({ deed, project: projectOf(events), asked, today: officeDay(now) });
  switch (deed.action) {
    case 'grant-amendment':
    case 'refuse-amendment':
      return { ...deed.data, amendment: asked };
    case 'step-back':
      return { ...deed.data, step: findLastStep(events)?.kind };
    default:
      return deed.data;
  }
}

function latest(times: readonly Date[]): Date {
  return new Date(Math.max(...times.map((time) => time.getTime())));
}

/** The next code of the year. The counter's row is held until commit, so no number is given twice or skipped. */
async function nextCode(tx: Tx, now: Date): Promise<string> {
  const year = codeYear(now);
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "Counter" ("name", "last") VALUES (${`application-code/${year}`}, 1)
    ON CONFLICT ("name") DO UPDATE SET "last" = "Counter"."last" + 1
    RETURNING "last"`;
  const [row] = rows;
  if (row === undefined) throw new AppError('application.no-code');
  return formatCode({ year, number: row.last });
}
