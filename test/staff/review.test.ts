import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeLane } from '../../records/people.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { addPerson, addRequest, type Neighbour } from '../support/office-people.ts';
import { createTestClock } from '../support/test-bot.ts';

const MORNING = '2026-11-23T02:00:00Z'; // 09:00 in Hanoi
const NIGHT = '2026-11-23T14:30:00Z'; // 21:30
const NEXT_SEVEN = '2026-11-24T00:00:00.000Z';
const HOUR_MS = 3_600_000;
const clock = createTestClock(MORNING);

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
  hoa = await office.hire('officer', 'Nguyễn Thị Hoa');
  nam = await office.hire('officer', 'Trần Văn Nam');
});

beforeEach(async () => {
  clock.set(MORNING);
  const wroteAt = new Date(clock.now().getTime() - 5 * HOUR_MS);
  person = await addPerson(office.db, { name: 'Bà Nông Thị Mai', wroteAt });
  lastCode += 1;
  const code = `KC-2026-${String(lastCode).padStart(4, '0')}`;
  const answers = { product: 'Miến dong', phone: '0900000001' };
  id = await addRequest(office.db, { personId: person.personId, code, at: wroteAt, answers });
});

afterAll(async () => {
  await office.close();
  await database.drop();
});

type Officer = { cookie: string };
const PHONE_BACK = { action: 'return', items: [{ questionId: 'phone', remark: 'Gọi không được.' }] };
const ask = (path: string, as: Officer, body?: object) =>
  office.ask(`/staff/api/requests/${id}${path}`, { as: as.cookie, body });
const decide = (as: Officer, decision: object, requestId: string = randomUUID()) =>
  ask('/decisions', as, { requestId, decision });
const preview = async (as: Officer, decision: object) => await (await ask('/preview', as, { decision })).json();
const shown = async (as: Officer) => await (await ask('', as)).json();
const messages = () => office.db.delivery.findMany({ where: { personId: person.personId }, orderBy: { seq: 'asc' } });
const auditOf = async () =>
  (
    await office.db.auditEntry.findMany({
      where: { subjectId: id, NOT: { action: { endsWith: '.read' } } },
      orderBy: { at: 'asc' },
    })
  ).map(({ action, actorId }) => [action, actorId]);

describe('taking a dossier', () => {
  it('is written into its history with the name, the person is told, and the work on it opens', async () => {
    expect(await shown(hoa)).toMatchObject({ status: 'submitted', actions: ['claim'], holder: null });
    expect((await decide(hoa, { action: 'claim' })).status).toBe(200);
    const after = await shown(hoa);
    expect(after).toMatchObject({
      status: 'in-review',
      isMine: true,
      holder: { id: hoa.id, name: 'Nguyễn Thị Hoa' },
      actions: ['release', 'return', 'accept', 'decline', 'correct'],
    });
    expect(after.events.at(-1)).toMatchObject({ kind: 'claimed', actorName: 'Nguyễn Thị Hoa' });
    expect((await messages()).map(({ content }) => content)).toEqual([
      {
        text: `Cán bộ Nguyễn Thị Hoa đang xem xét phiếu ${after.code} của anh/chị.\nCần hỏi hoặc bổ sung gì, anh/chị nhắn vào đây.`,
        choices: [],
      },
    ]);
    expect(await auditOf()).toEqual([['request.claim', hoa.id]]);
  });

  it('over from a colleague or back again is told in the history, not to the person', async () => {
    await decide(hoa, { action: 'claim' });
    expect(await shown(nam)).toMatchObject({ isMine: false, actions: ['claim'] });
    expect((await preview(nam, { action: 'claim' })).message).toBeNull();
    await decide(nam, { action: 'claim' });
    await decide(nam, { action: 'release' });
    await decide(hoa, { action: 'claim' });
    expect((await shown(hoa)).events.map((event: { kind: string }) => event.kind).slice(2)).toEqual([
      'claimed',
      'claimed',
      'released',
      'claimed',
    ]);
    expect(await messages()).toHaveLength(1);
  });

  it('by two officers at the same moment: one after the other, and the person hears of it once', async () => {
    const answers = await Promise.all([hoa, nam].map((officer) => decide(officer, { action: 'claim' })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await office.db.applicationEvent.count({ where: { applicationId: id, kind: 'claimed' } })).toBe(2);
    expect(await messages()).toHaveLength(1);
  });

  it('by one press that arrives three times happens once', async () => {
    const requestId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => decide(hoa, { action: 'claim' }, requestId)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await messages()).toHaveLength(1);
    expect(await office.db.applicationEvent.count({ where: { applicationId: id, kind: 'claimed' } })).toBe(1);
  });
});

const REMARKS = ['need', 'product', 'commune', 'establishment', 'legal-form', 'contact-name', 'phone'].map(
  (questionId) => ({ questionId, remark: `Xem lại ${questionId}.` }),
);

describe('a decision', () => {
  beforeEach(async () => {
    await decide(hoa, { action: 'claim' });
  });

  it.each([
    { decision: PHONE_BACK, status: 'needs-papers', keys: ['details:open:', 'my-dossiers:show:'] },
    {
      decision: { ...PHONE_BACK, items: REMARKS },
      status: 'needs-papers',
      keys: ['details:open:', 'my-dossiers:show:'],
    },
    { decision: { action: 'accept', message: 'Cảm ơn anh/chị.' }, status: 'accepted', keys: ['my-dossiers:show:'] },
    {
      decision: { action: 'decline', reason: 'Máy cũ thì không được hỗ trợ.' },
      status: 'declined',
      keys: ['officer:start', 'register:start'],
    },
  ])('$decision.action leaves it $status, and the person reads the very words that were shown', async (row) => {
    const { message, sending } = await preview(hoa, row.decision);
    expect(sending).toEqual({ kind: 'now', channel: 'web-chat' });
    expect((await decide(hoa, row.decision)).status).toBe(200);
    expect((await shown(hoa)).status).toBe(row.status);
    const told = (await messages()).at(-1);
    expect(told).toMatchObject({ kind: 'officer', authorId: hoa.id, contactId: person.contactId });
    expect(told?.content).toEqual({ text: message.paragraphs.join('\n'), choices: message.choices });
    expect(message.choices.map(({ key }: { key: string }) => key.replace(id, ''))).toEqual(row.keys);
    expect((await auditOf()).at(-1)).toEqual([`request.${row.decision.action}`, hoa.id]);
  });

  it('names what came back with the remarks, and of many only some with their number', async () => {
    const one = (await preview(hoa, PHONE_BACK)).message.paragraphs;
    expect(one).toEqual([
      expect.stringContaining('Cần anh/chị bổ sung 1 mục:'),
      '– Số điện thoại: Gọi không được.',
      'Anh/chị chỉ làm lại các mục này; các mục khác vẫn giữ nguyên.',
    ]);
    const many = (await preview(hoa, { ...PHONE_BACK, items: REMARKS })).message.paragraphs;
    expect(many).toHaveLength(8);
    expect(many[6]).toBe('– và 2 mục nữa');
  });

  it('to accept promises neither a project nor money', async () => {
    const { message } = await preview(hoa, { action: 'accept' });
    expect(message.paragraphs[1]).toBe('Đây chưa phải là duyệt đề án, và chưa có quyết định cấp tiền.');
  });

  it('to decline gives the reason, and what can be done', async () => {
    const { message } = await preview(hoa, { action: 'decline', reason: 'Máy cũ.' });
    expect(message.paragraphs.slice(1)).toEqual([
      'Lý do: Máy cũ.',
      'Anh/chị hỏi lại cán bộ được, và vẫn gửi được phiếu khác.',
    ]);
  });

  it('taken back says that what was told no longer counts', async () => {
    await decide(hoa, { action: 'accept' });
    expect(await shown(nam)).toMatchObject({ actions: ['claim', 'reopen'] });
    await decide(nam, { action: 'reopen' });
    expect(await shown(nam)).toMatchObject({ status: 'in-review', isMine: true });
    expect((await messages()).at(-1)?.content).toMatchObject({ text: expect.stringContaining('không còn tính') });
  });

  it.each([
    { action: 'decline' },
    { action: 'decline', reason: '  ' },
    { action: 'return', items: [] },
    { action: 'return', items: [{ questionId: 'phone', remark: ' ' }] },
    { action: 'return', items: [PHONE_BACK.items[0], PHONE_BACK.items[0]] },
    { action: 'return', items: [{ questionId: 'photos', remark: 'Mờ.' }] },
    { action: 'return', items: [{ questionId: 'favourite-colour', remark: 'Thiếu.' }] },
    { action: 'accept', message: 'x'.repeat(601) },
    { action: 'erase' },
  ])('refuses what says too little, too much, or asks for what no form asks (%#)', async (decision) => {
    expect((await decide(hoa, decision)).status).toBe(400);
    expect((await ask('/preview', hoa, { decision })).status).toBe(400);
    expect((await shown(hoa)).status).toBe('in-review');
  });

  it('is only for the officer who has it: a colleague takes it over first, and is told so', async () => {
    const refused = await decide(nam, { action: 'accept' });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'application.not-claimed',
      meanwhile: { kind: 'claimed', by: 'Nguyễn Thị Hoa' },
    });
    expect(await messages()).toHaveLength(1);
  });

  it('too late says who did what, and when', async () => {
    await decide(hoa, PHONE_BACK);
    const refused = await decide(hoa, { action: 'accept' });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toEqual({
      code: 'application.not-allowed',
      meanwhile: { kind: 'returned', by: 'Nguyễn Thị Hoa', at: clock.now().toISOString() },
    });
  });

  it('of two at the same moment one counts, and the person hears one', async () => {
    const answers = await Promise.all([
      decide(hoa, { action: 'accept' }),
      decide(hoa, { action: 'decline', reason: 'Không.' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await messages()).toHaveLength(2);
  });
});

describe('when the person hears', () => {
  beforeEach(async () => {
    await decide(hoa, { action: 'claim' });
  });

  it('at night a decision leaves at seven, as the page says before', async () => {
    clock.set(NIGHT);
    expect((await preview(hoa, PHONE_BACK)).sending).toEqual({ kind: 'later', channel: 'web-chat', at: NEXT_SEVEN });
    await decide(hoa, PHONE_BACK);
    expect((await messages()).at(-1)?.notBefore.toISOString()).toBe(NEXT_SEVEN);
  });

  it('nobody can be told: the decision stands, and the page says so before', async () => {
    await office.db.contact.update({ where: { id: person.contactId }, data: { state: 'unreachable' } });
    expect((await preview(hoa, PHONE_BACK)).sending).toEqual({ kind: 'impossible', reason: 'unreachable' });
    expect((await decide(hoa, PHONE_BACK)).status).toBe(200);
    expect((await shown(hoa)).status).toBe('needs-papers');
    expect(await messages()).toHaveLength(1);
  });

  it('a turn of theirs that runs at this moment holds nothing up', async () => {
    const { personId } = person;
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const { promise: held, resolve: hold } = Promise.withResolvers<void>();
    const turn = office.db.$transaction(async (tx) => {
      await takeLane(tx, personId);
      hold();
      await mayEnd;
    });
    await held;
    expect((await decide(hoa, PHONE_BACK)).status).toBe(200);
    end();
    await turn;
    expect(await messages()).toHaveLength(2);
  });

  it('somebody who has to mend something later can be written to about it in their language', async () => {
    await office.db.person.update({ where: { id: person.personId }, data: { locale: 'en' } });
    const { message } = await preview(hoa, PHONE_BACK);
    expect(message.paragraphs[1]).toMatch(/^– (?!Số).+: Gọi không được\.$/);
  });
});

describe('the list', () => {
  it('shows who has what, and of all only what is mine and waits', async () => {
    const list = async (query: string, as: Officer) =>
      await (await office.ask(`/staff/api/requests?${query}`, { as: as.cookie })).json();
    const lan = await office.hire('officer', 'Lý Thị Lan');
    await decide(lan, { action: 'claim' });
    const mine = await list('mine=1', lan);
    expect(mine.items).toMatchObject([{ id, status: 'in-review', holderId: lan.id, holderName: 'Lý Thị Lan' }]);
    expect(mine.counts.mine).toBe(1);
    expect((await list('mine=1', hoa)).items.map((item: { id: string }) => item.id)).not.toContain(id);

    await decide(lan, { action: 'accept' });
    expect((await list('mine=1', lan)).items).toEqual([]);
    expect((await list('mine=1&status=accepted', lan)).items).toMatchObject([{ id }]);
    expect((await list('status=accepted', hoa)).items.map((item: { id: string }) => item.id)).toContain(id);
  });
});

it('no log holds what people or officers wrote', () => {
  expect(office.logged()).not.toMatch(/Gọi không|Máy cũ|Cảm ơn|Mai/);
});
