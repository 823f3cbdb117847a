import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataRequestClock } from '../../core/people-data/data-request-clock.ts';
import type { DataRequestKind } from '../../core/people-data/legal-terms.ts';
import { loadHolidays } from '../../data/holidays/load-holidays.ts';
import { createDataRequest } from '../../records/data-requests.ts';
import { type FileStore, openFileStore } from '../../records/file-store.ts';
import { removeStrayFiles, storeFile } from '../../records/stored-files.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const START = '2026-11-22T02:00:00Z';
const clock = createTestClock(START);
const holidays = loadHolidays();
let database: TestDatabase;
let office: Office;
let cookie: string;
let folder: string;
let files: FileStore;

beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'khuyencong-data-'))]);
  files = openFileStore(folder);
  office = openOffice({ url: database.url, clock, files });
  ({ cookie } = await office.hire('officer', 'Lan'));
});
afterAll(async () => {
  await office.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const get = async (path: string) => {
  const answer = await office.ask(`/staff/api${path}`, { as: cookie });
  return { status: answer.status, body: await answer.json() };
};
const post = async (path: string, body: object) => {
  const answer = await office.ask(`/staff/api${path}`, { as: cookie, body: { requestId: randomUUID(), ...body } });
  return { status: answer.status, body: await answer.json() };
};
const heardBy = async (personId: string) => {
  const rows = await office.db.delivery.findMany({ where: { personId }, orderBy: { seq: 'asc' } });
  return rows.map(({ content }) => (content as { text: string }).text);
};
const auditOf = async (subjectId: string) => {
  const rows = await office.db.auditEntry.findMany({ where: { subjectId }, orderBy: { at: 'asc' } });
  return rows.map(({ action }) => action);
};

async function asked(kind: DataRequestKind): Promise<{ id: string; personId: string }> {
  clock.set(START);
  const now = clock.now();
  const { personId } = await addPerson(office.db, { name: 'Hoa', wroteAt: now });
  const id = randomUUID();
  const request = { id, personId, kind, text: 'Tên tôi là Hoa', channel: 'web-chat' };
  await office.db.$transaction((tx) =>
    createDataRequest(tx, { ...request, clock: dataRequestClock({ kind, askedAt: now, holidays }), now }),
  );
  return { id, personId };
}

describe('what people ask about their data', () => {
  it('stands in the console with its clocks, late once one has run out, and is counted', async () => {
    const { id } = await asked('see');
    const listed = async () => (await get('/data')).body.items.find((item: { id: string }) => item.id === id);
    expect(await listed()).toMatchObject({ personName: 'Hoa', late: null, notes: { undecided: ['2026-11-23'] } });
    clock.set('2026-11-25T16:59:59Z');
    expect(await listed()).toMatchObject({ late: null });
    clock.set('2026-11-25T17:00:00Z');
    expect(await listed()).toMatchObject({ late: 'answer' });
    expect((await get('/counts')).body).toMatchObject({ dataRequests: 1, lateDataRequests: 1 });
    await post(`/data/${id}/answer`, { text: 'Trung tâm đang tìm hồ sơ của anh.' });
    expect(await listed()).toMatchObject({ late: null, state: 'answered' });
    clock.set('2026-12-02T17:00:00Z');
    expect(await listed()).toMatchObject({ late: 'do' });
  });

  it('is answered, put off once and finished; the person reads each, and every deed is written down', async () => {
    const { id, personId } = await asked('correct');
    await get(`/data/${id}`);
    await post(`/data/${id}/answer`, { text: 'Chị sẽ sửa trong tuần.' });
    expect((await post(`/data/${id}/extend`, { to: '2026-12-10', reason: 'Cần hỏi lại xã.' })).status).toBe(200);
    expect((await post(`/data/${id}/extend`, { to: '2026-12-11', reason: 'Lần nữa.' })).body).toEqual({
      code: 'data-request.extended-before',
    });
    await post(`/data/${id}/finish`, { as: 'done', text: 'Đã sửa tên.' });
    expect((await post(`/data/${id}/finish`, { as: 'refused', text: 'Thôi.' })).body).toEqual({
      code: 'data-request.over',
    });
    expect(await heardBy(personId)).toEqual([
      'Cán bộ Lan trả lời yêu cầu sửa dữ liệu của anh/chị (Chủ nhật 22/11):\nChị sẽ sửa trong tuần.',
      'Yêu cầu sửa dữ liệu của anh/chị (Chủ nhật 22/11) cần thêm thời gian, làm xong chậm nhất hết thứ Năm 10/12. Lý do:\nCần hỏi lại xã.',
      'Yêu cầu sửa dữ liệu của anh/chị (Chủ nhật 22/11) đã làm xong. Cán bộ Lan nhắn:\nĐã sửa tên.',
    ]);
    expect((await auditOf(id)).sort()).toEqual([
      ...['data-request.answered', 'data-request.done', 'data-request.extended', 'data-request.read'],
    ]);
    expect((await get('/data?state=done')).body.items).toMatchObject([{ id, state: 'done', outcome: 'Đã sửa tên.' }]);
  });

  it('is put off no farther than the law lets, and not to a day before its first term', async () => {
    const { id } = await asked('see');
    expect((await get(`/data/${id}`)).body.putOff).toEqual({ from: '2026-12-03', to: '2026-12-14' });
    for (const to of ['2026-12-02', '2026-12-15']) {
      expect((await post(`/data/${id}/extend`, { to, reason: 'Cần thêm.' })).body).toEqual({
        code: 'data-request.too-far',
      });
    }
  });

  it('the same press twice answers once', async () => {
    const { id, personId } = await asked('object');
    const body = { requestId: randomUUID(), text: 'Vâng.' };
    for (const _ of [1, 2]) expect((await post(`/data/${id}/answer`, body)).status).toBe(200);
    expect(await heardBy(personId)).toHaveLength(1);
  });

  it('a copy is handed over by an officer, and that is written down', async () => {
    const { id, personId } = await asked('download');
    const answer = await office.ask(`/staff/api/data/${id}/copy`, { as: cookie });
    const zip = new PizZip(await answer.arrayBuffer());
    expect(zip.file('du-lieu-cua-toi.txt')?.asText()).toContain('Hoa');
    expect(await auditOf(personId)).toEqual(['person.copied']);
  });
});

describe('a photo that the centre may not keep', () => {
  it('goes with its bytes from every place; that it was there stays, and the person is told', async () => {
    clock.set(START);
    const now = clock.now();
    const { personId, contactId } = await addPerson(office.db, { wroteAt: now });
    const [card, quote] = [randomUUID(), randomUUID()];
    for (const [id, content] of [
      [card, 'card'],
      [quote, 'quote'],
    ] as const) {
      const bytes = new TextEncoder().encode(content);
      const kind = { mediaType: 'image/jpeg', extension: 'jpg', width: 2, height: 2, pictureHash: '0'.repeat(16) };
      await storeFile(office.db, files, { id, personId, bytes, ...kind, now });
    }
    const application = await addRequest(office.db, {
      ...{ personId, code: 'KC-2026-0900', at: now },
      answers: { quotation: { fileIds: [quote, card] }, registration: { fileIds: [card] } },
    });
    await office.db.inboundMessage.create({
      data: {
        ...{
          id: randomUUID(),
          platformMessageId: randomUUID(),
          channel: 'web-chat',
          account: 'main',
          contactId,
          personId,
        },
        ...{ kind: 'photo', fileIds: [card], receivedAt: now, handledAt: now },
      },
    });
    const { key } = await office.db.storedFile.findUniqueOrThrow({ where: { id: card } });

    await office.ask(`/staff/api/files/${card}`, { as: cookie });
    expect(await auditOf(personId)).toEqual(['photo.read']);
    expect((await post(`/files/${card}/remove`, { why: 'identity-card' })).status).toBe(200);
    await expect(files.read(key)).rejects.toThrow();
    expect((await office.ask(`/staff/api/files/${card}`, { as: cookie })).status).toBe(404);
    expect((await get(`/people/${personId}`)).body.photos.map(({ id }: { id: string }) => id)).toEqual([quote]);
    expect((await get(`/people/${personId}/conversation`)).body.entries[0].said.photos).toEqual([]);
    const answers = await office.db.applicationAnswer.findMany({ where: { applicationId: application } });
    expect(answers.map(({ questionId, value }) => [questionId, value])).toEqual([['quotation', { fileIds: [quote] }]]);

    await removeStrayFiles(office.db, files, { before: new Date(Date.now() + 60_000) });
    expect(await office.db.storedFile.findUniqueOrThrow({ where: { id: card } })).toMatchObject({
      ...{ removedAt: now, removedWhy: 'identity-card', byteSize: 0, sha256: '', pictureHash: null },
    });
    expect(await auditOf(personId)).toContain('photo.removed');
    expect(await heardBy(personId)).toEqual([
      'Cán bộ đã gỡ ảnh giấy tờ tuỳ thân anh/chị gửi Chủ nhật 22/11: trung tâm không cần và không giữ ảnh này. Anh/chị nên xoá cả ảnh trong khung chat.',
    ]);
    expect((await post(`/files/${card}/remove`, { why: 'identity-card' })).status).toBe(404);
  });
});

describe('a leak, or a drill of one', () => {
  it('tells who is affected, the 72 hours from finding it, and drafts both notices; nothing is sent', async () => {
    clock.set('2026-11-27T09:30:00Z');
    const early = new Date('2026-11-10T03:00:00Z');
    const message = { account: 'main', kind: 'text', text: 'Máy sấy 400 triệu', handledAt: early };
    const said = async (channel: string, receivedAt: Date, isSample = false): Promise<string> => {
      const { personId, contactId } = await addPerson(office.db, { wroteAt: receivedAt, channel, isSample });
      const ids = { id: randomUUID(), platformMessageId: randomUUID(), contactId, personId, channel };
      await office.db.inboundMessage.create({ data: { ...ids, ...message, receivedAt } });
      return personId;
    };
    const hit = await said('telegram', early);
    await said('zalo-bot', early);
    await said('telegram', new Date('2026-10-01T03:00:00Z'));
    await said('telegram', early, true);
    const deliveries = await office.db.delivery.count();

    const scope = { channel: 'telegram', fromAt: '2026-11-09T17:00:00Z', toAt: '2026-11-11T16:59:59Z' };
    expect((await post('/incidents/count', { kinds: ['messages'], ...scope })).body).toEqual({ affected: 1 });
    const { body } = await post('/incidents', {
      ...{ kinds: ['messages', 'photos'], ...scope, isDrill: true },
      ...{ what: 'Máy tính mất cắp', discoveredAt: '2026-11-27T09:30:00Z' },
    });
    const report = (await get(`/incidents/${body.id}`)).body;
    expect(report.incident).toMatchObject({ reportBy: '2026-11-30T09:30:00.000Z', affected: 1, isDrill: true });
    expect(report.people).toMatchObject([{ id: hit, channels: ['telegram'], codes: [] }]);
    for (const notice of [report.notices.authority, report.notices.people]) {
      expect(notice).toMatch(/^BẢN NHÁP DIỄN TẬP – không gửi đi/);
      expect(notice).toContain('tin nhắn, ảnh');
    }
    expect(report.notices.authority).toContain('Hạn báo: 16:30 30/11/2026');
    expect(report.notices.authority).toContain('Số người bị ảnh hưởng: 1');
    expect(await office.db.delivery.count()).toBe(deliveries);

    await post(`/incidents/${body.id}/step`, { step: 'authority' });
    expect((await post(`/incidents/${body.id}/step`, { step: 'authority' })).status).toBe(409);
    expect((await get('/incidents')).body.incidents).toMatchObject([
      { id: body.id, authorityToldAt: clock.now().toISOString() },
    ]);
  });
});
