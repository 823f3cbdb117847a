import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duplicateKeys } from '../../core/programmes/duplicates.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { findLikelyDuplicates } from '../../records/establishment-keys.ts';
import { listAllEstablishments } from '../../records/establishment-list.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { CON_MINH, DONG_PHUC } from '../support/establishments.ts';

const MANY = 5_000;
/** So many neighbours of one commune are called after the same trade. */
const NAMESAKES = 300;
const TRIES = 20;
const at = new Date('2026-11-23T02:00:00Z');

let database: TestDatabase;
let db: Db;
const ids: string[] = Array.from({ length: MANY }, () => randomUUID());

const valuesOf = (number: number): Record<string, string | object> => ({
  // Every fiftieth is written down twice.
  establishment: number < NAMESAKES ? 'Cơ sở miến dong' : `Cơ sở Nông Thị Mai ${number - (number % 50 === 1 ? 1 : 0)}`,
  product: 'Miến dong',
  commune: number % 2 === 0 || number < NAMESAKES || number % 50 === 1 ? CON_MINH : DONG_PHUC,
  'contact-name': `Nông Thị Mai ${number}`,
  phone: `09${String(number).padStart(8, '0')}`,
  'legal-form': 'household',
  'tax-code': `01${String(number).padStart(8, '0')}`,
});

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, poolSize: 2 });
  await db.establishment.createMany({
    data: ids.map((id, number) => ({ id, createdAt: at, updatedAt: new Date(at.getTime() + number) })),
  });
  for (let from = 0; from < MANY; from += 500) {
    const part = ids
      .slice(from, from + 500)
      .map((establishmentId, index) => ({ establishmentId, values: valuesOf(from + index) }));
    await db.establishmentAnswer.createMany({
      data: part.flatMap(({ establishmentId, values }) =>
        Object.entries(values).map(([questionId, value]) => ({ establishmentId, questionId, value, answeredAt: at })),
      ),
    });
    await db.establishmentKey.createMany({
      data: part.flatMap(({ establishmentId, values }) =>
        duplicateKeys(values).map((key) => ({ establishmentId, ...key })),
      ),
    });
  }
  await db.$executeRawUnsafe('ANALYZE');
}, 120_000);
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

/** The median of some tries. */
async function measure(work: (round: number) => Promise<unknown>): Promise<number> {
  const tookMs: number[] = [];
  for (let round = 0; round < TRIES; round++) {
    const from = performance.now();
    await work(round);
    tookMs.push(performance.now() - from);
  }
  return tookMs.sort((a, b) => a - b)[TRIES / 2] ?? Number.NaN;
}

describe('among five thousand establishments', () => {
  it('an officer waits for neither the list, a search, nor duplicates', async () => {
    const page = { limit: 30 };
    const took = {
      list: await measure(() => listAllEstablishments(db, page)),
      search: await measure((round) => listAllEstablishments(db, { ...page, query: `nong thi mai ${4_000 + round}` })),
      commune: await measure(() => listAllEstablishments(db, { ...page, communeCode: DONG_PHUC.communeCode })),
      twice: await measure(() => listAllEstablishments(db, { ...page, onlyDuplicates: true })),
      duplicates: await measure((round) => findLikelyDuplicates(db, ids[1_000 + round] ?? '')),
      namesakes: await measure((round) => findLikelyDuplicates(db, ids[round] ?? '')),
    };
    console.info(JSON.stringify(took));
    for (const [what, ms] of Object.entries(took)) expect(ms, what).toBeLessThan(what === 'search' ? 1_500 : 400);

    const { items } = await listAllEstablishments(db, { limit: 100, onlyDuplicates: true });
    // Neighbours that share a trade's name alone are not shown as one.
    expect(items.every(({ id }) => ids.indexOf(id) >= NAMESAKES)).toBe(true);
    expect(items).toHaveLength(100);
    expect(await findLikelyDuplicates(db, ids[1_000] ?? '')).toEqual([
      { id: ids[1_001], reasons: ['name'], strength: 'fair' },
    ]);
    expect(await findLikelyDuplicates(db, ids[0] ?? '')).toHaveLength(10);
  }, 120_000);
});
