import { randomUUID } from 'node:crypto';
import { createParser } from 'eventsource-parser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let office: Office;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  ({ cookie } = await office.hire('officer'));
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

it('an open console hears what another process tells, and no data of anybody', async () => {
  const answer = await office.ask('/staff/api/events', { as: cookie });
  expect(answer.headers.get('content-type')).toMatch('text/event-stream');
  const heard: (string | undefined)[][] = [];
  const parser = createParser({ onEvent: ({ event, data }) => heard.push([event, data]) });
  const reader = answer.body?.getReader();
  const read = async () => parser.feed(new TextDecoder().decode((await reader?.read())?.value));
  await read();
  office.signal('handoff');
  await read();
  expect(heard).toEqual([
    ['open', ''],
    ['change', 'handoff'],
  ]);
  await reader?.cancel();
});

it('a photo is served with its type and nothing that a browser could run', async () => {
  const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
  const add = async (mediaType: string): Promise<string> => {
    const id = randomUUID();
    const row = { id, personId, key: `aa/${id}`, mediaType, sha256: '', createdAt: clock.now() };
    await office.db.storedFile.create({ data: { ...row, byteSize: 1, width: 4, height: 3 } });
    return id;
  };
  const photo = await office.ask(`/staff/api/files/${await add('image/jpeg')}`, { as: cookie });
  expect(photo.headers.get('content-type')).toBe('image/jpeg');
  expect(photo.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  expect(photo.headers.get('cache-control')).toMatch('private');
  expect(await photo.text()).toMatch('bytes of aa/');

  const strange = await office.ask(`/staff/api/files/${await add('image/svg+xml')}`, { as: cookie });
  expect(strange.headers.get('content-type')).toBe('application/octet-stream');
  expect(strange.headers.get('content-disposition')).toBe('attachment');
  const looks = await office.db.auditEntry.findMany({ where: { subjectId: personId } });
  expect(looks).toMatchObject([{ action: 'photo.read' }]);
});
