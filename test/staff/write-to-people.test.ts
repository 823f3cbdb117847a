import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addQuestion, addRequest, type Neighbour } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const MORNING = '2026-11-23T02:00:00Z'; // 09:00 in Hanoi
const NIGHT = '2026-11-23T14:30:00Z'; // 21:30
const NEXT_SEVEN = new Date('2026-11-24T00:00:00Z');
const HOUR_MS = 3_600_000;

let database: TestDatabase;
let office: Office;
let hoa: { id: string; cookie: string };
let nam: { id: string; cookie: string };
let person: Neighbour;
const clock = createTestClock(MORNING);

beforeAll(async () => {
  database = await createTestDatabase();
  office = openOffice({ url: database.url, clock });
  hoa = await office.hire('officer', 'Nguyễn Thị Hoa');
  nam = await office.hire('officer', 'Trần Văn Nam');
});

beforeEach(async () => {
  clock.set(MORNING);
  person = await addPerson(office.db, { name: 'Bà Nông Thị Mai', wroteAt: hoursAgo(5) });
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

const hoursAgo = (hours: number): Date => new Date(clock.now().getTime() - hours * HOUR_MS);
const post = (path: string, as: { cookie: string }, body: object) =>
  office.ask(`/staff/api${path}`, { as: as.cookie, body });
const messagesTo = ({ personId }: Neighbour) =>
  office.db.delivery.findMany({ where: { personId }, orderBy: { seq: 'asc' } });
const auditOf = (subjectId: string) =>
  office.db.auditEntry.findMany({ where: { subjectId, NOT: { action: { endsWith: '.read' } } } });
let lastCode = 0;
const request = () => {
  lastCode += 1;
  return addRequest(office.db, {
    personId: person.personId,
    code: `KC-2026-${String(lastCode).padStart(4, '0')}`,
    at: hoursAgo(5),
  });
};
const question = (text = 'Máy sấy có được hỗ trợ không?') =>
  addQuestion(office.db, { personId: person.personId, text, at: hoursAgo(5) });

describe('answering a question', () => {
  it('puts the answer, with the name of the officer and the question, into the ledger', async () => {
    const id = await question();
    const answer = await post(`/questions/${id}/answer`, hoa, {
      requestId: randomUUID(),
      text: '  Có ạ.\r\nMột nửa giá máy. ',
    });
    expect(answer.status).toBe(200);
    const [message, ...others] = await messagesTo(person);
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      kind: 'officer',
      status: 'waiting',
      authorId: hoa.id,
      contactId: person.contactId,
    });
    expect(message?.content).toEqual({
      text: 'Cán bộ Nguyễn Thị Hoa trả lời câu hỏi “Máy sấy có được hỗ trợ không?”:\nCó ạ.\nMột nửa giá máy.',
      choices: [],
    });
    const row = await office.db.humanHandoff.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ status: 'answered', answer: 'Có ạ.\nMột nửa giá máy.', answeredById: hoa.id });
    expect(await auditOf(id)).toMatchObject([{ action: 'question.answered', actorId: hoa.id }]);
  });

  it('sends the very words that the page showed before', async () => {
    const id = await question(`${'Câu hỏi dài dòng '.repeat(20)}?`);
    const shown = await (await office.ask(`/staff/api/questions/${id}`, { as: hoa.cookie })).json();
    await post(`/questions/${id}/answer`, hoa, { requestId: randomUUID(), text: 'Có ạ.' });
    const [message] = await messagesTo(person);
    expect(message?.content).toEqual({ text: `${shown.frame.before}\nCó ạ.`, choices: [] });
    expect(shown.frame.before.length).toBeLessThan(220);
  });

  it('repeats the question of somebody who wanted to meet an officer, unless they said nothing', async () => {
    for (const [text, before] of [
      ['Bao giờ có lớp học', 'Cán bộ Nguyễn Thị Hoa trả lời câu hỏi “Bao giờ có lớp học”:'],
      ['', 'Cán bộ Nguyễn Thị Hoa nhắn anh/chị:'],
    ] as const) {
      const at = hoursAgo(5);
      const id = await addQuestion(office.db, { personId: person.personId, kind: 'meet', text, at });
      const shown = await (await office.ask(`/staff/api/questions/${id}`, { as: hoa.cookie })).json();
      expect(shown.frame).toEqual({ before });
    }
  });

  it('the same request ten times at once answers once', async () => {
    const id = await question();
    const body = { requestId: randomUUID(), text: 'Có ạ.' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(`/questions/${id}/answer`, hoa, body)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
    expect(await messagesTo(person)).toHaveLength(1);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('of two officers at once one answers; the other is told, and nothing of theirs is sent', async () => {
    const id = await question();
    const answers = await Promise.all([
      post(`/questions/${id}/answer`, hoa, { requestId: randomUUID(), text: 'Có ạ.' }),
      post(`/questions/${id}/answer`, nam, { requestId: randomUUID(), text: 'Được ạ.' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const refused = answers.find((answer) => answer.status === 409);
    expect(await refused?.json()).toEqual({ code: 'question.already-settled' });
    expect(await messagesTo(person)).toHaveLength(1);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('the second officer may still send their words, as an addition', async () => {
    const id = await question();
    await post(`/questions/${id}/answer`, hoa, { requestId: randomUUID(), text: 'Có ạ.' });
    const added = await post(`/questions/${id}/messages`, nam, { requestId: randomUUID(), text: 'Máy phải mới.' });
    expect(added.status).toBe(200);
    const [, second] = await messagesTo(person);
    expect(second?.content).toMatchObject({
      text: expect.stringMatching(/^Cán bộ Trần Văn Nam nói thêm .*:\nMáy phải mới\.$/),
    });
    const row = await office.db.humanHandoff.findUniqueOrThrow({ where: { id } });
    expect(row.answer).toBe('Có ạ.');
  });

  it('a request id of another deed is refused', async () => {
    const [first, second] = [await question(), await question()];
    const body = { requestId: randomUUID(), text: 'Có ạ.' };
    await post(`/questions/${first}/answer`, hoa, body);
    const reused = await post(`/questions/${second}/answer`, hoa, body);
    expect([reused.status, await reused.json()]).toEqual([409, { code: 'request-id.reused' }]);
    expect(await messagesTo(person)).toHaveLength(1);
  });

  it('keeps the question waiting when the person cannot be reached', async () => {
    await office.db.contact.update({ where: { id: person.contactId }, data: { state: 'unreachable' } });
    const id = await question();
    const refused = await post(`/questions/${id}/answer`, hoa, { requestId: randomUUID(), text: 'Có ạ.' });
    expect([refused.status, await refused.json()]).toEqual([409, { code: 'person.unreachable' }]);
    expect(await office.db.humanHandoff.findUniqueOrThrow({ where: { id } })).toMatchObject({
      status: 'waiting',
      answer: null,
    });
    expect(await auditOf(id)).toEqual([]);
    expect((await post(`/questions/${id}/close`, hoa, { requestId: randomUUID() })).status).toBe(200);
    expect(await office.db.humanHandoff.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'closed' });
    expect(await messagesTo(person)).toEqual([]);
  });

  it('of a sample person is kept and sent to nobody', async () => {
    person = await addPerson(office.db, { wroteAt: hoursAgo(1), isSample: true });
    const id = await question();
    expect((await post(`/questions/${id}/answer`, hoa, { requestId: randomUUID(), text: 'Có ạ.' })).status).toBe(200);
    expect(await messagesTo(person)).toEqual([]);
    expect(await office.db.humanHandoff.findUniqueOrThrow({ where: { id } })).toMatchObject({ answer: 'Có ạ.' });
  });

  it.each(['', '   \n ', 'x'.repeat(1501)])('refuses nothing and too much (%#)', async (text) => {
    const id = await question();
    expect((await post(`/questions/${id}/answer`, hoa, { requestId: randomUUID(), text })).status).toBe(400);
  });
});

describe('when it goes', () => {
  it.each([
    { said: 'by day at once', at: MORNING, wroteHoursAgo: 5, kind: 'now' },
    { said: 'at night at seven', at: NIGHT, wroteHoursAgo: 5, kind: 'later' },
    { said: 'at night to somebody who wrote two hours ago at once', at: NIGHT, wroteHoursAgo: 2, kind: 'now' },
    {
      said: 'at night to somebody who wrote a little earlier at seven',
      at: NIGHT,
      wroteHoursAgo: 2.001,
      kind: 'later',
    },
  ])('$said', async ({ at, wroteHoursAgo, kind }) => {
    clock.set(at);
    person = await addPerson(office.db, { wroteAt: hoursAgo(wroteHoursAgo) });
    const id = await question();
    const sending = await office.ask(`/staff/api/people/${person.personId}/sending`, { as: hoa.cookie });
    expect(await sending.json()).toMatchObject({ kind, channel: 'web-chat' });
    await post(`/questions/${id}/answer`, hoa, { requestId: randomUUID(), text: 'Có ạ.' });
    const [message] = await messagesTo(person);
    expect(message?.notBefore).toEqual(kind === 'now' ? clock.now() : NEXT_SEVEN);
  });

  it('goes to the contact from which the person wrote last and that can be reached', async () => {
    const newer = { channel: 'telegram', account: 'main', state: 'active', lastInboundAt: hoursAgo(1) };
    const gone = { channel: 'zalo-bot', account: 'main', state: 'unreachable', lastInboundAt: hoursAgo(0.5) };
    const { id } = await office.db.contact.create({
      data: { id: randomUUID(), personId: person.personId, address: randomUUID(), createdAt: hoursAgo(9), ...newer },
    });
    await office.db.contact.create({
      data: { id: randomUUID(), personId: person.personId, address: randomUUID(), createdAt: hoursAgo(9), ...gone },
    });
    await post(`/questions/${await question()}/answer`, hoa, { requestId: randomUUID(), text: 'Có ạ.' });
    expect(await messagesTo(person)).toMatchObject([{ contactId: id }]);
  });
});

describe('writing back about a request', () => {
  it('sends the very words that the page showed before, once', async () => {
    const id = await request();
    const { frame } = await (await office.ask(`/staff/api/requests/${id}`, { as: hoa.cookie })).json();
    const body = { requestId: randomUUID(), text: 'Anh/chị gửi thêm báo giá máy.' };
    await Promise.all([1, 2, 3].map(() => post(`/requests/${id}/messages`, hoa, body)));
    expect(await messagesTo(person)).toMatchObject([{ content: { text: `${frame.before}\n${body.text}` } }]);
  });

  it('finds no draft', async () => {
    const id = await request();
    await office.db.application.update({ where: { id }, data: { code: null } });
    expect((await office.ask(`/staff/api/requests/${id}`, { as: hoa.cookie })).status).toBe(404);
    const body = { requestId: randomUUID(), text: 'Chào' };
    expect((await post(`/requests/${id}/messages`, hoa, body)).status).toBe(404);
    const claim = { requestId: randomUUID(), decision: { action: 'claim' } };
    expect((await post(`/requests/${id}/decisions`, hoa, claim)).status).toBe(404);
  });
});

describe('what became of a message', () => {
  it('stands beside it in the conversation, with the name of the officer', async () => {
    const id = await question();
    await post(`/questions/${id}/answer`, hoa, { requestId: randomUUID(), text: 'Có ạ.' });
    const path = `/staff/api/people/${person.personId}/conversation`;
    const { entries } = await (await office.ask(path, { as: nam.cookie })).json();
    expect(entries).toMatchObject([
      {
        said: {
          by: 'centre',
          kind: 'officer',
          status: 'waiting',
          outcome: { author: 'Nguyễn Thị Hoa', notBefore: clock.now().toISOString(), reason: null },
        },
      },
    ]);
  });
});

it('no log holds what people or officers wrote', () => {
  expect(office.logged()).not.toMatch(/máy|Máy|Có ạ|Mai/);
});
