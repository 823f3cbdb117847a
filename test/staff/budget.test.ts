import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countSentMessages } from '../../records/channel-accounts.ts';
import { addDelivery } from '../../records/deliveries.ts';
import { keepFirstQuota } from '../../records/message-quotas.ts';
import { createWindow } from '../../records/windows.ts';
import type { describeBudget, ReminderCall } from '../../staff/budget/describe-budget.ts';
import { addReaders, EVERYBODY } from '../support/announced.ts';
import { addCertificate } from '../support/certificates.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { sendRequest, TAI_HOAN } from '../support/establishments.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const NOW = '2026-11-23T02:00:00Z';
const KEY = { channel: 'zalo-bot', account: '4286' };
const clock = createTestClock(NOW);
let database: TestDatabase;
let office: Office;
let administrator: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  ({ cookie: administrator } = await office.hire('administrator', 'Hoàng Văn Bình'));
});
afterAll(async () => {
  await office.close();
  await database.drop();
});
beforeEach(async () => {
  clock.set(NOW);
  const { db } = office;
  await db.delivery.deleteMany();
  await db.applicationWindow.deleteMany();
  await db.person.deleteMany();
  await db.messageQuota.deleteMany();
  await db.channelAccount.deleteMany();
  await keepFirstQuota(db, { ...KEY, limit: 3000, now: clock.now() });
});

type Budget = Awaited<ReturnType<typeof describeBudget>>;
const look = async (): Promise<Budget> =>
  (await office.ask('/staff/api/budget', { as: administrator })).json() as Promise<Budget>;
const keep = (quota: object, requestId: string = randomUUID()) =>
  office.ask('/staff/api/budget', { as: administrator, method: 'PUT', body: { requestId, ...KEY, quota } });
const checked = { limit: 5000, reserve: 1000, certainty: 'verified', checkedOn: '2026-11-23' };

describe('the quota of an account', () => {
  it('is at first what the settings say, unchecked, and follows them until an administrator writes it down', async () => {
    expect((await look()).accounts).toMatchObject([
      {
        limit: 3000,
        certainty: 'secondary',
        checkedOn: null,
        isUnchecked: true,
        kept: 600,
        left: 2400,
        leftOfAll: 3000,
      },
    ]);
    await keepFirstQuota(office.db, { ...KEY, limit: 4000, now: clock.now() });
    expect((await look()).accounts).toMatchObject([{ limit: 4000 }]);
    expect((await keep(checked)).status).toBe(200);
    await keepFirstQuota(office.db, { ...KEY, limit: 3000, now: clock.now() });
    expect((await look()).accounts).toMatchObject([{ ...checked, checkedBy: 'Hoàng Văn Bình', isUnchecked: false }]);
  });

  it('is written down once for a repeat, with who did it and what it is', async () => {
    const requestId = randomUUID();
    for (const _ of [1, 2]) expect((await keep(checked, requestId)).status).toBe(200);
    const entries = await office.db.auditEntry.findMany({ where: { action: 'quota.kept', id: requestId } });
    expect(entries).toMatchObject([{ subjectId: 'zalo-bot/4286', data: checked }]);
  });

  it('is to be checked again after 35 days, and not on the 35th', async () => {
    await keep(checked);
    clock.set('2026-12-28T02:00:00Z');
    expect((await look()).accounts[0]?.isUnchecked).toBe(false);
    clock.set('2026-12-29T02:00:00Z');
    expect((await look()).accounts[0]?.isUnchecked).toBe(true);
  });

  it('takes no day that has not come, and no reserve above the limit', async () => {
    expect((await keep({ ...checked, checkedOn: '2026-11-24' })).status).toBe(400);
    expect((await keep({ ...checked, reserve: 5001 })).status).toBe(400);
    expect((await look()).accounts).toMatchObject([{ limit: 3000 }]);
  });

  it('keeps for replies a month of the busiest week before this one, where nobody settled it', async () => {
    const [reader] = await addReaders(office.db, 1, { ...KEY, now: clock.now() });
    const { personId = '', contactId = '' } = reader ?? {};
    const sent = (at: string, count: number) =>
      office.db.delivery.createMany({
        data: Array.from({ length: count }, () => ({
          ...{ id: randomUUID(), key: randomUUID(), personId, contactId, kind: 'reply', status: 'sent', content: {} },
          ...{ notBefore: new Date(at), createdAt: new Date(at), settledAt: new Date(at) },
        })),
      });
    await sent('2026-10-28T02:00:00Z', 210);
    await sent('2026-10-14T02:00:00Z', 100);
    // This month does not count: what is kept stays the same all month.
    await sent('2026-11-10T02:00:00Z', 500);
    expect((await look()).accounts).toMatchObject([{ suggested: 900, kept: 900 }]);
  });
});

describe('the plan of the month', () => {
  it('says what is left for what, and whom channels without a quota reach', async () => {
    await addReaders(office.db, 2, { ...KEY, now: clock.now() });
    await addReaders(office.db, 3, { now: clock.now(), channel: 'telegram' });
    await countSentMessages(office.db, { ...KEY, month: '2026-11', count: 700 });
    const budget = await look();
    expect(budget.accounts).toMatchObject([
      { sent: 700, replies: 700, started: 0, leftOfAll: 2300, left: 2300, people: 2 },
    ]);
    expect(budget.free).toEqual([{ channel: 'telegram', account: 'test', people: 3 }]);
  });

  it.each<[string, string, string, number]>([
    ['whose round is on the last day of the month', '2026-12-30', 'zalo-bot', 2],
    ['whose round is on the first of the next', '2026-12-31', 'zalo-bot', 1],
    ['whose people are reached without a quota', '2026-12-30', 'telegram', 0],
  ])('counts the reminders to come of a certificate %s', async (_name, validUntil, channel, coming) => {
    const { personId, contactId } = await addPerson(office.db, { name: 'Hoan', wroteAt: clock.now(), channel });
    await office.db.contact.update({ where: { id: contactId }, data: { account: KEY.account } });
    const { establishmentId } = await sendRequest(office.db, { personId, values: TAI_HOAN, at: clock.now() });
    // Entered after its 90 days, so one round is due at once; the next is 30 days before its end.
    await addCertificate(office.db, establishmentId, { validUntil, now: clock.now() });
    const [account] = (await look()).accounts;
    const sum = account?.kinds.reduce((total, kind) => total + kind.coming, 0);
    expect(sum).toBe(coming);
  });

  it('stands in the confirmation of an announcement: what is kept, what is to come, and for how many there is room', async () => {
    await keep({ ...checked, limit: 10, reserve: 7 });
    await addReaders(office.db, 5, { ...KEY, now: clock.now() });
    const answer = await office.ask('/staff/api/announcements/count', {
      as: administrator,
      body: { audience: EVERYBODY },
    });
    expect(await answer.json()).toMatchObject({
      reachable: 5,
      zaloMonth: { limit: 10, sent: 0, kept: 7, coming: 0, room: 3, checkedOn: '2026-11-23', isUnchecked: false },
    });
  });
});

describe('whom to phone in place of a reminder', () => {
  const unsent = async (
    who: { personId: string; contactId: string },
    more: { key: string; windowId?: string; status?: string },
  ) => {
    const id = randomUUID();
    const { key, windowId, status = 'skipped' } = more;
    await addDelivery(office.db, {
      ...{ id, key: `${key}/${who.contactId}`, ...who, kind: 'reminder', windowId, windowVersion: windowId && 1 },
      ...{ content: { text: 'nhắc', choices: [] }, notBefore: clock.now(), now: clock.now() },
    } as Parameters<typeof addDelivery>[1]);
    await office.db.delivery.update({ where: { id }, data: { status, reason: status === 'sent' ? null : 'budget' } });
  };
  const someone = async (name: string, phone: string) => {
    const person = await addPerson(office.db, { name, wroteAt: clock.now(), channel: 'zalo-bot' });
    const commune = { commune: 'Xã Côn Minh', province: 'Tỉnh Thái Nguyên' };
    const answers = { 'contact-name': name, commune, phone };
    await addRequest(office.db, { personId: person.personId, code: `KC-${phone}`, at: clock.now(), answers });
    return person;
  };
  const calls = async (): Promise<ReminderCall[]> => {
    const answer = await office.ask('/staff/api/budget/calls', { as: administrator });
    return ((await answer.json()) as { people: ReminderCall[] }).people;
  };

  it('is told with name, place and phone, near deadlines first; not who was reminded after all, nor of what closed', async () => {
    const [an, binh, chi] = [
      await someone('An', '0900000001'),
      await someone('Bình', '0900000002'),
      await someone('Chi', '0900000003'),
    ];
    const window = async (closesAt: string): Promise<string> => {
      const id = randomUUID();
      await office.db.$transaction((tx) =>
        createWindow(tx, {
          ...{ id, programme: 'advanced-equipment', note: '', provinceCodes: [], communeCodes: [] },
          ...{ opensAt: new Date('2026-11-01T02:00:00Z'), closesAt: new Date(closesAt), now: clock.now() },
        }),
      );
      return id;
    };
    const near = await window('2026-11-25T10:00:00Z');
    const over = await window('2026-11-22T10:00:00Z');
    await unsent(an, { key: `reminder/draft/${randomUUID()}/first` });
    await unsent(binh, { key: `reminder/window/${near}/v1/3-days`, windowId: near });
    await unsent(an, { key: `reminder/window/${over}/v1/1-day`, windowId: over });
    await unsent(chi, { key: `reminder/window/${near}/v1/3-days`, windowId: near });
    await unsent(chi, { key: `reminder/window/${near}/v1/1-day`, windowId: near, status: 'sent' });
    expect((await calls()).map(({ name, phone, commune, about }) => [name, phone, commune, about])).toEqual([
      ['Bình', '0900000002', 'Xã Côn Minh', 'window'],
      ['An', '0900000001', 'Xã Côn Minh', 'draft'],
    ]);
    expect(await office.db.auditEntry.count({ where: { action: 'budget.calls-read' } })).toBe(1);
  });
});
