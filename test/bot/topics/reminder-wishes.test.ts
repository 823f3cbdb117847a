import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wishesNoReminders } from '../../../bot/conversation/topics/reminders/no-reminders.ts';
import { PROGRAMMES } from '../../../core/programmes/programmes.ts';
import { wordsFor } from '../../../locales/words.ts';
import { createWindow } from '../../../records/windows.ts';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterEach(async () => {
  await house.db.applicationWindow.deleteMany();
});
afterAll(async () => {
  await house.close();
});

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
const wishesOf = async (talker: Talker) =>
  (await house.db.reminderWish.findMany({ where: { personId: await talker.personId() } })).map(
    ({ programme, stoppedAt }) => [programme, stoppedAt === null],
  );
async function enter(opens: string, closes: string, communeCodes: string[] = []): Promise<void> {
  const dates = { opensAt: at(opens), closesAt: at(closes) };
  const fields = { id: randomUUID(), programme: 'advanced-equipment', note: '', provinceCodes: [], communeCodes };
  await house.db.$transaction((tx) => createWindow(tx, { ...fields, ...dates, now: house.clock.now() }));
}
async function greeted(): Promise<Talker> {
  const talker = house.meet();
  await talker.type('chào');
  return talker;
}

describe('"nhắc tôi khi có đợt"', () => {
  it('is kept at once, for the programme that the words name, or for any', async () => {
    const talker = await greeted();
    expect((await talker.type('nhac toi khi co dot nhan phieu')).text).toContain('Có đợt nhận phiếu là Trợ lý nhắn');
    expect(await wishesOf(talker)).toEqual([['any', true]]);
    expect((await talker.type('nhắc tôi khi có đợt mua máy sấy')).text).toContain('mua máy móc, thiết bị tiên tiến');
    expect(await wishesOf(talker)).toEqual([
      ['any', true],
      ['advanced-equipment', true],
    ]);
    await talker.type('nhac toi truoc may ngay nhe');
    expect((await wishesOf(talker)).length).toBe(2);
  });

  it('tells whoever said how long before what they said, also after "đừng nhắc nữa", which forgets nothing of it', async () => {
    const talker = await greeted();
    await talker.type('nhắc tôi trước 10 ngày');
    expect((await talker.type('nhắc tôi khi có đợt')).text).toContain('rồi trước hạn 10 ngày.');
    await talker.type('nhắc tôi trước 5 ngày đợt mua máy sấy');
    expect((await talker.type('nhắc tôi khi có đợt mua máy sấy')).text).toContain('rồi trước hạn 5 ngày.');
    await talker.pick('Đừng nhắc nữa');
    await talker.type('đừng nhắc nữa');
    expect((await talker.type('nhắc tôi khi có đợt làm nhãn hiệu')).text).toContain('rồi trước hạn 10 ngày.');
    expect((await talker.type('nhắc tôi khi có đợt')).text).toContain('rồi trước hạn 10 ngày.');
    const list = (await talker.type('tôi đang được nhắc gì')).text;
    expect(list).toContain('mọi đợt nhận phiếu (trước hạn 10 ngày)');
    expect(list).toContain('tiên tiến (trước hạn 5 ngày)');
    expect((await (await greeted()).type('nhắc tôi khi có đợt')).text).toContain('14, 7, 3, 1 ngày và 3 giờ');
  });

  it('is listed, stopped by its button or by words, and taken up again', async () => {
    const talker = await greeted();
    expect((await talker.tap('reminders:list')).text).toContain('chưa nhờ nhắc');
    await talker.pick('Nhắc tôi khi có đợt');
    expect((await talker.tap('reminders:list')).text).toContain('mọi đợt nhận phiếu');
    expect((await talker.pick('Thôi nhắc tất cả')).text).toContain('không nhắc đợt nhận phiếu nào nữa');
    expect(await wishesOf(talker)).toEqual([['any', false]]);
    await talker.pick('Nhắc lại như trước');
    expect(await wishesOf(talker)).toEqual([['any', true]]);
    await talker.type('ko can nhac em nua dau');
    expect(await wishesOf(talker)).toEqual([['any', false]]);
  });

  it('"dừng" with nothing open means the reminders, when there is nothing else to stop', async () => {
    const talker = await greeted();
    await talker.type('nhắc tôi khi có đợt');
    expect((await talker.type('dừng')).choices.map(({ label }) => label)).toContain('Thôi nhắc tất cả');
  });

  it('names the window that is open already', async () => {
    await enter('2026-11-20 08:00', '2026-12-25 17:00');
    const talker = await greeted();
    const { text } = await talker.type('nhắc tôi khi có đợt nhận phiếu');
    expect(text).toContain('hạn đến 17 giờ thứ Sáu 25/12 (còn 32 ngày)');
  });

  it('goes with all data, and is told among them', async () => {
    const talker = await greeted();
    await talker.type('nhắc tôi khi có đợt nhận phiếu');
    expect((await talker.tap('my-data:show')).text).toContain('Anh/chị đang được nhắc');
    await talker.tap('my-data:ask-delete');
    await talker.type('XOÁ HẾT');
    expect(await wishesOf(talker)).toEqual([]);
  });

  it('with a programme that does not exist is a wish for any', async () => {
    const talker = await greeted();
    await talker.tap('reminders:wish:rocket');
    expect(await wishesOf(talker)).toEqual([['any', true]]);
  });
});

describe('"khi nào nhận hồ sơ"', () => {
  it('is answered honestly when no date is set, and a reminder is offered', async () => {
    const talker = await greeted();
    const { text, choices } = await talker.type('co han nao sap toi khong');
    expect(text).toContain('chưa định ngày nhận phiếu nào');
    expect(choices[0]).toMatchObject({ key: 'reminders:wish:any', label: 'Nhắc tôi khi có đợt' });
  });

  it('is answered with the windows that are open or to come, and never with those that are over', async () => {
    await enter('2026-10-01 08:00', '2026-11-01 17:00');
    await enter('2026-11-20 08:00', '2026-12-25 17:00');
    await enter('2027-01-04 08:00', '2027-02-25 17:00');
    const talker = await greeted();
    expect((await talker.type('co han nao sap toi khong')).text).toBe(
      [
        'Đang nhận phiếu mua máy móc, thiết bị tiên tiến, hạn đến 17 giờ thứ Sáu 25/12 (còn 32 ngày).',
        'Sắp nhận phiếu mua máy móc, thiết bị tiên tiến: từ 8 giờ thứ Hai 4/1/2027, hạn đến 17 giờ thứ Năm 25/2/2027.',
      ].join('\n'),
    );
  });

  it('says of a window for other places for which it is', async () => {
    await enter('2026-11-20 08:00', '2026-12-25 17:00', ['02185']);
    const talker = await greeted();
    expect((await talker.type('co han nao sap toi khong')).text).toContain('Đợt này chỉ nhận ở: Xã Côn Minh.');
    const personId = await talker.personId();
    await house.db.person.update({ where: { id: personId }, data: { communeCode: '02185', provinceCode: '19' } });
    expect((await talker.type('co han nao sap toi khong')).text).not.toContain('chỉ nhận ở');
  });
});

it.each([
  ['đừng nhắc nữa', true],
  ['dung nhac toi nua', true],
  ['thôi không cần nhắc em nữa đâu', true],
  ['nhắc tôi nhé', false],
  ['đừng quên nhắc tôi trước hạn', false],
  ['nhắc lại', false],
])('"%s" ends reminders: %s', (text, ends) => {
  expect(wishesNoReminders(text)).toBe(ends);
});

it('every programme has a name in both languages', () => {
  for (const locale of ['vi', 'en'] as const) {
    for (const { id } of PROGRAMMES) {
      expect(wordsFor(locale).word(`programmes:${id}.inSentence`)).not.toBe('');
      expect(wordsFor(locale).word(`programmes:${id}.name`)).not.toBe('');
    }
  }
});
