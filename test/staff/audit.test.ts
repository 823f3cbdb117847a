import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAuditEntry } from '../../records/audit.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let office: Office;
let chief: { id: string; cookie: string };
let hoa: { id: string; cookie: string };
let nam: { id: string };
let requestId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  chief = await office.hire('administrator', 'Lý Văn Chính');
  hoa = await office.hire('officer', 'Nguyễn Thị Hoa');
  nam = await office.hire('officer', 'Trần Văn Nam');
  const { personId } = await addPerson(office.db, { name: 'Bà Nông Thị Mai', wroteAt: clock.now() });
  requestId = await addRequest(office.db, { personId, code: 'KC-2026-0042', at: clock.now() });
  await office.db.auditEntry.deleteMany();
  const about = { subjectKind: 'Application', subjectId: requestId };
  await enter('2026-11-19T16:59:59.999Z', { actorId: hoa.id, action: 'request.read', ...about });
  await enter('2026-11-19T17:00:00Z', { actorId: hoa.id, action: 'request.accept', ...about });
  await enter('2026-11-20T16:59:59.999Z', { actorId: nam.id, action: 'person.read', ...of('Person', personId) });
  await enter('2026-11-20T17:00:00Z', {
    actorId: nam.id,
    action: 'announcement.calls-read',
    ...of('Announcement', '1'),
  });
  await enter('2026-11-21T03:00:00Z', { action: 'officer.link-used', ...of('User', hoa.id) });
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

const of = (subjectKind: string, subjectId: string) => ({ subjectKind, subjectId });
const enter = (at: string, entry: { actorId?: string; action: string; subjectKind: string; subjectId: string }) =>
  addAuditEntry(office.db, { id: randomUUID(), now: new Date(at), ...entry });

async function ask(query: Record<string, string> = {}, as = chief.cookie) {
  const answer = await office.ask(`/staff/api/audit?${new URLSearchParams(query)}`, { as });
  return { status: answer.status, ...(await answer.json()) };
}
const deeds = async (query: Record<string, string>): Promise<string[]> =>
  (await ask(query)).items.map(({ action }: { action: string }) => action);

describe('the audit log', () => {
  it('tells who did what, the latest first, with codes of dossiers and names of officers, and of nobody else', async () => {
    const { items } = await ask();
    expect(items.map((item: object) => ({ ...item, id: '', at: '', subjectId: '' }))).toMatchObject([
      { actorName: null, actorId: null, action: 'officer.link-used', subjectName: 'Nguyễn Thị Hoa' },
      { actorName: 'Trần Văn Nam', action: 'announcement.calls-read', subjectName: null },
      { actorName: 'Trần Văn Nam', action: 'person.read', subjectName: null },
      { actorName: 'Nguyễn Thị Hoa', action: 'request.accept', subjectName: 'KC-2026-0042' },
      { actorName: 'Nguyễn Thị Hoa', action: 'request.read', subjectName: 'KC-2026-0042' },
    ]);
    expect(JSON.stringify(items)).not.toContain('Mai');
  });

  it('is asked by officer, by looks or changes, by what it is about and by the code of a dossier', async () => {
    expect(await deeds({ by: hoa.id })).toEqual(['request.accept', 'request.read']);
    expect(await deeds({ what: 'looks' })).toEqual(['announcement.calls-read', 'person.read', 'request.read']);
    expect(await deeds({ what: 'changes' })).toEqual(['officer.link-used', 'request.accept']);
    expect(await deeds({ of: 'Person' })).toEqual(['person.read']);
    expect(await deeds({ of: 'Application', id: requestId, what: 'looks' })).toEqual(['request.read']);
    expect(await deeds({ code: 'kc-2026-0042' })).toEqual(['request.accept', 'request.read']);
    expect(await deeds({ code: '%' })).toEqual([]);
    expect(await deeds({ code: '' })).toHaveLength(5);
  });

  it('is asked by days of the office, to the thousandth of a second', async () => {
    expect(await deeds({ from: '2026-11-20', until: '2026-11-20' })).toEqual(['person.read', 'request.accept']);
    expect(await deeds({ until: '2026-11-19' })).toEqual(['request.read']);
    expect(await deeds({ from: '2026-11-21' })).toEqual(['officer.link-used', 'announcement.calls-read']);
    expect(await deeds({ from: '2026-11-22' })).toEqual([]);
  });

  it('goes on page by page, and what happens meanwhile moves nothing', async () => {
    const first = await ask({ limit: '2' });
    await enter('2026-11-22T03:00:00Z', { actorId: nam.id, action: 'photo.read', ...of('StoredFile', 'x') });
    const second = await ask({ limit: '2', cursor: first.nextCursor });
    expect(second.items.map(({ action }: { action: string }) => action)).toEqual(['person.read', 'request.accept']);
    const third = await ask({ limit: '2', cursor: second.nextCursor });
    expect(third.items.map(({ action }: { action: string }) => action)).toEqual(['request.read']);
    expect(third.nextCursor).toBeUndefined();
  });

  it('refuses a day that is none and a page that nobody made', async () => {
    expect(await ask({ from: '2026-02-30' })).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(await ask({ cursor: 'x' })).toMatchObject({ status: 400, code: 'cursor.invalid' });
  });

  it('offers the officers and the kinds of things that there are entries of', async () => {
    const choices = await (await office.ask('/staff/api/audit/choices', { as: chief.cookie })).json();
    expect(choices.officers).toContainEqual({ id: hoa.id, name: 'Nguyễn Thị Hoa' });
    expect(choices.subjects).toEqual(expect.arrayContaining(['Announcement', 'Application', 'Person', 'User']));
  });
});
