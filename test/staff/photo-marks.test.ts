import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const SHARP = { sharpness: 3, weakerSharpness: 2.4, dark: 40, light: 230, burnt: 0, ground: 215 };
let database: TestDatabase;
let office: Office;
let hoa: { cookie: string };

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  hoa = await office.hire('officer', 'Nguyễn Thị Hoa');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

async function addPhoto(personId: string, measures: object | undefined, size = { width: 1500, height: 2000 }) {
  const id = randomUUID();
  const file = { mediaType: 'image/jpeg', byteSize: 1, sha256: '', ...size };
  await office.db.storedFile.create({ data: { id, personId, key: id, ...file, measures, createdAt: clock.now() } });
  return id;
}

it('an officer sees what is not right with each photo, and finds the reason for a retake written', async () => {
  const { personId } = await addPerson(office.db, { name: 'Bà Mai', wroteAt: clock.now() });
  const good = await addPhoto(personId, SHARP);
  const blurred = await addPhoto(personId, { ...SHARP, sharpness: 0.05, weakerSharpness: 0.04 });
  const dark = await addPhoto(personId, { ...SHARP, light: 30 }, { width: 500, height: 400 });
  const older = await addPhoto(personId, undefined);
  const id = await addRequest(office.db, {
    ...{ personId, code: 'KC-2026-0001', at: clock.now() },
    answers: { product: 'Miến dong', quotation: { fileIds: [good, blurred, dark] }, certificate: { fileIds: [older] } },
  });
  await office.db.application.update({ where: { id }, data: { programme: 'advanced-equipment' } });
  const shown = await (await office.ask(`/staff/api/requests/${id}`, { as: hoa.cookie })).json();
  const item = (questionId: string) => shown.items.find((each: { id: string }) => each.id === questionId);
  expect(item('quotation')).toMatchObject({
    photoMarks: { [blurred]: ['blurred'], [dark]: ['dark', 'small'] },
    retakeReason: 'Ảnh 2 bị mờ, ảnh 3 quá tối. Anh/chị chụp lại gần hơn, đủ sáng, rõ bốn góc giúp.',
  });
  expect(item('quotation').photoMarks[good]).toBeUndefined();
  expect(item('certificate')).toMatchObject({ photoMarks: {}, retakeReason: null });
});
