import { afterAll, beforeAll, expect, it } from 'vitest';
import { runPeriodicWork } from '../../jobs/run-periodic-work.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { DAY_MS, office, openVillage, type Village } from './support/village.ts';

let database: TestDatabase;
let village: Village;

beforeAll(async () => {
  database = await createTestDatabase();
  village = await openVillage(database.url);
});

afterAll(async () => {
  await village.close();
  await database.drop();
});

const touchedAt = office('2026-11-24 09:00:00');
const later = (days: number): Date => new Date(touchedAt.getTime() + days * DAY_MS);
const sweep = (now: Date): Promise<void> => runPeriodicWork({ ...village.parts, now });

it('a draft beside another of the same person is told with whose it is, so that one is known from the other', async () => {
  const { applicationId, personId } = await village.addDraft({ touchedAt });
  const other = await village.addDraft({ touchedAt, personId });
  for (const [id, owner] of [
    [applicationId, 'Lý Thị Mến'],
    [other.applicationId, 'Hoàng Thị Lan'],
  ] as const) {
    const told = { applicationId: id, questionId: 'owner-name', value: owner, raw: owner };
    await village.db.applicationAnswer.create({ data: { ...told, answeredAt: touchedAt } });
  }
  await sweep(later(3));
  const rows = await village.db.delivery.findMany({ where: { personId }, orderBy: { seq: 'asc' } });
  expect(rows.map(({ content }) => JSON.stringify(content)).sort()).toEqual([
    expect.stringContaining('Phiếu này cho cơ sở của Hoàng Thị Lan.'),
    expect.stringContaining('Phiếu này cho cơ sở của Lý Thị Mến.'),
  ]);
});
