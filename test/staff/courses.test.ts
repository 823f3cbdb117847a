import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCourse, at, BOOKS } from '../support/courses.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest } from '../support/office-people.ts';
import { addCentre, createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const { provinceCode: _, closesAt, ...told } = BOOKS;
const FIELDS = { ...told, closesAt: closesAt.toISOString() };
let database: TestDatabase;
let office: Office;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  cookie = (await office.hire('officer', 'Lan')).cookie;
});
beforeEach(async () => {
  clock.set('2026-11-23T02:00:00Z');
  await office.db.delivery.deleteMany();
  await office.db.course.deleteMany();
  await office.db.person.deleteMany();
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const ask = async (path: string, body?: object) => {
  const answer = await office.ask(`/staff/api/courses${path}`, { as: cookie, body });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & { code?: string } };
};
const enter = async (fields: object = {}): Promise<string> => {
  const { body } = await ask('', { requestId: randomUUID(), fields: { ...FIELDS, ...fields } });
  return String(body.id);
};
const courseOf = async (id: string) => (await ask(`/${id}`)).body.course as Record<string, unknown>;
const doIt = async (id: string, deed: string, more: object = {}) => {
  const revision = Number((await courseOf(id)).revision ?? 1);
  return await ask(`/${id}/deeds`, { requestId: randomUUID(), revision, deed, ...more });
};
/** Somebody whose sent request is for this course. */
async function enrol(courseId: string, person: { name: string; isSample?: boolean; people?: number; at?: Date }) {
  const { name, isSample, people, at: askedAt = clock.now() } = person;
  const { personId } = await addPerson(office.db, { name, wroteAt: clock.now(), isSample });
  const id = await addRequest(office.db, {
    personId,
    code: `KC-2026-${randomUUID().slice(0, 6)}`,
    at: askedAt,
    answers: {
      course: { courseId, title: BOOKS.title, startsOn: BOOKS.startsOn, endsOn: BOOKS.endsOn },
      'contact-name': name,
      phone: '0900000001',
      commune: { communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
      ...(people === undefined ? {} : { learners: { minCount: people, maxCount: people } }),
    },
  });
  await office.db.application.update({ where: { id }, data: { programme: 'management-training' } });
  return { id, personId };
}

describe('a course', () => {
  it('is entered once as a draft, however often the same request comes, and its whole text stands in the audit', async () => {
    const body = { requestId: randomUUID(), fields: FIELDS };
    const [first, second] = await Promise.all([ask('', body), ask('', body)]);
    expect([first.status, second.body]).toEqual([200, first.body]);
    const id = String(first.body.id);
    expect(await courseOf(id)).toMatchObject({ stage: 'draft', title: BOOKS.title, fault: null, enrolled: [] });
    expect(await office.db.auditEntry.findUniqueOrThrow({ where: { id } })).toMatchObject({
      action: 'course.created',
      data: { title: BOOKS.title, startsOn: BOOKS.startsOn, address: BOOKS.address, places: 30 },
    });
  });

  it.each([
    ['that ends before it begins', { endsOn: '2027-01-11' }, 'course.ends-before-start'],
    ['whose enrolment is over already', { closesAt: at('2026-11-22 17:00').toISOString() }, 'course.closes-in-past'],
    ['without a title', { title: '  ' }, 'request.invalid'],
    ['in a commune of another province', { communeCode: '00001' }, 'request.invalid'],
    ['for a programme without courses', { programme: 'trademark' }, 'request.invalid'],
    ['on a day that is none', { startsOn: '2027-02-30' }, 'request.invalid'],
  ])('%s is refused', async (_name, fields, code) => {
    const answer = await ask('', { requestId: randomUUID(), fields: { ...FIELDS, ...fields } });
    expect(answer).toEqual({ status: 400, body: { code } });
  });

  it('is published, and that undone while nobody chose it; then it can only be cancelled', async () => {
    const id = await enter();
    expect((await doIt(id, 'cancel')).body.code).toBe('course.not-published');
    expect((await doIt(id, 'publish')).status).toBe(200);
    expect(await courseOf(id)).toMatchObject({ stage: 'open', undo: { deed: 'published' } });
    await doIt(id, 'undo');
    expect(await courseOf(id)).toMatchObject({ stage: 'draft', undo: null });
    await doIt(id, 'publish');
    await enrol(id, { name: 'Hoa' });
    expect(await courseOf(id)).toMatchObject({ undo: null });
    expect((await doIt(id, 'undo')).body.code).toBe('course.chosen-already');
    expect((await doIt(id, 'delete')).body.code).toBe('course.not-draft');
    expect((await doIt(id, 'cancel', { reason: 'giảng viên ốm' })).status).toBe(200);
    expect(await courseOf(id)).toMatchObject({ stage: 'cancelled', reason: 'giảng viên ốm' });
    expect((await doIt(id, 'cancel')).body.code).toBe('course.cancelled');
  });

  it('is changed only as the officer saw it, and once for the same request', async () => {
    const id = await addCourse(office.db, clock.now());
    const { revision } = await courseOf(id);
    const change = { requestId: randomUUID(), revision, fields: { ...FIELDS, hours: 'chiều' } };
    expect((await ask(`/${id}/change`, change)).status).toBe(200);
    expect((await ask(`/${id}/change`, change)).status).toBe(200);
    expect(await courseOf(id)).toMatchObject({ revision: Number(revision) + 1, hours: 'chiều' });
    const late = await ask(`/${id}/change`, { ...change, requestId: randomUUID() });
    expect(late).toEqual({ status: 409, body: { code: 'course.changed-meanwhile' } });
  });

  it('stands in its stage by the clock: open, closed, over', async () => {
    const id = await addCourse(office.db, clock.now());
    const stageAt = async (instant: string) => {
      clock.set(at(instant).toISOString());
      return (await courseOf(id)).stage;
    };
    expect(await stageAt('2027-01-08 16:59')).toBe('open');
    expect(await stageAt('2027-01-08 17:00')).toBe('closed');
    expect(await stageAt('2027-01-14 23:59')).toBe('closed');
    expect(await stageAt('2027-01-15 00:00')).toBe('over');
    expect((await doIt(id, 'cancel')).body.code).toBe('course.over');
  });

  it('that is a draft is deleted for good, and nobody without a session does anything', async () => {
    const id = await enter();
    expect((await office.ask(`/staff/api/courses/${id}`)).status).toBe(401);
    expect((await doIt(id, 'delete')).status).toBe(200);
    expect((await ask(`/${id}`)).status).toBe(404);
  });
});

describe('who asked for a course', () => {
  it('stands in the list in the order of asking, with people counted against places; a look is audited', async () => {
    const id = await addCourse(office.db, clock.now(), { places: 3 });
    await enrol(id, { name: 'Bình', at: at('2026-11-22 10:00'), people: 2 });
    await enrol(id, { name: 'Hoa', at: at('2026-11-22 09:00') });
    const { id: third } = await enrol(id, { name: 'Nam', at: at('2026-11-22 11:00') });
    await enrol(id, { name: 'Mẫu', isSample: true });
    const course = await courseOf(id);
    expect(course).toMatchObject({
      counts: { requests: 3, people: 4, waiting: 1 },
      enrolled: [
        { name: 'Hoa', people: 1, hasPlace: true, phone: '0900000001', commune: 'Xã Côn Minh' },
        { name: 'Bình', people: 2, hasPlace: true },
        { name: 'Nam', people: 1, hasPlace: false },
      ],
      chosen: { people: 3, reachable: 3 },
    });
    expect(await office.db.auditEntry.count({ where: { action: 'course.read', subjectId: id } })).toBe(1);
    // Who withdraws leaves the place to the next.
    await office.db.applicationEvent.create({
      data: {
        ...{ id: randomUUID(), applicationId: third, seq: 3, kind: 'withdrawn', actorKind: 'person' },
        ...{ at: clock.now(), requestId: 'w' },
      },
    });
    expect(await courseOf(id)).toMatchObject({ counts: { requests: 2, people: 3, waiting: 0 } });
  });
});

describe('a preview', () => {
  it('reads as people on each channel will read it, and names the fault of its dates', async () => {
    const { body } = await ask('/preview', { fields: FIELDS });
    expect(body).toMatchObject({ fault: null, news: null, line: expect.stringContaining('12–14/1') });
    const previews = body.previews as { channel: string; parts: string[] }[];
    expect(previews.map(({ channel }) => channel)).toEqual(['zalo-bot', 'telegram', 'web-chat']);
    expect(previews[0]?.parts[0]).toContain('1. Đăng ký lớp này');
    const faulty = await ask('/preview', { fields: { ...FIELDS, endsOn: '2027-01-01' } });
    expect(faulty.body.fault).toBe('course.ends-before-start');
  });

  it('of a change says how many are told and what, and nothing where nobody needs to be', async () => {
    const id = await addCourse(office.db, clock.now());
    const { personId } = await enrol(id, { name: 'Hoa' });
    await enrol(id, { name: 'Bình' });
    await office.db.contact.updateMany({ where: { personId }, data: { state: 'unreachable' } });
    const moved = await ask('/preview', { id, fields: { ...FIELDS, startsOn: '2027-01-13' } });
    expect(moved.body.news).toMatchObject({ people: 2, reachable: 1, leavesAt: '2026-11-23T02:05:00.000Z' });
    expect(JSON.stringify(moved.body.news)).not.toContain('12/1');
    expect((await ask('/preview', { id, fields: { ...FIELDS, note: 'Mang sổ' } })).body.news).toBeNull();
    const cancelled = await ask(`/${id}/cancel-preview`, { reason: 'mưa lũ' });
    expect(JSON.stringify(cancelled.body)).toContain('Lý do: mưa lũ.');
    expect(await office.db.delivery.count()).toBe(0);
  });
});
