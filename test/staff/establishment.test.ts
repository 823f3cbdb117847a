import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMember } from '../../records/establishment-members.ts';
import { settleEstablishment } from '../../records/establishments.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest } from '../support/office-people.ts';
import { addCentre, createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const ids = { next: () => randomUUID() };
const COMMUNE = {
  ...{ communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' },
  legacyAddressText: 'con minh',
};

let database: TestDatabase;
let office: Office;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  ({ cookie } = await office.hire('officer'));
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

let last = 0;
async function send(personId: string, establishment: string): Promise<string> {
  last += 1;
  clock.advance(1000);
  const answers = { establishment, commune: COMMUNE, 'contact-name': 'Hoa' };
  const applicationId = await addRequest(office.db, { personId, code: `KC-2026-100${last}`, at: clock.now(), answers });
  await office.db.$transaction((tx) => settleEstablishment(tx, { applicationId, personId, now: clock.now(), ids }));
  return applicationId;
}
const read = async (id: string) => (await office.ask(`/staff/api/requests/${id}`, { as: cookie })).json();

it('a request shows its establishment, who acts for it and how that was agreed, and its other requests', async () => {
  const { personId: lan } = await addPerson(office.db, { wroteAt: clock.now() });
  const { personId: son } = await addPerson(office.db, { wroteAt: clock.now() });
  const first = await send(lan, 'HTX Tài Hoan');
  const second = await send(lan, 'htx tai hoan');
  const other = await send(son, 'Rượu Men Lá');
  const { establishmentId } = await office.db.application.findUniqueOrThrow({ where: { id: first } });
  clock.advance(1000);
  await office.db.$transaction((tx) => {
    const joined = { establishmentId: establishmentId ?? '', personId: son, role: 'family', consentedById: lan };
    return addMember(tx, { ...joined, now: clock.now() });
  });

  const { establishment, frame } = await read(first);
  expect(establishment).toMatchObject({
    name: 'Htx tai hoan',
    members: [
      { personId: lan, role: 'chủ cơ sở', consent: null },
      { personId: son, role: 'con cháu, người nhà', consent: 'được mời vào' },
    ],
    requests: [{ id: second }],
  });
  expect(frame.before).not.toContain('HTX');
  // Her son acts for another one too: what he is told names it.
  expect((await read(other)).frame.before).toContain('KC-2026-1003 (Rượu Men Lá)');
});

it('whether a woman owns it stands on the page of the request and on its own, and reports count by what is said there', async () => {
  const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
  const request = await send(personId, 'Chè Sông Cầu');
  const own = async () => {
    const { establishment } = await read(request);
    const page = await (await office.ask(`/staff/api/establishments/${establishment.id}`, { as: cookie })).json();
    return [establishment.womanOwned, page.womanOwned, establishment.id];
  };
  const [before, beforeToo, id] = await own();
  expect([before, beforeToo]).toEqual([null, null]);
  const body = { requestId: randomUUID(), womanOwned: true };
  const said = await office.ask(`/staff/api/reports/owners/${id}`, { as: cookie, method: 'PUT', body });
  expect(said.status).toBe(200);
  expect(await own()).toEqual([true, true, id]);
});
