import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RETENTION, retentionCutoffs } from '../../../core/schedule/retention.ts';
import { findAskedMessage, readAnswerTrace } from '../../../records/answer-trace.ts';
import { removeExpired } from '../../../records/retention.ts';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterAll(async () => {
  await house.close();
});

async function lastMessageOf(person: Talker) {
  const personId = await person.personId();
  return await house.db.inboundMessage.findFirstOrThrow({ where: { personId }, orderBy: { seq: 'desc' } });
}

async function traceAfter(text: string) {
  const person = house.meet();
  await person.type('xin chào');
  await person.type(text);
  const trace = readAnswerTrace((await lastMessageOf(person)).trace);
  if (trace === undefined) throw new Error('There is no trace.');
  return { person, trace };
}

describe('every answer keeps why it was given', () => {
  it('an article: as read, what was considered with how sure it was, thresholds, versions, for whom and which day', async () => {
    const { trace } = await traceAfter('may cu co dc ho tro ko');
    expect(trace).toMatchObject({
      kind: 'answer',
      articles: [{ id: 'new-machine-only', certainty: expect.any(String), reviewedOn: expect.any(String) }],
      provinceCode: '19',
      date: '2026-11-23',
      thresholds: { answer: expect.any(Number), offer: expect.any(Number) },
    });
    expect(trace.read).toContain('may cu');
    expect(trace.libraryVersion).toMatch(/\S/);
    expect(trace.candidates.length).toBeGreaterThan(1);
    expect(trace.candidates[0]).toMatchObject({ id: 'new-machine-only', title: trace.articles[0]?.title });
    const sure = trace.candidates.map(({ confidence }) => confidence);
    expect(sure).toEqual([...sure].sort((a, b) => b - a));
    expect(trace.confidence).toBe(sure[0]);
  });

  it('a sum: the price as it was read, and each rate with its document and what it gave', async () => {
    const { trace } = await traceAfter('may say mien 400tr dc ho tro bn');
    expect(trace).toMatchObject({
      kind: 'amount',
      priceVnd: 400_000_000,
      rates: [
        {
          scope: 'national',
          percent: 50,
          ceilingVnd: 300_000_000,
          amountVnd: 200_000_000,
          document: 'Thông tư 28/2018/TT-BTC',
          id: expect.any(String),
        },
      ],
    });
  });

  it('an offer: those offered; what is chosen then points to the question', async () => {
    const { person, trace } = await traceAfter('400tr duoc ho tro bao nhieu');
    expect(trace.kind).toBe('choices');
    expect(trace.articles).toHaveLength(3);
    const question = await lastMessageOf(person);
    await person.pick('Dây chuyền');
    const chosen = readAnswerTrace((await lastMessageOf(person)).trace);
    expect(chosen).toMatchObject({ kind: 'answer', of: question.seq, articles: [{ title: expect.any(String) }] });
  });

  it('what nothing answers: what came nearest, and that it was not near enough', async () => {
    const { trace } = await traceAfter('giá vàng hôm nay bao nhiêu');
    expect(trace).toMatchObject({ kind: 'none', articles: [] });
    expect(trace.confidence).toBeLessThan(trace.thresholds.answer);
  });

  it('a follow-up names the question before', async () => {
    const { person } = await traceAfter('may say 800tr dc ho tro bn');
    const before = await lastMessageOf(person);
    await person.type('thế còn dây chuyền?');
    expect(readAnswerTrace((await lastMessageOf(person)).trace)?.before).toBe(before.seq);
  });

  it('is found with the typed words and the reply, by its own person alone', async () => {
    const { person } = await traceAfter('may cu co dc ho tro ko');
    const { seq } = await lastMessageOf(person);
    const found = await findAskedMessage(house.db, { personId: await person.personId(), seq });
    expect(found).toMatchObject({ typed: 'may cu co dc ho tro ko', reply: person.last().text });
    const other = house.meet();
    await other.type('xin chào');
    expect(await findAskedMessage(house.db, { personId: await other.personId(), seq })).toBeUndefined();
  });
});

describe('a trace', () => {
  it('of another kind, or of an earlier version, is none', () => {
    for (const stored of [null, {}, 'x', { kind: 'answer', articles: ['x'] }, { question: 'need' }]) {
      expect(readAnswerTrace(stored)).toBeUndefined();
    }
  });

  it('is kept as long as retention allows, to the millisecond, and no longer; the typed words stay for theirs', async () => {
    const { person } = await traceAfter('may cu co dc ho tro ko');
    const { id, receivedAt } = await lastMessageOf(person);
    const find = () => house.db.inboundMessage.findUniqueOrThrow({ where: { id } });
    const wipeAt = (ms: number) =>
      removeExpired(house.db, retentionCutoffs(new Date(receivedAt.getTime() + ms), RETENTION));
    const keptMs = RETENTION.traceDays * 24 * 3_600_000;

    await wipeAt(keptMs);
    expect(readAnswerTrace((await find()).trace)).toBeDefined();
    await wipeAt(keptMs + 1);
    expect(await find()).toMatchObject({ trace: null, text: 'may cu co dc ho tro ko' });
    await wipeAt(2 * 366 * 24 * 3_600_000);
    expect(await find()).toMatchObject({ trace: null, text: null });
  });

  it('goes with all else when the person deletes what is held of them', async () => {
    const { person } = await traceAfter('may cu co dc ho tro ko');
    const { id } = await lastMessageOf(person);
    await person.type('xóa hết dữ liệu của tôi');
    await person.pick('Xoá');
    await person.type('xoá hết');
    const row = await house.db.inboundMessage.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain('may cu');
  });
});
