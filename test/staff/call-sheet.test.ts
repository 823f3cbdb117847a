import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeBackAnnouncement } from '../../records/announcements.ts';
import { announce, EVERYBODY, planSlice } from '../support/announced.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest, type Neighbour } from '../support/office-people.ts';
import { readWorkbook } from '../support/read-office-files.ts';
import { createTestClock } from '../support/test-bot.ts';

const NOW = '2026-11-23T02:00:00Z';
const clock = createTestClock(NOW);
let database: TestDatabase;
let office: Office;
let officer: { id: string; cookie: string };
beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  officer = await office.hire('officer', 'Hoàng Văn Bình');
});
beforeEach(async () => {
  clock.set(NOW);
  await office.db.$executeRaw`TRUNCATE "Person", "Announcement", "AuditEntry" CASCADE`;
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const place = (commune: string) => ({ communeCode: '02185', commune, province: 'Tỉnh Thái Nguyên' });

/** Somebody who wants news and has sent a request. */
async function neighbour(name: string, more: { commune?: string; phone?: string } = {}): Promise<Neighbour> {
  const { commune = 'Xã Côn Minh', phone = '0900000001' } = more;
  const person = await addPerson(office.db, { name: `${name} trên máy`, wroteAt: clock.now() });
  await office.db.person.update({ where: { id: person.personId }, data: { wantsNews: true } });
  const answers = { commune: place(commune), 'contact-name': name, establishment: `Cơ sở ${name}`, phone };
  await addRequest(office.db, { personId: person.personId, code: `KC-2026-${name}`, at: clock.now(), answers });
  return person;
}
async function planned(): Promise<string> {
  const { id } = await announce(office.db, { now: clock.now() });
  clock.advance(5 * 60_000);
  await planSlice(office.db, { id, now: clock.now() });
  return id;
}
const become = async (id: string, { personId }: Neighbour, data: object): Promise<void> => {
  await office.db.delivery.updateMany({ where: { announcementId: id, personId }, data });
};

type Sheet = {
  saidStop: number;
  waiting: number;
  communes: { place: string; people: { name: string; establishment: string; phone: string; why: string }[] }[];
};
const ask = (path: string) => office.ask(`/staff/api/announcements${path}`, { as: officer.cookie });
const read = async (id: string): Promise<Sheet> => (await (await ask(`/${id}/calls`)).json()) as Sheet;
const listed = ({ communes }: Sheet) =>
  communes.flatMap((commune) => commune.people.map(({ name, why }) => [commune.place, name, why]));

describe('the call sheet of an announcement', () => {
  it('names by commune, with phone and reason, each whom it did not reach, and nobody else', async () => {
    const names = ['An', 'Bình', 'Chi', 'Dung', 'Em', 'Giang', 'Hoa', 'Khánh'];
    const people = new Map<string, Neighbour>();
    for (const name of names) {
      people.set(name, await neighbour(name, { commune: name === 'Chi' ? 'Xã Bạch Thông' : undefined }));
    }
    const get = (name: string): Neighbour => people.get(name) ?? { personId: '', contactId: '' };
    const silent = await neighbour('Lan');
    await office.db.contact.update({ where: { id: silent.contactId }, data: { state: 'unreachable' } });
    const neverAsked = await neighbour('Minh');
    await office.db.person.update({ where: { id: neverAsked.personId }, data: { wantsNews: false } });

    const id = await planned();
    await become(id, get('An'), { status: 'sent' });
    await become(id, get('Bình'), { status: 'failed', reason: 'blocked' });
    await become(id, get('Chi'), { status: 'ambiguous', reason: 'timeout' });
    await become(id, get('Dung'), { status: 'skipped', reason: 'stopped' });
    await become(id, get('Em'), { status: 'skipped', reason: 'said-stop' });
    await office.db.person.update({ where: { id: get('Em').personId }, data: { wantsNews: false } });
    await become(id, get('Giang'), { status: 'skipped', reason: 'told-already' });
    await become(id, get('Hoa'), { status: 'failed', reason: 'gave-up' });
    await office.db.person.update({ where: { id: get('Hoa').personId }, data: { erasedAt: clock.now() } });

    const sheet = await read(id);
    expect(listed(sheet)).toEqual([
      ['Xã Bạch Thông, Tỉnh Thái Nguyên', 'Chi', 'ambiguous'],
      ['Xã Côn Minh, Tỉnh Thái Nguyên', 'Bình', 'failed'],
      ['Xã Côn Minh, Tỉnh Thái Nguyên', 'Dung', 'stopped'],
      ['Xã Côn Minh, Tỉnh Thái Nguyên', 'Lan', 'unreachable'],
    ]);
    expect(sheet).toMatchObject({ saidStop: 1, waiting: 1 });
    expect(sheet.communes[0]?.people[0]).toMatchObject({ establishment: 'Cơ sở Chi', phone: '0900000001' });
    expect(office.logged()).not.toContain('0900000001');
  });

  it('leaves out who has it by another of their channels, and the number of who took the consent to it back', async () => {
    const [joined, back] = [await neighbour('An'), await neighbour('Bình')];
    const id = await planned();
    await become(id, joined, { status: 'failed', reason: 'blocked' });
    await become(id, back, { status: 'failed', reason: 'blocked' });
    const [message] = await office.db.delivery.findMany({ where: { personId: joined.personId } });
    await office.db.delivery.create({
      data: {
        ...{ id: randomUUID(), key: randomUUID(), personId: joined.personId, contactId: joined.contactId },
        ...{ kind: 'announcement', content: message?.content ?? {}, status: 'sent', announcementId: id },
        ...{ notBefore: clock.now(), createdAt: clock.now() },
      },
    });
    const consent = { purpose: 'request', textVersion: '1', granted: true, channel: 'web-chat', at: clock.now() };
    const { personId } = back;
    await office.db.consentRecord.create({
      data: { id: randomUUID(), personId, ...consent, withdrawnAt: clock.now() },
    });
    const { communes } = await read(id);
    expect(communes).toEqual([
      { place: '', people: [{ personId, name: 'Bình trên máy', establishment: '', phone: '', why: 'failed' }] },
    ]);
  });

  it('is empty before anything is written down, also when somebody cannot be reached', async () => {
    const silent = await neighbour('Lan');
    await office.db.contact.update({ where: { id: silent.contactId }, data: { state: 'unreachable' } });
    const { id } = await announce(office.db, { now: clock.now() });
    expect((await read(id)).communes).toEqual([]);
    await office.db.$transaction((tx) => takeBackAnnouncement(tx, { id, now: clock.now() }));
    expect((await read(id)).communes).toEqual([]);
    expect((await ask(`/${randomUUID()}/calls`)).status).toBe(404);
  });

  it('is a workbook for who calls; each look and each taking along is written down, and the deeds tell who took it', async () => {
    const [first, second] = [await neighbour('An'), await neighbour('=Bình', { phone: '0900000002' })];
    const id = await planned();
    for (const one of [first, second]) await become(id, one, { status: 'failed', reason: 'blocked' });
    await read(id);
    const answer = await ask(`/${id}/calls/workbook`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="can-goi-dien-2026-11-23.xlsx"');
    const [sheet] = readWorkbook(Buffer.from(await answer.arrayBuffer()));
    const headings = ['Xã, phường', 'Người', 'Cơ sở', 'Điện thoại', 'Vì sao chưa tới', 'Đã gọi', 'Ghi chú'];
    expect(sheet?.headings).toEqual(headings);
    expect(sheet?.rows.map((row) => headings.slice(0, 5).map((heading) => row[heading]))).toEqual([
      ['Xã Côn Minh, Tỉnh Thái Nguyên', '=Bình', 'Cơ sở =Bình', '0900000002', 'không gửi được'],
      ['Xã Côn Minh, Tỉnh Thái Nguyên', 'An', 'Cơ sở An', '0900000001', 'không gửi được'],
    ]);
    const audit = await office.db.auditEntry.findMany({ orderBy: { action: 'asc' } });
    expect(audit.map(({ action, actorId, subjectId }) => [action, actorId, subjectId])).toEqual([
      ['announcement.calls-exported', officer.id, id],
      ['announcement.calls-read', officer.id, id],
    ]);
    expect(JSON.stringify(audit)).not.toContain('0900000002');
    const { history } = (await (await ask(`/${id}`)).json()) as { history: { kind: string; officer: string }[] };
    expect(history).toMatchObject([{ kind: 'calls-exported', officer: 'Hoàng Văn Bình', data: { people: 2 } }]);
  });
});

describe('the call sheet ahead of an announcement', () => {
  const ahead = async (id: string) => {
    const answer = await ask(`/${id}/calls/ahead`);
    return { status: answer.status, sheet: (await answer.json()) as Sheet };
  };

  it('names, before it leaves, who cannot be reached and for whom the month has no room; each look is written down', async () => {
    const [silent, heard] = [await neighbour('An', { commune: 'Xã Bạch Thông' }), await neighbour('Bình')];
    await office.db.contact.update({ where: { id: silent.contactId }, data: { state: 'unreachable' } });
    const stopped = await neighbour('Chi');
    await office.db.person.update({ where: { id: stopped.personId }, data: { wantsNews: false } });
    for (const name of ['Dung', 'Em']) {
      const { contactId } = await neighbour(name, { phone: '0900000007' });
      await office.db.contact.update({ where: { id: contactId }, data: { channel: 'zalo-bot', account: 'x' } });
    }
    office.deps.zalo = { account: 'x', monthlyLimit: 1 };
    const { id } = await announce(office.db, { now: clock.now() });
    const { sheet } = await ahead(id);
    const [first, second] = listed(sheet);
    expect(first).toEqual(['Xã Bạch Thông, Tỉnh Thái Nguyên', 'An', 'unreachable']);
    // One of the two has a place.
    expect(second).toEqual(['Xã Côn Minh, Tỉnh Thái Nguyên', expect.stringMatching(/^(Dung|Em)$/), 'budget']);
    expect(listed(sheet)).toHaveLength(2);
    expect(sheet.communes[1]?.people[0]).toMatchObject({ phone: '0900000007' });
    office.deps.zalo = { account: 'x', monthlyLimit: 2 };
    expect(listed((await ahead(id)).sheet)).toHaveLength(1);
    // A text that takes two messages of Zalo has room for nobody in one.
    office.deps.zalo = { account: 'x', monthlyLimit: 1 };
    await office.db.announcement.update({ where: { id }, data: { text: 'Bà con xem kỹ từng dòng. '.repeat(100) } });
    expect(listed((await ahead(id)).sheet)).toHaveLength(3);
    office.deps.zalo = undefined;
    expect(heard.personId).not.toBe('');
    const audit = await office.db.auditEntry.findMany();
    expect(audit.map(({ action, actorId, subjectId }) => [action, actorId, subjectId])).toEqual([
      ['announcement.calls-foreseen', officer.id, id],
    ]);
    const { history } = (await (await ask(`/${id}`)).json()) as { history: unknown[] };
    expect(history).toEqual([]);
    expect(office.logged()).not.toContain('0900000007');
  });

  it('is a workbook too, whose taking along is written down and stands among the deeds', async () => {
    const silent = await neighbour('An');
    await office.db.contact.update({ where: { id: silent.contactId }, data: { state: 'unreachable' } });
    const { id } = await announce(office.db, { now: clock.now() });
    const answer = await ask(`/${id}/calls/ahead/workbook`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="can-goi-truoc-2026-11-23.xlsx"');
    const [sheet] = readWorkbook(Buffer.from(await answer.arrayBuffer()));
    expect(sheet?.rows).toMatchObject([
      { 'Xã, phường': 'Xã Côn Minh, Tỉnh Thái Nguyên', Người: 'An', 'Điện thoại': '0900000001' },
    ]);
    const { history } = (await (await ask(`/${id}`)).json()) as { history: object[] };
    expect(history).toMatchObject([{ kind: 'calls-ahead-exported', officer: 'Hoàng Văn Bình', data: { people: 1 } }]);
    expect((await ask(`/${await planned()}/calls/ahead/workbook`)).status).toBe(409);
  });

  it('is there for a draft, and no more once its messages are written down', async () => {
    await neighbour('An');
    const { id } = await announce(office.db, { now: clock.now() });
    await office.db.$transaction((tx) => takeBackAnnouncement(tx, { id, now: clock.now() }));
    expect(await ahead(id)).toMatchObject({ status: 200, sheet: { communes: [] } });
    expect((await ahead(await planned())).status).toBe(409);
    expect((await ahead(randomUUID())).status).toBe(404);
  });
});

describe('the deeds of an announcement', () => {
  it('tell who did what and when, the latest first', async () => {
    const body = { requestId: randomUUID(), text: 'Lớp mới.', audience: EVERYBODY };
    const post = async (path: string, more: object) =>
      (await office.ask(`/staff/api/announcements${path}`, { as: officer.cookie, body: more })).json();
    const { id } = (await post('', body)) as { id: string };
    const view = async () =>
      (await (await ask(`/${id}`)).json()) as { updatedAt: string; history: { kind: string; at: string }[] };
    for (const kind of ['confirmed', 'taken-back']) {
      clock.advance(60_000);
      await post(`/${id}/deeds`, { requestId: randomUUID(), deed: { kind, seenAt: (await view()).updatedAt } });
    }
    expect((await view()).history).toMatchObject([
      { kind: 'taken-back', officer: 'Hoàng Văn Bình', at: '2026-11-23T02:02:00.000Z' },
      { kind: 'confirmed', officer: 'Hoàng Văn Bình', at: '2026-11-23T02:01:00.000Z' },
      { kind: 'created', officer: 'Hoàng Văn Bình', at: '2026-11-23T02:00:00.000Z' },
    ]);
  });
});
