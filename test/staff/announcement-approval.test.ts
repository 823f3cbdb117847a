import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addReaders, EVERYBODY, planSlice, type Reader } from '../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z'); // 09:00 in the office
let database: TestDatabase;
let office: Office;
let [first, second, head] = ['', '', ''];
beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  first = (await office.hire('officer', 'Hoàng Văn Bình')).cookie;
  second = (await office.hire('officer', 'Nguyễn Thị Hoa')).cookie;
  head = (await office.hire('administrator', 'Trần Thị Mai')).cookie;
});
beforeEach(async () => {
  clock.set('2026-11-23T02:00:00Z');
  await office.db.$executeRaw`TRUNCATE "Person", "Announcement", "AuditEntry", "AnnouncementRules" CASCADE`;
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

type Body = Record<string, unknown> & { id: string; code: string; updatedAt: string; actions: string[] };
async function ask(as: string, path: string, body?: object, method?: string): Promise<{ status: number; body: Body }> {
  const answer = await office.ask(`/staff/api/announcements${path}`, { as, body, method });
  return { status: answer.status, body: (await answer.json()) as Body };
}
const once = () => ({ requestId: randomUUID() });
const read = async (id: string, as = first) => (await ask(as, `/${id}`)).body;
const draft = async (): Promise<string> =>
  (await ask(first, '', { ...once(), text: 'Lớp mở ngày 10/12.', audience: EVERYBODY })).body.id;
const perform = async (as: string, id: string, deed: object) => {
  const { updatedAt: seenAt, approvalPeople: people } = await read(id);
  return await ask(as, `/${id}/deeds`, {
    ...once(),
    deed: { seenAt, ...(people === null ? {} : { people }), ...deed },
  });
};
const settle = (as: string, approvalAbove: number | null) => ask(as, '/rules', { ...once(), approvalAbove }, 'PUT');

describe('an announcement to more people than the office has settled', () => {
  it('waits for a second officer, and the one who said send cannot approve it', async () => {
    await addReaders(office.db, 4, { now: clock.now() });
    expect((await settle(head, 3)).status).toBe(200);
    const id = await draft();
    expect((await ask(first, '/count', { audience: EVERYBODY })).body).toMatchObject({ mustBeApproved: true });
    await perform(first, id, { kind: 'confirmed' });
    const asked = await read(id);
    expect(asked).toMatchObject({ state: 'asked', approvalPeople: 4, leavesAt: null, actions: ['take-back'] });
    clock.advance(3_600_000);
    expect(await planSlice(office.db, { id, now: clock.now() })).toBe('done');
    expect(await office.db.delivery.count()).toBe(0);

    expect(await perform(first, id, { kind: 'approved' })).toMatchObject({
      status: 409,
      body: { code: 'announcement.own' },
    });
    expect((await read(id, second)).actions).toEqual(['approve', 'take-back']);
    expect((await perform(second, id, { kind: 'approved' })).status).toBe(200);
    expect(await read(id)).toMatchObject({
      ...{ state: 'held', approvedBy: 'Nguyễn Thị Hoa', leavesAt: '2026-11-23T03:05:00.000Z' },
    });
    clock.advance(5 * 60_000);
    await planSlice(office.db, { id, now: clock.now() });
    expect(await office.db.delivery.count()).toBe(4);
  });

  it('taken back is a draft again and must be approved anew; what was changed since is not approved unseen', async () => {
    await addReaders(office.db, 2, { now: clock.now() });
    await settle(head, 1);
    const id = await draft();
    await perform(first, id, { kind: 'confirmed' });
    await perform(second, id, { kind: 'approved' });
    await perform(first, id, { kind: 'taken-back' });
    expect(await read(id)).toMatchObject({ state: 'draft', approvalPeople: null, approvedAt: null, leavesAt: null });
    const { updatedAt: before } = await read(id);
    await perform(first, id, { kind: 'changed', text: 'Lời khác.', audience: EVERYBODY });
    await perform(first, id, { kind: 'confirmed' });
    expect((await read(id)).state).toBe('asked');
    expect(await perform(second, id, { kind: 'approved', seenAt: before })).toMatchObject({
      body: { code: 'announcement.changed' },
    });
    expect((await read(id)).state).toBe('asked');
  });

  it('is settled by administrators only; not above the number, or with none at all, nobody is asked', async () => {
    expect((await ask(first, '/rules')).body).toMatchObject({ approvalAbove: 500, keptBy: null });
    expect((await settle(first, 1)).status).toBe(403);
    await settle(head, 2);
    expect((await ask(first, '/rules')).body).toMatchObject({ approvalAbove: 2, keptBy: 'Trần Thị Mai' });
    await addReaders(office.db, 2, { now: clock.now() });
    const ids = [await draft(), await draft()];
    await perform(first, ids[0] ?? '', { kind: 'confirmed' });
    expect(await read(ids[0] ?? '')).toMatchObject({ state: 'held', approvalPeople: null });
    await addReaders(office.db, 9, { now: clock.now() });
    await settle(head, null);
    await perform(first, ids[1] ?? '', { kind: 'confirmed' });
    expect(await read(ids[1] ?? '')).toMatchObject({ state: 'held' });
    const kept = await office.db.auditEntry.findMany({ where: { action: 'announcement-rules.kept' } });
    expect(kept.map(({ data }) => data)).toEqual([{ approvalAbove: 2 }, { approvalAbove: 'never' }]);
  });
});

describe('an announcement that was approved for 4 people', () => {
  async function approvedForFour(): Promise<{ id: string; readers: Reader[] }> {
    const readers = await addReaders(office.db, 4, { now: clock.now() });
    await settle(head, 2);
    const id = await draft();
    await perform(first, id, { kind: 'confirmed', wantedAt: '2026-11-25T01:30:00.000Z' });
    await perform(second, id, { kind: 'approved' });
    clock.set('2026-11-25T01:30:00Z');
    return { id, readers };
  }
  const leave = (id: string) => planSlice(office.db, { id, now: clock.now() });

  it('leaves to as many, and to one fewer, without being asked again', async () => {
    const { id } = await approvedForFour();
    expect(await leave(id)).toBe('done');
    expect(await office.db.delivery.count({ where: { announcementId: id } })).toBe(4);

    await office.db.$executeRaw`TRUNCATE "Person", "Announcement" CASCADE`;
    clock.set('2026-11-23T02:00:00Z');
    const fewer = await approvedForFour();
    await office.db.person.update({ where: { id: fewer.readers[0]?.personId }, data: { wantsNews: false } });
    expect(await leave(fewer.id)).toBe('done');
    expect(await office.db.delivery.count({ where: { announcementId: fewer.id } })).toBe(3);
  });

  it('and is for one more when it should leave waits for a second officer again; nobody has heard of it', async () => {
    const { id } = await approvedForFour();
    await addReaders(office.db, 1, { now: clock.now() });
    expect(await leave(id)).toBe('asked');
    expect(await office.db.delivery.count()).toBe(0);
    expect(await read(id)).toMatchObject({
      ...{ state: 'asked', approvalPeople: 5, approvedPeople: 4, approvedAt: null, leavesAt: null },
      history: [{ kind: 'asked-again', officer: null, data: { agreedFor: 4, people: 5 } }, {}, {}, {}],
    });
    expect(await perform(first, id, { kind: 'approved' })).toMatchObject({ body: { code: 'announcement.own' } });
    expect((await perform(second, id, { kind: 'approved' })).status).toBe(200);
    expect(await read(id)).toMatchObject({ state: 'held', approvedPeople: 5, leavesAt: '2026-11-25T01:35:00.000Z' });
    clock.advance(5 * 60_000);
    expect(await leave(id)).toBe('done');
    expect(await office.db.delivery.count()).toBe(5);
  });

  it('cannot be approved for fewer than it is for at that moment', async () => {
    await addReaders(office.db, 4, { now: clock.now() });
    await settle(head, 2);
    const id = await draft();
    await perform(first, id, { kind: 'confirmed' });
    await addReaders(office.db, 1, { now: clock.now() });
    expect(await perform(second, id, { kind: 'approved', people: 4 })).toMatchObject({
      ...{ status: 409, body: { code: 'announcement.grown' } },
    });
    expect((await read(id)).approvalPeople).toBe(5);
    expect((await perform(second, id, { kind: 'approved', people: 5 })).status).toBe(200);
  });

  it('one that needed nobody is asked about when it has grown above the number by the time it leaves', async () => {
    await addReaders(office.db, 2, { now: clock.now() });
    await settle(head, 2);
    const ids = [await draft(), await draft()];
    for (const id of ids) await perform(first, id, { kind: 'confirmed', wantedAt: '2026-11-25T01:30:00.000Z' });
    clock.set('2026-11-25T01:30:00Z');
    expect(await leave(ids[0] ?? '')).toBe('done');
    await addReaders(office.db, 1, { now: clock.now() });
    expect(await leave(ids[1] ?? '')).toBe('asked');
    expect(await read(ids[1] ?? '')).toMatchObject({ state: 'asked', approvalPeople: 3, approvedPeople: null });
  });

  it('and was written anew is asked about again, also for fewer people', async () => {
    const { id, readers } = await approvedForFour();
    clock.set('2026-11-25T01:29:59Z');
    await perform(first, id, { kind: 'taken-back' });
    await perform(first, id, { kind: 'changed', text: 'Lớp mở ngày 11/12.', audience: EVERYBODY });
    await office.db.person.update({ where: { id: readers[0]?.personId }, data: { wantsNews: false } });
    await perform(first, id, { kind: 'confirmed' });
    expect(await read(id)).toMatchObject({ state: 'asked', approvalPeople: 3, approvedPeople: null, leavesAt: null });
  });
});

describe('a time that was chosen', () => {
  it('is when it leaves; until then it can be taken back', async () => {
    const id = await draft();
    const wantedAt = '2026-11-25T01:30:00.000Z';
    await perform(first, id, { kind: 'confirmed', wantedAt });
    expect(await read(id)).toMatchObject({ state: 'held', wantedAt, leavesAt: wantedAt });
    clock.set('2026-11-25T01:29:59Z');
    expect((await read(id)).actions).toEqual(['take-back']);
    expect((await perform(first, id, { kind: 'taken-back' })).status).toBe(200);
    expect(await read(id)).toMatchObject({ state: 'draft', wantedAt: null, leavesAt: null });
  });

  it.each([
    ['within the five minutes of grace leaves after them', '2026-11-23T02:02:00.000Z', '2026-11-23T02:05:00.000Z'],
    ['at night leaves at 07:00', '2026-11-24T14:00:00.000Z', '2026-11-25T00:00:00.000Z'],
    ['over new year is that day', '2027-01-01T02:00:00.000Z', '2027-01-01T02:00:00.000Z'],
  ])('%s, as the page says before', async (_what, wantedAt, leavesAt) => {
    const { body } = await ask(first, '/count', { audience: EVERYBODY, wantedAt });
    expect(body.wouldLeaveAt).toBe(leavesAt);
    const id = await draft();
    await perform(first, id, { kind: 'confirmed', wantedAt });
    expect((await read(id)).leavesAt).toBe(leavesAt);
  });

  it.each([
    ['announcement.time-past', '2026-11-23T02:00:00.000Z'],
    ['announcement.time-too-far', '2027-06-23T02:00:00.000Z'],
  ])('is refused with %s, and it stays a draft', async (code, wantedAt) => {
    const id = await draft();
    expect(await perform(first, id, { kind: 'confirmed', wantedAt })).toEqual({ status: 400, body: { code } });
    expect((await read(id)).state).toBe('draft');
  });

  it('that has passed when the second officer agrees means after the five minutes of grace', async () => {
    await addReaders(office.db, 2, { now: clock.now() });
    await settle(head, 1);
    const [early, late] = [await draft(), await draft()];
    for (const id of [early, late]) {
      await perform(first, id, { kind: 'confirmed', wantedAt: '2026-11-23T04:00:00.000Z' });
    }
    await perform(second, early, { kind: 'approved' });
    expect((await read(early)).leavesAt).toBe('2026-11-23T04:00:00.000Z');
    clock.set('2026-11-23T06:00:00Z');
    await perform(second, late, { kind: 'approved' });
    expect((await read(late)).leavesAt).toBe('2026-11-23T06:05:00.000Z');
  });
});
