import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualRule } from '../../core/schedule/window-kinds.ts';
import { meantSql } from '../../records/window-reminders.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest } from '../support/office-people.ts';
import { addCentre, createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let office: Office;
let officer: { id: string; cookie: string };

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  officer = await office.hire('officer', 'Lan');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

type Consent = 'given' | 'taken back' | 'given anew' | 'never asked';

async function addConsent(personId: string, consent: Consent): Promise<void> {
  const now = clock.now();
  const given = { personId, purpose: 'request', textVersion: 'request-3', granted: true, channel: 'web-chat' };
  const records = { given: 1, 'taken back': 1, 'given anew': 2, 'never asked': 0 }[consent];
  for (let at = 0; at < records; at += 1) {
    const withdrawnAt = consent !== 'given' && at === 0 ? now : null;
    const minute = new Date(now.getTime() + at * 60_000);
    await office.db.consentRecord.create({ data: { id: randomUUID(), ...given, at: minute, withdrawnAt } });
  }
}
let count = 0;
async function addDossier(consent: Consent): Promise<{ personId: string; id: string }> {
  const { personId } = await addPerson(office.db, { name: 'Mai', wroteAt: clock.now() });
  count += 1;
  const id = await addRequest(office.db, {
    personId,
    code: `KC-2026-${count}`,
    at: clock.now(),
    answers: { product: 'miến' },
  });
  await decide(id, { action: 'claim' });
  await addConsent(personId, consent);
  return { personId, id };
}
const decide = async (id: string, decision: object) => {
  const body = { requestId: randomUUID(), decision };
  const answer = await office.ask(`/staff/api/requests/${id}/decisions`, { as: officer.cookie, body });
  return { status: answer.status, body: await answer.json() };
};
const ACCEPT = { action: 'accept' };
const DECLINE = { action: 'decline', reason: 'Anh/chị đã rút đồng ý.' };

describe('a dossier whose person took the consent back', () => {
  it('is not considered further; it can be declined, and the person hears why', async () => {
    const { id, personId } = await addDossier('taken back');
    expect((await decide(id, ACCEPT)).body).toEqual({ code: 'application.consent-withdrawn' });
    const events = await office.db.applicationEvent.count({ where: { applicationId: id } });
    expect((await decide(id, DECLINE)).status).toBe(200);
    expect(await office.db.applicationEvent.count({ where: { applicationId: id } })).toBe(events + 1);
    expect(await office.db.delivery.count({ where: { personId } })).toBeGreaterThan(0);
  });

  it('offers officers no deed that would then be refused, and every deed again once the consent is given anew', async () => {
    const { id, personId } = await addDossier('taken back');
    const read = async () => await (await office.ask(`/staff/api/requests/${id}`, { as: officer.cookie })).json();
    expect(await read()).toMatchObject({ isConsentBack: true, actions: ['release', 'decline', 'correct'] });
    const anew = { personId, purpose: 'request', textVersion: 'request-3', granted: true, channel: 'web-chat' };
    const at = new Date(clock.now().getTime() + 60_000);
    await office.db.consentRecord.create({ data: { id: randomUUID(), ...anew, at } });
    const after = await read();
    expect(after).toMatchObject({
      isConsentBack: false,
      actions: ['release', 'return', 'accept', 'decline', 'correct'],
    });
    expect((await decide(id, ACCEPT)).status).toBe(200);
  });

  it.each(['given', 'given anew', 'never asked'] as const)(
    'is another than one whose consent was %s',
    async (consent) => {
      const { id } = await addDossier(consent);
      expect((await decide(id, ACCEPT)).status).toBe(200);
    },
  );

  it('is reminded of no more, unless the person asked for reminders by themselves', async () => {
    const window = {
      ...{ id: randomUUID(), programme: 'support-request', version: 1, note: '', rule: usualRule('application') },
      ...{ opensAt: clock.now(), closesAt: new Date('2026-12-20T10:00:00Z'), provinceCodes: [], communeCodes: [] },
    } as unknown as Parameters<typeof meantSql>[0];
    const isMeant = async (personId: string): Promise<boolean> => {
      const rows = await office.db.$queryRaw<{ id: string }[]>`
        SELECT p."id" FROM "Person" p WHERE p."id" = ${personId}::uuid AND ${meantSql(window, 'opening')}`;
      return rows.length === 1;
    };
    const unfinished = async (consent: Consent): Promise<string> => {
      const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
      const draft = await addRequest(office.db, { personId, code: `D-${randomUUID()}`, at: clock.now() });
      await office.db.applicationEvent.deleteMany({ where: { applicationId: draft, kind: 'submitted' } });
      await office.db.application.update({ where: { id: draft }, data: { code: null } });
      await addConsent(personId, consent);
      return personId;
    };
    expect(await isMeant(await unfinished('given'))).toBe(true);
    const back = await unfinished('taken back');
    expect(await isMeant(back)).toBe(false);
    const wish = { id: randomUUID(), personId: back, programme: 'support-request', createdAt: clock.now() };
    await office.db.reminderWish.create({ data: wish });
    expect(await isMeant(back)).toBe(true);
  });
});
