import { describe, expect, it } from 'vitest';
import { readPhotos } from '../../../core/applications/photos.ts';
import { codeIn, keyOf, prepareRequestHouse } from './request-house.ts';
import type { Talker } from './talker.ts';

const house = prepareRequestHouse();
const labels = (talker: Talker) => talker.last().choices.map(({ label }) => label);
const BLURRED = { questionId: 'quotation', remark: 'ảnh mờ, không đọc được giá' };
const NO_REPLY = { questionId: 'phone', remark: 'gọi không được' };
const kinds = async (talker: Talker) => (await house.kindsOf(talker))[0];

/** Somebody with a quotation and a number of workers, whose officer gives these items back. */
async function returned(...items: { questionId: string; remark: string }[]): Promise<Talker> {
  const lan = await house.sent('Bổ sung hồ sơ cho đủ');
  await lan.pick('Ảnh báo giá');
  await lan.sendPhotos(1);
  await lan.type('quay lại');
  await lan.pick('Số người làm');
  await lan.type('5');
  await lan.type('quay lại');
  await lan.type('quay lại');
  await house.decide(lan, { action: 'claim' });
  const told = await house.decide(lan, { action: 'return', items });
  expect(told?.choices[0]?.key).toMatch(/^details:open:/);
  house.clock.advance(3_600_000);
  return lan;
}

describe('what came back', () => {
  it('stands in a list with its remarks; all answered, it is sent again, once', async () => {
    const lan = await returned(BLURRED, NO_REPLY);
    const { text } = await lan.type('1');
    expect(text).toContain('còn 2 mục cần bổ sung');
    expect(labels(lan)).toEqual([
      'Ảnh báo giá: ảnh mờ, không đọc được giá',
      'Số điện thoại: gọi không được',
      'Làm thêm mục còn thiếu (9 mục)',
      'Để sau',
    ]);
    expect((await lan.type('2')).text).toContain('Cán bộ nhắn: gọi không được');
    expect((await lan.type('0900000002')).text).toContain('Cán bộ nhắn: ảnh mờ');
    await lan.sendPhotos(1);
    expect((await lan.type('xong')).text).toContain('đã bổ sung đủ');
    expect(labels(lan)[0]).toBe('Gửi lại cho cán bộ');
    const again = keyOf(lan, 'Gửi lại');
    expect((await lan.type('gui lai')).text).toContain('Đã gửi lại phiếu');
    expect((await lan.tap(again)).text).toContain('đã gửi lại rồi');
    expect(await kinds(lan)).toEqual(['started', 'submitted', 'claimed', 'returned', 'resubmitted']);
    expect(await house.answersOf(lan)).toMatchObject({ phone: '0900000002', workers: { minCount: 5 } });
  });

  it('and is answered with "chưa có" keeps the photos that are there', async () => {
    const lan = await returned(BLURRED);
    await lan.pick('Bổ sung');
    expect((await lan.type('chưa có báo giá')).text).toContain('đã bổ sung đủ');
    const { quotation } = await house.answersOf(lan);
    expect(readPhotos(quotation)).toHaveLength(1);
  });

  it('beside a tax code is known by its look: a phone number is none, a code is no phone number', async () => {
    const lan = await house.sentBefore();
    await house.decide(lan, { action: 'claim' });
    const items = [NO_REPLY, { questionId: 'tax-code', remark: 'sai số' }];
    const told = await house.decide(lan, { action: 'return', items });
    await lan.tap(told?.choices[0]?.key ?? '');
    expect((await lan.type('0900000002')).text).toContain('Cán bộ nhắn: sai số');
    await lan.type('quay lại');
    expect((await lan.type('0900000003')).text).toContain('Số điện thoại đã có trong phiếu');
    await lan.type('0123456787');
    expect(await house.answersOf(lan)).toMatchObject({ phone: '0900000002', 'tax-code': '0123456787' });
  });

  it('and is just one item is asked at once', async () => {
    const lan = await returned(NO_REPLY);
    const { text } = await lan.pick('Bổ sung');
    expect(text).toContain('Cán bộ nhắn: gọi không được');
    expect(text).toContain('Số điện thoại');
  });

  it('is not sent again while something waits', async () => {
    const lan = await returned(BLURRED, NO_REPLY);
    await lan.type('1');
    expect((await lan.type('gửi lại')).text).toContain('chưa gửi lại được');
    expect(await kinds(lan)).not.toContain('resubmitted');
  });

  it('"gửi lại" is no answer to what is asked in one\'s own words: it says what waits, and writes nothing down', async () => {
    const lan = await returned({ questionId: 'product', remark: 'ghi rõ hơn' });
    const { product } = await house.answersOf(lan);
    expect((await lan.pick('Bổ sung')).text).toContain('Cán bộ nhắn: ghi rõ hơn');
    expect((await lan.type('gui lai nhe')).text).toContain('chưa gửi lại được');
    expect(await house.answersOf(lan)).toMatchObject({ product });
    expect(await kinds(lan)).not.toContain('resubmitted');
  });

  it('a paper photographed again keeps the earlier photos beside the new', async () => {
    const lan = await returned(BLURRED);
    expect((await lan.sendPhotos(1)).text).toContain('Ghi vào mục: Ảnh báo giá');
    expect(lan.last().text).toContain('mục này có 2 ảnh');
    expect(readPhotos((await house.answersOf(lan)).quotation)).toHaveLength(2);
  });

  it('nothing else reopens, but what never was answered may be added', async () => {
    const lan = await house.sent('Bổ sung hồ sơ cho đủ');
    const workers = keyOf(lan, 'Số người làm');
    const need = 'register:answer:request.1';
    await lan.tap(workers);
    await lan.type('5');
    await house.decide(lan, { action: 'claim' });
    await house.decide(lan, { action: 'return', items: [NO_REPLY] });
    expect((await lan.tap(workers)).text).toContain('đang để cán bộ xem');
    const [dossier] = await house.dossiersOf(lan);
    const tag = dossier?.id.slice(-4);
    expect((await lan.tap(`${need}.${tag}:need:trademark`)).text).toContain('đã gửi rồi');
    await lan.tap(`details:all:${dossier?.id}`);
    expect(labels(lan).join()).not.toContain('Số người làm');
    await lan.pick('Vốn tự có');
    expect((await lan.type('100tr')).text).toContain('100 triệu');
    await lan.type('quay lại');
    expect((await lan.pick('Về các mục cán bộ nhắn')).text).toContain('Cán bộ nhắn: gọi không được');
    expect(await house.answersOf(lan)).toMatchObject({ need: 'machinery', 'own-capital': { minVnd: 100_000_000 } });
  });

  it('also a request of a programme that asks nothing more is mended and sent again', async () => {
    const mai = await house.begun(8);
    await mai.pick('Cần hỗ trợ');
    await mai.type('việc khác');
    await mai.type('gửi');
    await house.decide(mai, { action: 'claim' });
    await house.decide(mai, { action: 'return', items: [NO_REPLY] });
    expect((await mai.type('phiếu của tôi')).text).toContain('Cần bổ sung 1 mục');
    await mai.pick('Bổ sung mục cán bộ nhắn');
    expect((await mai.type('0900000002')).choices[0]?.label).toBe('Gửi lại cho cán bộ');
    expect((await mai.type('gửi luôn nhé')).text).toContain('Đã gửi lại phiếu');
    expect((await mai.tap('my-dossiers:list')).text).toContain('cán bộ đang xem xét');
  });

  it('is what is needed: the dossier is then of the programme of the new answer, and asks what that one asks', async () => {
    const mai = await house.begun(8);
    await mai.pick('Cần hỗ trợ');
    await mai.type('việc khác');
    await mai.type('gửi');
    const programme = async () => (await house.dossiersOf(mai))[0]?.programme;
    const needBack = async (): Promise<void> => {
      await house.decide(mai, { action: 'claim' });
      await house.decide(mai, { action: 'return', items: [{ questionId: 'need', remark: 'cần gì ạ' }] });
      await mai.tap(`details:open:${(await house.dossiersOf(mai))[0]?.id}`);
    };
    expect(await programme()).toBe('support-request');
    await needBack();
    await mai.pick('Mua máy');
    expect(await programme()).toBe('advanced-equipment');
    await mai.pick('Làm thêm mục còn thiếu');
    await mai.pick('Số người làm');
    await mai.type('5');
    await mai.type('quay lại');
    await mai.pick('Về các mục cán bộ nhắn');
    await mai.pick('Gửi lại cho cán bộ');

    await needBack();
    await mai.type('việc khác');
    expect(await programme()).toBe('support-request');
    expect(labels(mai).join()).not.toContain('Làm thêm mục');
    expect((await mai.pick('Gửi lại cho cán bộ')).text).toContain('Đã gửi lại phiếu');
    expect(await house.answersOf(mai)).toMatchObject({ need: 'other', workers: { minCount: 5 } });
  });

  it('"phiếu của tôi" counts it and leads there', async () => {
    const lan = await returned(BLURRED, NO_REPLY);
    const { text } = await lan.type('phiếu của tôi');
    expect(text).toContain('chờ anh/chị bổ sung');
    expect(text).toContain('đã có 2/11 mục, cần bổ sung 2 mục');
    expect((await lan.pick('Bổ sung mục cán bộ nhắn')).text).toContain('còn 2 mục');
  });
});

describe('without pressing anything', () => {
  it('a photo goes to the paper that came back, also hours and other messages later', async () => {
    const lan = await returned(BLURRED, NO_REPLY);
    await lan.type('máy cũ có được hỗ trợ không');
    expect((await lan.sendPhotos(1)).text).toContain('Ghi vào mục: Ảnh báo giá');
    expect((await lan.type('xong')).text).toContain('gọi không được');
  });

  it('an answer right under the officer’s message is taken for the item that it fits', async () => {
    const lan = await returned(BLURRED, NO_REPLY);
    expect((await lan.type('0900000002')).text).toContain('Đã ghi: 0900 000 002');
    expect(lan.last().text).toContain('ảnh mờ');
  });

  it('"vâng" opens the list, thanks are thanks, a question is answered', async () => {
    const lan = await returned(BLURRED, NO_REPLY);
    expect((await lan.type('cảm ơn em')).text).not.toContain('còn 2 mục');
    const mai = await returned(BLURRED, NO_REPLY);
    expect((await mai.type('vâng ạ')).text).toContain('còn 2 mục');
    const hoa = await returned({ questionId: 'contact-name', remark: 'ghi đủ họ tên' });
    expect((await hoa.type('may cu co duoc ho tro khong')).text).toContain('chỉ hỗ trợ máy mới');
    expect((await house.answersOf(hoa))['contact-name']).toBe('Nguyễn Thị Hoa');
  });

  it('an answer to the question that was open when items came back is kept too', async () => {
    const lan = await house.sent('Bổ sung hồ sơ cho đủ');
    await lan.pick('Vốn tự có');
    await house.decide(lan, { action: 'claim' });
    await house.decide(lan, { action: 'return', items: [NO_REPLY] });
    await lan.type('100tr');
    expect(await house.answersOf(lan)).toMatchObject({ 'own-capital': { minVnd: 100_000_000 } });
    await lan.type('0900000002');
    expect(await house.answersOf(lan)).toMatchObject({ phone: '0900000002' });
  });
});

describe('the end', () => {
  it('accepted: what happens next is told, and what is missing may still be added', async () => {
    const lan = await house.sent();
    const code = codeIn(lan.last().text);
    await house.decide(lan, { action: 'claim' });
    await house.decide(lan, { action: 'accept' });
    expect((await lan.type('phiếu của tôi')).text).toContain('Chưa có quyết định cấp tiền');
    await lan.pick('Bổ sung hồ sơ');
    await lan.pick('Số người làm');
    expect((await lan.type('5')).text).toContain('Đã ghi: 5 người');
    expect(code).toBeDefined();
  });

  it('declined or withdrawn in the middle of an item: nothing is kept, and the person reads why', async () => {
    const lan = await house.sent('Bổ sung hồ sơ cho đủ');
    await lan.pick('Số người làm');
    await house.decide(lan, { action: 'claim' });
    await house.decide(lan, { action: 'decline', reason: 'Máy đã qua sử dụng.' });
    expect((await lan.type('5')).text).toContain('không có mục nào cần bổ sung');
    expect(await house.answersOf(lan)).not.toHaveProperty('workers');
  });
});
