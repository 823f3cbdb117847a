import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { calendarContent } from '../../core/schedule/calendar.ts';
import { projectRoot } from '../../host/project-root.ts';
import { addCalendarEntry, takeCalendar } from '../../records/calendar-deeds.ts';
import { createWindow } from '../../records/windows.ts';
import { acceptRequest } from '../support/accepted-request.ts';
import { announce } from '../support/announced.ts';
import { addCertificate } from '../support/certificates.ts';
import { addCourse } from '../support/courses.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addQuestion, addRequest } from '../support/office-people.ts';
import { enterKnowledge, keepCase } from '../support/officer-knowledge.ts';
import { addCentre, createTestClock } from '../support/test-bot.ts';
import { NOBODY_IN, WRITES_DOWN, WRITES_NOTHING } from './what-is-read.ts';
import type { Row } from './who-may-row.ts';
import { TABLE } from './who-may-table.ts';

let database: TestDatabase;
let office: Office;
const clock = createTestClock('2026-11-23T02:00:00Z');
const cookies: { officer: string; administrator: string } = { officer: '', administrator: '' };
const places = new Map<string, string>();

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  const officer = await office.hire('officer');
  cookies.officer = officer.cookie;
  cookies.administrator = (await office.hire('administrator')).cookie;
  const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
  const file = { id: randomUUID(), personId, key: 'aa/1.jpg', mediaType: 'image/jpeg', sha256: '' };
  await office.db.storedFile.create({ data: { ...file, byteSize: 1, width: 1, height: 1, createdAt: clock.now() } });
  places
    .set('people', personId)
    .set('requests', await addRequest(office.db, { personId, code: 'KC-2026-0001', at: clock.now() }))
    .set('projects', await enterProject(personId, officer.id))
    .set('papers', await addRequest(office.db, { personId, code: 'KC-2026-0002', at: clock.now() }))
    .set('questions', await addQuestion(office.db, { personId, text: 'Hỏi', at: clock.now() }))
    .set('files', file.id)
    .set('announcements', (await announce(office.db, { now: clock.now() })).id)
    .set('windows', await enterWindow())
    .set('calendar', await enterDayOff(officer.id))
    .set('courses', await addCourse(office.db, clock.now()))
    .set('establishments', await enterEstablishment())
    .set('certificates', await addCertificate(office.db, await enterEstablishment(), { now: clock.now() }))
    .set('reports', await enterEstablishment())
    .set('data', await enterDataRequest(personId))
    .set('incidents', await enterIncident(officer.id))
    .set('articles', await enterKnowledge(office.db, 'articles', clock.now()))
    .set('rates', await enterKnowledge(office.db, 'rates', clock.now()))
    .set('cases', await keepCase(office.db, clock.now()))
    .set('officers', (await office.hire('officer')).id);
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

async function enterDataRequest(personId: string): Promise<string> {
  const [answerBy, doBy] = [new Date('2026-11-26T16:59:59Z'), new Date('2026-12-03T16:59:59Z')];
  const asked = { id: randomUUID(), personId, kind: 'download', state: 'waiting', at: clock.now(), answerBy, doBy };
  return (await office.db.dataSubjectRequest.create({ data: asked })).id;
}

async function enterIncident(createdById: string): Promise<string> {
  const now = clock.now();
  const scope = { kinds: ['contacts'], fromAt: now, toAt: now, discoveredAt: now, reportBy: now, affectedIds: [] };
  const incident = { id: randomUUID(), isDrill: true, what: 'Diễn tập', createdById, createdAt: now, ...scope };
  return (await office.db.incidentReport.create({ data: incident })).id;
}

async function enterEstablishment(): Promise<string> {
  const times = { createdAt: clock.now(), updatedAt: clock.now() };
  return (await office.db.establishment.create({ data: { id: randomUUID(), ...times } })).id;
}

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

async function enterDayOff(officerId: string): Promise<string> {
  const [id, now] = [randomUUID(), clock.now()];
  const day = { first: '2026-12-07', last: '2026-12-07', as: 'off', name: 'Nghỉ', document: 'QĐ', isConfirmed: true };
  await office.db.$transaction(async (tx) => {
    const version = await takeCalendar(tx, { seen: 0, now });
    await addCalendarEntry(tx, {
      id,
      version,
      content: calendarContent.parse({ kind: 'holiday', ...day }),
      officerId,
      now,
    });
  });
  return id;
}

async function enterProject(personId: string, officerId: string): Promise<string> {
  const id = await addRequest(office.db, { personId, code: 'KC-2026-0003', at: clock.now() });
  await acceptRequest(office.db, { id, officerId, at: clock.now() });
  return id;
}

const pathOf = (route: string): string => {
  const path = route.split(' ')[1] ?? '';
  return `/staff/api${path
    .replace(':name', 'nothing')
    .replace(':paper', 'project-outline')
    .replace(':id', places.get(path.split('/')[1] ?? '') ?? '')}`;
};

/** Which routes handed over something else than words for the page. */
const handedFiles = new Set<string>();

const ask = async (row: Row, as?: string, headers?: Record<string, string>): Promise<number> => {
  const answer = await office.ask(pathOf(row.route), {
    ...{ as, headers, body: row.body?.() },
    method: row.route.split(' ')[0],
  });
  const type = answer.headers.get('content-type') ?? '';
  if (answer.ok && !/^(?:application\/json|text\/event-stream)/.test(type)) handedFiles.add(row.route);
  await answer.body?.cancel();
  return answer.status;
};

const wordsSchema = z.object({
  deed: z.record(z.string(), z.record(z.string(), z.string())),
  subject: z.record(z.string(), z.string()),
});

/** The deeds and subjects that there are words for. */
async function auditWords(locale: 'vi' | 'en'): Promise<{ deed: string[]; subject: string[] }> {
  const file = await readFile(join(projectRoot, `locales/${locale}/console-audit.json`), 'utf8');
  const { deed, subject } = wordsSchema.parse(JSON.parse(file));
  return {
    deed: Object.entries(deed).flatMap(([of, words]) => Object.keys(words).map((word) => `${of}.${word}`)),
    subject: Object.keys(subject),
  };
}

const isOfNobody = (route: string): boolean => NOBODY_IN.some((part) => route.startsWith(part));

describe('what an officer reads', () => {
  let reader: { id: string; cookie: string };
  beforeAll(async () => {
    reader = await office.hire('administrator');
    await office.db.auditEntry.deleteMany({ where: { actorId: reader.id } });
  });
  const READS = TABLE.filter(({ route }) => route.startsWith('GET ') && !isOfNobody(route));

  it('is told of for every route that reads, old or new', () => {
    const told = [...Object.keys(WRITES_DOWN), ...Object.keys(WRITES_NOTHING)];
    expect(told.filter((route) => route.startsWith('GET ')).sort()).toEqual(READS.map(({ route }) => route).sort());
  });

  it.each(READS)('$route is written down, or is nothing of a person', async (row) => {
    await ask(row, reader.cookie);
    const written = await office.db.auditEntry.findMany({ where: { actorId: reader.id } });
    // Looking again within the hour is the same look: forgotten, so that the next route is seen by itself.
    await office.db.auditEntry.deleteMany({ where: { actorId: reader.id } });
    const action = WRITES_DOWN[row.route];
    expect(written.map((entry) => entry.action)).toEqual(action === undefined ? [] : [action]);
  });
});

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

  it('whatever hands over a file is among what is written down, or told to be of nobody', () => {
    const told = [...Object.keys(WRITES_DOWN), ...Object.keys(WRITES_NOTHING)];
    expect([...handedFiles].filter((route) => !isOfNobody(route) && !told.includes(route))).toEqual([]);
    expect(handedFiles.size).toBeGreaterThan(5);
  });

  it.each(['vi', 'en'] as const)('the audit log has words in %s for all that was written down here', async (locale) => {
    const rows = await office.db.auditEntry.findMany({ distinct: ['action'] });
    const actions = new Set([...rows.map(({ action }) => action), ...Object.values(WRITES_DOWN)]);
    const kinds = new Set(rows.map(({ subjectKind }) => subjectKind));
    const { deed, subject } = await auditWords(locale);
    expect(actions.size).toBeGreaterThan(50);
    expect([...actions].filter((action) => !deed.includes(action))).toEqual([]);
    expect([...kinds].filter((kind) => !subject.includes(kind))).toEqual([]);
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
