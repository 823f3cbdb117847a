import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReport } from '../../core/reports/make-report.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { readReportFacts } from '../../records/report-facts.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

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

const MORNING = new Date('2026-11-23T02:00:00Z');

describe('a report', () => {
  it('of five thousand requests are there before anybody waits', async () => {
    await addMany(5000);
    const began = performance.now();
    const { facts } = await readReportFacts(db);
    const readMs = performance.now() - began;
    const report = makeReport({ facts, by: 'commune' });
    const allMs = performance.now() - began;
    console.log(`5,000 requests: read in ${Math.round(readMs)} ms, with the report in ${Math.round(allMs)} ms`);
    expect(report.total.requests.value).toBe(5000);
    expect(allMs).toBeLessThan(8000);
  });
});

/** Requests with answers, twelve events each and every second one a project, as one statement each. */
async function addMany(count: number): Promise<void> {
  const personId = randomUUID();
  await db.person.create({ data: { id: personId, createdAt: MORNING } });
  await db.$executeRaw`
    INSERT INTO "Application" ("id", "code", "personId", "programme", "formId", "formVersion", "createdAt", "updatedAt")
    SELECT gen_random_uuid(), 'KC-2026-' || n, ${personId}::uuid, 'advanced-equipment', 'request', 2, ${MORNING}, ${MORNING}
    FROM generate_series(1, ${count}) n`;
  await db.$executeRaw`
    INSERT INTO "ApplicationAnswer" ("applicationId", "questionId", "value", "answeredAt")
    SELECT a."id", q."id", CASE q."id" WHEN 'commune' THEN jsonb_build_object('communeCode', right(a."code", 2), 'commune', 'Xã', 'provinceCode', '19', 'province', 'Tỉnh', 'legacyAddressText', '') ELSE '"food"' END, ${MORNING}
    FROM "Application" a, unnest(ARRAY['commune', 'sector', 'product', 'phone', 'need', 'establishment', 'legal-form', 'contact-name']) q("id")`;
  await db.$executeRaw`
    INSERT INTO "ApplicationEvent" ("id", "applicationId", "seq", "kind", "at", "actorKind", "requestId")
    SELECT gen_random_uuid(), a."id", k."seq", k."kind", ${MORNING}, 'officer', 'r' || k."seq"
    FROM "Application" a, unnest(ARRAY['started', 'submitted', 'claimed', 'returned', 'resubmitted', 'accepted', 'proposed', 'approved', 'stepped-back', 'approved', 'contracted', 'begun']) WITH ORDINALITY k("kind", "seq")`;
  await db.$executeRaw`
    INSERT INTO "SupportProject" ("applicationId", "planYear", "fund", "proposedAt", "nationalVnd", "localVnd")
    SELECT a."id", 2027, 'local', ${MORNING}, 0, 100000000 FROM "Application" a WHERE right(a."code", 1) IN ('1', '3', '5', '7', '9')`;
}
