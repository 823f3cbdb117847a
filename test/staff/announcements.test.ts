import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Condition } from '../../core/audience/condition.ts';
import { countSentMessages } from '../../records/channel-accounts.ts';
import { addReaders, EVERYBODY, planSlice } from '../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const clock = createTestClock('2026-11-23T02:00:00Z'); // 09:00 in the office
const TEXT = 'Bà con chú ý: lớp tập huấn mở ngày 10/12.';
let database: TestDatabase;
let office: Office;
let as: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  as = (await office.hire('officer', 'Hoàng Văn Bình')).cookie;
});
beforeEach(async () => {
  clock.set('2026-11-23T02:00:00Z');
  await office.db.$executeRaw`TRUNCATE "Person", "Announcement", "AuditEntry" CASCADE`;
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

/** Of what the API answers, the parts that are read on; each answer has some of them. */
type Body = Record<string, unknown> & {
  id: string;
  updatedAt: string;
  nextCursor: string;
  items: { text: string }[];
  previews: { channel: string; parts: string[]; buttons: string[] }[];
  ledger: Record<'targeted' | 'sent' | 'failed' | 'skipped' | 'ambiguous' | 'waiting', number>;
};
type Answer = { status: number; body: Body };
async function ask(path: string, body?: object): Promise<Answer> {
  const answer = await office.ask(`/staff/api/announcements${path}`, { as, body });
  return { status: answer.status, body: (await answer.json()) as Body };
}
const once = () => ({ requestId: randomUUID() });
const read = async (id: string) => (await ask(`/${id}`)).body;
async function draft(audience: Condition = EVERYBODY, text = TEXT): Promise<string> {
  return (await ask('', { ...once(), text, audience })).body.id;
}
const perform = async (id: string, deed: object, more: object = once()): Promise<Answer> =>
  await ask(`/${id}/deeds`, { ...more, deed });
const confirm = async (id: string): Promise<Answer> =>
  await perform(id, { kind: 'confirmed', seenAt: (await read(id)).updatedAt });

describe('the life of an announcement', () => {
  it('draft, held, sending, stopped: each state allows its own, and the audit tells who did what', async () => {
    await addReaders(office.db, 3, { now: clock.now() });
    const id = await draft();
    expect(await read(id)).toMatchObject({ state: 'draft', actions: ['change', 'delete', 'confirm'] });
    const change = { kind: 'changed', text: `${TEXT} Miễn phí.`, audience: EVERYBODY };
    expect((await perform(id, { ...change, seenAt: (await read(id)).updatedAt })).status).toBe(200);

    expect((await confirm(id)).status).toBe(200);
    const held = await read(id);
    expect(held).toMatchObject({ state: 'held', actions: ['take-back'], leavesAt: '2026-11-23T02:05:00.000Z' });
    expect(held).toMatchObject({ confirmedBy: 'Hoàng Văn Bình', text: `${TEXT} Miễn phí.` });
    expect((await perform(id, { kind: 'taken-back' })).status).toBe(200);
    expect(await read(id)).toMatchObject({ state: 'draft', confirmedBy: null, leavesAt: null });

    await confirm(id);
    clock.advance(5 * 60_000);
    await planSlice(office.db, { id, now: clock.now() });
    const ledger = { targeted: 3, waiting: 3 };
    expect(await read(id)).toMatchObject({ state: 'sending', actions: ['pause', 'stop'], ledger });
    expect((await perform(id, { kind: 'paused' })).status).toBe(200);
    expect(await read(id)).toMatchObject({
      state: 'paused',
      actions: ['resume', 'stop'],
      pausedBy: 'Hoàng Văn Bình',
      ledger,
    });
    expect((await perform(id, { kind: 'resumed' })).status).toBe(200);
    expect(await read(id)).toMatchObject({ state: 'sending', pausedAt: null, ledger });
    expect((await perform(id, { kind: 'stopped' })).status).toBe(200);
    const stopped = await read(id);
    expect(stopped).toMatchObject({ state: 'stopped', actions: [], stoppedBy: 'Hoàng Văn Bình' });
    expect(stopped.ledger).toMatchObject({ targeted: 3, waiting: 0, skipped: 3, skippedBy: { stopped: 3 } });

    const audit = await office.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } });
    expect(audit.map(({ action }) => action).sort()).toEqual(
      ['created', 'changed', 'confirmed', 'taken-back', 'confirmed', 'paused', 'resumed', 'stopped']
        .map((deed) => `announcement.${deed}`)
        .sort(),
    );
    expect(JSON.stringify(audit)).not.toContain('tập huấn');
    expect(office.logged()).not.toContain('tập huấn');
  });

  it('is refused what its state does not allow, and nothing changes', async () => {
    const id = await draft();
    for (const kind of ['taken-back', 'stopped', 'paused', 'resumed']) {
      expect(await perform(id, { kind })).toEqual({ status: 409, body: { code: 'announcement.not-allowed' } });
    }
    await confirm(id);
    const before = await read(id);
    const { updatedAt: seenAt } = before;
    for (const deed of [
      { kind: 'changed', text: 'khác', audience: EVERYBODY, seenAt },
      { kind: 'confirmed', seenAt },
      { kind: 'deleted' },
      { kind: 'stopped' },
    ]) {
      expect(await perform(id, deed)).toEqual({ status: 409, body: { code: 'announcement.not-allowed' } });
    }
    expect(await read(id)).toEqual(before);
  });

  it('the same request twice changes nothing', async () => {
    const request = once();
    const body = { ...request, text: TEXT, audience: EVERYBODY };
    const [first, second] = [await ask('', body), await ask('', body)];
    expect(second.body).toEqual(first.body);
    expect(await office.db.announcement.count()).toBe(1);
    const { id } = first.body;
    const seenAt = (await read(id)).updatedAt;
    const again = once();
    await perform(id, { kind: 'confirmed', seenAt }, again);
    clock.advance(60_000);
    expect((await perform(id, { kind: 'confirmed', seenAt }, again)).status).toBe(200);
    expect((await read(id)).leavesAt).toBe('2026-11-23T02:05:00.000Z');
  });

  it('leaves only as the officer saw it: a colleague’s change in between is told', async () => {
    const id = await draft();
    const { updatedAt: seenAt } = await read(id);
    expect((await perform(id, { kind: 'changed', text: 'khác', audience: EVERYBODY, seenAt })).status).toBe(200);
    expect(await perform(id, { kind: 'confirmed', seenAt })).toEqual({
      status: 409,
      body: { code: 'announcement.changed' },
    });
    expect((await read(id)).state).toBe('draft');
  });

  it('a draft can be deleted; the list shows the latest first, page by page', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      clock.advance(1000);
      ids.push(await draft(EVERYBODY, `Tin ${index}`));
    }
    await perform(ids[1] ?? '', { kind: 'deleted' });
    const first = (await ask('?limit=1')).body;
    expect(first.items.map(({ text }) => text)).toEqual(['Tin 2']);
    const second = (await ask(`?limit=1&cursor=${first.nextCursor}`)).body;
    expect(second.items.map(({ text }) => text)).toEqual(['Tin 0']);
    expect(second.nextCursor).toBeUndefined();
    expect((await ask(`/${ids[1]}`)).status).toBe(404);
  });
});

describe('before it leaves', () => {
  it('counts by channel whom it would reach, and why it would not reach the others; planning writes to just as many', async () => {
    const { db } = office;
    const now = clock.now();
    const people = await addReaders(db, 4, { now, channel: 'zalo-bot', account: 'x' });
    await addReaders(db, 2, { now, channel: 'telegram', account: 'x' });
    await addReaders(db, 3, { now, wantsNews: false });
    await addReaders(db, 1, { now, channel: 'sample' });
    await db.person.updateMany({ where: { contacts: { some: { channel: 'sample' } } }, data: { isSample: true } });
    await db.contact.update({ where: { id: people[0]?.contactId }, data: { state: 'unreachable' } });
    const count = (await ask('/count', { audience: EVERYBODY })).body;
    expect(count).toMatchObject({ reachable: 5, noNews: 3, unreachable: 1, zaloMonth: null });
    expect(count.channels).toEqual([
      { channel: 'zalo-bot', people: 3 },
      { channel: 'telegram', people: 2 },
    ]);
    expect(count.wouldLeaveAt).toBe('2026-11-23T02:05:00.000Z');

    const id = await draft();
    await confirm(id);
    clock.advance(5 * 60_000);
    await planSlice(db, { id, now: clock.now() });
    expect((await read(id)).ledger.targeted).toBe(5);
  });

  it('offers the communes and topics that there are among people, with how many', async () => {
    const { db } = office;
    const { personId } = await addPerson(db, { wroteAt: clock.now() });
    const place = { communeCode: '02185', commune: 'Xã Côn Minh', provinceCode: '19', province: 'Tỉnh Thái Nguyên' };
    await addRequest(db, { personId, code: 'KC-2026-0001', at: clock.now(), answers: { commune: place } });
    await db.personInterest.create({ data: { personId, topic: 'machine', lastAskedAt: clock.now() } });
    const { body } = await ask('/choices');
    expect(body.programmes).toContain('advanced-equipment');
    expect(body.communes).toEqual([{ code: '02185', name: 'Xã Côn Minh', province: 'Tỉnh Thái Nguyên', people: 1 }]);
    expect(body.topics).toEqual([{ topic: 'machine', people: 1 }]);
  });

  it('to a topic reaches who asked about one of them and wants news, and nobody else; stopped in the middle, its sum stays exact', async () => {
    const { db } = office;
    const now = clock.now();
    const readers = await addReaders(db, 5, { now });
    const silent = await addReaders(db, 1, { now, wantsNews: false });
    const topics = ['machine', 'machine', 'fair', 'farming'];
    const asked = [...topics.map((topic, index) => ({ topic, personId: readers[index]?.personId ?? '' }))];
    asked.push({ topic: 'fair', personId: readers[0]?.personId ?? '' });
    asked.push({ topic: 'machine', personId: silent[0]?.personId ?? '' });
    await db.personInterest.createMany({ data: asked.map((each) => ({ ...each, lastAskedAt: now })) });
    const audience: Condition = { kind: 'all', of: [{ kind: 'topic', isOneOf: ['machine', 'fair'] }] };
    expect((await ask('/count', { audience })).body).toMatchObject({ reachable: 3, noNews: 1 });

    const id = await draft(audience);
    await confirm(id);
    clock.advance(5 * 60_000);
    await planSlice(db, { id, now: clock.now() });
    const written = await db.delivery.findMany({ where: { announcementId: id } });
    const meant = readers.slice(0, 3).map(({ personId }) => personId);
    expect(written.map(({ personId }) => personId).sort()).toEqual(meant.sort());
    expect((await read(id)).ledger).toMatchObject({ targeted: 3, waiting: 3, sent: 0 });

    await db.delivery.update({ where: { id: written[0]?.id }, data: { status: 'sent' } });
    expect((await read(id)).ledger).toMatchObject({ targeted: 3, waiting: 2, sent: 1 });
    expect((await perform(id, { kind: 'stopped' })).status).toBe(200);
    const { state, ledger } = await read(id);
    expect(state).toBe('stopped');
    expect(ledger).toMatchObject({ targeted: 3, waiting: 0, sent: 1, skipped: 2, skippedBy: { stopped: 2 } });
    expect(ledger.sent + ledger.failed + ledger.skipped + ledger.ambiguous + ledger.waiting).toBe(ledger.targeted);
  });

  it('shows the messages of each channel, and into how many a long text splits', async () => {
    const long = `${'Bà con xem kỹ từng dòng dưới đây. '.repeat(80)}\nHết.`;
    const short = (await ask('/preview', { text: TEXT })).body.previews;
    expect(short.map(({ channel, parts }) => [channel, parts.length])).toEqual([
      ['zalo-bot', 1],
      ['telegram', 1],
      ['web-chat', 1],
    ]);
    expect(short[0]?.parts[0]).toBe(`${TEXT}\n\nKhông muốn nhận tin của trung tâm nữa, anh/chị gõ: dừng nhận tin`);
    const { previews } = (await ask('/preview', { text: long })).body;
    expect(previews[0]?.parts).toHaveLength(2);
    expect(previews[0]?.parts.every((part) => part.length <= 2000)).toBe(true);
    expect(previews[1]?.parts).toHaveLength(1);
  });

  it('shows choices as buttons where the channel has them, and as numbers elsewhere', async () => {
    const { previews } = (await ask('/preview', { text: TEXT, choices: ['register', 'remind'] })).body;
    const [zalo, telegram, page] = previews;
    expect(zalo?.parts[0]).toContain('1. Đăng ký\n2. Nhắc tôi');
    expect(zalo?.buttons).toEqual([]);
    for (const one of [telegram, page]) {
      expect(one?.parts[0]).not.toContain('1. Đăng ký');
      expect(one?.buttons).toEqual(['Đăng ký', 'Nhắc tôi']);
    }
  });

  it.each([
    ['gọi 0900 000 001 gặp chị Lan', ['phone']],
    ['gọi +84900000001', ['phone']],
    ['căn cước 001099000001', ['personal-id']],
    ['hỗ trợ 300.000.000 đồng, hạn 27/11/2026', []],
    ['Thông tư 28/2018/TT-BTC', []],
  ])('warns of "%s" what looks like somebody’s: %j', async (text, found) => {
    expect((await ask('/preview', { text })).body.personalNumbers).toEqual(found);
  });

  it('tells what is left of the month’s messages on Zalo', async () => {
    const zalo = { account: '4286', monthlyLimit: 3000 };
    const other = openOffice({ url: database.url, clock, zalo });
    const { cookie } = await other.hire('officer');
    await countSentMessages(other.db, { channel: 'zalo-bot', account: '4286', month: '2026-11', count: 1200 });
    const answer = await other.ask('/staff/api/announcements/count', { as: cookie, body: { audience: EVERYBODY } });
    expect(await answer.json()).toMatchObject({ zaloMonth: { limit: 3000, sent: 1200 } });
    await other.close();
  });

  it('refuses an audience or a text that cannot be meant', async () => {
    expect((await ask('/count', { audience: { kind: 'everybody' } })).status).toBe(400);
    expect((await ask('', { ...once(), text: ' ', audience: EVERYBODY })).status).toBe(400);
    expect((await ask('', { ...once(), text: 'x'.repeat(4001), audience: EVERYBODY })).status).toBe(400);
  });
});
