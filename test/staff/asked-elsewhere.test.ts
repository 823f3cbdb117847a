import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addQuestion, addRequest } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const START = '2026-11-22T02:00:00Z';
const clock = createTestClock(START);
let database: TestDatabase;
let office: Office;
let officer: { id: string; cookie: string };

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  officer = await office.hire('officer', 'Lan');
});
beforeEach(() => clock.set(START));
afterAll(async () => {
  await office.close();
  await database.drop();
});

const get = async (path: string) => {
  const answer = await office.ask(`/staff/api${path}`, { as: officer.cookie });
  return { status: answer.status, body: await answer.json() };
};
const post = async (path: string, body: object) => {
  const sent = { requestId: randomUUID(), ...body };
  const answer = await office.ask(`/staff/api${path}`, { as: officer.cookie, body: sent });
  return { status: answer.status, body: await answer.json() };
};
const heardBy = async (personId: string) => {
  const rows = await office.db.delivery.findMany({ where: { personId, status: 'waiting' }, orderBy: { seq: 'asc' } });
  return rows.map(({ content }) => (content as { text: string }).text);
};
const auditOf = async (subjectId: string) =>
  await office.db.auditEntry.findMany({ where: { subjectId }, orderBy: { at: 'asc' } });

const CALLED = { kind: 'delete', way: 'phone', check: 'called-back', text: 'Xoá giúp tôi', askedOn: '2026-11-22' };

/** Somebody with two sent requests, one of them in a proposed plan when `isPlanned`, a draft's worth of words and a question. */
async function addVillager({ isPlanned = false } = {}) {
  const now = clock.now();
  const { personId, contactId } = await addPerson(office.db, { name: 'Bà Nông Thị Mai', wroteAt: now });
  count += 1;
  const number = String(count).padStart(4, '0');
  const codes = [`KC-2025-${number}`, `KC-2026-${number}`] as const;
  const phone = `090${String(1_000_000 + count)}`;
  const first = await addRequest(office.db, { personId, code: codes[0], at: now, answers: { product: 'miến' } });
  await addRequest(office.db, { personId, code: codes[1], at: now, answers: { phone, 'contact-name': 'Mai' } });
  if (isPlanned) {
    const event = { kind: 'proposed', actorKind: 'officer', at: now, requestId: randomUUID(), seq: 3, data: {} };
    await office.db.applicationEvent.create({ data: { id: randomUUID(), applicationId: first, ...event } });
  }
  await addQuestion(office.db, { personId, text: 'Hỏi về máy sấy', at: now });
  const said = { id: randomUUID(), platformMessageId: randomUUID(), channel: 'web-chat', account: 'main', contactId };
  await office.db.inboundMessage.create({
    data: { ...said, personId, kind: 'text', text: 'Chào', receivedAt: now, handledAt: now },
  });
  await office.db.conversation.create({ data: { personId, state: { greeted: true }, updatedAt: now } });
  return { personId, codes, phone };
}
let count = 0;

describe('what somebody asks about their data by phone, on paper or at the counter', () => {
  it.each(['name', 'phone', 'code'] as const)('is written down for whom the officer finds by %s', async (by) => {
    const { personId, codes, phone } = await addVillager();
    const query = { name: 'nong thi mai', phone: phone.replace(/(\d{4})(\d{3})/, '$1 $2 '), code: codes[1] }[by];
    const { people } = (await get(`/people?q=${encodeURIComponent(query)}`)).body;
    expect(people.find(({ id }: { id: string }) => id === personId)).toMatchObject({ name: 'Bà Nông Thị Mai' });
  });

  it('nobody is found without a word', async () => {
    expect((await get('/people?q=')).body).toEqual({ people: [] });
  });

  it('has the clocks of the law from the day it was asked, and the person is told and may say it was not them', async () => {
    const { personId } = await addVillager();
    const { body } = await post(`/people/${personId}/data`, { ...CALLED, way: 'paper', askedOn: '2026-11-20' });
    expect((await get(`/data/${body.id}`)).body.request).toMatchObject({
      ...{ kind: 'delete', state: 'waiting', channel: 'paper', text: 'Xoá giúp tôi', checkedBy: ['called-back'] },
      answerBy: '2026-11-25T16:59:59.999Z',
      doBy: '2026-12-10T16:59:59.999Z',
    });
    expect(await heardBy(personId)).toEqual([
      [
        'Trung tâm ghi nhận anh/chị đề nghị xoá dữ liệu bằng giấy (thứ Sáu 20/11).',
        'Trung tâm trả lời chậm nhất hết thứ Tư 25/11, làm xong chậm nhất hết thứ Năm 10/12.',
        'Nếu không phải anh/chị đề nghị, anh/chị nhắn lại ngay cho trung tâm.',
      ].join('\n'),
    ]);
    expect(await auditOf(personId)).toMatchObject([
      {
        action: 'data-request.recorded',
        actorId: officer.id,
        data: { kind: 'delete', way: 'paper', check: 'called-back' },
      },
    ]);
  });

  it('the same press twice, and a second call about the same, are one request whose clock stays', async () => {
    const { personId } = await addVillager();
    const pressed = { requestId: randomUUID(), ...CALLED };
    const ids = [
      await post(`/people/${personId}/data`, pressed),
      await post(`/people/${personId}/data`, pressed),
      await post(`/people/${personId}/data`, { ...CALLED, text: 'Gọi lần hai' }),
    ].map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(1);
    expect(await office.db.dataSubjectRequest.findMany({ where: { personId } })).toMatchObject([
      { text: 'Xoá giúp tôi\nGọi lần hai' },
    ]);
    expect(await heardBy(personId)).toHaveLength(1);
  });

  it('is of no day ahead and of none long ago', async () => {
    const { personId } = await addVillager();
    for (const askedOn of ['2026-11-23', '2026-09-01']) {
      expect((await post(`/people/${personId}/data`, { ...CALLED, askedOn })).status).toBe(400);
    }
  });

  it('a consent taken back by phone ends with the request: drafts go, and the next form asks anew', async () => {
    const { personId } = await addVillager();
    const now = clock.now();
    const consent = { id: randomUUID(), personId, purpose: 'request', textVersion: 'request-3', granted: true };
    await office.db.consentRecord.create({ data: { ...consent, channel: 'web-chat', at: now } });
    const { body } = await post(`/people/${personId}/data`, { ...CALLED, kind: 'withdraw' });
    await post(`/data/${body.id}/finish`, { as: 'done', text: 'Đã thôi xem xét.' });
    expect(await office.db.consentRecord.findMany({ where: { personId } })).toMatchObject([{ withdrawnAt: now }]);
  });
});

it('no more news, said by phone, ends the news and nothing else; it is kept with its way, its time and who wrote it down', async () => {
  const { personId } = await addVillager();
  const yes = {
    id: randomUUID(),
    personId,
    textVersion: 'news-1',
    granted: true,
    channel: 'web-chat',
    at: clock.now(),
  };
  await office.db.consentRecord.create({ data: { ...yes, purpose: 'news' } });
  const request = { ...yes, id: randomUUID(), purpose: 'request', textVersion: 'request-3' };
  await office.db.consentRecord.create({ data: request });
  await office.db.person.update({ where: { id: personId }, data: { wantsNews: true } });
  expect((await get(`/people/${personId}/data`)).body.news).toMatchObject({ isOn: true, last: { granted: true } });
  clock.set('2026-11-23T02:00:00Z');
  const pressed = { requestId: randomUUID(), way: 'phone' };
  for (const _ of [1, 2]) expect((await post(`/people/${personId}/news-off`, pressed)).status).toBe(200);
  expect((await get(`/people/${personId}/data`)).body.news).toEqual({
    isOn: false,
    last: { granted: false, at: '2026-11-23T02:00:00.000Z', channel: 'phone', by: 'Lan' },
  });
  expect(await office.db.consentRecord.findMany({ where: { personId }, orderBy: { purpose: 'asc' } })).toMatchObject([
    { purpose: 'news', granted: true, withdrawnAt: clock.now() },
    { purpose: 'news', granted: false, channel: 'phone', textVersion: 'news-1' },
    { purpose: 'request', granted: true, withdrawnAt: null },
  ]);
  expect(await heardBy(personId)).toEqual([
    [
      'Trung tâm đã dừng gửi tin báo cho anh/chị, như anh/chị nói qua điện thoại.',
      'Câu hỏi và phiếu của anh/chị vẫn được trả lời như thường.',
      'Nếu không phải anh/chị đề nghị, anh/chị nhắn lại ngay cho trung tâm.',
    ].join('\n'),
  ]);
});

describe('a deletion that officers do for somebody', () => {
  const recorded = async (options = {}) => {
    const villager = await addVillager(options);
    const { body } = await post(`/people/${villager.personId}/data`, CALLED);
    return { ...villager, id: body.id as string };
  };

  it('says before what goes and what the law keeps, in the words that the person will read', async () => {
    const { id, codes } = await recorded({ isPlanned: true });
    const { body } = await get(`/data/${id}/deletion`);
    expect(body).toMatchObject({
      held: { messages: 1, requests: 2, questions: 1 },
      goes: { codes: [codes[1]], drafts: 0, photos: 0 },
      stays: { codes: [codes[0]], photos: 0 },
    });
    expect(body.message).toContain(`Riêng ${codes[0]} đã vào kế hoạch hỗ trợ`);
    expect(body.message).toContain('như anh/chị đề nghị (Chủ nhật 22/11)');
  });

  it('leaves what must be kept and nothing else; the person reads it on their channel, and it is written down', async () => {
    const { id, codes, personId } = await recorded({ isPlanned: true });
    const { mark } = (await get(`/data/${id}/deletion`)).body;
    expect((await post(`/data/${id}/erase`, { mark, reason: 'Bà Mai gọi lại xác nhận.' })).status).toBe(200);
    const { db } = office;
    expect(await db.applicationAnswer.findMany({ where: { application: { personId } } })).toMatchObject([
      { questionId: 'product' },
    ]);
    expect(await db.inboundMessage.findMany({ where: { personId } })).toMatchObject([{ text: null }]);
    expect(await db.humanHandoff.count({ where: { personId } })).toBe(0);
    expect(await db.conversation.count({ where: { personId } })).toBe(0);
    expect(await db.applicationEvent.findMany({ where: { kind: 'erased', application: { personId } } })).toMatchObject([
      { actorKind: 'officer', actorId: officer.id },
    ]);
    expect((await get(`/data/${id}`)).body.request).toMatchObject({
      ...{ state: 'done', kept: [codes[0]], checkedBy: ['called-back'], outcome: 'Bà Mai gọi lại xác nhận.' },
    });
    const [told, ...more] = await heardBy(personId);
    expect(more).toEqual([]);
    expect(told).toContain(`Riêng ${codes[0]} đã vào kế hoạch`);
    expect(told).toMatch(/Bà Mai gọi lại xác nhận\.$/);
    expect((await auditOf(id)).map(({ action }) => action)).toContain('person.erased');
  });

  it('of somebody without a dossier in a plan leaves no name, and the last message still leaves', async () => {
    const { id, personId } = await recorded();
    const { mark } = (await get(`/data/${id}/deletion`)).body;
    await post(`/data/${id}/erase`, { mark, reason: 'Theo đề nghị.' });
    expect(await office.db.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({
      ...{ displayName: null, erasedAt: clock.now() },
    });
    expect(await heardBy(personId)).toEqual([expect.stringContaining('Trung tâm đã xoá tin nhắn')]);
  });

  it('is refused when something else would go than was shown, when it is done, and never done by saying so', async () => {
    const { id, personId } = await recorded();
    const { mark } = (await get(`/data/${id}/deletion`)).body;
    expect((await post(`/data/${id}/finish`, { as: 'done', text: 'Đã xoá.' })).body).toEqual({
      code: 'data-request.not-erased',
    });
    await addRequest(office.db, { personId, code: `KC-2027-${count}`, at: clock.now(), answers: { product: 'chè' } });
    expect((await post(`/data/${id}/erase`, { mark, reason: 'Theo đề nghị.' })).body).toEqual({
      code: 'data-request.changed',
    });
    const { mark: now } = (await get(`/data/${id}/deletion`)).body;
    const pressed = { requestId: randomUUID(), mark: now, reason: 'Theo đề nghị.' };
    for (const _ of [1, 2]) expect((await post(`/data/${id}/erase`, pressed)).status).toBe(200);
    expect((await post(`/data/${id}/erase`, { mark: now, reason: 'Lần nữa.' })).body).toEqual({
      code: 'data-request.over',
    });
    expect((await get(`/data/${id}/deletion`)).status).toBe(409);
  });

  it('is never of a request that asks for something else', async () => {
    const { personId } = await addVillager();
    const { body } = await post(`/people/${personId}/data`, { ...CALLED, kind: 'correct' });
    expect((await get(`/data/${body.id}/deletion`)).status).toBe(409);
    expect((await post(`/data/${body.id}/erase`, { mark: '', reason: 'Thử.' })).status).toBe(409);
  });
});
