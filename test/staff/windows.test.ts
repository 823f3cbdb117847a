import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAMMES } from '../../core/programmes/programmes.ts';
import { wishReminders } from '../../records/reminder-wishes.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest } from '../support/office-people.ts';
import { addCentre, createTestClock } from '../support/test-bot.ts';

const at = (text: string): string => new Date(`${text.replace(' ', 'T')}+07:00`).toISOString();
const clock = createTestClock('2026-11-23T02:00:00Z');
const FIELDS = {
  programme: 'advanced-equipment',
  opensAt: at('2026-12-01 08:00'),
  closesAt: at('2026-12-25 17:00'),
  communeCodes: [] as string[],
  note: '',
};
let database: TestDatabase;
let office: Office;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  cookie = (await office.hire('officer')).cookie;
});
beforeEach(async () => {
  clock.set('2026-11-23T02:00:00Z');
  await office.db.delivery.deleteMany();
  await office.db.applicationWindow.deleteMany();
  await office.db.person.deleteMany();
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const ask = async (path: string, body?: object) => {
  const answer = await office.ask(`/staff/api/windows${path}`, { as: cookie, body });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & { code?: string } };
};
const enter = async (fields: object = {}): Promise<string> => {
  const { body } = await ask('', { requestId: randomUUID(), ...FIELDS, ...fields });
  return String(body.id);
};
const windowOf = async (id: string) => (await ask(`/${id}`)).body.window as Record<string, unknown>;

describe('a window', () => {
  it('is entered once, however often the same request comes', async () => {
    const body = { requestId: randomUUID(), ...FIELDS };
    const [first, second] = await Promise.all([ask('', body), ask('', body)]);
    expect([first.status, second.body]).toEqual([200, first.body]);
    expect(await office.db.applicationWindow.count()).toBe(1);
    expect(await windowOf(String(first.body.id))).toMatchObject({
      state: 'coming',
      next: { which: 'opening', leavesAt: at('2026-12-01 08:00') },
      coming: [
        { which: 'opening' },
        { which: '14-days' },
        { which: '7-days' },
        { which: '3-days' },
        { which: '1-day' },
        { which: '3-hours' },
      ],
    });
  });

  it.each([
    ['closing before it opens', { closesAt: at('2026-11-30 17:00') }, 400, 'window.closes-before-opening'],
    [
      'over already',
      { opensAt: at('2026-11-01 08:00'), closesAt: at('2026-11-20 17:00') },
      400,
      'window.closes-in-past',
    ],
    ['of some hours', { closesAt: at('2026-12-01 17:00') }, 400, 'window.too-short'],
    ['in ten years', { closesAt: at('2036-12-25 17:00') }, 400, 'window.too-far'],
    ['for a programme that is none', { programme: 'x' }, 400, 'request.invalid'],
    ['with a note that is too long', { note: 'a'.repeat(201) }, 400, 'request.invalid'],
  ])('%s is refused', async (_, fields, status, code) => {
    expect(await ask('', { requestId: randomUUID(), ...FIELDS, ...fields })).toEqual({ status, body: { code } });
    expect(await office.db.applicationWindow.count()).toBe(0);
  });

  it('of another kind is for its programmes only, reminds as its kind does, and is kept with its rule and its line in English', async () => {
    expect(await ask('', { requestId: randomUUID(), ...FIELDS, kind: 'enrolment' })).toMatchObject({ status: 400 });
    const id = await enter({ kind: 'voting', programme: 'typical-rural-product', noteEn: 'Bring the product.' });
    expect(await windowOf(id)).toMatchObject({
      ...{ kind: 'voting', noteEn: 'Bring the product.', rule: { opening: true, whom: ['wished', 'dossier'] } },
      coming: [{ which: 'opening' }, { which: '1-day' }, { which: '3-hours' }],
    });
    const rule = { opening: false, before: ['3-hours', '2-days'], whom: ['wished'] };
    const { body } = await ask('/preview', { id, ...FIELDS, kind: 'voting', programme: 'typical-rural-product', rule });
    expect(body).toMatchObject({ isSame: true, rounds: [{ which: '2-days' }, { which: '3-hours' }] });
    const { programme: _, ...fields } = FIELDS;
    expect((await ask(`/${id}/change`, { requestId: randomUUID(), version: 1, ...fields, rule })).status).toBe(200);
    expect(await windowOf(id)).toMatchObject({
      version: 1,
      rule: { ...rule, before: ['2-days', '3-hours'] },
      kind: 'voting',
    });
    const wrong = { ...rule, before: ['soon'] };
    expect((await ask(`/${id}/change`, { requestId: randomUUID(), version: 1, ...fields, rule: wrong })).status).toBe(
      400,
    );
  });

  it('is changed only from the version that the officer saw, and the same request twice is one change', async () => {
    const id = await enter();
    const change = { requestId: randomUUID(), version: 1, ...FIELDS, closesAt: at('2026-12-28 17:00') };
    expect((await ask(`/${id}/change`, change)).status).toBe(200);
    expect((await ask(`/${id}/change`, change)).status).toBe(200);
    expect(await windowOf(id)).toMatchObject({ version: 2, closesAt: at('2026-12-28 17:00') });
    expect(await ask(`/${id}/change`, { ...change, requestId: randomUUID() })).toEqual({
      status: 409,
      body: { code: 'window.changed-meanwhile' },
    });
    expect(
      await ask(`/${id}/change`, { ...change, requestId: randomUUID(), version: 2, closesAt: FIELDS.opensAt }),
    ).toEqual({
      status: 400,
      body: { code: 'window.closes-before-opening' },
    });
  });

  it('is withdrawn once, and no more when it is over', async () => {
    const id = await enter();
    expect((await ask(`/${id}/withdraw`, { requestId: randomUUID() })).status).toBe(200);
    expect(await windowOf(id)).toMatchObject({ state: 'withdrawn' });
    expect(await ask(`/${id}/withdraw`, { requestId: randomUUID() })).toMatchObject({
      body: { code: 'window.withdrawn' },
    });
    const other = await enter();
    clock.set(at('2026-12-25 17:00'));
    expect(await ask(`/${other}/withdraw`, { requestId: randomUUID() })).toMatchObject({
      body: { code: 'window.closed' },
    });
    expect(await ask(`/${randomUUID()}/withdraw`, { requestId: randomUUID() })).toMatchObject({ status: 404 });
  });

  it('counts each of its messages once, and by themselves those of which nobody knows whether they arrived', async () => {
    const id = await enter();
    const { personId, contactId } = await addPerson(office.db, { wroteAt: clock.now() });
    const statuses = ['sent', 'sent', 'ambiguous', 'sending', 'waiting', 'failed', 'skipped'];
    const data = statuses.map((status, at) => ({
      ...{ id: randomUUID(), key: `reminder/window/${id}/v1/${at}/${contactId}`, personId, contactId, status },
      ...{ kind: 'reminder', content: { text: '', choices: [] }, windowId: id, windowVersion: 1 },
      ...{ notBefore: clock.now(), createdAt: clock.now() },
    }));
    await office.db.delivery.createMany({ data });
    const counts = { told: 1, sent: 2, ambiguous: 1, waiting: 2, failed: 1, skipped: 1 };
    expect(await windowOf(id)).toMatchObject({ counts });
    expect((await ask('')).body.windows).toMatchObject([{ id, counts }]);
  });
});

describe('a preview', () => {
  it('tells whom it is for now, and each message with its moment', async () => {
    const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
    await office.db.$transaction((tx) =>
      wishReminders(tx, { id: randomUUID(), personId, programme: 'any', now: clock.now() }),
    );
    await addPerson(office.db, { wroteAt: clock.now() });
    const { body } = await ask('/preview', { ...FIELDS, note: 'Mang theo báo giá.' });
    expect(body).toMatchObject({ fault: null, meant: 1, replaced: 0, told: 0, isSame: false });
    expect(body.rounds).toContainEqual({
      which: '3-days',
      leavesAt: at('2026-12-22 17:00'),
      isLost: false,
      text: [
        'Còn 3 ngày, đến 17 giờ thứ Sáu 25/12, là hết hạn nhận phiếu mua máy móc, thiết bị tiên tiến.',
        'Mang theo báo giá.',
        'Anh/chị gửi phiếu ngay tại đây, chỉ vài câu ngắn.',
      ].join('\n'),
      choices: ['Gửi phiếu nhu cầu', 'Mai nhắc lại', 'Đừng nhắc nữa'],
      draftLine: 'Phiếu của anh/chị còn dở, những gì đã ghi vẫn được giữ.',
      sentLine: 'Phiếu KC-… của anh/chị đã gửi rồi. Muốn xem hay bổ sung, anh/chị vào "Phiếu của tôi".',
    });
    expect((await ask('/preview', { ...FIELDS, communeCodes: ['02185'] })).body).toMatchObject({ meant: 0 });
  });

  it('of a change tells what would be replaced and who would hear of it', async () => {
    const id = await enter({ opensAt: at('2026-11-20 08:00') });
    const { personId, contactId } = await addPerson(office.db, { wroteAt: clock.now() });
    await office.db.$transaction((tx) =>
      wishReminders(tx, { id: randomUUID(), personId, programme: 'any', now: clock.now() }),
    );
    const delivery = (key: string, status: string) => ({
      ...{
        id: randomUUID(),
        key: `reminder/window/${id}/v1/${key}/${contactId}`,
        personId,
        contactId,
        kind: 'reminder',
      },
      ...{ content: { text: '', choices: [] }, status, notBefore: clock.now(), createdAt: clock.now() },
      ...{ windowId: id, windowVersion: 1 },
    });
    await office.db.delivery.createMany({ data: [delivery('opening', 'sent'), delivery('14-days', 'waiting')] });
    const { body } = await ask('/preview', {
      id,
      ...FIELDS,
      opensAt: at('2026-11-20 08:00'),
      closesAt: at('2026-12-30 17:00'),
    });
    expect(body).toMatchObject({ fault: null, meant: 1, replaced: 1, told: 1, isSame: false });
    expect(body.rounds).toMatchObject([
      { which: 'changed', text: expect.stringContaining('Hạn mới là 17 giờ thứ Tư 30/12 (còn 37 ngày)') },
      ...['14-days', '7-days', '3-days', '1-day', '3-hours'].map((which) => ({ which })),
    ]);
    const same = await ask('/preview', { id, ...FIELDS, opensAt: at('2026-11-20 08:00'), note: 'Mới' });
    expect(same.body).toMatchObject({ isSame: true, replaced: 0, told: 0 });
  });
});

it('the list names the communes; a page counts what was sent and the requests that came in within', async () => {
  const id = await enter({ opensAt: at('2026-11-20 08:00'), communeCodes: ['02185'] });
  const { personId } = await addPerson(office.db, { wroteAt: clock.now() });
  for (const [code, time] of [
    ['KC-2026-0001', '2026-11-20 07:59'],
    ['KC-2026-0002', '2026-11-20 08:00'],
  ] as const) {
    const request = await addRequest(office.db, { personId, code, at: new Date(at(time)) });
    await office.db.application.update({ where: { id: request }, data: { programme: 'advanced-equipment' } });
  }
  const { body } = await ask('');
  expect(body.windows).toMatchObject([
    { id, state: 'open', communes: ['Xã Côn Minh'], counts: { sent: 0, waiting: 0 } },
  ]);
  expect(await windowOf(id)).toMatchObject({ requests: 1, past: [], meant: 0 });
  const choices = (await ask('/choices')).body;
  expect(choices.programmes).toEqual(PROGRAMMES.map((programme) => programme.id));
  expect(choices.programmes).toContain('trademark');
  expect(choices.communes).toContainEqual({ code: '02185', name: 'Xã Côn Minh' });
  const areas = [{ name: 'Bắc Kạn', communeCodes: expect.arrayContaining(['02185']) }, { name: 'Thái Nguyên' }];
  expect(choices.formerProvinces).toMatchObject(areas);
});
