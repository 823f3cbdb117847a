import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countOne, makeReport } from '../../core/reports/make-report.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { readReportFacts } from '../../records/report-facts.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createDossiers } from './dossiers.ts';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
});

afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

beforeEach(async () => {
  await db.person.deleteMany();
  await db.establishment.deleteMany();
});

const MORNING = new Date('2026-11-23T02:00:00Z');
const answer = async (applicationId: string, questionId: string, value: object | string) => {
  const row = { applicationId, questionId, value, answeredAt: MORNING };
  await db.applicationAnswer.create({ data: row });
};

describe('the facts of a report', () => {
  it('are what each request and its project say, whatever status it has', async () => {
    const dossiers = createDossiers(db, MORNING);
    const statuses = ['submitted', 'needs-papers', 'proposed', 'settled', 'stopped', 'declined', 'withdrawn'] as const;
    const ids = new Map<string, string>();
    for (const status of statuses) ids.set((await dossiers.bring(status)).id, status);
    for (const status of ['draft', 'discarded', 'expired'] as const) await dossiers.bring(status);

    const { facts } = await readReportFacts(db);
    expect(facts.map(({ id, status }) => [id, status])).toEqual([...ids]);
    expect(new Set(facts.map(({ sentYear }) => sentYear))).toEqual(new Set([2026]));
    const { rows, total } = makeReport({ facts, by: 'status' });
    expect(rows.length).toBe(statuses.length);
    expect([total.projects.value, total.supportVnd.value, total.paidSupportVnd.value]).toEqual([
      ...[2, 250_000_000, 250_000_000],
    ]);
  });

  it('count an establishment that was merged as the one that was kept, and what officers say of who owns it', async () => {
    const dossiers = createDossiers(db, MORNING);
    const [first, second] = [await dossiers.bring('submitted'), await dossiers.bring('submitted')];
    const { establishmentId: keptId } = await db.application.findUniqueOrThrow({ where: { id: first.id } });
    const { establishmentId: mergedId } = await db.application.findUniqueOrThrow({ where: { id: second.id } });
    await db.establishment.update({ where: { id: keptId ?? '' }, data: { womanOwned: true } });
    expect(countOne((await readReportFacts(db)).facts, 'establishments').value).toBe(2);
    await db.establishment.update({ where: { id: mergedId ?? '' }, data: { mergedIntoId: keptId } });
    const { facts } = await readReportFacts(db);
    expect(countOne(facts, 'establishments')).toEqual({ value: 1, unknown: 0 });
    expect(facts.map(({ womanOwned }) => womanOwned)).toEqual([true, true]);
  });

  it('know of an erased request only that it was sent, and nothing of sample people', async () => {
    const dossiers = createDossiers(db, MORNING);
    const { personId } = await dossiers.bring('closed');
    await db.person.update({ where: { id: personId }, data: { isSample: true } });
    const { id } = await dossiers.bring('erased');
    const { facts } = await readReportFacts(db);
    expect(facts).toMatchObject([{ id, status: 'erased', communeCode: null, sector: null, project: null }]);
  });

  it('have the commune, the sector and the least number that was said; a sector told with another request counts too', async () => {
    const dossiers = createDossiers(db, MORNING);
    const { id } = await dossiers.bring('submitted');
    const place = { communeCode: '01363', commune: 'Xã Thượng Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' };
    await answer(id, 'commune', { ...place, legacyAddressText: 'xã Mỹ Phương' });
    await answer(id, 'learners', { minCount: 15, maxCount: 20 });
    await answer(id, 'fair-booths', { isSkipped: true });
    const { establishmentId } = await db.application.findUniqueOrThrow({ where: { id } });
    const ofEstablishment = { establishmentId: establishmentId ?? '', questionId: 'sector', answeredAt: MORNING };
    await db.establishmentAnswer.create({ data: { ...ofEstablishment, value: 'food' } });
    const { facts, communes } = await readReportFacts(db);
    expect(facts).toMatchObject([{ communeCode: '01363', sector: 'food', counts: { learners: 15, fairBooths: null } }]);
    expect([...communes]).toEqual([['01363', 'Xã Thượng Minh']]);
    await answer(id, 'sector', 'crafts');
    expect((await readReportFacts(db)).facts[0]?.sector).toBe('crafts');
  });

  it('of some years are those sent in them by the clock of the office, and those of their plans', async () => {
    // Half past one on New Year's Day in Hanoi.
    const dossiers = createDossiers(db, new Date('2026-12-31T15:30:00Z'));
    const { id } = await dossiers.bring('submitted');
    const read = async (fromYear: number, toYear: number) => (await readReportFacts(db, { fromYear, toYear })).facts;
    expect([await read(2026, 2026), (await read(2027, 2027)).map((fact) => fact.id)]).toEqual([[], [id]]);
    const plan = { applicationId: id, planYear: 2028, fund: 'local', proposedAt: MORNING };
    await db.supportProject.create({ data: plan });
    expect([(await read(2028, 2028)).length, (await read(2029, 2029)).length]).toEqual([1, 0]);
  });
});
