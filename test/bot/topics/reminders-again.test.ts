import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createWindow } from '../../../records/windows.ts';
import { openTalkHouse, type Talker, type TalkHouse } from './talker.ts';

let house: TalkHouse;
beforeAll(async () => {
  house = await openTalkHouse();
});
afterEach(async () => {
  await house.db.delivery.deleteMany({ where: { kind: 'reminder' } });
  await house.db.applicationWindow.deleteMany();
});
afterAll(async () => {
  await house.close();
});

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`);
async function enter(closes = '2026-12-25 17:00', programme = 'advanced-equipment'): Promise<string> {
  const id = randomUUID();
  const dates = { opensAt: at('2026-11-20 08:00'), closesAt: at(closes) };
  const fields = { id, programme, note: '', provinceCodes: [], communeCodes: [] };
  await house.db.$transaction((tx) => createWindow(tx, { ...fields, ...dates, now: house.clock.now() }));
  return id;
}
async function greeted(): Promise<Talker> {
  const talker = house.meet();
  await talker.type('chào');
  return talker;
}
/** A reminder of the window that reached the person a minute ago. */
async function reminded(talker: Talker, windowId: string): Promise<void> {
  const personId = await talker.personId();
  const { id: contactId } = await house.db.contact.findFirstOrThrow({ where: { personId } });
  const sentAt = new Date(house.clock.now().getTime() - 60_000);
  await house.db.delivery.create({
    data: {
      ...{ id: randomUUID(), key: `reminder/window/${windowId}/v1/opening/${contactId}`, personId, contactId },
      ...{ kind: 'reminder', content: { text: 'x', choices: [] }, status: 'sent', windowId, windowVersion: 1 },
      ...{ notBefore: sentAt, createdAt: sentAt, settledAt: sentAt },
    },
  });
}
const wishesOf = async (talker: Talker) =>
  await house.db.reminderWish.findMany({ where: { personId: await talker.personId() }, orderBy: { createdAt: 'asc' } });
const againOf = async (talker: Talker) =>
  await house.db.reminderAgain.findMany({
    where: { personId: await talker.personId() },
    orderBy: { createdAt: 'asc' },
  });

describe('"nhắc tôi trước 7 ngày"', () => {
  it('is kept for what the words name, told back with the window that is open, listed, and undone', async () => {
    await enter();
    const talker = await greeted();
    const { text } = await talker.type('nhac toi truoc 7 ngay va 3 ngay nhe');
    expect(text).toBe(
      [
        'Vâng. Có đợt nào Trợ lý cũng nhắc lúc mở, rồi trước hạn 7 ngày và 3 ngày.',
        'Đang nhận phiếu mua máy móc, thiết bị tiên tiến, hạn đến 17 giờ thứ Sáu 25/12 (còn 32 ngày).',
      ].join('\n'),
    );
    await talker.type('nhắc em trước 10 ngày khi có đợt mua máy sấy');
    expect((await wishesOf(talker)).map(({ programme, leads }) => [programme, leads])).toEqual([
      ['any', ['7-days', '3-days']],
      ['advanced-equipment', ['10-days']],
    ]);
    expect((await talker.type('tôi đang được nhắc gì?')).text).toBe(
      'Anh/chị đang được nhắc: mọi đợt nhận phiếu (trước hạn 7 ngày và 3 ngày); mua máy móc, thiết bị tiên tiến (trước hạn 10 ngày).',
    );
    await talker.type('nhắc tôi trước 1 ngày');
    expect((await talker.pick('Như trước: 7 ngày và 3 ngày')).text).toContain('trước hạn 7 ngày và 3 ngày');
    expect((await wishesOf(talker)).find(({ programme }) => programme === 'any')?.leads).toEqual(['7-days', '3-days']);
  });

  it('stands when a reminder is asked for once more: the answer names that time and not the usual ones', async () => {
    const talker = await greeted();
    await talker.type('nhắc tôi trước 10 ngày');
    const kept = await wishesOf(talker);
    house.clock.advance(60_000);
    for (const text of ['nhắc tôi khi có đợt nhận hồ sơ', 'nhắc tôi trước 10 ngày']) {
      const reply = await talker.type(text);
      expect(reply.text).toContain('Có đợt nào Trợ lý cũng nhắc lúc mở, rồi trước hạn 10 ngày.');
      expect(reply.text).not.toContain('14, 7, 3, 1 ngày');
      // Said once more it is no newer wish.
      expect(await wishesOf(talker)).toEqual(kept);
    }
  });

  it('after a reminder is of its programme, and plain again when it is undone', async () => {
    const talker = await greeted();
    await reminded(talker, await enter());
    await talker.type('nhắc tôi trước 5 ngày');
    expect(await wishesOf(talker)).toMatchObject([{ programme: 'advanced-equipment', leads: ['5-days'] }]);
    await talker.type('nhắc tôi trước 6 ngày');
    await talker.tap('reminders:lead:usual:advanced-equipment');
    expect(await wishesOf(talker)).toMatchObject([{ programme: 'advanced-equipment', leads: [] }]);
  });
});

describe('"nhắc lại sau 2 ngày"', () => {
  it('is of the last reminder; told back with its time, listed, and taken back', async () => {
    const windowId = await enter();
    const talker = await greeted();
    await reminded(talker, windowId);
    const { text, choices } = await talker.type('nhac lai sau 2 ngay');
    expect(text).toBe('Vâng, Trợ lý nhắc lại đợt nhận phiếu mua máy móc, thiết bị tiên tiến lúc 8 giờ thứ Tư 25/11.');
    expect(choices[0]).toMatchObject({ key: 'register:start' });
    expect((await talker.type('xem lời nhắc')).text).toContain(
      'Nhắc lại đợt nhận phiếu mua máy móc, thiết bị tiên tiến: 8 giờ thứ Tư 25/11.',
    );
    await talker.type('thôi, mai nhắc lại');
    expect((await againOf(talker)).map(({ subject, dueAt, outcome }) => [subject, dueAt, outcome])).toEqual([
      [`window/${windowId}`, at('2026-11-25 08:00'), 'dropped'],
      [`window/${windowId}`, at('2026-11-24 08:00'), null],
    ]);
    expect((await talker.pick('Thôi, khỏi nhắc lại')).text).toContain('không nhắc lại việc ấy nữa');
    expect((await againOf(talker)).every(({ outcome }) => outcome === 'dropped')).toBe(true);
  });

  it('later than the closing comes before it, and says so; when no time is left it says that', async () => {
    const talker = await greeted();
    await reminded(talker, await enter('2026-11-24 17:00'));
    expect((await talker.type('tuần sau nhắc lại')).text).toBe(
      'Hạn của đợt nhận phiếu mua máy móc, thiết bị tiên tiến là 17 giờ thứ Ba 24/11 (còn 1 ngày), sớm hơn lúc anh/chị hẹn. ' +
        'Trợ lý nhắc lại lúc 14 giờ thứ Ba 24/11.',
    );
    const late = await greeted();
    await reminded(late, await enter('2026-11-23 11:00'));
    expect((await late.type('mai nhắc lại')).text).toContain('không còn lúc nào để nhắc lại trước hạn');
    expect(await againOf(late)).toEqual([]);
  });

  it('without a reminder before it asks of what; with nothing to remind of it says so', async () => {
    const nothing = await greeted();
    expect((await nothing.type('mai nhắc lại')).text).toContain('chưa có gì để nhắc lại');
    const windowId = await enter();
    const talker = await greeted();
    expect((await talker.type('3 hôm nữa nhắc em')).text).toContain('Nhắc lại việc gì ạ?');
    await talker.type('1');
    expect(await againOf(talker)).toMatchObject([{ subject: `window/${windowId}`, dueAt: at('2026-11-26 08:00') }]);
  });
});

describe('"đừng nhắc cái này nữa"', () => {
  it('stops the window of the last reminder alone, is listed, and undone', async () => {
    const windowId = await enter();
    const talker = await greeted();
    await talker.type('nhắc tôi khi có đợt');
    await reminded(talker, windowId);
    await talker.type('mai nhắc lại');
    expect((await talker.type('đừng nhắc cái này nữa')).text).toContain(
      'không nhắc đợt nhận phiếu mua máy móc, thiết bị tiên tiến nữa',
    );
    expect((await wishesOf(talker)).map(({ programme, stoppedAt }) => [programme, stoppedAt === null])).toEqual([
      ['any', true],
      [`window/${windowId}`, false],
    ]);
    expect((await againOf(talker)).map(({ outcome }) => outcome)).toEqual(['dropped']);
    expect((await talker.type('toi dang duoc nhac gi')).text).toContain('Đã thôi nhắc: đợt nhận phiếu mua máy móc');
    await talker.tap(`reminders:resume:window/${windowId}`);
    expect((await wishesOf(talker)).map(({ programme }) => programme)).toEqual(['any']);
  });

  it('of a programme or a kind of reminder stops that; what is not known is asked', async () => {
    const talker = await greeted();
    expect((await talker.type('đừng nhắc mua máy sấy nữa')).text).toContain('không nhắc các đợt nhận phiếu mua máy');
    expect((await talker.type('đừng nhắc báo cáo tiến độ nữa')).text).toContain('không nhắc báo cáo tiến độ nữa');
    expect((await talker.type('đừng nhắc chuyện xây nhà nữa')).text).toContain('Thôi nhắc việc gì ạ?');
    expect((await wishesOf(talker)).map(({ programme, stoppedAt }) => [programme, stoppedAt === null])).toEqual([
      ['advanced-equipment', false],
      ['progress', false],
    ]);
  });
});
