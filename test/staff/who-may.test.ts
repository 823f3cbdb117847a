import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWindow } from '../../records/windows.ts';
import { announce, EVERYBODY } from '../support/announced.ts';
import { addCourse, BOOKS } from '../support/courses.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addQuestion, addRequest } from '../support/office-people.ts';
import { DRAFTS, enterKnowledge, keepCase } from '../support/officer-knowledge.ts';
import { addCentre, createTestClock } from '../support/test-bot.ts';

let database: TestDatabase;
let office: Office;
const clock = createTestClock('2026-11-23T02:00:00Z');
const cookies: { officer: string; administrator: string } = { officer: '', administrator: '' };
const places = new Map<string, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  cookies.officer = (await office.hire('officer')).cookie;
  cookies.administrator = (await office.hire('administrator')).cookie;
  const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
  const file = { id: randomUUID(), personId, key: 'aa/1.jpg', mediaType: 'image/jpeg', sha256: '' };
  await office.db.storedFile.create({ data: { ...file, byteSize: 1, width: 1, height: 1, createdAt: clock.now() } });
  places
    .set('people', personId)
    .set('requests', await addRequest(office.db, { personId, code: 'KC-2026-0001', at: clock.now() }))
    .set('papers', await addRequest(office.db, { personId, code: 'KC-2026-0002', at: clock.now() }))
    .set('questions', await addQuestion(office.db, { personId, text: 'Hỏi', at: clock.now() }))
    .set('files', file.id)
    .set('announcements', (await announce(office.db, { now: clock.now() })).id)
    .set('windows', await enterWindow())
    .set('courses', await addCourse(office.db, clock.now()))
    .set('articles', await enterKnowledge(office.db, 'articles', clock.now()))
    .set('rates', await enterKnowledge(office.db, 'rates', clock.now()))
    .set('cases', await keepCase(office.db, clock.now()))
    .set('officers', (await office.hire('officer')).id);
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

/** Other dates than those of the window that is there. */
const WINDOW = {
  ...{ programme: 'support-request', note: '' },
  opensAt: '2026-12-01T01:00:00.000Z',
  closesAt: '2026-12-24T10:00:00.000Z',
};

const { provinceCode: _, ...COURSE } = BOOKS;

async function enterWindow(): Promise<string> {
  const id = randomUUID();
  const opensAt = new Date('2026-12-02T01:00:00Z');
  const closesAt = new Date('2026-12-25T10:00:00Z');
  const area = { provinceCodes: [], communeCodes: [] };
  await office.db.$transaction((tx) =>
    createWindow(tx, { id, programme: 'support-request', opensAt, closesAt, ...area, note: '', now: clock.now() }),
  );
  return id;
}

type Row = { route: string; body?: () => object; stranger: number; officer: number; administrator: number };

const KEEP = {
  ...{ title: 'Hỏi gì', question: 'hỏi', text: 'Trả lời.', source: { document: 'Trả lời của Trung tâm' } },
  publish: false,
};
const text = 'Chào anh/chị';
const once = () => ({ requestId: randomUUID() });

/** Who may do what, once for every route there is. A route that is missing here fails the first test. */
const TABLE: Row[] = [
  {
    route: 'POST /setup/check',
    body: () => ({ token: 'x'.repeat(43) }),
    stranger: 410,
    officer: 410,
    administrator: 410,
  },
  { route: 'POST /setup', body: () => ({}), stranger: 400, officer: 400, administrator: 400 },
  { route: 'GET /me', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /counts', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /requests', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /requests/:id', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /requests/:id/preview',
    body: () => ({ decision: { action: 'claim' } }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The administrator takes it over from the officer.
    route: 'POST /requests/:id/decisions',
    body: () => ({ ...once(), decision: { action: 'claim' } }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    route: 'POST /requests/:id/messages',
    body: () => ({ ...once(), text }),
    stranger: 401,
    officer: 200,
    administrator: 200,
  },
  { route: 'GET /papers/requests', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /papers/requests/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /papers/requests/:id/document', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /questions', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /questions/:id', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /questions/:id/answer',
    body: () => ({ ...once(), text }),
    stranger: 401,
    officer: 200,
    administrator: 409,
  },
  {
    route: 'POST /questions/:id/messages',
    body: () => ({ ...once(), text }),
    stranger: 401,
    officer: 200,
    administrator: 200,
  },
  {
    // It was answered above; the administrator finds it kept, and then taken back.
    route: 'POST /questions/:id/keep',
    body: () => ({ ...once(), keep: KEEP }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    route: 'POST /questions/:id/keep/undo',
    body: () => ({ ...once(), revision: 1 }),
    ...{ stranger: 401, officer: 200, administrator: 404 },
  },
  { route: 'POST /questions/:id/close', body: once, stranger: 401, officer: 409, administrator: 409 },
  { route: 'GET /announcements', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /announcements/choices', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /announcements/:id', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /announcements/count',
    body: () => ({ audience: EVERYBODY }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    route: 'POST /announcements/preview',
    body: () => ({ text }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    route: 'POST /announcements',
    body: () => ({ ...once(), text, audience: EVERYBODY }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The officer takes it back; then there is nothing more to take back.
    route: 'POST /announcements/:id/deeds',
    body: () => ({ ...once(), deed: { kind: 'taken-back' } }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  { route: 'GET /windows', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /windows/choices', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /windows/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'POST /windows/preview', body: () => WINDOW, stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /windows',
    body: () => ({ ...once(), ...WINDOW }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The officer changes it; the administrator saw an earlier version.
    route: 'POST /windows/:id/change',
    body: () => ({ ...once(), ...WINDOW, version: 1 }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    route: 'POST /windows/:id/withdraw',
    body: once,
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  { route: 'GET /courses', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /courses/choices', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /courses/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'POST /courses/preview', body: () => ({ fields: COURSE }), stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /courses',
    body: () => ({ ...once(), fields: COURSE }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    route: 'POST /courses/:id/cancel-preview',
    body: () => ({ reason: '' }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  {
    // The officer changes it; the administrator saw an earlier revision.
    route: 'POST /courses/:id/change',
    body: () => ({ ...once(), revision: 2, fields: { ...COURSE, places: 31 } }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  {
    route: 'POST /courses/:id/deeds',
    body: () => ({ ...once(), revision: 3, deed: 'cancel' }),
    ...{ stranger: 401, officer: 200, administrator: 409 },
  },
  { route: 'GET /knowledge', stranger: 401, officer: 200, administrator: 200 },
  ...(['articles', 'rates'] as const).flatMap((kind): Row[] => [
    { route: `GET /${kind}`, stranger: 401, officer: 200, administrator: 200 },
    { route: `GET /${kind}/shipped/:name`, stranger: 401, officer: 404, administrator: 404 },
    { route: `GET /${kind}/:id`, stranger: 401, officer: 200, administrator: 200 },
    {
      route: `POST /${kind}/preview`,
      body: () => ({ content: DRAFTS[kind] }),
      ...{ stranger: 401, officer: 200, administrator: 200 },
    },
    {
      route: `POST /${kind}`,
      body: () => ({ ...once(), content: DRAFTS[kind] }),
      ...{ stranger: 401, officer: 200, administrator: 200 },
    },
    {
      route: `POST /${kind}/:id/foresee`,
      body: () => ({ deed: 'published' }),
      ...{ stranger: 401, officer: 200, administrator: 200 },
    },
    {
      // The officer reviews it; the administrator saw what was there before.
      route: `POST /${kind}/:id/deeds`,
      body: () => ({ ...once(), revision: 1, deed: { kind: 'reviewed' } }),
      ...{ stranger: 401, officer: 200, administrator: 409 },
    },
  ]),
  { route: 'GET /cases', stranger: 401, officer: 200, administrator: 200 },
  {
    route: 'POST /cases',
    body: () => ({ ...once(), question: 'lò sấy chung', articleId: 'lo-say' }),
    ...{ stranger: 401, officer: 200, administrator: 200 },
  },
  { route: 'POST /cases/:id/remove', body: once, stranger: 401, officer: 200, administrator: 404 },
  { route: 'GET /people/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /people/:id/sending', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /people/:id/conversation', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /files/:id', stranger: 401, officer: 200, administrator: 200 },
  { route: 'GET /officers', stranger: 401, officer: 403, administrator: 200 },
  {
    route: 'POST /officers',
    body: () => ({ ...once(), name: 'Trần Văn Nam', email: `${randomUUID()}@example.vn`, role: 'officer' }),
    ...{ stranger: 401, officer: 403, administrator: 200 },
  },
  { route: 'POST /officers/:id/link', body: once, stranger: 401, officer: 403, administrator: 200 },
  {
    route: 'POST /officers/:id/disabled',
    body: () => ({ ...once(), disabled: true }),
    ...{ stranger: 401, officer: 403, administrator: 200 },
  },
  { route: 'GET /events', stranger: 401, officer: 200, administrator: 200 },
];

const pathOf = (route: string): string => {
  const path = route.split(' ')[1] ?? '';
  return `/staff/api${path.replace(':name', 'nothing').replace(':id', places.get(path.split('/')[1] ?? '') ?? '')}`;
};

const ask = async (row: Row, as?: string, headers?: Record<string, string>): Promise<number> => {
  const answer = await office.ask(pathOf(row.route), {
    ...{ as, headers, body: row.body?.() },
    method: row.route.split(' ')[0],
  });
  await answer.body?.cancel();
  return answer.status;
};

describe('who may do what', () => {
  it('the table names every route of the API', () => {
    const known = office.app.routes
      .filter(({ path, method }) => path.startsWith('/staff/api') && method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace('/staff/api', '')}`);
    expect([...new Set(known)].sort()).toEqual(TABLE.map(({ route }) => route).sort());
  });

  it.each(TABLE)('$route: stranger $stranger, officer $officer, administrator $administrator', async (row) => {
    expect(await ask(row)).toBe(row.stranger);
    expect(await ask(row, 'khuyen-cong.session_token=made-up.by-somebody')).toBe(row.stranger);
    expect(await ask(row, cookies.officer)).toBe(row.officer);
    expect(await ask(row, cookies.administrator)).toBe(row.administrator);
  });

  it.each(TABLE.filter(({ route }) => route.startsWith('POST')))(
    '$route refuses what a page of another site sends',
    async (row) => {
      expect(await ask(row, cookies.administrator, { origin: 'https://elsewhere.example' })).toBe(403);
      expect(await ask(row, cookies.administrator, { origin: 'null' })).toBe(403);
      expect(await ask(row, cookies.administrator, { origin: '' })).toBe(403);
    },
  );

  it('our own page may also be opened by another name of this machine', async () => {
    const headers = { origin: 'http://localhost:3000', host: 'localhost:3000' };
    const body = { token: 'x'.repeat(43) };
    expect((await office.ask('/staff/api/setup/check', { body, headers })).status).toBe(410);
  });

  it('answers cannot run, be framed, guessed at or kept', async () => {
    const { headers } = await office.ask('/staff/api/me', { as: cookies.officer });
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('an unknown path says so to officers and nothing to strangers', async () => {
    expect((await office.ask('/staff/api/nowhere')).status).toBe(401);
    expect((await office.ask('/staff/api/nowhere', { as: cookies.officer })).status).toBe(404);
  });

  it('a body larger than any of ours is refused', async () => {
    const body = { token: 'x'.repeat(100_000) };
    expect((await office.ask('/staff/api/setup/check', { body })).status).toBe(413);
  });
});
