import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswerTrace } from '../../../records/answer-trace.ts';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterAll(async () => {
  await house.close();
});

const OLD_MACHINE = 'máy cũ có được hỗ trợ không';
const REPAY = 'tiền này có phải trả lại không';
const GOLD = 'giá vàng hôm nay bao nhiêu';

/** Somebody who has been greeted already. */
async function meetGreeted(): Promise<Talker> {
  const person = house.meet();
  await person.type('xin chào');
  return person;
}

const labels = (person: Talker): string[] => person.last().choices.map(({ label }) => label);

function keyOf(person: Talker, label: string): string {
  const choice = person.last().choices.find((one) => one.label === label);
  if (choice === undefined) throw new Error(`There is no choice "${label}".`);
  return choice.key;
}

async function findHandoffs(person: Talker) {
  const personId = await person.personId();
  return await house.db.humanHandoff.findMany({ where: { personId }, orderBy: { askedAt: 'asc' } });
}

async function messageOf(seq: number | null | undefined) {
  return await house.db.inboundMessage.findFirstOrThrow({ where: { seq: seq ?? 0 } });
}

describe('"Chưa đúng"', () => {
  it('admits it, and offers to ask again or to send the very question to an officer', async () => {
    const person = await meetGreeted();
    await person.type(OLD_MACHINE);
    const { text } = await person.pick('Chưa đúng');
    expect(text).toContain('xin lỗi vì chưa trả lời đúng ý');
    expect(labels(person)).toEqual(['Hỏi lại', 'Gửi cho cán bộ']);
    await person.pick('Hỏi lại');
    expect(await findHandoffs(person)).toEqual([]);
    expect((await person.type(REPAY)).text).toContain('Nguồn:');
  });

  it('sends the question with the answer that was given and its trace', async () => {
    const person = await meetGreeted();
    const answer = await person.type(OLD_MACHINE);
    await person.pick('Chưa đúng');
    expect((await person.pick('Gửi cho cán bộ')).text).toContain('kèm câu trả lời chưa đúng');
    const [handoff, ...others] = await findHandoffs(person);
    expect(others).toEqual([]);
    expect(handoff).toMatchObject({ kind: 'wrong-answer', text: OLD_MACHINE, status: 'waiting' });
    expect(handoff?.promisedAt).toBeInstanceOf(Date);
    const message = await messageOf(handoff?.inboundSeq);
    expect(message.text).toBe(OLD_MACHINE);
    expect(readAnswerTrace(message.trace)?.articles).toMatchObject([{ id: 'new-machine-only' }]);
    const reply = await house.db.delivery.findUniqueOrThrow({ where: { key: `reply/${message.id}` } });
    expect(reply.content).toMatchObject({ text: answer.text });
  });

  it('belongs to its answer, not to what was asked last', async () => {
    const person = await meetGreeted();
    await person.type(OLD_MACHINE);
    const wrong = keyOf(person, 'Chưa đúng');
    await person.type(REPAY);
    expect((await person.tap(wrong)).text).toContain(`câu "${OLD_MACHINE}"`);
    await person.pick('Gửi cho cán bộ');
    expect(await findHandoffs(person)).toMatchObject([{ kind: 'wrong-answer', text: OLD_MACHINE }]);
    // The last question is still there to be followed up.
    await person.type('gặp cán bộ');
    expect(labels(person)).toContain('Gửi câu vừa hỏi cho cán bộ');
  });

  it('stays about its answer after a look at the source', async () => {
    const person = await meetGreeted();
    await person.type(OLD_MACHINE);
    const source = keyOf(person, 'Xem nguồn');
    await person.type(REPAY);
    await person.tap(source);
    await person.pick('Chưa đúng');
    await person.pick('Gửi cho cán bộ');
    expect(await findHandoffs(person)).toMatchObject([{ text: OLD_MACHINE }]);
  });

  it('tapped twice, and sent twice, is one question for the officers', async () => {
    const person = await meetGreeted();
    await person.type(OLD_MACHINE);
    const wrong = keyOf(person, 'Chưa đúng');
    await person.tap(wrong);
    const send = keyOf(person, 'Gửi cho cán bộ');
    expect((await person.tap(wrong)).text).toContain('xin lỗi');
    await person.tap(send);
    expect((await person.tap(send)).text).toContain('đã gửi cho cán bộ rồi');
    expect((await person.tap(wrong)).text).toMatch(/đã gửi cho cán bộ rồi[\s\S]*trước \d+ giờ/);
    expect(await findHandoffs(person)).toHaveLength(1);
  });

  it('after the officer answered says so, and leads to an officer', async () => {
    const person = await meetGreeted();
    await person.type(OLD_MACHINE);
    const wrong = keyOf(person, 'Chưa đúng');
    await person.tap(wrong);
    const send = keyOf(person, 'Gửi cho cán bộ');
    await person.tap(send);
    await house.db.humanHandoff.updateMany({
      where: { personId: await person.personId() },
      data: { status: 'answered', answer: 'Không ạ.', answeredAt: house.clock.now() },
    });
    for (const key of [wrong, send]) expect((await person.tap(key)).text).toContain('cán bộ đã trả lời');
    expect(labels(person)).toContain('Gặp cán bộ');
    expect(await findHandoffs(person)).toHaveLength(1);
  });

  it('of an article chosen among several is about the question that was typed', async () => {
    const person = await meetGreeted();
    await person.type('400tr duoc ho tro bao nhieu');
    await person.pick('Dây chuyền');
    await person.pick('Chưa đúng');
    await person.pick('Gửi cho cán bộ');
    const [handoff] = await findHandoffs(person);
    expect(handoff).toMatchObject({ kind: 'wrong-answer', text: '400tr duoc ho tro bao nhieu' });
    const trace = readAnswerTrace((await messageOf(handoff?.inboundSeq)).trace);
    expect(trace?.articles).toMatchObject([{ title: 'Dây chuyền được hỗ trợ bao nhiêu' }]);
    expect((await messageOf(trace?.of)).text).toBe('400tr duoc ho tro bao nhieu');
  });

  it('is heard when it is typed, with or without accents, and when somebody is rude', async () => {
    for (const words of ['chưa đúng', 'chua dung', 'bot ngu']) {
      const person = await meetGreeted();
      await person.type(OLD_MACHINE);
      expect((await person.type(words)).text, words).toContain('chưa trả lời đúng ý');
      await person.pick('Gửi cho cán bộ');
      expect(await findHandoffs(person), words).toMatchObject([{ text: OLD_MACHINE }]);
    }
  });

  it('stands under an answer in the middle of a request, and what is open goes on after it', async () => {
    const person = await meetGreeted();
    await person.type('gửi phiếu nhu cầu');
    const asked = person.last();
    await person.type(OLD_MACHINE);
    expect(labels(person)).toContain('Câu vừa trả lời chưa đúng');
    await person.pick('Câu vừa trả lời chưa đúng');
    expect(person.last().text).toContain('chưa trả lời đúng ý');
    await person.pick('Gửi câu vừa hỏi cho cán bộ');
    expect(await findHandoffs(person)).toMatchObject([{ kind: 'wrong-answer', text: OLD_MACHINE }]);
    expect(asked.text).toContain('Anh/chị có đồng ý không?');
    expect(person.last().text.split('\n').at(-1)).toContain('Anh/chị có đồng ý không?');
  });

  it('typed long after, in the middle of a request, is an answer to the request', async () => {
    const person = await meetGreeted();
    await person.type(OLD_MACHINE);
    await person.type('gửi phiếu nhu cầu');
    expect((await person.type('chưa đúng')).text).not.toContain('chưa trả lời đúng ý');
  });

  it('stands under a place of before, and under an article opened by a button of its own, which it names', async () => {
    const person = await meetGreeted();
    await person.type('xa my phuong ba be');
    await person.pick('Chưa đúng');
    await person.pick('Gửi cho cán bộ');
    await person.tap('ask:article:selection-papers');
    await person.pick('Chưa đúng');
    await person.pick('Gửi cho cán bộ');
    const [place, article] = await findHandoffs(person);
    expect(place).toMatchObject({ kind: 'wrong-answer', text: 'xa my phuong ba be' });
    expect(article).toMatchObject({ kind: 'wrong-answer', text: expect.stringContaining('ình chọn') });
  });

  it('of an answer that is kept no longer, or of somebody else, says so and sends nothing', async () => {
    const [person, other] = [await meetGreeted(), await meetGreeted()];
    await person.type(OLD_MACHINE);
    const wrong = keyOf(person, 'Chưa đúng');
    expect((await other.tap(wrong)).text).toContain('không còn lưu');
    expect((await other.tap(wrong.replace('wrong', 'send'))).text).toContain('Chưa có câu hỏi nào để gửi');
    await house.db.inboundMessage.updateMany({ where: { personId: await person.personId() }, data: { text: null } });
    expect((await person.tap(wrong)).text).toContain('không còn lưu');
    expect([...(await findHandoffs(person)), ...(await findHandoffs(other))]).toEqual([]);
  });

  it('on a button of an earlier version is about the last question', async () => {
    const person = await meetGreeted();
    await person.type(OLD_MACHINE);
    await person.tap('ask:wrong');
    await person.pick('Gửi cho cán bộ');
    expect(await findHandoffs(person)).toMatchObject([{ kind: 'wrong-answer', text: OLD_MACHINE }]);
  });
});

describe('the same question of the same person', () => {
  it('waits once, however it is typed and by whichever way it is sent', async () => {
    const person = await meetGreeted();
    await person.type(GOLD);
    await person.pick('Gửi');
    await person.type('gia vang hom nay bao nhieu?');
    expect((await person.pick('Gửi')).text).toContain('đã gửi cho cán bộ rồi');
    await person.type('gặp cán bộ');
    expect((await person.type('Giá vàng hôm nay bao nhiêu')).text).toContain('đã gửi cho cán bộ rồi');
    expect(await findHandoffs(person)).toHaveLength(1);
  });

  it('of another person, or another question, is one more', async () => {
    const [person, other] = [await meetGreeted(), await meetGreeted()];
    for (const each of [person, other]) {
      await each.type(GOLD);
      await each.pick('Gửi');
    }
    await person.type('thời tiết mai thế nào');
    await person.pick('Gửi');
    expect(await findHandoffs(person)).toHaveLength(2);
    expect(await findHandoffs(other)).toHaveLength(1);
  });

  it('may be asked anew after it was answered', async () => {
    const person = await meetGreeted();
    await person.type(GOLD);
    await person.pick('Gửi');
    await house.db.humanHandoff.updateMany({
      where: { personId: await person.personId() },
      data: { status: 'answered', answer: 'x' },
    });
    await person.type(GOLD);
    await person.pick('Gửi');
    expect(await findHandoffs(person)).toMatchObject([{ status: 'answered' }, { status: 'waiting' }]);
  });
});
