import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationAction } from '../../core/applications/actions.ts';
import type { ApplicationStatus } from '../../core/applications/status.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Actor, createDossiers, type Dossier, HOA, NAM } from './dossiers.ts';

let database: TestDatabase;
let db: Db;
let dossiers: ReturnType<typeof createDossiers>;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
  dossiers = createDossiers(db, new Date('2026-11-23T02:00:00Z'));
});

afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

type Deed = Exclude<ApplicationAction, 'answer'>;

/** What each deed leaves behind where it is allowed. What is not named here is refused. */
const OUTCOMES: Record<ApplicationStatus, Partial<Record<Deed, ApplicationStatus>>> = {
  draft: { submit: 'submitted', discard: 'discarded', expire: 'expired' },
  submitted: { withdraw: 'withdrawn', claim: 'in-review' },
  'in-review': {
    withdraw: 'withdrawn',
    claim: 'in-review',
    release: 'submitted',
    return: 'needs-papers',
    accept: 'accepted',
    decline: 'declined',
    correct: 'in-review',
  },
  'needs-papers': {
    resubmit: 'in-review',
    withdraw: 'withdrawn',
    claim: 'needs-papers',
    release: 'needs-papers',
    return: 'needs-papers',
    decline: 'declined',
    correct: 'needs-papers',
  },
  accepted: {
    ...{ withdraw: 'withdrawn', claim: 'accepted', release: 'accepted', reopen: 'in-review', propose: 'proposed' },
    correct: 'accepted',
  },
  proposed: {
    ...{ withdraw: 'withdrawn', claim: 'proposed', release: 'proposed' },
    ...{ approve: 'approved', decline: 'declined', 'step-back': 'accepted', correct: 'proposed' },
  },
  approved: {
    ...{ withdraw: 'withdrawn', claim: 'approved', release: 'approved' },
    ...{ contract: 'contracted', 'step-back': 'proposed', correct: 'approved' },
  },
  contracted: {
    ...{ claim: 'contracted', release: 'contracted', 'pay-advance': 'contracted', 'return-advance': 'contracted' },
    ...{ begin: 'in-progress', 'ask-amendment': 'amendment-asked', 'step-back': 'approved', correct: 'contracted' },
  },
  'in-progress': {
    ...{ claim: 'in-progress', release: 'in-progress', 'report-progress': 'in-progress' },
    ...{ 'pay-advance': 'in-progress', 'return-advance': 'in-progress' },
    ...{ 'ask-amendment': 'amendment-asked', inspect: 'inspected', 'step-back': 'contracted', correct: 'in-progress' },
  },
  'amendment-asked': {
    ...{ claim: 'amendment-asked', release: 'amendment-asked', 'report-progress': 'amendment-asked' },
    ...{ 'pay-advance': 'amendment-asked', 'return-advance': 'amendment-asked' },
    ...{
      'grant-amendment': 'in-progress',
      'refuse-amendment': 'in-progress',
      'step-back': 'in-progress',
      correct: 'amendment-asked',
    },
  },
  inspected: {
    ...{
      claim: 'inspected',
      release: 'inspected',
      settle: 'settled',
      'step-back': 'in-progress',
      correct: 'inspected',
    },
    ...{ 'pay-advance': 'inspected', 'return-advance': 'inspected' },
  },
  settled: { claim: 'settled', release: 'settled', close: 'closed', 'step-back': 'inspected', correct: 'settled' },
  closed: { claim: 'closed', release: 'closed', 'step-back': 'settled', correct: 'closed' },
  stopped: {
    claim: 'stopped',
    release: 'stopped',
    'return-advance': 'stopped',
    'step-back': 'amendment-asked',
    correct: 'stopped',
  },
  declined: { claim: 'declined', reopen: 'in-review', 'step-back': 'in-review', correct: 'declined' },
  withdrawn: {},
  discarded: {},
  expired: {},
  erased: {},
};
const WHO: Record<Deed, 'person' | 'system' | 'any officer' | 'the officer who has it' | 'the person or that officer'> =
  {
    submit: 'person',
    discard: 'person',
    resubmit: 'person',
    withdraw: 'person',
    expire: 'system',
    claim: 'any officer',
    reopen: 'any officer',
    release: 'the officer who has it',
    return: 'the officer who has it',
    accept: 'the officer who has it',
    decline: 'the officer who has it',
    correct: 'the officer who has it',
    propose: 'the officer who has it',
    approve: 'the officer who has it',
    contract: 'the officer who has it',
    begin: 'the officer who has it',
    'pay-advance': 'the officer who has it',
    'return-advance': 'the officer who has it',
    'report-progress': 'the person or that officer',
    'ask-amendment': 'the person or that officer',
    'grant-amendment': 'the officer who has it',
    'refuse-amendment': 'the officer who has it',
    inspect: 'the officer who has it',
    settle: 'the officer who has it',
    close: 'the officer who has it',
    'step-back': 'the officer who has it',
  };
const deeds = Object.keys(WHO) as Deed[];

/** Taking what one has already is no deed, so those who take are colleagues. */
const rightful = (deed: Deed, dossier: Dossier): Actor => {
  if (WHO[deed] === 'person') return dossiers.person(dossier);
  if (WHO[deed] === 'system') return { kind: 'system' };
  return WHO[deed] === 'any officer' ? NAM : HOA;
};
const wrongful = (deed: Deed, dossier: Dossier): Actor[] => {
  const everybody: Actor[] = [dossiers.person(dossier), { kind: 'system' }, { kind: 'officer' }, HOA, NAM];
  if (WHO[deed] === 'any officer') return everybody.filter(({ kind }) => kind !== 'officer');
  if (WHO[deed] === 'the officer who has it') return everybody.filter(({ id }) => id !== HOA.id);
  if (WHO[deed] === 'the person or that officer') {
    return everybody.filter(({ kind, id }) => kind !== 'person' && id !== HOA.id);
  }
  return everybody.filter(({ kind }) => kind !== WHO[deed]);
};

const statuses = Object.keys(OUTCOMES) as ApplicationStatus[];
const cases = statuses.flatMap((status) => deeds.map((deed) => ({ status, deed, after: OUTCOMES[status][deed] })));
const refusal = { code: expect.stringMatching(/^application\.not-(allowed|claimed)$/) };

describe('each deed where it is allowed', () => {
  const allowed = cases.filter(({ after }) => after !== undefined);
  it.each(allowed)(
    '$deed of $status leaves it $after, by those alone who may, and once',
    async ({ status, deed, after }) => {
      const dossier = await dossiers.bring(status, { isAdvanced: deed === 'return-advance' });
      const before = await dossiers.eventsOf(dossier);
      for (const actor of wrongful(deed, dossier)) {
        // A request is sent by its person's own turn; `submitApplication` takes nobody else.
        if (deed === 'submit') continue;
        await expect(dossiers.act(dossier, deed, actor)).rejects.toMatchObject(refusal);
      }
      expect(await dossiers.eventsOf(dossier)).toEqual(before);

      const requestId = randomUUID();
      expect(await dossiers.act(dossier, deed, rightful(deed, dossier), requestId)).toMatchObject({
        isRepeated: false,
      });
      expect((await dossiers.read(dossier)).status).toBe(after);
      const done = await dossiers.eventsOf(dossier);
      expect(await dossiers.act(dossier, deed, rightful(deed, dossier), requestId)).toMatchObject({ isRepeated: true });
      expect(await dossiers.eventsOf(dossier)).toEqual(done);
    },
  );
});

describe('a dossier that is', () => {
  it.each(statuses)('%s refuses everything else, also from those who otherwise may', async (status) => {
    const dossier = await dossiers.bring(status);
    const before = await dossiers.eventsOf(dossier);
    for (const deed of deeds.filter((one) => OUTCOMES[status][one] === undefined)) {
      // Sending again what was sent gives the same code back; applications.test.ts tells.
      if (deed === 'submit' && status !== 'discarded' && status !== 'expired') continue;
      const asked = dossiers.act(dossier, deed, rightful(deed, dossier));
      await expect(asked).rejects.toMatchObject(refusal);
    }
    expect(await dossiers.eventsOf(dossier)).toEqual(before);
  });
});

describe('who has a dossier', () => {
  it('taking what one has changes nothing', async () => {
    const dossier = await dossiers.bring('in-review');
    const before = await dossiers.eventsOf(dossier);
    expect(await dossiers.act(dossier, 'claim', HOA)).toEqual({ isRepeated: true });
    expect(await dossiers.eventsOf(dossier)).toEqual(before);
  });

  it('a colleague who took it over decides, and the first one no longer', async () => {
    const dossier = await dossiers.bring('in-review');
    await dossiers.act(dossier, 'claim', NAM);
    await expect(dossiers.act(dossier, 'accept', HOA)).rejects.toMatchObject({ code: 'application.not-claimed' });
    await dossiers.act(dossier, 'accept', NAM);
    expect((await dossiers.eventsOf(dossier)).map(({ kind, actorId }) => [kind, actorId]).slice(2)).toEqual([
      ['claimed', 'hoa'],
      ['claimed', 'nam'],
      ['accepted', 'nam'],
    ]);
  });

  it('what was given back while papers were missing waits for everybody when it is sent again', async () => {
    const dossier = await dossiers.bring('needs-papers');
    await dossiers.act(dossier, 'release', HOA);
    await dossiers.act(dossier, 'resubmit', dossiers.person(dossier));
    expect((await dossiers.read(dossier)).status).toBe('submitted');
  });

  it('whoever takes a decision back has it again', async () => {
    const dossier = await dossiers.bring('declined');
    await dossiers.act(dossier, 'reopen', NAM);
    await dossiers.act(dossier, 'accept', NAM);
    expect((await dossiers.read(dossier)).status).toBe('accepted');
  });
});

describe('at the same moment', () => {
  const settle = async (deeds: Promise<unknown>[]): Promise<string[]> =>
    (await Promise.allSettled(deeds)).map((result) => (result.status === 'fulfilled' ? 'done' : result.reason.code));

  it('of two decisions one counts', async () => {
    const dossier = await dossiers.bring('in-review');
    const results = await settle([dossiers.act(dossier, 'accept', HOA), dossiers.act(dossier, 'decline', HOA)]);
    expect(results.toSorted()).toEqual(['application.not-allowed', 'done']);
    expect((await dossiers.eventsOf(dossier)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('two officers take it: one after the other, and one has it', async () => {
    const dossier = await dossiers.bring('submitted');
    expect(await settle([dossiers.act(dossier, 'claim', HOA), dossiers.act(dossier, 'claim', NAM)])).toEqual([
      'done',
      'done',
    ]);
    const decided = await settle([dossiers.act(dossier, 'accept', HOA), dossiers.act(dossier, 'decline', NAM)]);
    expect(decided.filter((result) => result === 'done')).toHaveLength(1);
  });

  it('the person withdraws while the officer accepts: nothing is lost, and withdrawn is how it ends', async () => {
    const dossier = await dossiers.bring('in-review');
    const results = await settle([
      dossiers.act(dossier, 'withdraw', dossiers.person(dossier)),
      dossiers.act(dossier, 'accept', HOA),
    ]);
    expect(results[0]).toBe('done');
    expect(['done', 'application.not-allowed']).toContain(results[1]);
    expect((await dossiers.read(dossier)).status).toBe('withdrawn');
  });
});
