import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepAnswers } from '../../records/application-answers.ts';
import { erasePerson } from '../../records/personal-data.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest, type Neighbour } from '../support/office-people.ts';
import { addCentre, createTestClock } from '../support/test-bot.ts';

const MORNING = '2026-11-23T02:00:00Z'; // 09:00 in Hanoi
const clock = createTestClock(MORNING);
const SENT = new Date('2026-11-22T02:00:00Z');

let database: TestDatabase;
let office: Office;
let hoa: { id: string; cookie: string };
let nam: { id: string; cookie: string };
let person: Neighbour;
let id: string;
let lastCode = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  await addCentre(office.db, clock.now());
  hoa = await office.hire('officer', 'Nguyễn Thị Hoa');
  nam = await office.hire('officer', 'Trần Văn Nam');
});

beforeEach(async () => {
  clock.set(MORNING);
  person = await addPerson(office.db, { name: 'Bà Nông Thị Mai', wroteAt: SENT });
  lastCode += 1;
  const answers = {
    ...{ product: 'Miến dong', phone: '0900000001', 'legal-form': 'cooperative' },
    price: { minVnd: 400_000_000, maxVnd: 400_000_000 },
  };
  const code = `KC-2026-${String(lastCode).padStart(4, '0')}`;
  id = await addRequest(office.db, { personId: person.personId, code, at: SENT, answers, said: { price: '400tr' } });
  await ask('/decisions', hoa, { requestId: randomUUID(), decision: { action: 'claim' } });
  clock.advance(60_000);
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

type Officer = { cookie: string };
const ask = (path: string, as: Officer, body?: object) =>
  office.ask(`/staff/api/requests/${id}${path}`, { as: as.cookie, body });
const BY_PHONE = { askedBy: 'phone', reason: 'Đọc nhầm số.' };
const seenAt = async (questionId: string): Promise<string | null> =>
  (
    await office.db.applicationAnswer.findFirst({ where: { applicationId: id, questionId } })
  )?.answeredAt.toISOString() ?? null;
const correct = async (questionId: string, given: object, { as = hoa, requestId = randomUUID(), seen = '' } = {}) => {
  const correction = { questionId, given, seen: seen || (await seenAt(questionId)), ...BY_PHONE };
  const answer = await ask('/corrections', as, { requestId, correction });
  return { status: answer.status, code: (await answer.json()).code };
};
const preview = async (questionId: string, given: object) => {
  const correction = { questionId, given, seen: await seenAt(questionId), ...BY_PHONE };
  return await (await ask('/corrections/preview', hoa, { correction })).json();
};
const shown = async (as: Officer = hoa) => await (await ask('', as)).json();
const item = async (questionId: string) =>
  (await shown()).items.find((each: { id: string }) => each.id === questionId) ?? {};
const keptOf = async (questionId: string) =>
  (await office.db.applicationAnswer.findFirst({ where: { applicationId: id, questionId } }))?.value;
const lastMessage = async () =>
  (await office.db.delivery.findFirst({ where: { personId: person.personId }, orderBy: { seq: 'desc' } }))?.content;

describe('an answer that an officer puts right', () => {
  it('is read as the person’s own words would be, and the person reads what was changed and at whose word', async () => {
    const told = await preview('price', { text: '450tr' });
    expect(told.reading).toEqual({ kind: 'value', text: '450 triệu đồng', warning: null });
    expect(await correct('price', { text: '450tr' })).toEqual({ status: 200 });
    expect(await keptOf('price')).toEqual({ minVnd: 450_000_000, maxVnd: 450_000_000 });
    const { code } = await shown();
    expect(await lastMessage()).toMatchObject({
      text: [
        `Cán bộ Nguyễn Thị Hoa đã sửa phiếu ${code}, mục Dự kiến chi.`,
        'Trước: 400 triệu đồng. Nay: 450 triệu đồng.',
        'Sửa theo lời anh/chị nói qua điện thoại.',
        'Lý do: Đọc nhầm số.',
        'Nếu chưa đúng, anh/chị nhắn vào đây.',
      ].join('\n'),
      choices: [{ key: `my-dossiers:show:${id}` }],
    });
    expect(told.message.paragraphs.join('\n')).toBe(((await lastMessage()) as { text: string }).text);
  });

  it('stands in the history with what it was, what it is, why and at whose word; the audit says who, and no words', async () => {
    await correct('product', { text: 'Miến dong Tài Hoan' });
    const event = (await shown()).events.at(-1);
    expect(event).toMatchObject({ kind: 'corrected', actorName: 'Nguyễn Thị Hoa', data: {} });
    expect(event.correction).toEqual({
      ...{ questionId: 'product', label: 'Sản phẩm', before: 'Miến dong', after: 'Miến dong Tài Hoan' },
      ...{ askedBy: 'phone', reason: 'Đọc nhầm số.', isUndo: false, mayUndo: true },
    });
    const audit = await office.db.auditEntry.findFirst({ where: { subjectId: id, action: 'request.corrected' } });
    expect(audit).toMatchObject({ actorId: hoa.id, data: { questionId: 'product', askedBy: 'phone' } });
  });

  it('is refused as the form would refuse it, and of several readings one has to be picked', async () => {
    expect((await preview('phone', { text: 'chín số không' })).reading.kind).toBe('unread');
    expect(await correct('phone', { text: '12' })).toEqual({ status: 400, code: 'correction.unreadable' });
    expect(await correct('phone', { text: '0900 000 001' })).toEqual({ status: 400, code: 'correction.same' });
    expect(await preview('price', { text: '400' })).toMatchObject({ reading: { kind: 'choose' }, message: null });
    expect(await correct('price', { text: '500' })).toEqual({ status: 400, code: 'correction.unreadable' });
    expect(await correct('price', { text: '500', pick: 0 })).toEqual({ status: 200 });
    expect(await keptOf('price')).toEqual({ minVnd: 500_000_000, maxVnd: 500_000_000 });
  });

  it('of a choice is one of its options, and nothing else', async () => {
    expect((await item('legal-form')).entry).toMatchObject({ kind: 'choice', chosen: ['cooperative'] });
    expect(await correct('legal-form', { optionIds: ['king'] })).toMatchObject({ code: 'correction.unreadable' });
    expect(await correct('legal-form', { optionIds: ['enterprise', 'cooperative'] })).toMatchObject({ status: 400 });
    expect(await correct('legal-form', { optionIds: ['enterprise'] })).toEqual({ status: 200 });
    expect(await keptOf('legal-form')).toBe('enterprise');
  });

  it('of what is needed changes which kind of support it is', async () => {
    expect(await correct('need', { optionIds: ['machinery'] })).toEqual({ status: 200 });
    expect(await shown()).toMatchObject({ programme: 'advanced-equipment' });
  });

  it('is never one that the person changed meanwhile, and the same press counts once', async () => {
    const seen = (await seenAt('phone')) ?? '';
    await office.db.applicationAnswer.updateMany({
      where: { applicationId: id, questionId: 'phone' },
      data: { answeredAt: clock.now() },
    });
    expect(await correct('phone', { text: '0900000002' }, { seen })).toEqual({
      status: 409,
      code: 'correction.changed',
    });
    const requestId = randomUUID();
    const given = { text: '0900000002' };
    const both = await Promise.all([1, 2].map(async () => await correct('phone', given, { requestId })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await office.db.applicationEvent.count({ where: { applicationId: id, kind: 'corrected' } })).toBe(1);
  });

  it('is for the officer who has the dossier', async () => {
    expect(await correct('phone', { text: '0900000002' }, { as: nam })).toMatchObject({
      ...{ status: 409, code: 'application.not-claimed' },
    });
    expect((await shown(nam)).items.every(({ entry }: { entry: unknown }) => entry === null)).toBe(true);
  });

  it('no longer says what is bought once the sums are approved, but still whom to reach', async () => {
    const deed = (action: string, data: object) =>
      office.ask(`/staff/api/projects/${id}/deeds`, {
        ...{ as: hoa.cookie, body: { requestId: randomUUID(), deed: { action, data } } },
      });
    await ask('/decisions', hoa, { requestId: randomUUID(), decision: { action: 'accept' } });
    await deed('propose', { planYear: 2027, fund: 'national' });
    await deed('approve', { nationalVnd: 100_000_000, localVnd: 0, counterpartVnd: 100_000_000 });
    expect(await correct('product', { text: 'Chè' })).toMatchObject({ status: 409, code: 'application.not-allowed' });
    expect(await item('product')).toMatchObject({ entry: null });
    expect(await correct('phone', { text: '0900000002' })).toEqual({ status: 200 });
  });

  it('mends what came back from an officer, so that the person need not', async () => {
    const decision = { action: 'return', items: [{ questionId: 'phone', remark: 'Gọi không được.' }] };
    await ask('/decisions', hoa, { requestId: randomUUID(), decision });
    clock.advance(60_000);
    await correct('phone', { text: '0900000002' });
    expect((await shown()).returned).toMatchObject([{ questionId: 'phone', isOpen: false }]);
  });
});

describe('a correction that was wrong', () => {
  const lastEvent = async () => (await shown()).events.at(-1);

  it('is taken back: the person’s own words stand again as they were, and they hear of it', async () => {
    const before = await office.db.applicationAnswer.findFirst({ where: { applicationId: id, questionId: 'price' } });
    await correct('price', { text: '450tr' });
    const { id: undoes } = await lastEvent();
    expect(await correct('price', { undoes })).toEqual({ status: 200 });
    expect(await office.db.applicationAnswer.findFirst({ where: { applicationId: id, questionId: 'price' } })).toEqual(
      before,
    );
    expect((await lastEvent()).correction).toMatchObject({ isUndo: true, mayUndo: false, after: '400 triệu đồng' });
    expect(await lastMessage()).toMatchObject({ text: expect.stringContaining('Nay: 400 triệu đồng.') });
    expect(await correct('price', { undoes })).toMatchObject({ status: 409, code: 'correction.not-undoable' });
  });

  it('where there was no answer leaves none again', async () => {
    await correct('contact-name', { text: 'Nông Thị Mai' });
    const { id: undoes } = await lastEvent();
    await correct('contact-name', { undoes });
    expect(await keptOf('contact-name')).toBeUndefined();
  });

  it('is not taken back once the person has answered anew', async () => {
    await correct('phone', { text: '0900000002' });
    const { id: undoes } = await lastEvent();
    const back = { action: 'return', items: [{ questionId: 'phone', remark: 'Gọi không được.' }] };
    await ask('/decisions', hoa, { requestId: randomUUID(), decision: back });
    clock.advance(60_000);
    const changes = [{ questionId: 'phone', value: '0900000003', raw: '0900000003' }];
    await office.db.$transaction((tx) => keepAnswers(tx, { id, changes, now: clock.now() }));
    expect(await correct('phone', { undoes })).toMatchObject({ status: 409, code: 'correction.not-undoable' });
    expect(await keptOf('phone')).toBe('0900000003');
  });
});

it('what a correction changed goes with the person’s data when it is deleted', async () => {
  await correct('phone', { text: '0900000002' });
  const erased = { personId: person.personId, requestId: randomUUID(), eventId: randomUUID, now: clock.now() };
  await office.db.$transaction((tx) => erasePerson(tx, erased));
  const kept = [
    await office.db.applicationEvent.findMany({ where: { applicationId: id } }),
    await office.db.delivery.findMany({ where: { personId: person.personId } }),
    await office.db.auditEntry.findMany({ where: { subjectId: id } }),
  ];
  expect(JSON.stringify(kept)).not.toMatch(/090000000[12]|Đọc nhầm/);
});
