import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAnnouncement } from '../../records/announcements.ts';
import { pauseAccount } from '../../records/channel-accounts.ts';
import { markCutOff } from '../../records/cut-off.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z');
const DAY_MS = 24 * 3_600_000;
let database: TestDatabase;
let office: Office;
let officer: { id: string; cookie: string };

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  officer = await office.hire('officer');
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const attention = async () => (await office.ask('/staff/api/counts', { as: officer.cookie })).json();
const later = (ms: number): Date => new Date(clock.now().getTime() + ms);

it('all well is told as nothing', async () => {
  expect(await attention()).toMatchObject({
    ...{ announcementsAsked: 0, remindersFailed: 0, channels: [], quotasLow: [] },
  });
});

it('an announcement that waits for a second officer is told, a draft is not', async () => {
  const written = {
    topic: undefined,
    audience: { kind: 'all' as const, of: [] },
    officerId: officer.id,
    now: clock.now(),
  };
  for (const isAsked of [true, false]) {
    const id = randomUUID();
    await office.db.$transaction((tx) => createAnnouncement(tx, { ...written, id, text: 'Lớp mở ngày 10/12.' }));
    const asked = { confirmedById: officer.id, confirmedAt: clock.now(), approvalPeople: 900 };
    if (isAsked) await office.db.announcement.update({ where: { id }, data: asked });
  }
  expect(await attention()).toMatchObject({ announcementsAsked: 1 });
});

it('a reminder that surely did not arrive is told for seven days, to the millisecond; no other message is', async () => {
  const { personId, contactId } = await addPerson(office.db, { name: 'Mai', wroteAt: clock.now() });
  const row = (kind: string, agoMs: number, status = 'failed') => {
    const at = later(-agoMs);
    const keys = { id: randomUUID(), key: randomUUID(), personId, contactId, kind, status };
    return { ...keys, content: { text: '', choices: [] }, notBefore: at, createdAt: at, settledAt: at };
  };
  const data = [
    row('reminder', 7 * DAY_MS - 1),
    row('reminder', 7 * DAY_MS),
    row('reply', 0),
    row('reminder', 0, 'skipped'),
  ];
  await office.db.delivery.createMany({ data });
  expect(await attention()).toMatchObject({ remindersFailed: 1 });
});

it('a channel that cannot send is told with when it is tried again, a short rest is not', async () => {
  const pause = (channel: string, reason: 'quota-exhausted' | 'channel-broken' | 'rate-limited', ms: number) =>
    pauseAccount(office.db, { channel, account: '1', reason, until: later(ms), now: clock.now() });
  await pause('zalo-bot', 'quota-exhausted', DAY_MS);
  await pause('telegram', 'rate-limited', 5_000);
  await markCutOff(office.db, { channel: 'telegram', account: '2', now: clock.now() });
  expect((await attention()).channels).toEqual([
    { channel: 'telegram', reason: 'cut-off', until: null },
    { channel: 'zalo-bot', reason: 'quota-exhausted', until: later(DAY_MS).toISOString() },
  ]);
  clock.advance(DAY_MS);
  expect((await attention()).channels).toEqual([{ channel: 'telegram', reason: 'cut-off', until: null }]);
});

it('a month that is nearly used up is told from nine tenths on, and the next month is another', async () => {
  const account = { channel: 'zalo-bot', account: '9' };
  await office.db.messageQuota.create({
    data: { ...account, limit: 3_000, certainty: 'confirmed', keptAt: clock.now() },
  });
  const use = (sentInMonth: number, countedMonth = '2026-11') =>
    office.db.channelAccount.upsert({
      where: { channel_account: account },
      create: { ...account, sentInMonth, countedMonth },
      update: { sentInMonth, countedMonth },
    });
  await use(2_699);
  expect(await attention()).toMatchObject({ quotasLow: [] });
  await use(2_700);
  expect(await attention()).toMatchObject({ quotasLow: [{ channel: 'zalo-bot', left: 300 }] });
  await use(3_000, '2026-10');
  expect(await attention()).toMatchObject({ quotasLow: [] });
});
