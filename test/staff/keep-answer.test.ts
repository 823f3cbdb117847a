import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRooms } from '../../bot/conversation/rooms.ts';
import { loadCalendar } from '../../data/holidays/load-calendar.ts';
import { loadPlaces } from '../../host/load-places.ts';
import { readAnswerTrace } from '../../records/answer-trace.ts';
import { type Db, openDatabase } from '../../records/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Office, openOffice } from '../support/office.ts';
import { clearKnowledge, openTestLibrary } from '../support/officer-knowledge.ts';
import { addCentre, createTestBot, createTestClock, type TestBot } from '../support/test-bot.ts';

const clock = createTestClock('2026-12-14T02:00:00Z');
const QUESTION = 'lò sấy chung ở Đồng Phúc mở cửa ngày nào';
const ANSWER = 'Lò sấy chung ở Đồng Phúc mở cửa thứ Hai và thứ Năm, theo Thông báo 12/TB-TTKC.';
const KEEP = {
  title: 'Lò sấy chung ở Đồng Phúc mở cửa ngày nào',
  question: QUESTION,
  text: ANSWER,
  source: { document: 'Thông báo 12/TB-TTKC', article: 'Mục 3' },
  publish: true,
};

let database: TestDatabase;
let db: Db;
let library: Awaited<ReturnType<typeof openTestLibrary>>;
let office: Office;
let bot: TestBot;
let hoa: string;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url });
  await addCentre(db, clock.now());
  library = await openTestLibrary({ url: database.url, db, clock });
  office = openOffice({ url: database.url, clock, library, signals: library.signals });
  hoa = (await office.hire('officer', 'Nguyễn Thị Hoa')).cookie;
  const places = await loadPlaces();
  const calendar = loadCalendar();
  const parts = { library: library.current, places, calendar: () => calendar };
  bot = createTestBot({ url: database.url, clock, rooms: createRooms(), parts });
});
beforeEach(async () => {
  if (await clearKnowledge(db)) await library.refresh();
});
afterAll(async () => {
  await bot.close();
  await library.stop();
  await office.close();
  await db.$disconnect();
  await database.drop();
});

/** What somebody gets back when they type. */
async function type(from: string, text: string) {
  bot.channel.sent.length = 0;
  await bot.say(from, text);
  await bot.settle();
  const [reply] = bot.channel.sent.filter(({ address }) => address === from);
  if (reply === undefined) throw new Error('There was no reply.');
  return reply.content;
}

async function asks(from: string): Promise<string> {
  await type(from, 'xin chào');
  await type(from, QUESTION);
  await type(from, '1');
  const { id } = await db.humanHandoff.findFirstOrThrow({ orderBy: { askedAt: 'desc' }, where: { status: 'waiting' } });
  return id;
}

const post = async (path: string, body: object) => {
  const answer = await office.ask(`/staff/api/questions/${path}`, {
    as: hoa,
    body: { requestId: randomUUID(), ...body },
  });
  return { status: answer.status, body: (await answer.json()) as { code?: string; faults?: { code: string }[] } };
};
const look = async (id: string) => await (await office.ask(`/staff/api/questions/${id}`, { as: hoa })).json();
const answers = async (id: string, keep: object | undefined = KEEP) => post(`${id}/answer`, { text: ANSWER, keep });
const entries = async () => ({
  entries: await db.knowledgeEntry.count(),
  cases: await db.regressionCase.count(),
  sent: await db.delivery.count({ where: { kind: 'officer' } }),
});

describe('an answer that is kept as an article', () => {
  it('goes back to the chat with its question, and answers the next person who asks, without accents and in other words', async () => {
    const asker = randomUUID();
    await type(asker, 'xin chào');
    expect((await type(asker, QUESTION)).text).toContain('chưa có nguồn chắc chắn');
    expect((await type(asker, 'gửi')).text).toContain('Đã gửi câu hỏi cho cán bộ');
    const { id } = await db.humanHandoff.findFirstOrThrow({ where: { status: 'waiting' } });

    bot.channel.sent.length = 0;
    expect(await answers(id)).toEqual({ status: 200, body: {} });
    await bot.sender.sendDue();
    await bot.settle();
    expect(bot.channel.sent.map(({ address, content }) => [address, content.text])).toEqual([
      [asker, `Cán bộ Nguyễn Thị Hoa trả lời câu hỏi “${QUESTION}”:\n${ANSWER}`],
    ]);

    await library.refresh();
    for (const typed of [
      'lo say chung o dong phuc mo cua ngay nao',
      'lò sấy chung Đồng Phúc mở ngày nào vậy',
      QUESTION,
    ]) {
      const other = randomUUID();
      await type(other, 'chào');
      const { text } = await type(other, typed);
      expect(text, typed).toContain(ANSWER);
      expect(text.split('\n').at(-1), typed).toBe('Nguồn: Thông báo 12/TB-TTKC, Mục 3.');
      const contact = await db.contact.findFirstOrThrow({ where: { address: other } });
      const row = await db.inboundMessage.findFirstOrThrow({
        where: { contactId: contact.id },
        orderBy: { seq: 'desc' },
      });
      expect(readAnswerTrace(row.trace)?.articles, typed).toMatchObject([{ certainty: 'officer', title: KEEP.title }]);
    }
    expect(await db.regressionCase.findMany()).toMatchObject([
      { question: QUESTION, handoffId: id, provinceCode: '19' },
    ]);
  });

  it('is shown with its question, and can be undone: it answers nobody, and the answer stays told', async () => {
    const id = await asks(randomUUID());
    await answers(id);
    await library.refresh();
    const { kept } = await look(id);
    expect(kept).toMatchObject({ title: KEEP.title, isPublished: true });
    const other = randomUUID();
    await type(other, 'chào');
    expect((await type(other, QUESTION)).text).toContain(ANSWER);

    const requestId = randomUUID();
    const undo = { requestId, revision: kept.revision };
    expect(await Promise.all([1, 2, 3].map(() => post(`${id}/keep/undo`, undo)))).toEqual(
      Array(3).fill({ status: 200, body: {} }),
    );
    await library.refresh();
    expect((await type(other, QUESTION)).text).toContain('chưa có nguồn chắc chắn');
    expect(await look(id)).toMatchObject({ kept: null, status: 'answered', answer: ANSWER });
    expect(await entries()).toMatchObject({ entries: 0, cases: 0 });
    // And be kept again.
    expect((await post(`${id}/keep`, { keep: KEEP })).status).toBe(200);
    expect(await look(id)).toMatchObject({ kept: { isPublished: true } });
  });

  it('as a draft answers nobody yet', async () => {
    const id = await asks(randomUUID());
    await answers(id, { ...KEEP, publish: false });
    await library.refresh();
    expect(await look(id)).toMatchObject({ kept: { isPublished: false } });
    expect(library.current().ask({ text: QUESTION, date: '2026-12-14' }).kind).toBe('none');
  });

  it('that may not be published is not sent either, and says what to mend', async () => {
    const id = await asks(randomUUID());
    const before = await entries();
    const refused = await answers(id, { ...KEEP, text: 'Một\nHai\nBa!' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'knowledge.faulty' } });
    expect(refused.body.faults?.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['too-many-lines', 'exclamation-mark']),
    );
    const personal = await answers(id, { ...KEEP, question: 'gọi tôi 0900000001' });
    expect(personal).toMatchObject({ status: 400, body: { code: 'knowledge.personal' } });
    expect(await entries()).toEqual(before);
    expect(await look(id)).toMatchObject({ status: 'waiting', kept: null });
  });

  it('ten times at once, or by a second officer, is kept once', async () => {
    const id = await asks(randomUUID());
    const before = await entries();
    const body = { requestId: randomUUID(), text: ANSWER, keep: KEEP };
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => (await post(`${id}/answer`, body)).status),
    );
    expect(statuses).toEqual(Array(10).fill(200));
    expect(await entries()).toEqual({ entries: 1, cases: 1, sent: before.sent + 1 });
    expect(await post(`${id}/keep`, { keep: { ...KEEP, title: 'Khác' } })).toMatchObject({
      status: 409,
      body: { code: 'question.already-kept' },
    });
  });

  it('is not made of a question that still waits, and an answer without it keeps nothing', async () => {
    const id = await asks(randomUUID());
    expect((await post(`${id}/keep`, { keep: KEEP })).status).toBe(400);
    expect((await post(`${id}/answer`, { text: ANSWER })).status).toBe(200);
    expect(await entries()).toMatchObject({ entries: 0, cases: 0 });
  });
});

describe('why it was answered so', () => {
  it('of a question that was not known: what came nearest, and that it was not enough', async () => {
    const { why, kind } = await look(await asks(randomUUID()));
    expect(kind).toBe('question');
    expect(why).toMatchObject({ kind: 'kept', trace: { kind: 'none' }, explanation: { reason: expect.any(String) } });
    expect(why.trace.candidates[0]).toMatchObject({ title: expect.any(String), sureness: expect.any(String) });
  });

  it('of one that was answered wrongly: what was said, and that the person said it was not right', async () => {
    const asker = randomUUID();
    await type(asker, 'xin chào');
    const said = await type(asker, 'máy cũ có được hỗ trợ không');
    await type(asker, 'chưa đúng');
    await type(asker, 'gửi cho cán bộ');
    const { id } = await db.humanHandoff.findFirstOrThrow({ where: { kind: 'wrong-answer', status: 'waiting' } });
    expect(await look(id)).toMatchObject({
      kind: 'wrong-answer',
      text: 'máy cũ có được hỗ trợ không',
      why: { kind: 'kept', reply: said.text, trace: { articles: [{ id: 'new-machine-only' }] } },
    });
    await db.inboundMessage.updateMany({ data: { trace: { articles: ['of an earlier version'] } } });
    expect((await look(id)).why).toEqual({ kind: 'gone', reply: said.text });
  });

  it('of somebody who asked for an officer at once: nothing was asked of the assistant', async () => {
    const asker = randomUUID();
    await type(asker, 'xin chào');
    await type(asker, 'gặp cán bộ');
    await type(asker, 'Cho tôi gặp chị Hoa về việc riêng');
    const { id } = await db.humanHandoff.findFirstOrThrow({ where: { kind: 'meet', status: 'waiting' } });
    expect((await look(id)).why).toEqual({ kind: 'not-asked' });
  });
});

it('no log holds what was asked, answered or kept', () => {
  expect(office.logged()).not.toMatch(/Đồng Phúc|máy cũ|TTKC/);
});
