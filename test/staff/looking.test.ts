import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, type Neighbour } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const HOUR_MS = 3_600_000;
const clock = createTestClock('2026-11-23T02:00:00Z');

let database: TestDatabase;
let office: Office;
let hoa: { id: string; cookie: string };
let nam: { id: string; cookie: string };
let person: Neighbour;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  hoa = await office.hire('officer', 'Nguyễn Thị Hoa');
  nam = await office.hire('officer', 'Trần Văn Nam');
  person = await addPerson(office.db, { name: 'Bà Nông Thị Mai', wroteAt: clock.now() });
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

describe('looking', () => {
  it('at a person is written down once an hour for each officer', async () => {
    const look = (officer: { cookie: string }) =>
      office.ask(`/staff/api/people/${person.personId}/conversation`, { as: officer.cookie });
    await look(hoa);
    await look(hoa);
    await look(nam);
    clock.advance(HOUR_MS);
    await look(hoa);
    const looks = await office.db.auditEntry.findMany({
      where: { subjectId: person.personId },
      orderBy: { at: 'asc' },
    });
    expect(looks.map(({ actorId, action }) => [actorId, action])).toEqual([
      [hoa.id, 'person.read'],
      [nam.id, 'person.read'],
      [hoa.id, 'person.read'],
    ]);
  });
});
