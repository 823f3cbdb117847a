import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApplication, submitApplication } from '../../records/application-actions.ts';
import { keepAnswers } from '../../records/application-answers.ts';
import { findApplication, listApplications } from '../../records/applications.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import {
  addMember,
  endMembership,
  isOneOfSeveral,
  keepersOf,
  listMembers,
} from '../../records/establishment-members.ts';
import { findEstablishment, listEstablishments } from '../../records/establishments.ts';
import { joinPeople } from '../../records/join-people.ts';
import { erasePerson } from '../../records/personal-data.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const ids = { next: () => randomUUID() };
const form = { id: 'request', version: 2 };
const CON_MINH = { communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' };
const PLACE = { ...CON_MINH, legacyAddressText: 'Côn Minh' };
const TAI_HOAN = { establishment: 'HTX Tài Hoan', commune: PLACE, phone: '0900000001', 'contact-name': 'Hoa' };

let database: TestDatabase;
let db: Db;
let now = new Date('2026-11-22T02:00:00Z');
const later = (): Date => {
  now = new Date(now.getTime() + 3_600_000);
  return now;
};

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, poolSize: 2 });
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

type Values = Record<string, string | object>;

async function meet(displayName?: string): Promise<string> {
  const id = randomUUID();
  await db.person.create({ data: { id, displayName, createdAt: later() } });
  return id;
}

const answer = (id: string, values: Values) =>
  db.$transaction((tx) => {
    const changes = Object.entries(values).map(([questionId, value]) => ({ questionId, value, raw: 'x' }));
    return keepAnswers(tx, { id, changes, now: later() });
  });

async function begin(personId: string, values: Values, establishmentId?: string): Promise<string> {
  const programme = { programme: 'support-request', form, establishmentId };
  const id = await db.$transaction((tx) =>
    startApplication(tx, { personId, ...programme, requestId: randomUUID(), now: later(), ids }),
  );
  await answer(id, values);
  return id;
}

async function send(personId: string, values: Values, establishmentId?: string): Promise<string> {
  const id = await begin(personId, values, establishmentId);
  await db.$transaction((tx) => submitApplication(tx, { id, personId, requestId: randomUUID(), now: later(), ids }));
  return id;
}

const known = async (personId: string) =>
  (await listEstablishments(db, personId)).map(({ answers }) => answers.establishment?.value);

describe('an establishment', () => {
  it('is made by the first request that is sent, not by its draft, and its person is its owner', async () => {
    const lan = await meet();
    await begin(lan, TAI_HOAN);
    expect(await listEstablishments(db, lan)).toEqual([]);
    const id = await send(lan, TAI_HOAN);
    const [made] = await listEstablishments(db, lan);
    expect(made?.membership).toMatchObject({ role: 'owner', consent: undefined });
    expect(Object.keys(made?.answers ?? {}).sort()).toEqual(Object.keys(TAI_HOAN).sort());
    expect((await findApplication(db, { id, personId: lan }))?.establishmentId).toBe(made?.id);
  });

  it('is the same one for the same name in the same commune, of this person alone', async () => {
    const [lan, mai] = [await meet(), await meet()];
    await send(lan, TAI_HOAN);
    await send(lan, { ...TAI_HOAN, establishment: 'hop tac xa tai hoan' });
    await send(lan, { ...TAI_HOAN, commune: { ...PLACE, communeCode: '01933' } });
    await send(mai, TAI_HOAN);
    expect(await known(lan)).toEqual(['HTX Tài Hoan', 'hop tac xa tai hoan']);
    expect(await known(mai)).toEqual(['HTX Tài Hoan']);
  });

  it('is known by the newest answers; a request that was sent keeps those of its own', async () => {
    const lan = await meet();
    const first = await send(lan, TAI_HOAN);
    const [before] = await listEstablishments(db, lan);
    await send(lan, { ...TAI_HOAN, establishment: 'HTX Tài Hoan Mới', phone: '0900000009' }, before?.id);
    const [after] = await listEstablishments(db, lan);
    expect(after?.id).toBe(before?.id);
    expect(after?.answers).toMatchObject({
      establishment: { value: 'HTX Tài Hoan Mới' },
      phone: { value: '0900000009' },
    });
    const kept = await findApplication(db, { id: first, personId: lan });
    expect(kept?.answers).toMatchObject({ establishment: { value: 'HTX Tài Hoan' }, phone: { value: '0900000001' } });
  });

  it('learns what is completed after a request was sent', async () => {
    const lan = await meet();
    await answer(await send(lan, TAI_HOAN), { 'tax-code': '0123456787', when: 'x' });
    const [made] = await listEstablishments(db, lan);
    expect(made?.answers['tax-code']?.value).toBe('0123456787');
    expect(made?.answers.when).toBeUndefined();
  });

  it('of a helper is kept with who they are and how the owner agreed; one who names nobody helps another each time', async () => {
    const head = await meet();
    const helped = {
      ...TAI_HOAN,
      establishment: { isSkipped: true },
      'filled-by': 'village-head',
      'owner-consent': 'by-phone',
    };
    await send(head, { ...helped, 'owner-name': 'Nông Thị Mai' });
    await send(head, { ...helped, 'owner-name': 'nong thi mai' });
    await send(head, { ...helped, 'owner-consent': 'not-asked' });
    await send(head, { ...helped, 'owner-consent': 'not-asked' });
    const memberships = (await listEstablishments(db, head)).map(({ membership }) => membership);
    expect(memberships).toMatchObject([
      { role: 'village-head', consent: 'not-asked' },
      { role: 'village-head', consent: 'not-asked' },
      { role: 'village-head', consent: 'by-phone' },
    ]);
    expect(memberships[2]?.consentedAt).toBeInstanceOf(Date);
  });

  it('is forgotten with the data of the only one who told of it', async () => {
    const lan = await meet();
    await send(lan, TAI_HOAN);
    const [made] = await listEstablishments(db, lan);
    const erased = { personId: lan, requestId: randomUUID(), eventId: ids.next, now: later() };
    await db.$transaction((tx) => erasePerson(tx, erased));
    expect(await listEstablishments(db, lan)).toEqual([]);
    expect(await db.establishmentAnswer.count({ where: { establishmentId: made?.id ?? '' } })).toBe(0);
  });
});

describe('a member', () => {
  it('who was let in sees what was sent for the establishment, no draft, until they leave', async () => {
    const [lan, son] = [await meet('Lan'), await meet('Tài')];
    const sent = await send(lan, TAI_HOAN);
    const draft = await begin(lan, TAI_HOAN);
    const [{ id: establishmentId } = { id: '' }] = await listEstablishments(db, lan);
    expect(await listApplications(db, son)).toEqual([]);

    const joined = { establishmentId, personId: son, role: 'family', consentedById: lan, now: later() };
    expect(await db.$transaction((tx) => addMember(tx, joined))).toBe(true);
    expect(await db.$transaction((tx) => addMember(tx, joined))).toBe(false);
    expect((await listApplications(db, son)).map(({ id }) => id)).toEqual([sent]);
    expect(await findApplication(db, { id: draft, personId: son })).toBeUndefined();
    expect(await findEstablishment(db, { id: establishmentId, personId: son })).toMatchObject({
      membership: { role: 'family', consent: 'invited' },
    });
    const members = await listMembers(db, establishmentId);
    expect(members.map(({ displayName }) => displayName)).toEqual(['Lan', 'Tài']);
    expect(keepersOf(members).map(({ personId }) => personId)).toEqual([lan]);

    expect(await db.$transaction((tx) => endMembership(tx, { establishmentId, personId: son, now: later() }))).toBe(
      true,
    );
    expect(await listApplications(db, son)).toEqual([]);
    expect(await findEstablishment(db, { id: establishmentId, personId: son })).toBeUndefined();
  });

  it('of several is told apart by the name, of one not', async () => {
    const lan = await meet();
    await send(lan, TAI_HOAN);
    const [first] = await listEstablishments(db, lan);
    expect(await isOneOfSeveral(db, { personId: lan, establishmentId: first?.id })).toBe(false);
    expect(await isOneOfSeveral(db, { personId: lan, establishmentId: undefined })).toBe(true);
    await send(lan, { ...TAI_HOAN, establishment: 'Rượu Bằng Phúc' });
    expect(await isOneOfSeveral(db, { personId: lan, establishmentId: first?.id })).toBe(true);
  });

  it('who turns out to be another member is one member', async () => {
    const [lan, alsoLan] = [await meet(), await meet()];
    await send(lan, TAI_HOAN);
    const [{ id: establishmentId } = { id: '' }] = await listEstablishments(db, lan);
    const joined = { establishmentId, personId: alsoLan, role: 'family', consentedById: lan, now: later() };
    await db.$transaction((tx) => addMember(tx, joined));
    await db.$transaction((tx) => joinPeople(tx, { fromId: lan, intoId: alsoLan, now: later() }));
    expect(await listMembers(db, establishmentId)).toMatchObject([{ personId: alsoLan, role: 'owner' }]);
  });
});
