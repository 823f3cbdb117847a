import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimedBy, statusOf } from '../../core/applications/status.ts';
import { fold } from '../../core/text/fold.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { foldedSql } from '../../records/folded-search.ts';
import { countRequests, listRequests } from '../../records/request-list.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addQuestion, addRequest } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const MINUTE_MS = 60_000;
const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let office: Office;
let cookie: string;
const officerIds = { hoa: '', nam: '' };

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  const hoa = await office.hire('officer');
  cookie = hoa.cookie;
  Object.assign(officerIds, { hoa: hoa.id, nam: (await office.hire('officer', 'Trần Văn Nam')).id });
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

const read = async (path: string) => {
  const answer = await office.ask(`/staff/api${path}`, { as: cookie });
  expect(answer.status).toBe(200);
  return await answer.json();
};
const codes = async (query: string): Promise<string[]> =>
  (await read(`/requests?${query}`)).items.map((item: { code: string }) => item.code);

describe('the list of requests', () => {
  beforeAll(async () => {
    const people = [
      { name: 'Nông Thị Mai', product: 'Miến dong Côn Minh', phone: '0900000001' },
      { name: 'Đặng Văn Bằng', product: 'Rượu Bằng Phúc', phone: '+84900000002' },
      { name: 'Lường Thế Đô', product: { name: 'Phở khô', unit: 'kg' }, phone: '0900000003' },
    ];
    for (const [index, { name, product, phone }] of people.entries()) {
      const at = new Date(clock.now().getTime() - (10 - index) * MINUTE_MS);
      const { personId } = await addPerson(office.db, { name, wroteAt: at, isSample: index === 2 });
      const answers = { product, phone, fullName: name };
      await addRequest(office.db, { personId, code: `KC-2026-000${index + 1}`, at, answers });
    }
  });

  it('shows the newest first, sample rows too, and counts real people only', async () => {
    const list = await read('/requests');
    expect(list.items.map((item: { code: string }) => item.code)).toEqual([
      'KC-2026-0003',
      'KC-2026-0002',
      'KC-2026-0001',
    ]);
    expect(list.items[0]).toMatchObject({ isSample: true, status: 'submitted', personName: 'Lường Thế Đô' });
    expect(list.counts).toEqual({
      submitted: 2,
      'in-review': 0,
      'needs-papers': 0,
      accepted: 0,
      ...{ proposed: 0, approved: 0, contracted: 0, 'in-progress': 0, 'amendment-asked': 0 },
      ...{ inspected: 0, settled: 0, closed: 0, stopped: 0 },
      declined: 0,
      withdrawn: 0,
      erased: 0,
      mine: 0,
    });
    expect(await read('/counts')).toMatchObject({ newRequests: 2 });
  });

  it.each([
    { q: 'mien dong', found: ['KC-2026-0001'] },
    { q: 'MIẾN  mai', found: ['KC-2026-0001'] },
    { q: 'dang bang', found: ['KC-2026-0002'] },
    { q: 'kc-2026-0002', found: ['KC-2026-0002'] },
    { q: '0900 000 002', found: ['KC-2026-0002'] },
    { q: '+84 900.000.001', found: ['KC-2026-0001'] },
    { q: 'pho kho kg', found: ['KC-2026-0003'] },
    { q: 'unit', found: [] },
    { q: '%', found: [] },
    { q: 'bang', found: ['KC-2026-0002'] },
    { q: '  ', found: ['KC-2026-0003', 'KC-2026-0002', 'KC-2026-0001'] },
  ])('finds "$q" without accents, in code, name and answers', async ({ q, found }) => {
    expect(await codes(`q=${encodeURIComponent(q)}`)).toEqual(found);
  });

  it('filters by status', async () => {
    expect(await codes('status=in-review')).toEqual([]);
    expect(await codes('status=submitted&q=mien')).toEqual(['KC-2026-0001']);
  });

  it('goes on where it ended, whatever comes meanwhile, and refuses a made-up cursor', async () => {
    const first = await read('/requests?limit=2');
    const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
    await addRequest(office.db, { personId, code: 'KC-2026-0009', at: clock.now() });
    const second = await read(`/requests?limit=2&cursor=${first.nextCursor}`);
    expect(second.items.map((item: { code: string }) => item.code)).toEqual(['KC-2026-0001']);
    expect(second.nextCursor).toBeUndefined();
    expect((await office.ask('/staff/api/requests?cursor=made-up', { as: cookie })).status).toBe(400);
  });
});

describe('the list of questions', () => {
  it('has the longest waiting first, the latest answered first, and pages through both', async () => {
    const { personId } = await addPerson(office.db, { name: 'Hoàng Thị Sen', wroteAt: clock.now() });
    const sample = await addPerson(office.db, { wroteAt: clock.now(), isSample: true });
    const at = (minutes: number): Date => new Date(clock.now().getTime() - minutes * MINUTE_MS);
    const oldest = await addQuestion(office.db, { personId, text: 'Câu một', at: at(9), promisedAt: at(1) });
    const middle = await addQuestion(office.db, { personId, text: 'Câu hai', at: at(8), promisedAt: at(-60) });
    const newest = await addQuestion(office.db, { personId: sample.personId, text: 'Câu mẫu', at: at(7) });

    const first = await read('/questions?limit=2');
    const second = await read(`/questions?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual([oldest, middle, newest]);
    expect(first.counts).toEqual({ waiting: 2, late: 1 });
    expect((await read('/questions?q=SEN%20hai')).items).toMatchObject([{ id: middle }]);

    for (const id of [oldest, middle]) {
      clock.advance(1000);
      await office.ask(`/staff/api/questions/${id}/answer`, {
        as: cookie,
        body: { requestId: randomUUID(), text: 'Có ạ' },
      });
    }
    const done = await read('/questions?status=done&limit=1');
    const earlier = await read(`/questions?status=done&limit=1&cursor=${done.nextCursor}`);
    expect(done.items).toMatchObject([{ id: middle, status: 'answered', answeredBy: 'Nguyễn Thị Hoa' }]);
    expect(earlier.items).toMatchObject([{ id: oldest }]);
    expect((await read('/questions')).counts).toEqual({ waiting: 0, late: 0 });
  });
});

describe('what SQL says is what core says', () => {
  it('the status of a request, for any history', async () => {
    const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
    const id = await addRequest(office.db, { personId, code: 'KC-2026-7777', at: clock.now() });
    const kind = fc.constantFrom(
      'claimed',
      'released',
      'returned',
      'resubmitted',
      'accepted',
      'declined',
      'reopened',
      'seen',
      'withdrawn',
      'erased',
      'reminded',
      'something-later',
      ...['proposed', 'approved', 'contracted', 'begun', 'progress-reported', 'amendment-asked', 'amendment-granted'],
      ...['amendment-refused', 'inspected', 'settled', 'closed', 'stepped-back', 'stepped-back'],
    );
    const carried = fc.constantFrom({}, { amendment: 'stop', by: 'moit' }, { amendment: 'place' });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(kind, fc.constantFrom('hoa' as const, 'nam' as const), carried), { maxLength: 10 }),
        async (events) => {
          await office.db.applicationEvent.deleteMany({ where: { applicationId: id, seq: { gt: 2 } } });
          const event = { applicationId: id, at: clock.now(), actorKind: 'system' };
          await office.db.applicationEvent.createMany({
            data: events.map(([k, officer, data], i) => {
              const ids = { id: randomUUID(), requestId: randomUUID(), actorId: officerIds[officer] };
              return { ...event, ...ids, seq: i + 3, kind: k, data };
            }),
          });
          const history = events.map(([k, officer, data]) => ({ kind: k, actorId: officerIds[officer], data }));
          const page = await listRequests(office.db, { query: 'KC-2026-7777', limit: 5 });
          const status = statusOf([{ kind: 'started' }, { kind: 'submitted' }, ...history]);
          expect(page.items).toMatchObject([{ status, holderId: claimedBy(history) ?? null }]);
        },
      ),
      { numRuns: 150 },
    );
    expect(Object.values(await countRequests(office.db)).reduce((sum, count) => sum + count)).toBe(4);
  });

  it('a text without marks, for any text', async () => {
    const vietnamese = fc.string({ unit: fc.constantFrom(...'aăâđêôơưÀẢÃÁẠẶẬĐỆỘỢỰỹỵ Zz09-.', 'é', '̣') });
    await fc.assert(
      fc.asyncProperty(vietnamese, async (text) => {
        const rows = await office.db.$queryRaw<
          { folded: string }[]
        >`SELECT ${foldedSql(Prisma.sql`${text}`)} AS "folded"`;
        expect(rows[0]?.folded.normalize('NFC')).toBe(fold(text));
      }),
      { numRuns: 100 },
    );
  });
});
