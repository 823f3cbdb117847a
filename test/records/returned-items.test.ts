import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepAnswers } from '../../records/application-answers.ts';
import { type Db, openDatabase } from '../../records/database.ts';
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

const refused = { code: 'application.not-allowed' };
const openOf = async (dossier: Awaited<ReturnType<typeof dossiers.begin>>) =>
  (await dossiers.read(dossier)).returned.filter(({ isOpen }) => isOpen).map(({ questionId }) => questionId);

describe('what came back', () => {
  it('is open until it is answered anew, can be mended until it is sent again, and only then goes back', async () => {
    const dossier = await dossiers.bring('in-review');
    await dossiers.act(dossier, 'return', HOA);
    expect(await openOf(dossier)).toEqual(['phone', 'tax-code']);
    await expect(dossiers.act(dossier, 'resubmit', dossiers.person(dossier))).rejects.toMatchObject(refused);

    await dossiers.answer(dossier, 'phone', '0900000002');
    await dossiers.answer(dossier, 'phone', '0900000003');
    expect(await openOf(dossier)).toEqual(['tax-code']);
    await dossiers.answer(dossier, 'tax-code', '0100109106');
    await dossiers.act(dossier, 'resubmit', dossiers.person(dossier));

    expect((await dossiers.read(dossier)).returned).toEqual([]);
    await expect(dossiers.answer(dossier, 'phone')).rejects.toMatchObject(refused);
  });

  it('is all that reopens: other answers stay as they were, what was never answered may still be', async () => {
    const dossier = await dossiers.bring('submitted');
    await dossiers.answer(dossier, 'workers', '6');
    await dossiers.answer(dossier, 'workers', '7');
    await dossiers.act(dossier, 'claim', HOA);
    await expect(dossiers.answer(dossier, 'workers', '8')).rejects.toMatchObject(refused);
    await dossiers.act(dossier, 'return', HOA);
    await expect(dossiers.answer(dossier, 'workers', '8')).rejects.toMatchObject(refused);
    await expect(dossiers.answer(dossier, 'product')).rejects.toMatchObject(refused);
    await dossiers.answer(dossier, 'when');
    expect((await dossiers.read(dossier)).answers.workers?.value).toBe('7');
  });

  it('adds up when more comes back, and stays the same whoever has the dossier', async () => {
    const dossier = await dossiers.bring('needs-papers');
    expect(await openOf(dossier)).toEqual([]);
    await dossiers.act(dossier, 'return', HOA);
    await dossiers.act(dossier, 'release', HOA);
    expect(await openOf(dossier)).toEqual(['phone', 'tax-code']);
  });

  it('photos may be added to while the dossier is considered, and none taken away', async () => {
    const dossier = await dossiers.bring('in-review');
    const keep = async (fileIds: string[]): Promise<void> => {
      await db.$transaction((tx) =>
        keepAnswers(tx, {
          id: dossier.id,
          changes: [{ questionId: 'quotation', value: { fileIds }, raw: undefined }],
          now: new Date('2027-01-01T00:00:00Z'),
        }),
      );
    };
    await keep(['one']);
    await keep(['one', 'two']);
    await expect(keep(['two'])).rejects.toMatchObject(refused);
  });
});
