import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedActions } from '../../core/applications/actions.ts';
import { progressReports } from '../../core/applications/progress-reports.ts';
import { projectOf } from '../../core/applications/project.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { findProject } from '../../records/projects.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createDossiers, HOA } from './dossiers.ts';

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

describe('the row of a project', () => {
  it('is what the events say after every step, whatever steps were taken', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 4, maxLength: 14 }), async (choices) => {
        const dossier = await dossiers.bring('accepted');
        for (const choice of choices) {
          const { status } = await dossiers.read(dossier);
          // Who gave it back would have to take it again first; what is withdrawn or sent back leads away from projects.
          const actions = allowedActions(status, 'officer').filter((action) => !['release', 'claim'].includes(action));
          const action = actions[choice % Math.max(actions.length, 1)];
          if (action === undefined || action === 'answer') break;
          // Nothing comes back of an advance that nobody has, and no more is advanced than was approved.
          await dossiers.act(dossier, action, HOA).catch((error: unknown) => {
            expect(error).toMatchObject({ code: expect.stringMatching(/^project\./) });
          });
          expect(await findProject(db, dossier.id)).toEqual(projectOf(await dossiers.eventsOf(dossier)));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is not there before the proposal, and gone when that is taken back', async () => {
    const dossier = await dossiers.bring('accepted');
    expect(await findProject(db, dossier.id)).toBeUndefined();
    await dossiers.act(dossier, 'propose', HOA);
    expect(await findProject(db, dossier.id)).toMatchObject({ planYear: 2027, proposedVnd: 300_000_000 });
    await dossiers.act(dossier, 'step-back', HOA);
    expect(await findProject(db, dossier.id)).toBeUndefined();
  });

  it('keeps sums beyond what an integer of the database holds, to the đồng', async () => {
    const dossier = await dossiers.bring('proposed');
    const sums = { nationalVnd: 9_007_199_254_740_991, localVnd: 0, counterpartVnd: 4_000_000_001 };
    await dossiers.step(dossier, { action: 'approve', data: sums });
    expect(await findProject(db, dossier.id)).toMatchObject(sums);
  });

  it('pays no more than was approved, unless an amendment of the amount allows it', async () => {
    const dossier = await dossiers.bring('in-progress');
    const paid = { paidNationalVnd: 230_000_000, paidLocalVnd: 0, counterpartVnd: 1, settledOn: '2026-12-31' };
    const settle = async () => {
      const now = new Date('2027-01-10T02:00:00Z');
      const late = createDossiers(db, now);
      await late.act(dossier, 'inspect', HOA);
      await late.step(dossier, { action: 'settle', data: paid });
    };
    await expect(settle()).rejects.toMatchObject({ code: 'project.paid-above-approved' });
    await dossiers.act(dossier, 'step-back', HOA);

    await dossiers.step(dossier, { action: 'ask-amendment', data: { amendment: 'amount', text: 'Máy lên giá.' } });
    const sums = { nationalVnd: 230_000_000, localVnd: 0, counterpartVnd: 270_000_000 };
    await dossiers.step(dossier, { action: 'grant-amendment', data: { by: 'moit', sums } });
    await settle();
    expect(await findProject(db, dossier.id)).toMatchObject({ ...sums, paidNationalVnd: 230_000_000 });
  });

  it('is refused by the database itself where a sum is below nothing or more is paid than approved', async () => {
    const { id } = await dossiers.bring('settled');
    const change = (data: object) => db.supportProject.update({ where: { applicationId: id }, data });
    for (const data of [{ nationalVnd: -1 }, { paidNationalVnd: 200_000_001 }, { counterpartVnd: -1 }]) {
      await expect(change(data)).rejects.toThrow('SupportProject_sums_check');
    }
  });
});

describe('progress', () => {
  it('told by the person counts once, however often the same press arrives', async () => {
    const dossier = await dossiers.bring('in-progress');
    const press = 'press-of-a-button';
    const person = dossiers.person(dossier);
    expect(await dossiers.act(dossier, 'report-progress', person, press)).toEqual({ isRepeated: false });
    expect(await dossiers.act(dossier, 'report-progress', person, press)).toEqual({ isRepeated: true });
    const reports = progressReports(await dossiers.eventsOf(dossier));
    expect(reports).toMatchObject([{ month: '2026-11', text: 'Đã lắp máy.', actorId: dossier.personId }]);
  });
});

describe('a step that is taken back', () => {
  it('stands in the history with what it took back and why', async () => {
    const dossier = await dossiers.bring('contracted');
    await dossiers.act(dossier, 'step-back', HOA);
    await dossiers.act(dossier, 'step-back', HOA);
    expect((await dossiers.eventsOf(dossier)).slice(-2).map(({ kind, data }) => [kind, data])).toEqual([
      ['stepped-back', { reason: 'Ghi nhầm phiếu.', step: 'contracted' }],
      ['stepped-back', { reason: 'Ghi nhầm phiếu.', step: 'approved' }],
    ]);
    expect((await dossiers.read(dossier)).status).toBe('proposed');
  });
});
