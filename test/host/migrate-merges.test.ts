import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { duplicateKeys } from '../../core/programmes/duplicates.ts';
import { migrationNames } from '../../host/migrations/migration-list.ts';
import { createBareDatabase } from '../support/database.ts';
import { CON_MINH, DONG_PHUC } from '../support/establishments.ts';

const SKIPPED = { isSkipped: true };
const KNOWN: { role: string; values: Record<string, unknown> }[] = [
  { role: 'owner', values: { establishment: 'HTX Tài Hoan', commune: CON_MINH, phone: '0900000001' } },
  {
    role: 'family',
    values: { establishment: 'Cơ sở bún', commune: CON_MINH, phone: '0900000002', 'owner-phone': SKIPPED },
  },
  { role: 'owner', values: { establishment: 'Xưởng mộc Đồng Phúc', commune: DONG_PHUC, 'tax-code': '0123456787-001' } },
  { role: 'owner', values: { establishment: 'Đức Lộc Hải', commune: CON_MINH, 'tax-code': '001200000001' } },
  { role: 'owner', values: { establishment: 'HTX miến dong Côn Minh', commune: CON_MINH, 'tax-code': SKIPPED } },
  { role: 'owner', values: { establishment: 'Miến dong, Côn Minh (số 2)', commune: CON_MINH } },
  {
    role: 'village-head',
    values: { establishment: SKIPPED, commune: CON_MINH, phone: '0900000003', 'owner-phone': '0900000004' },
  },
  { role: 'owner', values: { establishment: 'Chè Shan', phone: '0900000005', 'owner-phone': '0900000005' } },
];

it('establishments that are there get the keys that they would get today', async () => {
  const database = await createBareDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    const names = await migrationNames();
    const at = names.indexOf('0014_merges');
    const apply = async (list: string[]): Promise<void> => {
      for (const name of list) await client.query(await readFile(`prisma/migrations/${name}/migration.sql`, 'utf8'));
    };
    await apply(names.slice(0, at));
    const expected: object[] = [];
    for (const { role, values } of KNOWN) {
      const [id, personId, day] = [randomUUID(), randomUUID(), '2026-11-01'];
      await client.query('INSERT INTO "Person" ("id", "createdAt") VALUES ($1, $2)', [personId, day]);
      await client.query('INSERT INTO "Establishment" ("id", "createdAt", "updatedAt") VALUES ($1, $2, $2)', [id, day]);
      await client.query(
        'INSERT INTO "EstablishmentMember" ("establishmentId", "personId", "role", "joinedAt") VALUES ($1, $2, $3, $4)',
        [id, personId, role, day],
      );
      for (const [questionId, value] of Object.entries(values)) {
        await client.query(
          'INSERT INTO "EstablishmentAnswer" ("establishmentId", "questionId", "value", "answeredAt") VALUES ($1, $2, $3, $4)',
          [id, questionId, JSON.stringify(value), day],
        );
      }
      const keys = duplicateKeys(values, { isHelped: role === 'village-head' });
      expected.push(...keys.map((key) => ({ establishmentId: id, ...key })));
    }
    await apply(names.slice(at));
    const { rows } = await client.query('SELECT * FROM "EstablishmentKey"');
    expect(rows).toHaveLength(expected.length);
    expect(rows).toEqual(expect.arrayContaining(expected));
  } finally {
    await client.end();
    await database.drop();
  }
});
