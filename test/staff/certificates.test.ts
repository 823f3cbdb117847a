import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCertificate, CERTIFICATE } from '../support/certificates.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { sendRequest, TAI_HOAN } from '../support/establishments.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let office: Office;
let as = '';
let establishmentId = '';
beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  as = (await office.hire('officer', 'Hoàng Văn Bình')).cookie;
  const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
  establishmentId = (await sendRequest(office.db, { personId, values: TAI_HOAN, at: clock.now() })).establishmentId;
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

type Listed = { items: { id: string; name: string; validUntil: string }[] };
const post = async (path: string, body: object) => {
  const answer = await office.ask(`/staff/api/certificates${path}`, { as, body });
  return { status: answer.status, body: (await answer.json()) as { id: string; code: string } };
};
const get = async <T>(path: string): Promise<T> => (await (await office.ask(`/staff/api${path}`, { as })).json()) as T;

describe('the certificates that end soon', () => {
  it('are those of the next 90 days, today and the ninetieth included, with whose they are; neither ended ones nor others', async () => {
    const days = ['2026-11-22', '2026-11-23', '2027-02-21', '2027-02-22'];
    for (const validUntil of days) await addCertificate(office.db, establishmentId, { now: clock.now(), validUntil });
    const ended = await addCertificate(office.db, establishmentId, { now: clock.now(), validUntil: '2026-12-01' });
    expect((await post(`/${ended}/end`, { requestId: randomUUID(), revision: 1, why: 'replaced' })).status).toBe(200);
    const { items } = await get<Listed>('/certificates/ending');
    expect(items.map(({ validUntil, name }) => [validUntil, name])).toEqual([
      ['2026-11-23', 'HTX Tài Hoan'],
      ['2027-02-21', 'HTX Tài Hoan'],
    ]);
    await office.db.certificate.deleteMany();
  });
});

describe('a certificate that an officer writes down', () => {
  it('stands with its establishment, with who entered and who corrected it; a repeat changes nothing', async () => {
    const requestId = randomUUID();
    const entered = { requestId, establishmentId, ...CERTIFICATE };
    expect((await post('', entered)).body.id).toBe(requestId);
    expect((await post('', entered)).status).toBe(200);
    const corrected = { ...CERTIFICATE, number: '  13/GCN-UBND ', revision: 1 };
    expect((await post(`/${requestId}/correct`, { requestId: randomUUID(), ...corrected })).status).toBe(200);
    const { certificates } = await get<{ certificates: object[] }>(`/establishments/${establishmentId}`);
    expect(certificates).toMatchObject([
      {
        ...{ id: requestId, number: '13/GCN-UBND', validUntil: '2026-12-31' },
        revisions: [
          { revision: 2, number: '13/GCN-UBND', by: 'Hoàng Văn Bình' },
          { revision: 1, number: '12/GCN-UBND', by: 'Hoàng Văn Bình' },
        ],
      },
    ]);
    expect(
      await office.db.auditEntry.count({ where: { action: { startsWith: 'certificate.' }, subjectId: requestId } }),
    ).toBe(2);
  });

  it.each([
    ['certificate.ends-before-issue', { validUntil: '2023-09-15' }],
    ['certificate.issued-in-future', { issuedOn: '2026-11-24' }],
    ['certificate.too-long', { validUntil: '2053-12-31' }],
    ['request.invalid', { leads: ['3-hours'] }],
    ['request.invalid', { product: '   ' }],
    ['request.invalid', { validUntil: '31/12/2026' }],
  ])('is refused with %s, and nothing is kept', async (code, more) => {
    const before = await office.db.certificate.count();
    const answer = await post('', { requestId: randomUUID(), establishmentId, ...CERTIFICATE, ...more });
    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect(await office.db.certificate.count()).toBe(before);
  });

  it('comes of no request of another establishment', async () => {
    const body = { requestId: randomUUID(), establishmentId, applicationId: randomUUID(), ...CERTIFICATE };
    expect((await post('', body)).status).toBe(404);
  });
});
