import { describe, expect, it } from 'vitest';
import { ANSWERS, prepareRequestHouse } from './request-house.ts';

const house = prepareRequestHouse();
const { begun, dossiersOf, kindsOf, answersOf } = house;

describe('in the middle', () => {
  it.each([
    [2, 'may say duoc ho tro bao nhieu', 'Câu 3/8'],
    [1, 'may say duoc ho tro bao nhieu', 'Câu 2/8'],
    [7, 'ma tien nay co phai tra lai ko', 'Câu 8/8'],
    [3, 'cảm ơn', 'Câu 4/8'],
    [8, 'bao giờ thì có kết quả', 'xem lại phiếu'],
  ])('after %i answers "%s" is answered, nothing is kept, and the same is asked again', async (count, text, asked) => {
    const lan = await begun(count);
    const before = await answersOf(lan);
    const reply = await lan.type(text);
    expect(reply.text).toContain(asked);
    expect(reply.text).not.toContain('Đã ghi');
    expect(await answersOf(lan)).toEqual(before);
  });

  it('"dữ liệu của tôi" shows it with its own choices, and the menu leads back to the same question', async () => {
    const lan = await begun(5);
    const before = await answersOf(lan);
    expect((await lan.type('dữ liệu của tôi')).choices.map(({ key }) => key)).toContain('my-data:ask-delete');
    const menu = await lan.type('menu');
    expect(menu.choices[0]?.key).toBe('menu:resume');
    expect((await lan.tap('menu:resume')).text).toContain('Câu 6/8');
    expect(await answersOf(lan)).toEqual(before);
  });

  it('photos are kept with the request and acknowledged, and the question is asked again', async () => {
    const lan = await begun(2);
    const reply = await lan.sendPhotos(2, 'báo giá');
    expect(reply.text).toContain('Đã nhận ảnh');
    expect(reply.text).toContain('Câu 3/8');
    await lan.sendPhotos(1);
    const [dossier] = await dossiersOf(lan);
    const photos = dossier?.answers.find(({ questionId }) => questionId === 'photos');
    expect(photos).toMatchObject({ value: { fileIds: expect.any(Array) }, raw: 'báo giá' });
    expect((await answersOf(lan)).photos).toHaveProperty('fileIds.length', 3);
    for (const text of ANSWERS.slice(2)) await lan.type(text);
    expect(lan.last().text).toContain('Kèm theo: 3 ảnh.');
  });

  it('a sticker is answered and the question asked again', async () => {
    const lan = await begun(2);
    expect((await lan.sendSticker()).text).toContain('Câu 3/8');
  });

  it('"dừng", weeks, and the draft goes on where it was', async () => {
    const lan = await begun(4);
    await lan.type('dừng');
    house.clock.advance(30 * 24 * 3_600_000);
    expect((await lan.tap('menu:resume')).text).toContain('Câu 6/8');
    const [dossier] = await dossiersOf(lan);
    expect((await lan.tap(`register:continue:${dossier?.id}`)).text).toContain('Đã trả lời 5/8 câu');
  });

  it('a conversation that was lost goes on from the answers', async () => {
    const lan = await begun(4);
    await house.db.conversation.deleteMany({ where: { personId: await lan.personId() } });
    await lan.tap('register:start');
    expect((await lan.pick('Làm tiếp')).text).toContain('Câu 6/8');
  });
});

describe('an older draft', () => {
  it('is offered at the next start; a new one gives it up only after a second yes', async () => {
    const lan = await begun(3);
    expect((await lan.tap('register:start')).text).toContain('phiếu làm dở (3/8 câu)');
    await lan.pick('Làm phiếu mới');
    expect(await kindsOf(lan)).toEqual([['started']]);
    expect((await lan.type('quay lại')).text).toContain('Câu 4/8');

    house.clock.advance(1000);
    await lan.tap('register:start');
    await lan.pick('Làm phiếu mới');
    expect((await lan.pick('Bỏ phiếu cũ')).text).toContain('Câu 1/8');
    expect(await kindsOf(lan)).toEqual([['started', 'discarded'], ['started']]);
    const [old] = await dossiersOf(lan);
    expect(old?.answers).toHaveLength(3);
  });

  it('"huỷ" by mistake loses nothing; "bỏ phiếu này" gives it up', async () => {
    const lan = await begun(3);
    await lan.type('huỷ');
    expect((await lan.pick('Làm tiếp')).text).toContain('Câu 4/8');
    await lan.type('huy');
    await lan.pick('Bỏ phiếu này');
    expect(await kindsOf(lan)).toEqual([['started', 'discarded']]);
  });

  it('that ran out while it was open is told so, and a new one can be begun', async () => {
    const lan = await begun(3);
    const [dossier] = await dossiersOf(lan);
    const id = dossier?.id ?? '';
    await house.db.applicationEvent.create({
      data: {
        id: crypto.randomUUID(),
        applicationId: id,
        seq: 9,
        kind: 'expired',
        at: house.clock.now(),
        actorKind: 'system',
        requestId: 'end',
      },
    });
    expect((await lan.type('Hợp tác xã')).text).toContain('không còn nữa');
    expect((await lan.pick('Làm phiếu mới')).text).toContain('Câu 1/8');
  });

  it('that is offered goes on with the answer to its question, and nothing has to be pressed', async () => {
    const lan = await begun(2);
    expect((await lan.type('đăng ký cho cơ sở khác nữa')).text).toContain('đang có phiếu làm dở');
    expect((await lan.type('xã Côn Minh')).text).toContain('Đã ghi: xã Côn Minh');
    expect(lan.last().text).toContain('Câu 4/8');
    expect((await lan.type('sao hỏi nhiều thế')).text).toContain('Còn 5 câu');
    expect(lan.last().text).toContain('Câu 4/8');
  });
});
