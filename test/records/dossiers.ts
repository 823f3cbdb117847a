import { randomUUID } from 'node:crypto';
import type { ApplicationAction } from '../../core/applications/actions.ts';
import { isProjectAction, type ProjectDeed } from '../../core/applications/project-data.ts';
import type { ApplicationStatus, ProjectStatus } from '../../core/applications/status.ts';
import type { Ids } from '../../core/ids.ts';
import { actOnApplication, startApplication, submitApplication } from '../../records/application-actions.ts';
import { keepAnswers } from '../../records/application-answers.ts';
import { findApplication } from '../../records/applications.ts';
import { correctAnswer } from '../../records/correct-answer.ts';
import type { Db, Tx } from '../../records/database.ts';
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

/** What each step of a project carries in these tests. */
const CARRIED = {
  propose: { planYear: 2027, fund: 'national', amountVnd: 300_000_000 },
  approve: { nationalVnd: 200_000_000, localVnd: 50_000_000, counterpartVnd: 250_000_000 },
  contract: { number: '12/HĐ-KC', signedOn: '2026-11-23', endsOn: '2027-11-30' },
  begin: {},
  'report-progress': { month: '2026-11', text: 'Đã lắp máy.', fileIds: [] },
  'pay-advance': { nationalVnd: 20_000_000, localVnd: 0, paidOn: '2026-11-23' },
  'return-advance': { nationalVnd: 10_000_000, localVnd: 0, returnedOn: '2026-11-23', reason: 'Làm ít hơn.' },
  'ask-amendment': { amendment: 'place', text: 'Chuyển xưởng sang xã bên.' },
  'grant-amendment': { by: 'promotion-agency', note: 'Đồng ý.' },
  'refuse-amendment': { by: 'promotion-agency', note: 'Không đủ lý do.' },
  inspect: { inspectedOn: '2026-11-23', passed: true },
  settle: {
    ...{ paidNationalVnd: 200_000_000, paidLocalVnd: 50_000_000, counterpartVnd: 250_000_000 },
    settledOn: '2026-11-23',
  },
  close: {},
  'step-back': { reason: 'Ghi nhầm phiếu.' },
} as const satisfies { [Action in ProjectDeed['action']]: Extract<ProjectDeed, { action: Action }>['data'] };

export const toDeed = (action: ProjectDeed['action']): ProjectDeed => {
  const deed = { action, data: CARRIED[action] };
  return deed as ProjectDeed;
};

/** How a dossier that was accepted comes to each status of a project. */
const WAY: Record<ProjectStatus, readonly ProjectDeed['action'][]> = {
  proposed: ['propose'],
  approved: ['propose', 'approve'],
  contracted: ['propose', 'approve', 'contract'],
  'in-progress': ['propose', 'approve', 'contract', 'begin'],
  'amendment-asked': ['propose', 'approve', 'contract', 'begin', 'ask-amendment'],
  inspected: ['propose', 'approve', 'contract', 'begin', 'inspect'],
  settled: ['propose', 'approve', 'contract', 'begin', 'inspect', 'settle'],
  closed: ['propose', 'approve', 'contract', 'begin', 'inspect', 'settle', 'close'],
  stopped: ['propose', 'approve', 'contract', 'begin'],
};
const isProject = (status: string): status is ProjectStatus => Object.hasOwn(WAY, status);

/** Puts the phone number right, as it is seen now. */
async function correctPhone(tx: Tx, deed: { id: string; requestId: string; now: Date; ids: Ids }, actor: Actor) {
  const key = { applicationId: deed.id, questionId: 'phone' };
  const seen = await tx.applicationAnswer.findUnique({ where: { applicationId_questionId: key } });
  const correction = { questionId: 'phone', value: '0900000002', seenAnsweredAt: seen?.answeredAt ?? null };
  const asked = { askedBy: 'phone', reason: 'Ghi nhầm một số.' } as const;
  return await correctAnswer(tx, { ...deed, ...asked, actor, correction });
}

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
      if (action === 'accept' || action === 'reopen') return await actOnApplication(tx, { ...deed, action });
      if (action === 'correct') return await correctPhone(tx, { id, requestId, now: deed.now, ids }, actor);
      if (isProjectAction(action)) return await actOnApplication(tx, { ...deed, ...toDeed(action) });
      return await actOnApplication(tx, { ...deed, action });
    });
  };

  /** A step of a project by Hoa, with what it carries. */
  const step = async ({ id }: Dossier, deed: ProjectDeed, actor: Actor = HOA) =>
    await db.$transaction((tx) =>
      actOnApplication(tx, { id, requestId: randomUUID(), now: later(), ids, actor, ...deed }),
    );

  const person = ({ personId }: Dossier): Actor => ({ kind: 'person', id: personId });

  /**
   * A dossier in this status; whoever reviewed it is Hoa. In `needs-papers` all that came back is answered. `isAdvanced`: an
   * advance was paid once there was a contract.
   */
  const bring = async (status: ApplicationStatus, { isAdvanced = false } = {}): Promise<Dossier> => {
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
    const isReviewed = ['in-review', 'needs-papers', 'accepted', 'declined'].includes(status) || isProject(status);
    if (isReviewed) await act(dossier, 'claim', HOA);
    if (status === 'accepted' || isProject(status)) await act(dossier, 'accept', HOA);
    for (const action of isProject(status) ? WAY[status] : []) {
      await step(dossier, toDeed(action));
      if (isAdvanced && action === 'contract') await step(dossier, toDeed('pay-advance'));
    }
    if (status === 'stopped') {
      await step(dossier, { action: 'ask-amendment', data: { amendment: 'stop', text: 'Không làm nữa.' } });
      await act(dossier, 'grant-amendment', HOA);
    }
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

  return { begin, bring, act, step, answer, person, read, eventsOf };
}
