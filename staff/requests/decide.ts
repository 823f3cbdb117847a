import { AppError } from '../../core/app-error.ts';
import { actOnApplication } from '../../records/application-actions.ts';
import type { Db, Tx } from '../../records/database.ts';
import { findRequest, holdRequest, type RequestDetail } from '../../records/request-detail.ts';
import type { Officer } from '../auth/session.ts';
import { writeOnce } from '../http/write-once.ts';
import { decisionMessage, type PersonMessage } from '../messages/decision-message.ts';
import { nameDossier } from '../messages/name-dossier.ts';
import { toLocale } from '../messages/to-locale.ts';
import { getAddressee, planSending, type Sending, writeToPerson } from '../messages/write-to-person.ts';
import type { StaffDeps } from '../staff-deps.ts';
import type { Decision } from './decision.ts';
import { describeItems } from './describe-answers.ts';
import { withMeanwhile } from './with-meanwhile.ts';

type Options = { id: string; requestId: string; decision: Decision; officer: Pick<Officer, 'id' | 'name'> };

/**
 * An officer takes a dossier, gives it back, or decides; the person is told, if they can be: a decision stands also when
 * nobody can be written to. It needs no lane: a turn of the person's that runs at this moment is not waited for, the dossier
 * itself is locked, and the choices are offered by the turn after the message left (records/offered-choices.ts).
 * Throws `not-found`, `request.invalid` for an item that the dossier does not ask for, and
 * `application.not-allowed` or `application.not-claimed` with what happened meanwhile.
 */
export async function decide(
  deps: Pick<StaffDeps, 'db' | 'clock' | 'ids'>,
  { id, requestId, decision, officer }: Options,
): Promise<void> {
  const { action } = decision;
  const deed = {
    requestId,
    actorId: officer.id,
    action: `request.${action}`,
    subjectKind: 'Application',
    subjectId: id,
  };
  const decided = writeOnce(deps, deed, async (tx, now) => {
    const request = await holdRequest(tx, id);
    if (request === undefined) throw new AppError('not-found');
    const message = await tellingOf(tx, { request, decision, officer });
    const actor = { kind: 'officer', id: officer.id } as const;
    const { isRepeated } = await actOnApplication(tx, {
      id,
      actor,
      requestId,
      now,
      ids: deps.ids,
      ...eventOf(decision),
    });
    if (isRepeated || message === undefined) return;

    const addressee = await getAddressee(tx, request.personId);
    if (planSending(addressee, now).kind === 'impossible') return;
    const { paragraphs, choices } = message;
    const written = { text: paragraphs.join('\n'), choices, requestId, officerId: officer.id, now };
    await writeToPerson(tx, deps, { addressee, ...written });
  });
  await decided.catch(async (error: unknown) => {
    throw await withMeanwhile(deps.db, id, error);
  });
}

/** What the person would read, and when, if this were decided now; `message` is null when they are told nothing. */
export async function previewDecision(
  { db, clock }: Pick<StaffDeps, 'db' | 'clock'>,
  { id, decision, officer }: Omit<Options, 'requestId'>,
): Promise<{ message: PersonMessage | null; sending: Sending }> {
  const request = await findRequest(db, id);
  if (request === undefined) throw new AppError('not-found');
  const message = await tellingOf(db, { request, decision, officer });
  const addressee = await getAddressee(db, request.personId);
  return { message: message ?? null, sending: planSending(addressee, clock.now()) };
}

async function tellingOf(
  tx: Tx | Db,
  { request, decision, officer }: { request: RequestDetail; decision: Decision; officer: Options['officer'] },
): Promise<PersonMessage | undefined> {
  const { locale } = await getAddressee(tx, request.personId);
  const items = describeItems(request, toLocale(locale));
  if (decision.action === 'return') {
    const askable = new Set(items.flatMap((item) => (isReturnable(item) ? [item.id] : [])));
    if (decision.items.some(({ questionId }) => !askable.has(questionId))) throw new AppError('request.invalid');
  }
  const isFirstClaim = request.events.every(({ kind }) => kind !== 'claimed' && kind !== 'seen');
  const dossier = { id: request.id, code: await nameDossier(tx, request, locale), isFirstClaim };
  return decisionMessage(decision, { locale, officerName: officer.name, dossier, items });
}

/** Only what a form of today asks can be asked again in the chat. */
export function isReturnable({ part, id }: { part: string; id: string }): boolean {
  return part !== 'other' && id !== 'photos';
}

function eventOf(decision: Decision) {
  const { action } = decision;
  switch (action) {
    case 'return':
      return { action, data: { items: decision.items, message: decision.message } };
    case 'decline':
      return { action, data: { reason: decision.reason } };
    case 'accept':
    case 'reopen':
      return { action, data: { message: decision.message } };
    case 'claim':
    case 'release':
      return { action };
  }
}
