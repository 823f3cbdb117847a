import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationNames } from '../../host/migrations/migration-list.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { listEstablishments } from '../../records/establishments.ts';
import { createBareDatabase, type TestDatabase } from '../support/database.ts';

const PLACE = { communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' };
const ELSEWHERE = { ...PLACE, communeCode: '01933', commune: 'Xã Bằng Phúc' };
const SKIPPED = { isSkipped: true };

type Sent = { id: string; by: string; code: string | null; day: number; answers: Record<string, unknown> };

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [LAN, HEAD] = [id(1), id(2)];
const SENT: Sent[] = [
  {
    ...{ id: id(11), by: LAN, code: 'KC-2026-0001', day: 1 },
    answers: { establishment: 'HTX Tài Hoan', commune: PLACE, product: 'Miến', phone: '0900000001', need: 'machinery' },
  },
  {
    ...{ id: id(12), by: LAN, code: 'KC-2026-0002', day: 5 },
    answers: { establishment: 'Hợp tác xã tài hoan', commune: PLACE, phone: '0900000002', 'tax-code': '0123456787' },
  },
  {
    ...{ id: id(13), by: LAN, code: 'KC-2026-0003', day: 6 },
    answers: { establishment: 'HTX Tài Hoan', commune: ELSEWHERE },
  },
  { id: id(14), by: LAN, code: null, day: 7, answers: { establishment: 'HTX Tài Hoan', commune: PLACE } },
  { id: id(15), by: LAN, code: 'KC-2026-0005', day: 8, answers: {} },
  ...[16, 17].map((number) => ({
    ...{ id: id(number), by: HEAD, code: `KC-2026-00${number}`, day: 9 },
    answers: {
      ...{ establishment: SKIPPED, commune: PLACE, 'contact-name': 'Nguyễn Văn Bản' },
      ...{ 'filled-by': 'village-head', 'owner-consent': 'not-asked' },
    },
  })),
  ...[18, 19].map((number) => ({
    ...{ id: id(number), by: HEAD, code: `KC-2026-00${number}`, day: 10 },
    answers: {
      ...{ establishment: SKIPPED, commune: PLACE, 'contact-name': 'Nguyễn Văn Bản', 'owner-name': 'Nông Thị Mai' },
      ...{ 'filled-by': 'village-head', 'owner-consent': 'by-phone' },
    },
  })),
];

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createBareDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const apply = async (name: string) => client.query(await readFile(`prisma/migrations/${name}/migration.sql`, 'utf8'));
  const names = await migrationNames();
  const at = names.indexOf('0009_establishments');
  for (const name of names.slice(0, at)) await apply(name);
  for (const person of [LAN, HEAD]) {
    await client.query('INSERT INTO "Person" ("id", "createdAt") VALUES ($1, $2)', [person, '2026-11-01']);
  }
  for (const { id: dossier, by, code, day, answers } of SENT) {
    const date = `2026-11-${String(day).padStart(2, '0')}T02:00:00Z`;
    await client.query(
      `INSERT INTO "Application" ("id", "code", "personId", "programme", "formId", "formVersion", "createdAt", "updatedAt")
       VALUES ($1, $2, $3, 'support-request', 'request', 2, $4, $4)`,
      [dossier, code, by, date],
    );
    for (const [questionId, value] of Object.entries(answers)) {
      await client.query(
        `INSERT INTO "ApplicationAnswer" ("applicationId", "questionId", "value", "raw", "answeredAt") VALUES ($1, $2, $3, 'x', $4)`,
        [dossier, questionId, JSON.stringify(value), date],
      );
    }
  }
  for (const name of names.slice(at)) await apply(name);
  await client.end();
  db = openDatabase({ url: database.url, poolSize: 2 });
});

afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const establishmentOf = async (number: number) =>
  (await db.application.findUniqueOrThrow({ where: { id: id(number) } })).establishmentId;
const valuesOf = (answers: Record<string, { value: unknown }>) =>
  Object.fromEntries(Object.entries(answers).map(([questionId, { value }]) => [questionId, value]));

describe('requests that were sent before there were establishments', () => {
  it('of one person under one name in one commune are of one establishment; elsewhere it is another', async () => {
    expect(await establishmentOf(11)).not.toBeNull();
    expect(await establishmentOf(12)).toBe(await establishmentOf(11));
    expect(await establishmentOf(13)).not.toBe(await establishmentOf(11));
  });

  it('leave it what they said last, and themselves as they were', async () => {
    const [elsewhere, here] = await listEstablishments(db, LAN);
    expect(elsewhere).toMatchObject({ id: await establishmentOf(13), membership: { role: 'owner' } });
    expect(valuesOf(here?.answers ?? {})).toEqual({
      ...{ establishment: 'Hợp tác xã tài hoan', commune: PLACE, product: 'Miến', phone: '0900000002' },
      'tax-code': '0123456787',
    });
    const first = await db.applicationAnswer.findMany({ where: { applicationId: id(11) } });
    expect(Object.fromEntries(first.map(({ questionId, value }) => [questionId, value]))).toEqual(SENT[0]?.answers);
  });

  it('that a helper filled in without naming the owner are each of their own; with the owner’s name, of one', async () => {
    expect(await establishmentOf(16)).not.toBe(await establishmentOf(17));
    expect(await establishmentOf(18)).toBe(await establishmentOf(19));
    expect((await listEstablishments(db, HEAD)).map(({ membership }) => membership)).toMatchObject([
      { role: 'village-head', consent: 'by-phone', consentedAt: new Date('2026-11-10T02:00:00Z') },
      { role: 'village-head', consent: 'not-asked' },
      { role: 'village-head', consent: 'not-asked' },
    ]);
  });

  it('drafts and erased ones are of none yet', async () => {
    expect([await establishmentOf(14), await establishmentOf(15)]).toEqual([null, null]);
  });
});
