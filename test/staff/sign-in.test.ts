import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAdminLink } from '../../records/admin-links.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice, PASSWORD } from '../support/office.ts';
import { createTestClock } from '../support/test-bot.ts';

let database: TestDatabase;
let office: Office;
const clock = createTestClock('2026-11-23T02:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

const setUp = (token: string, changes: object = {}) =>
  office.ask('/staff/api/setup', {
    body: {
      requestId: randomUUID(),
      token,
      name: 'Lê Văn Bình',
      email: `${randomUUID()}@example.vn`,
      password: PASSWORD,
      ...changes,
    },
  });

describe('the one-time link', () => {
  it('makes one administrator, who can sign in', async () => {
    const token = await createAdminLink({ db: office.db, clock });
    const email = 'Dau.Tien@example.vn';
    expect((await setUp(token, { email })).status).toBe(200);
    const me = await office.ask('/staff/api/me', { as: await office.signIn(email) });
    expect(await me.json()).toMatchObject({ officer: { email: 'dau.tien@example.vn', role: 'administrator' } });
  });

  it('is kept only as a hash', async () => {
    const token = await createAdminLink({ db: office.db, clock });
    expect(JSON.stringify(await office.db.adminLink.findMany())).not.toContain(token);
  });

  it('works once: of ten at the same moment one gets through', async () => {
    const token = await createAdminLink({ db: office.db, clock });
    const answers = await Promise.all(Array.from({ length: 10 }, () => setUp(token)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 410)).toHaveLength(9);
  });

  it('sent again with the same request id, says yes again and makes nobody new', async () => {
    const token = await createAdminLink({ db: office.db, clock });
    const same = { requestId: randomUUID(), email: `${randomUUID()}@example.vn` };
    const answers = await Promise.all([setUp(token, same), setUp(token, same), setUp(token, same)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await office.db.user.count({ where: { email: same.email } })).toBe(1);
  });

  it.each([
    { after: 'a millisecond before 30 minutes', ms: 30 * 60_000 - 1, status: 200 },
    { after: 'at 30 minutes', ms: 30 * 60_000, status: 410 },
  ])('$after answers $status', async ({ ms, status }) => {
    const later = createTestClock('2026-11-23T02:00:00Z');
    const token = await createAdminLink({ db: office.db, clock: later });
    later.advance(ms);
    const check = await openOfficeAt(later, (other) => other.ask('/staff/api/setup/check', { body: { token } }));
    expect(check.status).toBe(status);
  });

  it('lets an administrator who forgot the password back in, and ends the old sessions', async () => {
    const forgetful = await office.hire('officer');
    const token = await createAdminLink({ db: office.db, clock });
    expect((await setUp(token, { email: forgetful.email, password: 'mat-khau-moi-tinh' })).status).toBe(200);
    expect((await office.ask('/staff/api/me', { as: forgetful.cookie })).status).toBe(401);
    const me = await office.ask('/staff/api/me', { as: await office.signIn(forgetful.email, 'mat-khau-moi-tinh') });
    expect(await me.json()).toMatchObject({ officer: { id: forgetful.id, role: 'administrator' } });
  });

  it('refuses a short password', async () => {
    const token = await createAdminLink({ db: office.db, clock });
    expect((await setUp(token, { password: 'ngan' })).status).toBe(400);
    expect((await setUp(token)).status).toBe(200);
  });
});

describe('signing in', () => {
  it('tells a wrong password and an unknown address by the same answer', async () => {
    const { email } = await office.hire('officer');
    const ask = (body: object) => office.ask('/staff/auth/sign-in', { body });
    const wrong = await ask({ email, password: 'khong-dung-dau' });
    const unknown = await ask({ email: 'khong-co-ai@example.vn', password: PASSWORD });
    expect([wrong.status, await wrong.json()]).toEqual([401, { code: 'password.wrong' }]);
    expect([unknown.status, await unknown.json()]).toEqual([401, { code: 'password.wrong' }]);
  });

  it('gives the secret to the browser only, in a cookie that scripts cannot read', async () => {
    const { email } = await office.hire('officer');
    const answer = await office.ask('/staff/auth/sign-in', { body: { email, password: PASSWORD } });
    expect(await answer.json()).toEqual({});
    for (const cookie of answer.headers.getSetCookie()) {
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      expect(cookie).toMatch(/Path=\/staff/i);
      expect(cookie).not.toMatch(/Secure/);
    }
  });

  it('marks the cookie Secure when the public address is https', async () => {
    const secure = openOffice({ url: database.url, clock, publicUrl: 'https://kc.example.vn' });
    const { email } = await office.hire('officer');
    const answer = await secure.ask('/staff/auth/sign-in', { body: { email, password: PASSWORD } });
    expect(answer.headers.getSetCookie().join()).toMatch(/__Secure-khuyen-cong.*Secure/);
    await secure.close();
  });

  it('stops the eleventh try from one address within five minutes', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const body = { email: 'doan-mo@example.vn', password: 'doan-mat-khau' };
      statuses.push((await office.ask('/staff/auth/sign-in', { body, headers })).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
  });

  it('does not let a visitor choose the address by which tries are counted', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const headers = { 'x-forwarded-for': `10.9.8.${tries}, 203.0.113.8`, 'x-khuyen-cong-client': `10.9.9.${tries}` };
      const body = { email: 'doan-mo@example.vn', password: 'doan-mat-khau' };
      statuses.push((await office.ask('/staff/auth/sign-in', { body, headers })).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('offers no way to sign up, nor any other route of the library', async () => {
    for (const path of ['sign-up/email', 'sign-in/email', 'update-user', 'delete-user', 'list-sessions', 'ok']) {
      const body = { email: 'moi@example.vn', password: PASSWORD, name: 'Moi' };
      expect((await office.ask(`/staff/auth/${path}`, { body })).status).toBe(404);
    }
  });

  it('ends the session on this machine when signing out', async () => {
    const { cookie } = await office.hire('officer');
    expect((await office.ask('/staff/auth/sign-out', { as: cookie, body: {} })).status).toBe(200);
    expect((await office.ask('/staff/api/me', { as: cookie })).status).toBe(401);
  });

  it('ends the other sessions when the password is changed, not this one', async () => {
    const { email, cookie } = await office.hire('officer');
    const elsewhere = await office.signIn(email);
    const wrong = { currentPassword: 'sai-mat-khau', newPassword: 'mat-khau-khac-han' };
    expect((await office.ask('/staff/auth/change-password', { as: cookie, body: wrong })).status).toBe(401);
    const changed = await office.ask('/staff/auth/change-password', {
      as: cookie,
      body: { currentPassword: PASSWORD, newPassword: 'mat-khau-khac-han' },
    });
    expect(changed.status).toBe(200);
    expect((await office.ask('/staff/api/me', { as: elsewhere })).status).toBe(401);
    const renewed = changed.headers.getSetCookie().map((line) => line.split(';')[0]);
    expect((await office.ask('/staff/api/me', { as: renewed.join('; ') })).status).toBe(200);
    await office.signIn(email, 'mat-khau-khac-han');
  });

  it('logs no address, password or cookie', async () => {
    const { email, cookie } = await office.hire('officer');
    await office.ask('/staff/auth/sign-in', { body: { email, password: 'khong-phai-mat-khau' } });
    expect(office.logged()).not.toContain(email);
    expect(office.logged()).not.toContain('khong-phai-mat-khau');
    expect(office.logged()).not.toContain(cookie);
  });
});

async function openOfficeAt<T>(at: typeof clock, use: (other: Office) => Promise<T>): Promise<T> {
  const other = openOffice({ url: database.url, clock: at });
  try {
    return await use(other);
  } finally {
    await other.close();
  }
}
