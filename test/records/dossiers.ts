import { randomUUID } from 'node:crypto';
import type { ApplicationAction } from '../../core/applications/actions.ts';
import type { ApplicationStatus } from '../../core/applications/status.ts';
import { actOnApplication, startApplication, submitApplication } from '../../records/application-actions.ts';
import { keepAnswers } from '../../records/application-answers.ts';
import { findApplication } from '../../records/applications.ts';
import type { Db } from '../../records/database.ts';
import { erasePerson } from '../../records/personal-data.ts';

export type Dossier = { id: string; personId: string };
export type Actor = { kind: 'person' | 'officer' | 'system'; id?: string };

export const HOA: Actor = { kind: 'officer', id: 'hoa' };
export const NAM: Actor = { kind: 'officer', id: 'nam' };
/** What goes back in these tests: one question of the request, one that came later. */
const RETURNED = [
  { questionId: 'phone', remark: 'Gọi không được.' },
  { questionId: 'tax-code', remark: 'Thiếu một số.' },
];

/** Dossiers of a real database and what can be done to them; an hour passes with each deed. */
export function createDossiers(db: Db, start: Date) {
  const ids = { next: () => randomUUID() };
  let now = start;
  const later = (): Date => {
    now = new Date(now.getTime() + 3_600_000);
    return now;
  };

  const begin = async (): Promise<Dossier> => {
    const personId = randomUUID();
    await db.person.create({ data: { id: personId, createdAt: now } });
    const form = { id: 'request', version: 1 };
    const draft = { personId, programme: 'support-request', form, requestId: randomUUID(), now, ids };
    return { id: await db.$transaction((tx) => startApplication(tx, draft)), personId };
  };

  const answer = async ({ id }: Dossier, questionId: string, value = 'something'): Promise<void> => {
    const changes = [{ questionId, value, raw: value }];
    await db.$transaction((tx) => keepAnswers(tx, { id, changes, now: later() }));
  };

  /** Any action but an answer, with what it has to carry. */
  const act = async (
    { id, personId }: Dossier,
    action: Exclude<ApplicationAction, 'answer'>,
    actor: Actor,
    requestId: string = randomUUID(),
  ): Promise<{ isRepeated: boolean }> => {
    const deed = { id, requestId, now: later(), ids, actor };
    return await db.$transaction(async (tx) => {
      if (action === 'submit') return await submitApplication(tx, { ...deed, personId });
      if (action === 'return') return await actOnApplication(tx, { ...deed, action, data: { items: RETURNED } });
      if (action === 'decline') return await actOnApplication(tx, { ...deed, action, data: { reason: 'Không hợp.' } });
      return await actOnApplication(tx, { ...deed, action });
    });
  };

  const person = ({ personId }: Dossier): Actor => ({ kind: 'person', id: personId });

  /** A dossier in this status; whoever reviewed it is Hoa. In `needs-papers` all that came back is answered. */
  const bring = async (status: ApplicationStatus): Promise<Dossier> => {
    const dossier = await begin();
    if (status === 'draft') return dossier;
    if (status === 'discarded') await act(dossier, 'discard', person(dossier));
    else if (status === 'expired') await act(dossier, 'expire', { kind: 'system' });
    else {
      await answer(dossier, 'phone', '0900000001');
      await act(dossier, 'submit', person(dossier));
    }
    if (status === 'withdrawn') await act(dossier, 'withdraw', person(dossier));
    if (status === 'erased') {
      const erased = { personId: dossier.personId, requestId: randomUUID(), eventId: ids.next, now: later() };
      await db.$transaction((tx) => erasePerson(tx, erased));
    }
    if (['in-review', 'needs-papers', 'accepted', 'declined'].includes(status)) await act(dossier, 'claim', HOA);
    if (status === 'accepted') await act(dossier, 'accept', HOA);
    if (status === 'declined') await act(dossier, 'decline', HOA);
    if (status === 'needs-papers') {
      await act(dossier, 'return', HOA);
      for (const { questionId } of RETURNED) await answer(dossier, questionId);
    }
    return dossier;
  };

  const read = async (dossier: Dossier) => {
    const found = await findApplication(db, dossier);
    if (found === undefined) throw new Error('The dossier is gone.');
    return found;
  };
  const eventsOf = ({ id }: Dossier) =>
    db.applicationEvent.findMany({ where: { applicationId: id }, orderBy: { seq: 'asc' } });

  return { begin, bring, act, answer, person, read, eventsOf };
}
