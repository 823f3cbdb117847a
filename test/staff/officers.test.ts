import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice, PASSWORD } from '../support/office.ts';
import { createTestClock } from '../support/test-bot.ts';

const DAY_MS = 86_400_000;
const clock = createTestClock('2026-11-23T02:00:00Z');
let database: TestDatabase;
let office: Office;
let chief: { id: string; email: string; cookie: string };

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  chief = await office.hire('administrator', 'Lý Văn Chính');
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

const post = (path: string, body: object, as = chief.cookie) => office.ask(`/staff/api${path}`, { as, body });
const once = () => ({ requestId: randomUUID() });
const newcomer = () => ({ ...once(), name: 'Triệu Thị Lan', email: `${randomUUID()}@example.vn`, role: 'officer' });

async function invite(body = newcomer()): Promise<{ id: string; email: string; token: string }> {
  const { id } = await (await post('/officers', body)).json();
  const { token } = await (await post(`/officers/${id}/link`, once())).json();
  return { id, email: body.email, token };
}

const accept = (token: string, changes: object = {}) =>
  post(
    '/setup',
    { ...once(), token, name: 'Triệu Thị Lan', email: 'x@example.vn', password: PASSWORD, ...changes },
    '',
  );

const disable = (id: string, disabled = true, as = chief.cookie) =>
  post(`/officers/${id}/disabled`, { ...once(), disabled }, as);

describe('inviting', () => {
  it('makes an account that nobody can enter until the link is used', async () => {
    const { id, email, token } = await invite();
    expect((await office.ask('/staff/auth/sign-in', { body: { email, password: PASSWORD } })).status).toBe(401);
    const { officers } = await (await office.ask('/staff/api/officers', { as: chief.cookie })).json();
    expect(officers).toContainEqual(
      expect.objectContaining({ id, isInvited: true, role: 'officer', disabledAt: null }),
    );

    const shown = await post('/setup/check', { token }, '');
    expect(await shown.json()).toEqual({ officer: { name: 'Triệu Thị Lan', email } });
    expect((await accept(token)).status).toBe(200);
    const me = await office.ask('/staff/api/me', { as: await office.signIn(email) });
    expect(await me.json()).toMatchObject({ officer: { id, role: 'officer', email } });
  });

  it('the same request again gives the same account', async () => {
    const body = newcomer();
    const answers = await Promise.all([1, 2, 3].map(() => post('/officers', body)));
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual(Array(3).fill({ id: body.requestId }));
    expect(await office.db.user.count({ where: { email: body.email } })).toBe(1);
  });

  it('refuses an address that has an account, in capitals too', async () => {
    const refused = await post('/officers', { ...newcomer(), email: chief.email.toUpperCase() });
    expect([refused.status, await refused.json()]).toEqual([409, { code: 'officer.email-taken' }]);
  });

  it('a new link ends the one before', async () => {
    const { id, token } = await invite();
    const { token: next } = await (await post(`/officers/${id}/link`, once())).json();
    expect((await accept(token)).status).toBe(410);
    expect((await accept(next)).status).toBe(200);
  });

  it('a link lives three days', async () => {
    const { token } = await invite();
    clock.advance(3 * DAY_MS - 1);
    expect((await post('/setup/check', { token }, '')).status).toBe(200);
    clock.advance(1);
    expect((await post('/setup/check', { token }, '')).status).toBe(410);
  });

  it('an officer who forgot the password chooses another by a link, and is signed out elsewhere', async () => {
    const lan = await office.hire('officer');
    const { token } = await (await post(`/officers/${lan.id}/link`, once())).json();
    expect((await accept(token, { password: 'mat-khau-moi-tinh' })).status).toBe(200);
    expect((await office.ask('/staff/api/me', { as: lan.cookie })).status).toBe(401);
    await office.signIn(lan.email, 'mat-khau-moi-tinh');
  });
});

describe('disabling', () => {
  it('shuts out at once, from every machine, until enabled again', async () => {
    const lan = await office.hire('officer');
    const elsewhere = await office.signIn(lan.email);
    expect((await disable(lan.id)).status).toBe(200);
    for (const cookie of [lan.cookie, elsewhere]) {
      expect((await office.ask('/staff/api/me', { as: cookie })).status).toBe(401);
    }
    const refused = await office.ask('/staff/auth/sign-in', { body: { email: lan.email, password: PASSWORD } });
    expect([refused.status, await refused.json()]).toEqual([403, { code: 'officer.disabled' }]);
    expect((await post(`/officers/${lan.id}/link`, once())).status).toBe(403);
    await disable(lan.id, false);
    await office.signIn(lan.email);
  });

  it('tells a wrong password of a disabled officer nothing', async () => {
    const lan = await office.hire('officer');
    await disable(lan.id);
    const body = { email: lan.email, password: 'khong-phai-the' };
    expect((await office.ask('/staff/auth/sign-in', { body })).status).toBe(401);
  });

  it('ends a link that was handed out', async () => {
    const { id, token } = await invite();
    await disable(id);
    expect((await accept(token)).status).toBe(410);
  });

  it('is not done to oneself', async () => {
    const refused = await disable(chief.id);
    expect([refused.status, await refused.json()]).toEqual([409, { code: 'officer.is-self' }]);
  });

  it('two administrators who disable each other at once leave one', async () => {
    const second = await office.hire('administrator');
    const answers = await Promise.all([disable(second.id), disable(chief.id, true, second.cookie)]);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(await office.db.user.count({ where: { role: 'administrator', disabledAt: null } })).toBe(1);
    await office.db.user.update({ where: { id: chief.id }, data: { disabledAt: null } });
    chief.cookie = await office.signIn(chief.email);
  });

  it('everything of it is in the audit', async () => {
    const { id, token } = await invite();
    await accept(token);
    await disable(id);
    const entries = await office.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'officer.disabled',
      'officer.invited',
      'officer.link-made',
      'officer.link-used',
    ]);
    expect(JSON.stringify(entries)).not.toContain(token);
  });
});
