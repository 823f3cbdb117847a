import { describe, expect, it } from 'vitest';
import { readPhotos } from '../../../core/applications/photos.ts';
import { codeIn, keyOf, prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const OPEN = 'Bổ sung hồ sơ cho đủ';
const labels = (talker: Talker) => talker.last().choices.map(({ label }) => label);
const photosAt = async (talker: Talker, questionId: string) =>
  readPhotos((await house.answersOf(talker))[questionId]).length;

describe('after the code', () => {
  it('completing the dossier is offered with one reason, and the dossier is of the programme of its need', async () => {
    const lan = await house.sent();
    expect(codeIn(lan.last().text)).toBeDefined();
    expect(lan.last().text).toContain('có đủ thông tin để xem sớm hơn');
    expect(lan.last().choices[0]?.label).toBe(OPEN);
    const [dossier] = await house.dossiersOf(lan);
    expect(dossier?.programme).toBe('advanced-equipment');
  });

  it('of another need nothing more is asked', async () => {
    const mai = await house.begun(0);
    for (const text of ['việc khác', 'chè khô', 'Côn Minh', 'chưa có tên', '5', 'Lê Thị Mai', '0900000001', 'chưa rõ'])
      await mai.type(text);
    await mai.type('gửi');
    expect(labels(mai)).not.toContain(OPEN);
    expect((await house.dossiersOf(mai))[0]?.programme).toBe('support-request');
    const id = (await house.dossiersOf(mai))[0]?.id;
    expect((await mai.tap(`details:open:${id}`)).text).toContain('không có mục nào cần bổ sung');
  });

  it('a changed need changes the programme with it', async () => {
    const lan = await house.begun(8);
    await lan.pick('Cần hỗ trợ');
    await lan.pick('Nhãn hiệu, bao bì');
    await lan.pick('Làm bao bì');
    await lan.pick('Gửi phiếu');
    expect((await house.dossiersOf(lan))[0]?.programme).toBe('packaging-consulting');
  });
});

describe('who has registered since the request was sent', () => {
  it.each(['right after it', 'at the card'])('is asked back whether officers put it right: %s', async (when) => {
    const mai = await house.begun(0);
    for (const text of [
      'mua máy',
      'chè khô',
      'Côn Minh',
      'chưa có tên',
      'chưa đăng ký',
      'Lê Thị Mai',
      '0900000001',
      '200tr',
    ])
      await mai.type(text);
    await mai.type('gửi');
    if (when === 'at the card') await mai.pick(OPEN);
    const asked = await mai.type('vua lam giay ho kinh doanh hom qua roi');
    expect(asked.text).toContain('đang ghi loại cơ sở: Chưa đăng ký');
    expect(asked.text).toContain('Nay là Hộ kinh doanh');
    await mai.pick('nhờ cán bộ sửa');
    expect(mai.last().text).toContain('cho cán bộ');
  });
});

describe('the items', () => {
  it('are asked for by words at any time', async () => {
    const lan = await house.sent();
    expect((await lan.type('bo sung ho so')).text).toContain('Anh/chị làm mục nào trước cũng được');
    await lan.type('dừng');
    await lan.type('cảm ơn em');
    expect((await lan.type('em muốn bổ sung thêm hồ sơ ạ')).text).toContain('Anh/chị làm mục nào trước cũng được');
  });

  it('are picked in any order, each answer is kept at once, and the next open one is asked', async () => {
    const lan = await house.sent(OPEN);
    expect(labels(lan)).toHaveLength(12);
    expect((await lan.pick('Số người làm')).text).toContain('bao nhiêu người làm');
    expect((await lan.type('khoang 12 nguoi')).text).toContain('Đã ghi: 12 người');
    expect(lan.last().text).toContain('Máy 1 là máy gì');
    expect(await house.answersOf(lan)).toMatchObject({ workers: { minCount: 12, maxCount: 12 } });
    expect((await lan.type('để sau')).text).toContain('tự bỏ ra được');
    await lan.type('quay lại');
    expect(labels(lan)).toContain('Số người làm: 12 người');
  });

  it('a question in the middle is answered, and the item is asked again', async () => {
    const lan = await house.sent(OPEN);
    await lan.pick('Vốn tự có');
    const { text } = await lan.type('may cu co duoc ho tro khong');
    expect(text).toContain('chỉ hỗ trợ máy mới');
    expect(text).toContain('tự bỏ ra được');
    expect((await lan.type('200tr')).text).toContain('200 triệu');
  });

  it('"phiếu của tôi" in the middle says how much is there and leads on', async () => {
    const lan = await house.sent(OPEN);
    await lan.pick('Nơi đặt xưởng');
    expect((await lan.type('phieu cua toi')).text).toContain('Hồ sơ đã có 0/11 mục');
    expect(labels(lan)).toContain(OPEN);
  });

  it('when the last is answered, what happens next is said', async () => {
    const lan = await house.sent(OPEN);
    await lan.pick('Mã số thuế');
    const all = [
      'chưa có',
      'Trần Văn Nam',
      'Côn Minh',
      '1',
      '5',
      'Lò sấy',
      'mới',
      '300tr',
      'hết rồi',
      '100tr',
      'chưa rõ',
    ];
    for (const text of all) await lan.type(text);
    await lan.pick('Chưa');
    await lan.type('chưa có');
    const { text } = await lan.type('chưa có');
    expect(text).toContain('đã đủ 11/11 mục');
    expect(text).toContain('cán bộ xem và nhắn anh/chị ở đây');
    expect((await lan.tap('my-dossiers:list')).text).toContain('đã có 11/11 mục');
  });

  it('are left with "để sau": what is there is told, and the way back', async () => {
    const lan = await house.sent(OPEN);
    await lan.pick('Số người làm');
    await lan.type('5');
    await lan.type('quay lại');
    expect((await lan.pick('Để sau')).text).toContain('đã có 1/11 mục');
    house.clock.advance(7 * 24 * 3_600_000);
    expect((await lan.pick('Bổ sung tiếp')).choices.map(({ label }) => label)).toContain('Số người làm: 5 người');
  });
});

describe('photos', () => {
  it('at their question are kept one after another, until "xong"', async () => {
    const lan = await house.sent(OPEN);
    await lan.pick('Ảnh báo giá');
    await lan.sendPhotos(1);
    expect((await lan.sendPhotos(2)).text).toContain('mục này có 3 ảnh');
    expect(await photosAt(lan, 'quotation')).toBe(3);
    expect((await lan.type('xong')).text).toContain('Mã số thuế');
  });

  it('anywhere else are kept at once, the paper is asked for, and the question that was open comes again', async () => {
    const lan = await house.sent(OPEN);
    await lan.pick('Số người làm');
    await lan.sendPhotos(1);
    const { text } = await lan.sendPhotos(1);
    expect(text).toContain('Đã nhận 2 ảnh. Đây là ảnh gì?');
    expect(labels(lan)).toEqual(['Ảnh giấy đăng ký', 'Ảnh báo giá', 'Giấy khác']);
    expect(await photosAt(lan, 'photos')).toBe(2);
    expect((await lan.type('khong nho nua')).text).toContain('Đây là ảnh gì?');
    await lan.type('to bao gia may');
    expect([await photosAt(lan, 'quotation'), await photosAt(lan, 'photos')]).toEqual([2, 0]);
    expect((await lan.type('xong')).text).toContain('bao nhiêu người làm');
  });

  it('of another paper stay with the dossier, and an answer instead of the paper loses neither', async () => {
    const lan = await house.sent(OPEN);
    await lan.pick('Số người làm');
    await lan.sendPhotos(1);
    expect((await lan.pick('Giấy khác')).text).toContain('giữ cùng phiếu');
    await lan.sendPhotos(1);
    expect((await lan.type('12 nguoi')).text).toContain('Đã ghi: 12 người');
    expect(await photosAt(lan, 'photos')).toBe(2);
  });

  it('with nothing open find the one dossier that lacks something', async () => {
    const lan = await house.sent();
    expect((await lan.sendPhotos(1)).text).toContain('Đây là ảnh gì?');
    await lan.pick('Ảnh giấy đăng ký');
    expect(await photosAt(lan, 'certificate')).toBe(1);
  });
});

describe('what may be answered', () => {
  it('while an officer considers it: only what is missing; the rest says why not', async () => {
    const lan = await house.sent(OPEN);
    const workers = keyOf(lan, 'Số người làm');
    await lan.tap(workers);
    await lan.type('5');
    await house.decide(lan, { action: 'claim' });
    expect((await lan.tap(workers)).text).toContain('đang để cán bộ xem');
    await lan.type('quay lại');
    expect(labels(lan).join()).not.toContain('Số người làm');
    await lan.pick('Người đại diện');
    expect((await lan.type('Trần Văn Nam')).text).toContain('Đã ghi: Trần Văn Nam');
  });

  it('of another person, or made up, nothing', async () => {
    const lan = await house.sent(OPEN);
    const key = keyOf(lan, 'Số người làm');
    const [dossier] = await house.dossiersOf(lan);
    const mai = await house.begun(1);
    for (const verb of ['open', 'all', 'leave', 'resubmit'])
      expect((await mai.tap(`details:${verb}:${dossier?.id}`)).text).toContain('không thấy phiếu này');
    for (const made of [
      key,
      'details:open',
      'details:answer',
      'details:answer:::',
      'details:consent:yes:x',
      'details:x',
    ])
      expect((await mai.tap(made)).text).toMatch(/\S/);
  });

  it('nothing without a consent that holds: it is asked first, and then the card', async () => {
    const lan = await house.sent();
    await house.db.consentRecord.updateMany({
      where: { personId: await lan.personId() },
      data: { withdrawnAt: house.clock.now() },
    });
    expect((await lan.pick(OPEN)).text).toContain('Anh/chị có đồng ý không?');
    expect((await lan.sendPhotos(1)).text).toContain('chọn "Đồng ý" trước');
    expect(await photosAt(lan, 'photos')).toBe(0);
    expect((await lan.type('đồng ý')).choices).toHaveLength(12);
  });
});
