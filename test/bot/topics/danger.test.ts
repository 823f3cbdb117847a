import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOne } from '../../../host/ask/answer-lines.ts';
import { openTalkHouse, type TalkHouse } from './talker.ts';

let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterAll(async () => {
  await house.close();
});

describe('who cries for help', () => {
  it('is told in two lines who this is and whom to phone, and an officer is told, once', async () => {
    const lan = house.meet();
    await lan.type('chào');
    const { text } = await lan.type('cuu voi chong em danh em');
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toMatch(/trợ lý tự động.*113 \(công an\)/);
    expect(text).toContain('đã báo cán bộ');
    await lan.type('cuu voi chong em danh em');
    const personId = await lan.personId();
    const told = await house.db.humanHandoff.findMany({ where: { personId } });
    expect(told.map((one) => one.text)).toEqual(['cuu voi chong em danh em']);
  });

  it('in the middle of a request is heard too, and nothing of it is kept as an answer', async () => {
    const lan = house.meet();
    await lan.tap('register:start');
    await lan.pick('Đồng ý');
    await lan.type('mua máy');
    expect((await lan.type('cháy nhà rồi cứu với')).text).toContain('114 (cứu hỏa');
    const personId = await lan.personId();
    const { answers } = await house.db.application.findFirstOrThrow({
      where: { personId },
      include: { answers: true },
    });
    expect(answers.map(({ questionId }) => questionId)).toEqual(['need']);
    expect((await lan.pick('Làm tiếp')).text).toContain('Câu 2/8');
  });

  it('without a person is told whom to phone as well, and that nobody was told is not hidden', async () => {
    const said = await answerOne({ text: 'em muốn chết' });
    expect(said).toMatch(/đừng ở một mình.*115 \(cấp cứu\)/);
    expect(said).not.toContain('đã báo cán bộ');
  });
});
